import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { client, messages, refusal, workspace } from './probe.js';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('files', () => {
  let sandbox: Sandbox;
  let slack: WebClient;
  beforeEach(async () => {
    sandbox = await workspace();
    slack = client(sandbox);
  });
  afterEach(() => sandbox.close());
  const download = (url: string, token = sandbox.botToken) =>
    fetch(url, { headers: { Authorization: `Bearer ${token}` } });

  it('come up through the official client and appear in the channel', async () => {
    const list = await slack.conversations.list({});
    const channel = list.channels?.find((one) => one.name === 'general')?.id ?? '';
    await slack.filesUploadV2({ channel_id: channel, file: PIXEL, filename: '路线图.png', initial_comment: '图' });
    const seen = (await messages(sandbox, 'li', 'general')).at(-1);
    expect(seen).toMatchObject({ text: '图', files: [{ name: '路线图.png' }] });
    const bytes = await fetch(`${sandbox.url}/_sandbox/file/${seen?.files[0]?.id}?as=li`);
    expect(bytes.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await bytes.arrayBuffer())).toEqual(PIXEL);
  });

  it('can be shown in a block only once they are processed', async () => {
    const channel = (await slack.conversations.list({})).channels?.find((one) => one.name === 'general')?.id ?? '';
    const place = await slack.files.getUploadURLExternal({ filename: 'a.png', length: PIXEL.length });
    const file = place.file_id ?? '';
    const complete = () => slack.files.completeUploadExternal({ files: [{ id: file, title: '图' }] });
    expect(await refusal(complete())).toBe('file_not_found');
    await fetch(place.upload_url ?? '', { method: 'POST', body: PIXEL });
    await complete();
    const show = () =>
      slack.chat.postMessage({
        channel,
        text: '图',
        blocks: [{ type: 'image', alt_text: '路线图', slack_file: { id: file } }],
      });
    expect(await refusal(show())).toBe('invalid_blocks');
    let type = '';
    while (type === '') type = (await slack.files.info({ file })).file?.filetype ?? '';
    expect(type).toBe('png');
    await show();
    expect((await messages(sandbox, 'li', 'general')).at(-1)?.lines).toEqual(['(路线图)']);
    expect((await fetch(`${sandbox.url}/_sandbox/file/${file}?as=li`)).status).toBe(200);
  });

  it('carry a description of 1,000 characters under the name that Slack reads', async () => {
    const reserve = (more: object) => slack.files.getUploadURLExternal({ filename: 'a.png', length: 3, ...more });
    expect(await refusal(reserve({ alt_txt: '图'.repeat(1001) }))).toBe('alt_txt_too_large');
    const described = async (more: object) => {
      const { file_id: file = '', upload_url: place = '' } = await reserve(more);
      await fetch(place, { method: 'POST', body: 'png' });
      await slack.files.completeUploadExternal({ files: [{ id: file, title: '图' }] });
      return (await slack.files.info({ file })).file;
    };
    expect(await described({ alt_txt: '图'.repeat(1000) })).toHaveProperty('alt_txt', '图'.repeat(1000));
    expect(await described({ alt_text: '图' })).not.toHaveProperty('alt_txt');
  });

  it("dropped by a person are the bot's to read with its token only", async () => {
    const file = { name: '台账.xlsx', base64: Buffer.from('rows').toString('base64') };
    await sandbox.act({ as: 'he', do: 'say', to: 'bot', text: '', files: [file] });
    const he = (await slack.users.list({})).members?.find((one) => one.name === 'he')?.id ?? '';
    const dm = (await slack.conversations.open({ users: he })).channel?.id ?? '';
    const message = (await slack.conversations.history({ channel: dm })).messages?.[0];
    expect(message).toMatchObject({ subtype: 'file_share', files: [{ name: '台账.xlsx', filetype: 'xlsx', size: 4 }] });
    const url = message?.files?.[0]?.url_private ?? '';
    expect(await (await download(url)).text()).toBe('rows');
    const stranger = await download(url, 'xoxb-wrong');
    expect(stranger.headers.get('content-type')).toContain('text/html');
    expect(await stranger.text()).toContain('Sign in');
  });

  it("of a channel without the bot stay out of its reach, and out of other people's", async () => {
    const file = { name: 'a.txt', base64: Buffer.from('secret').toString('base64') };
    const said = await sandbox.act({ as: 'wang', do: 'say', channel: 'secret', text: '', files: [file] });
    const [id = ''] = said.files as string[];
    expect(await refusal(slack.files.info({ file: id }))).toBe('file_not_found');
    expect((await fetch(`${sandbox.url}/_sandbox/file/${id}?as=wang`)).status).toBe(200);
    expect((await fetch(`${sandbox.url}/_sandbox/file/${id}?as=li`)).status).toBe(404);
  });
});
