import { strict as assert } from 'node:assert';
import { openWorkspace } from './workspace.mjs';

/** A workspace with an app that only sends what it is handed: a message, a form, a home tab. */
async function sender({ load, startSandbox }) {
  const { App, LogLevel } = await load('@slack/bolt');
  const sandbox = await openWorkspace(startSandbox);
  const clientOptions = { slackApiUrl: `${sandbox.url}/api/` };
  const app = new App({
    token: sandbox.botToken,
    appToken: sandbox.appToken,
    socketMode: true,
    clientOptions,
    logLevel: LogLevel.ERROR,
    logger: {
      debug() {},
      info() {},
      warn() {},
      error() {},
      setLevel() {},
      getLevel: () => LogLevel.ERROR,
      setName() {},
    },
  });
  let view;
  let outcome;
  app.command('/form', async ({ ack, client, command }) => {
    await ack();
    outcome = client.views.open({ trigger_id: command.trigger_id, view });
    await outcome.catch(() => undefined);
  });
  await app.start();
  const screen = () => sandbox.screen('ann', true);
  return {
    sandbox,
    async message(content, sign) {
      await app.client.chat.postMessage({ channel: '#general', text: 'as text', ...content });
      const { channels } = await screen();
      assert.match(
        channels
          .find((one) => one.name === 'general')
          .messages.at(-1)
          .lines.join('\n'),
        sign,
      );
    },
    async form(given, sign) {
      view = given;
      await sandbox.act({ as: 'ann', do: 'command', channel: 'general', text: '/form' });
      await outcome;
      assert.match((await screen()).modal.lines.join('\n'), sign);
    },
    async home(given, sign) {
      const person = (await app.client.users.list({ limit: 10 })).members.find((one) => one.name === 'ann');
      await app.client.views.publish({ user_id: person.id, view: given });
      assert.match((await screen()).home.lines.join('\n'), sign);
    },
    async close() {
      await app.stop();
      await sandbox.close();
    },
  };
}

