import { strict as assert } from 'node:assert';
import { createServer } from 'node:net';

/** The app that the documents of these packages describe: greets, opens a form, has a home tab. */
export function manifestOf(optionsUrl) {
  return {
    display_information: { name: 'Visitor' },
    features: {
      bot_user: { display_name: 'Visitor' },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true },
      slash_commands: [{ command: '/echo' }, { command: '/form' }],
      shortcuts: [
        { name: 'Open a form', type: 'global', callback_id: 'open_modal' },
        { name: 'Keep this', type: 'message', callback_id: 'keep' },
      ],
    },
    oauth_config: {
      scopes: {
        bot: [
          'commands',
          'chat:write',
          'channels:read',
          'channels:history',
          'im:history',
          'app_mentions:read',
          'users:read',
          'reactions:write',
        ],
      },
    },
    settings: {
      event_subscriptions: {
        bot_events: ['message.channels', 'message.im', 'app_mention', 'app_home_opened', 'reaction_added'],
        ...(optionsUrl && { request_url: optionsUrl }),
      },
      interactivity: {
        is_enabled: true,
        ...(optionsUrl && { request_url: optionsUrl, message_menu_options_url: optionsUrl }),
      },
      socket_mode_enabled: optionsUrl === undefined,
    },
  };
}

export function openWorkspace(startSandbox, requestUrl) {
  return startSandbox({
    manifest: manifestOf(requestUrl),
    people: [
      { handle: 'ann', name: 'Ann', locale: 'en-US' },
      { handle: 'ben', name: 'Ben', locale: 'en-US' },
    ],
    channels: [{ name: 'general', members: 'all', bot: true }],
    ...(requestUrl && { requestUrl }),
  });
}

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** What Ann sees in #general, newest last, once the app is quiet. */
export async function lines(sandbox, as = 'ann') {
  const { channels } = await sandbox.screen(as, true);
  return channels.find((one) => one.name === 'general').messages.map((one) => one.lines.join('\n'));
}

/** The eight things that an app of the documents does; how it was built is the package's affair. */
export async function asTheDocumentsSay(sandbox, tries) {
  const act = async (what, more = {}) => {
    const done = await sandbox.act({ as: 'ann', do: what, ...more });
    assert.equal(done.error, null);
    return done;
  };
  const newest = async () => (await lines(sandbox)).at(-1);
  await tries('message with a button', async () => {
    await act('say', { channel: 'general', text: 'hello' });
    assert.match(await newest(), /Hey there @Ann!\n\[Click Me\]/);
  });
  await tries('press', async () => {
    await act('press', { label: 'Click Me' });
    assert.match(await newest(), /@Ann clicked the button/);
  });
  await tries('command', async () => {
    await act('command', { channel: 'general', text: '/echo a <b> & c' });
    assert.equal(await newest(), 'a <b> & c');
  });
  await tries('mention', async () => {
    await act('say', { channel: 'general', text: 'well, @bot' });
    assert.match(await newest(), /You called, @Ann/);
  });
  await tries('home tab', async () => {
    await act('home');
    assert.match((await sandbox.screen('ann', true)).home.lines.join('\n'), /Welcome home, @Ann/);
  });
  await tries('shortcut that opens a form', async () => {
    await act('shortcut', { name: 'Open a form' });
    assert.equal((await sandbox.screen('ann', true)).modal.title, 'My App');
  });
  await tries('refusal of a field, then a submission', async () => {
    const wrong = await sandbox.act({ as: 'ann', do: 'submit', fields: { Name: 'x' } });
    assert.deepEqual(wrong.errors, { Name: 'Too short' });
    await act('submit', { fields: { Name: 'Annabel', Unit: 'Water' } });
    assert.match(await newest(), /Annabel of water/);
  });
  await tries('message shortcut', async () => {
    const { ts } = await act('say', { channel: 'general', text: 'keep me' });
    await act('shortcut', { name: 'Keep this', message: { channel: 'general', ts } });
    assert.equal(await newest(), 'Kept: keep me');
  });
}

const plain = (text) => ({ type: 'plain_text', text });

/** The blocks and views of that app. */
export const shown = {
  greeting: (user) => ({
    text: `Hey there <@${user}>!`,
    blocks: [
      {
        type: 'section',
        text: { type: 'mrkdwn', text: `Hey there <@${user}>!` },
        accessory: { type: 'button', text: plain('Click Me'), action_id: 'button_click' },
      },
    ],
  }),
  form: {
    type: 'modal',
    callback_id: 'view_1',
    title: plain('My App'),
    submit: plain('Submit'),
    blocks: [
      {
        type: 'input',
        block_id: 'name',
        label: plain('Name'),
        element: { type: 'plain_text_input', action_id: 'value' },
      },
      {
        type: 'input',
        block_id: 'unit',
        label: plain('Unit'),
        element: { type: 'external_select', action_id: 'units', min_query_length: 0, placeholder: plain('Unit') },
        optional: true,
      },
    ],
  },
  home: (user) => ({
    type: 'home',
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: `*Welcome home, <@${user}>*` } }],
  }),
  units: [
    { text: plain('Water'), value: 'water' },
    { text: plain('Roads'), value: 'roads' },
  ],
  filled: (values) => `${values.name.value.value} of ${values.unit.units.selected_option?.value}`,
  tooShort: (values) => values.name.value.value.length < 3,
};
