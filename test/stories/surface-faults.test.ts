import { createHmac } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPayload } from '../../src/slack/receive/payload.js';
import { type County, openCounty } from '../support/county.js';

const unit = '经济开发区-项目';

/** Hands the bot a payload as Slack would, signed; what it is answered with. */
async function deliver(county: County, body: object, url = county.requestUrl): Promise<unknown> {
  const text = JSON.stringify(body);
  const stamp = String(Math.floor(Date.now() / 1000));
  const mac = createHmac('sha256', county.sandbox.signingSecret).update(`v0:${stamp}:${text}`).digest('hex');
  const response = await fetch(url ?? '', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-signature': `v0=${mac}`,
      'x-slack-request-timestamp': stamp,
    },
    body: text,
  });
  expect(response.status).toBe(200);
  const answer = await response.text();
  return answer === '' ? {} : JSON.parse(answer);
}

/** Where nobody listens. */
function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

let events = 0;
const eventOf = (county: County, event: object, outer: object = {}) => {
  events += 1;
  return {
    type: 'event_callback',
    event_id: `Ev${events}`,
    team_id: county.app.workspace.id,
    authorizations: [{ team_id: county.app.workspace.id, is_bot: true }],
    event,
    ...outer,
  };
};

describe('what nobody asked for, and what goes wrong', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ http: true });
  });
  afterAll(() => county.close());

  const person = async (key: string) =>
    county.opened.client.person.findFirstOrThrow({
      where: { email: (county.plan.people.find((each) => each.key === key) as { email: string }).email },
    });
  const calls = async (): Promise<readonly { method: string; channel?: string }[]> =>
    (await (await fetch(`${county.sandbox.url}/_sandbox/calls?since=0`)).json()) as never;
  const tablesOf = () => county.opened.client.report.count();

  it('a form that Slack does not open is told to who asked for it', async () => {
    await county.faults({ errors: [{ method: 'views.open', error: 'internal_error' }] });
    for (const text of ['/progress', '/obstacle']) {
      await county.act('hezhiyuan', { do: 'command', channel: unit, text });
      await county.app.rest();
      const screen = await county.screen('hezhiyuan');
      const { messages } = screen.channels.find(({ name }) => name === unit) ?? { messages: [] };
      expect(messages.at(-1)).toMatchObject({
        ephemeral: true,
        text: 'Slack没有打开窗口。请再试一次，不行就过几分钟再试。',
      });
    }
    await county.faults({});
  });

  it('240 changed profiles ask Slack nothing and are told to nobody', async () => {
    const people = await county.opened.client.person.findMany({ where: { slackUserId: { not: null } }, take: 60 });
    const before = (await calls()).length;
    for (let round = 0; round < 4; round += 1)
      for (const { slackUserId, email } of [...people, { slackUserId: 'U0NOBODY', email: 'nobody@example.org' }]) {
        const user = { id: slackUserId, team_id: county.app.workspace.id, profile: { email, status_text: '开会' } };
        await deliver(county, eventOf(county, { type: 'user_change', user }));
      }
    await county.app.rest();
    expect((await calls()).slice(before).map(({ method }) => method)).toEqual([]);
  });

  it('a fault in what nobody asked for is told to nobody, and is made good when it has passed', async () => {
    const { client } = county.opened;
    await client.$executeRawUnsafe(
      `CREATE FUNCTION refuse_people() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$`,
    );
    await client.$executeRawUnsafe(
      'CREATE TRIGGER broken_people BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION refuse_people()',
    );
    const { slackUserId, email } = await person('daniel-reed');
    const before = (await calls()).length;
    const user = { id: slackUserId, team_id: county.app.workspace.id, locale: 'zh-CN', profile: { email } };
    await deliver(county, eventOf(county, { type: 'user_change', user }));
    await county.app.rest();
    expect((await calls()).slice(before).map(({ method }) => method)).toEqual([]);
    await client.$executeRawUnsafe('DROP TRIGGER broken_people ON person');
    expect((await person('daniel-reed')).language).toBe('en');
    // By whom it met it, in a second or two: neither a tick nor another process has to find it.
    await expect.poll(async () => (await person('daniel-reed')).language, { timeout: 6_000 }).toBe('zh');
  });

  // What else the embedded store's only process left is found by its start.
  it.runIf(process.env.DATABASE_URL)(
    'what a killed replica wrote down and never began to send goes out within ten seconds',
    { timeout: 20_000 },
    async () => {
      const { channelId } = await county.opened.client.unit.findFirstOrThrow({
        where: { channelId: { not: null }, key: { not: 'economic-zone' } },
      });
      await county.app.store.posts.write({
        workspaceId: county.app.workspace.id,
        programId: null,
        channelId: channelId ?? '',
        dedupeKey: 'left',
        body: { text: '没有发出的一条', blocks: [] },
        at: Date.parse('2020-06-17T16:30:00+08:00'),
      });
      const posted = () => county.app.store.posts.byDedupeKey(county.app.workspace.id, 'left');
      await expect.poll(async () => (await posted())?.ts ?? null, { timeout: 10_000 }).not.toBeNull();
    },
  );

  it('an account of another company with an official’s address is not taken for them', async () => {
    const { id, email, slackUserId } = await person('hezhiyuan');
    await county.opened.client.person.update({ where: { id }, data: { slackUserId: null } });
    const stranger = { id: 'U0STRANGER', team_id: 'T0OTHER', is_stranger: true, locale: 'zh-CN', profile: { email } };
    await deliver(county, eventOf(county, { type: 'user_change', user: stranger }, { team_id: 'T0OTHER' }));
    await county.app.rest();
    expect((await person('hezhiyuan')).slackUserId).toBeNull();
    const unconfirmed = { ...stranger, id: slackUserId, team_id: county.app.workspace.id, is_stranger: false };
    await deliver(
      county,
      eventOf(county, { type: 'user_change', user: { ...unconfirmed, is_email_confirmed: false } }),
    );
    await county.app.rest();
    expect((await person('hezhiyuan')).slackUserId).toBeNull();
    for (const more of [{ is_bot: true }, { deleted: true }]) {
      await deliver(county, eventOf(county, { type: 'user_change', user: { ...unconfirmed, ...more } }));
      await county.app.rest();
      expect((await person('hezhiyuan')).slackUserId).toBeNull();
    }
    await deliver(county, eventOf(county, { type: 'user_change', user: unconfirmed }));
    await county.app.rest();
    expect((await person('hezhiyuan')).slackUserId).toBe(slackUserId);
  });

  it('a channel into which the bot comes after its start is tied to its unit at once', async () => {
    const { client } = county.opened;
    const tied = () => client.unit.count({ where: { channelId: { not: null } } });
    const before = await tied();
    expect(before).toBeGreaterThan(0);
    await client.unit.updateMany({ data: { channelId: null } });
    const event = { type: 'member_joined_channel', channel: 'C1', channel_type: 'C' };
    await deliver(county, eventOf(county, { ...event, user: 'U0SOMEBODY' }));
    await county.app.rest();
    expect(await tied()).toBe(0);
    await deliver(county, eventOf(county, { ...event, user: county.app.botUserId }));
    await county.app.rest();
    expect(await tied()).toBe(before);
  });

  it('a press inside a thread is answered in the thread', async () => {
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/progress P-001 设备安装 20%' });
    const root = (await county.seen('qiuzhen', unit))[0]?.ts;
    await county.act('hezhiyuan', { do: 'say', channel: unit, thread: root, text: '整体 65%' });
    const asked = (await county.seen('hezhiyuan', unit)).at(-1);
    expect(asked?.lines[0]).toContain('的哪个节点');
    await county.act('hezhiyuan', { do: 'press', label: '设备安装' });
    const answer = (await county.seen('hezhiyuan', unit)).filter(({ ephemeral }) => ephemeral).at(-1);
    expect(answer?.lines.join(' ')).toContain('设备安装 65%');
    expect(answer?.thread).toBe(root);
  });

  it('so is a shortcut on a reply, where no command can be typed; words that state nothing are answered, too', async () => {
    const root = (await county.seen('qiuzhen', unit))[0]?.ts;
    const said = await county.act('hezhiyuan', { do: 'say', channel: unit, thread: root, text: '大家辛苦了' });
    const answers = async () => (await county.seen('hezhiyuan', unit)).filter(({ ephemeral }) => ephemeral);
    await county.act('hezhiyuan', { do: 'shortcut', name: '上报进度', message: { channel: unit, ts: said.ts } });
    const answer = (await answers()).at(-1);
    expect(answer?.lines.join(' ')).toMatch(/没有看到进度.*例如：P-001 \S+ \d+%/);
    expect(answer?.thread).toBe(root);
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/progress 大家辛苦了' });
    expect((await answers()).filter(({ lines }) => lines.join(' ').includes('没有看到进度'))).toHaveLength(2);
  });

  it('an answer whose address takes no connection comes another way', async () => {
    const { slackUserId } = await person('hezhiyuan');
    const channel = (await county.screen('hezhiyuan')).channels.find(({ name }) => name === unit)?.id ?? '';
    const text = new URLSearchParams({
      command: '/progress',
      text: 'P-001 设备安装 66%',
      trigger_id: '66.66.66',
      response_url: `http://127.0.0.1:${await closedPort()}/commands/1`,
      user_id: slackUserId ?? '',
      channel_id: channel,
      team_id: county.app.workspace.id,
    }).toString();
    const stamp = String(Math.floor(Date.now() / 1000));
    const mac = createHmac('sha256', county.sandbox.signingSecret).update(`v0:${stamp}:${text}`).digest('hex');
    const headers = { 'x-slack-signature': `v0=${mac}`, 'x-slack-request-timestamp': stamp };
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    await fetch(county.requestUrl ?? '', { method: 'POST', headers: { ...headers, ...type }, body: text });
    await county.app.rest();
    const answer = (await county.seen('hezhiyuan', unit)).filter(({ ephemeral }) => ephemeral).at(-1);
    expect(answer?.lines.join(' ')).toContain('设备安装 66%');
  });

  it('a report that is quoted is no report, and is answered', async () => {
    const before = await tablesOf();
    await county.act('hezhiyuan', { do: 'say', to: 'bot', text: '> P-001 设备安装 99%' });
    expect(await tablesOf()).toBe(before);
    const answer = (await county.seen('hezhiyuan', 'bot')).at(-1);
    expect(answer?.from).toBe('攻坚');
  });

  it('what Slack marks up, and dots of a list, are not kept in a note', async () => {
    await county.act('hezhiyuan', {
      do: 'say',
      to: 'bot',
      text: `P-001 设备安装 67%\n• 塔吊到位，见 #${unit}\n• 钢筋进场`,
    });
    const note = (await county.opened.client.report.findFirst({ orderBy: { id: 'desc' } }))?.note ?? '';
    expect(note).toContain('塔吊到位');
    expect(note).not.toMatch(/[<>•]/);
  });

  describe('a form whose work meets a fault', () => {
    const breakReports = () =>
      county.opened.client.$executeRawUnsafe(
        `CREATE FUNCTION refuse_reports() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$`,
      );
    const breakNow = () =>
      county.opened.client.$executeRawUnsafe(
        'CREATE TRIGGER broken BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION refuse_reports()',
      );
    const mend = () => county.opened.client.$executeRawUnsafe('DROP TRIGGER IF EXISTS broken ON report');

    it('comes back with all that was typed, and can be sent again', async () => {
      await breakReports();
      await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/progress' });
      const before = await tablesOf();
      await breakNow();
      await county.attempt('hezhiyuan', { do: 'submit', fields: { 完成百分比: '80', 说明: '二次吊装' } });
      await county.app.rest();
      const { modal } = await county.screen('hezhiyuan');
      expect(JSON.stringify(modal)).toContain('没有记下');
      expect(JSON.stringify(modal)).toContain('二次吊装');
      await mend();
      await county.act('hezhiyuan', { do: 'submit', fields: {} });
      expect(await tablesOf()).toBe(before + 1);
      expect(await county.opened.client.report.findFirst({ orderBy: { id: 'desc' }, select: { note: true } })).toEqual({
        note: '二次吊装',
      });
    });

    /** A form as it is sent. */
    async function formOf(trigger: string, percent: string, note: string) {
      const { client } = county.opened;
      const { id } = await client.milestone.findFirstOrThrow({
        where: { name: '设备安装', project: { code: 'P-001' } },
      });
      const { slackUserId } = await person('hezhiyuan');
      const text = { type: 'plain_text', text: '说明' };
      const view = {
        id: 'V0GONE',
        type: 'modal',
        callback_id: 'progress.form',
        private_metadata: JSON.stringify({ place: { channelId: null, threadTs: null, messageTs: null } }),
        title: { type: 'plain_text', text: '上报进度' },
        submit: { type: 'plain_text', text: '上报' },
        blocks: [
          { type: 'input', block_id: 'note', label: text, element: { type: 'plain_text_input', action_id: 'note' } },
        ],
        state: {
          values: {
            milestone: { milestone: { type: 'static_select', selected_option: { text, value: String(id) } } },
            percent: { percent: { type: 'number_input', value: percent } },
            note: { note: { type: 'plain_text_input', value: note } },
          },
        },
      };
      return {
        type: 'view_submission',
        team: { id: county.app.workspace.id },
        user: { id: slackUserId },
        trigger_id: trigger,
        view,
      };
    }

    /** As a process leaves it that died after it had acknowledged a form, whose window is gone by now. */
    async function leave(...form: Parameters<typeof formOf>): Promise<string> {
      const body = await formOf(...form);
      const key = readPayload(body)?.key ?? '';
      await county.opened.client.payload.create({
        data: {
          key,
          workspaceId: county.app.workspace.id,
          kind: 'view',
          body: body as never,
          receivedAt: new Date(),
          takenAt: new Date(Date.now() - 600_000),
          tries: 1,
        },
      });
      for (let times = 0; times < 2; times += 1) {
        await county.app.sweep(0);
        await county.app.rest();
      }
      return key;
    }

    it('is worked again, once, where it was acknowledged before its process died', async () => {
      const before = await tablesOf();
      await leave('died', '90', '补拍照片');
      expect(await tablesOf()).toBe(before + 1);
      expect((await county.opened.client.report.findFirst({ orderBy: { id: 'desc' } }))?.note).toBe('补拍照片');
    });

    it('is answered the same by whichever process is handed it: none closes it over what another found wrong', async () => {
      const other = await county.startBot();
      const wrong = await formOf('both', '130', '钻杆断了');
      const first = await deliver(county, wrong);
      expect(first).toMatchObject({ response_action: 'errors' });
      await county.app.rest();
      expect(await deliver(county, wrong, other.requestUrl)).toEqual(first);
      const right = await formOf('both right', '93', '钻杆换好');
      expect(await deliver(county, right)).toEqual({});
      await county.app.rest();
      expect(await deliver(county, right, other.requestUrl)).toEqual({});
      await other.stop();
    });

    it('is given back, and nothing else, though its process met its end between deciding so and saying so', async () => {
      const { client } = county.opened;
      const before = await tablesOf();
      await breakNow();
      await client.$executeRawUnsafe(
        'CREATE TRIGGER untold BEFORE INSERT ON post FOR EACH ROW EXECUTE FUNCTION refuse_reports()',
      );
      const key = await leave('untold', '92', '钻机待料');
      await client.$executeRawUnsafe('DROP TRIGGER untold ON post');
      await mend();
      const told = async () =>
        (await county.seen('hezhiyuan', 'bot')).filter(({ lines }) => lines.join().includes('钻机待料'));
      await expect.poll(async () => (await told()).length, { timeout: 15_000 }).toBe(1);
      expect((await told())[0]?.lines.join()).toContain('什么都没有记下');
      await county.app.rest();
      expect(await tablesOf()).toBe(before);
      expect(await client.payload.count({ where: { key, doneAt: null } })).toBe(0);
      await county.act('hezhiyuan', { do: 'press', label: '打开接着填' });
      expect(JSON.stringify((await county.screen('hezhiyuan')).modal)).toContain('钻机待料');
    });

    it('what is wrong in it is told with the way back, where its window is closed', async () => {
      const before = await tablesOf();
      await leave('fell', '130', '地勘返工');
      expect(await tablesOf()).toBe(before);
      expect((await county.newest('hezhiyuan', 'bot')).join(' ')).toContain('地勘返工');
      await county.act('hezhiyuan', { do: 'press', label: '打开接着填' });
      expect(JSON.stringify((await county.screen('hezhiyuan')).modal)).toContain('地勘返工');
    });
  });
});