/** jsx-slack, by its template tag: what its own documents show. */
export async function jsxSlack(bench) {
  const { jsxslack } = await bench.load('jsx-slack');
  const { tries } = bench;
  const send = await sender(bench);
  const message = (title, blocks, sign) => tries(title, () => send.message({ blocks }, sign));
  await message(
    'section with markup',
    jsxslack`<Blocks><Section><p>Hello, <b>jsx</b>!</p><blockquote>quote</blockquote></Section></Blocks>`,
    /Hello, jsx!/,
  );
  await message(
    'header, divider, context, fields',
    jsxslack`<Blocks><Header>Head</Header><Divider /><Context><img src="https://e.org/a.png" alt="dot" /><span>by</span></Context>
      <Section><Field>left</Field><Field>right</Field></Section></Blocks>`,
    /Head[\s\S]*\(dot\) by\nleft\nright/,
  );
  await message(
    'buttons with a confirmation',
    jsxslack`<Blocks><Actions><Button actionId="a" style="danger" confirm=${jsxslack`<Confirm title="Sure?" confirm="Yes" deny="No">Really</Confirm>`}>Go</Button></Actions></Blocks>`,
    /\[Go\]/,
  );
  await message(
    'select with groups and a first choice',
    jsxslack`<Blocks><Section>Pick<Select actionId="s" value="b"><Optgroup label="L"><Option value="a">A</Option><Option value="b">B</Option></Optgroup></Select></Section></Blocks>`,
    /Pick\nB ⌄/,
  );
  await message(
    'selects of people, conversations and several channels',
    jsxslack`<Blocks><Actions><UsersSelect actionId="u" placeholder="who" /><ConversationsSelect actionId="c" placeholder="where" /></Actions>
      <Section>Where<ChannelsSelect actionId="m" multiple placeholder="channels" /></Section></Blocks>`,
    /who ⌄ where ⌄\nWhere\nchannels ⌄/,
  );
  await message(
    'overflow, dates, times',
    jsxslack`<Blocks><Actions><Overflow actionId="o"><OverflowItem value="1">One</OverflowItem><OverflowItem value="2">Two</OverflowItem></Overflow>
      <DatePicker actionId="d" initialDate="2020-02-29" /><TimePicker actionId="t" initialTime="08:30" /></Actions></Blocks>`,
    /One \/ Two 2020-02-29 ⌄ 08:30 ⌄/,
  );
  await message(
    'boxes and radio buttons with first choices',
    jsxslack`<Blocks><Actions><CheckboxGroup actionId="b" values=${['y']}><Checkbox value="x">X</Checkbox><Checkbox value="y">Y</Checkbox></CheckboxGroup>
      <RadioButtonGroup actionId="r" value="q"><RadioButton value="p">P</RadioButton><RadioButton value="q">Q</RadioButton></RadioButtonGroup></Actions></Blocks>`,
    /☐ X {2}☑ Y ○ P {2}◉ Q/,
  );
  await message(
    'image',
    jsxslack`<Blocks><Image src="https://e.org/a.png" alt="A picture" title="Title" /></Blocks>`,
    /Title\n\(A picture\)/,
  );
  await message('remote file', jsxslack`<Blocks><File externalId="x-1" /></Blocks>`, /x-1/);
  await message(
    'video',
    jsxslack`<Blocks><Video alt="Film" title="A film" videoUrl="https://e.org/v" thumbnailUrl="https://e.org/t.png" /></Blocks>`,
    /A film/,
  );
  await message(
    'list',
    jsxslack`<Blocks><Section><ul><li>one</li><li>two</li></ul></Section></Blocks>`,
    /one[\s\S]*two/,
  );
  await tries('form with every input', () =>
    send.form(
      jsxslack`<Modal title="Form" submit="Send" close="Back" callbackId="f"><Input label="Name" type="text" name="n" required maxLength=${50} />
        <Textarea label="Text" name="t" /><Input type="email" label="Mail" name="m" /><Input type="number" label="Number" name="z" />
        <Select label="Unit" name="u"><Option value="a">A</Option></Select>
        <DatePicker label="Day" name="d" /><Input type="hidden" name="h" value="kept" /></Modal>`,
      /Form\nName: \nText/,
    ),
  );
  await tries('home tab', () => send.home(jsxslack`<Home><Section>At home</Section></Home>`, /At home/));
  await send.close();
}

/** slack-block-builder: what its own documents show. */
export async function blockBuilder(bench) {
  const { default: whole, ...named } = await bench.load('slack-block-builder');
  const { Bits, Blocks, Elements, HomeTab, Md, Message, Modal, EasyPaginator, Accordion } = { ...whole, ...named };
  const { tries } = bench;
  const send = await sender(bench);
  const message = (title, blocks, sign) =>
    tries(title, () => send.message({ blocks: Message().blocks(blocks).buildToObject().blocks }, sign));
  const options = ['A', 'B'].map((text) => Bits.Option({ text, value: text.toLowerCase() }));
  await message(
    'section, header, divider, context',
    [
      Blocks.Header({ text: 'Head' }),
      Blocks.Section({ text: `Hello, ${Md.bold('you')}` }).fields('left', 'right'),
      Blocks.Divider(),
      Blocks.Context().elements('by', Elements.Img({ imageUrl: 'https://e.org/a.png', altText: 'dot' })),
    ],
    /Head\nHello, you\nleft\nright/,
  );
  await message(
    'buttons with a confirmation',
    [
      Blocks.Actions().elements(
        Elements.Button({ text: 'Go', actionId: 'go' })
          .primary()
          .confirm(Bits.ConfirmationDialog({ title: 'Sure?', text: 'Really', confirm: 'Yes', deny: 'No' })),
      ),
    ],
    /\[Go\]/,
  );
  await message(
    'selects with first choices',
    [
      Blocks.Section({ text: 'Pick' }).accessory(
        Elements.StaticSelect({ actionId: 's', placeholder: 'one' }).options(options).initialOption(options[1]),
      ),
      Blocks.Section({ text: 'Several' }).accessory(
        Elements.ChannelMultiSelect({ actionId: 'm', placeholder: 'channels' }).maxSelectedItems(3),
      ),
    ],
    /Pick\nB ⌄\nSeveral\nchannels ⌄/,
  );
  await message(
    'boxes, radio buttons, menu, dates',
    [
      Blocks.Actions().elements(
        Elements.Checkboxes({ actionId: 'b' }).options(options).initialOptions(options[0]),
        Elements.RadioButtons({ actionId: 'r' }).options(options),
        Elements.OverflowMenu({ actionId: 'o' }).options(options),
        Elements.DatePicker({ actionId: 'd' }).initialDate(new Date('2020-02-29T12:00:00Z')),
      ),
    ],
    /☑ A {2}☐ B[\s\S]*2020-02-29/,
  );
  await message(
    'image, video, remote file',
    [
      Blocks.Image({ imageUrl: 'https://e.org/a.png', altText: 'A picture' }),
      Blocks.Video({
        altText: 'Film',
        title: 'A film',
        videoUrl: 'https://e.org/v',
        thumbnailUrl: 'https://e.org/t.png',
      }),
      Blocks.File({ externalId: 'x-1' }),
    ],
    /\(A picture\)\n\(A film\)/,
  );
  await tries('attachments alone', () =>
    send.message(
      {
        text: undefined,
        attachments: Message()
          .attachments(Bits.Attachment({ fallback: 'as text' }).blocks(Blocks.Section({ text: 'hangs below' })))
          .buildToObject().attachments,
      },
      /hangs below/,
    ),
  );
  await message(
    'pages',
    EasyPaginator({
      page: 1,
      perPage: 2,
      items: [1, 2, 3],
      actionId: ({ buttonId, page }) => `${buttonId}-${page}`,
      blocksForEach: ({ item }) => [Blocks.Section({ text: `Item ${item}` })],
    }).getBlocks(),
    /Item 1\nItem 2/,
  );
  await message(
    'what folds',
    Accordion({
      items: [1, 2],
      expandedItems: [1],
      collapseOnExpand: false,
      titleText: ({ item }) => `Title ${item}`,
      actionId: ({ expandedItems }) => JSON.stringify(expandedItems),
      blocksForExpanded: ({ item }) => [Blocks.Section({ text: `More of ${item}` })],
    }).getBlocks(),
    /Title 1[\s\S]*More of 2/,
  );
  await tries('form with every input', () =>
    send.form(
      Modal({ title: 'Form', submit: 'Send', callbackId: 'f' })
        .blocks(
          Blocks.Input({ label: 'Name', blockId: 'n' }).element(Elements.TextInput({ actionId: 'v', maxLength: 50 })),
          Blocks.Input({ label: 'Mail' })
            .element(Elements.EmailInput({ actionId: 'm' }))
            .optional(),
          Blocks.Input({ label: 'Number' })
            .element(Elements.NumberInput({ actionId: 'z' }).isDecimalAllowed(false))
            .optional(),
          Blocks.Input({ label: 'Who' })
            .element(Elements.UserMultiSelect({ actionId: 'u', placeholder: 'who' }))
            .optional(),
          Blocks.Input({ label: 'Files' })
            .element(Elements.FileInput({ actionId: 'f' }).maxFiles(3))
            .optional(),
        )
        .buildToObject(),
      /Form\nName: \nMail/,
    ),
  );
  await tries('home tab', () =>
    send.home(
      HomeTab()
        .blocks(Blocks.Section({ text: 'At home' }))
        .buildToObject(),
      /At home/,
    ),
  );
  await send.close();
}
