import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

describe('over HTTP, signed, instead of Socket Mode', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ http: true });
  });
  afterAll(() => county.close());

  it('a command is acknowledged and answered, a form opens and is sent, a message is heard', async () => {
    const unit = '经济开发区-项目';
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/progress P-001 设备安装 20%' });
    expect((await county.seen('hezhiyuan', unit)).find((message) => message.ephemeral)?.lines[2]).toBe('设备安装 20%');
    await county.act('hezhiyuan', { do: 'command', channel: unit, text: '/progress' });
    await county.act('hezhiyuan', { do: 'submit', fields: { 完成百分比: '40' } });
    await county.act('hezhiyuan', { do: 'say', to: 'bot', text: 'P-001 设备安装 30%' });
    expect((await county.newest('hezhiyuan', 'bot'))[2]).toBe('设备安装 30%（上次 20%）');
    expect(await county.opened.client.report.count()).toBe(3);
  });

  it('a body that is no object, and one of the day after tomorrow, are refused and end nothing', async () => {
    const send = (body: string, type: string, ahead = 0): Promise<Response> => {
      const stamp = String(Math.floor(Date.now() / 1000) + ahead);
      const mac = createHmac('sha256', county.sandbox.signingSecret).update(`v0:${stamp}:${body}`).digest('hex');
      const headers = { 'content-type': type, 'x-slack-signature': `v0=${mac}`, 'x-slack-request-timestamp': stamp };
      return fetch(county.requestUrl ?? '', { method: 'POST', headers, body });
    };
    const form = 'application/x-www-form-urlencoded';
    for (const body of ['null', '3', '[]', '"x"']) {
      expect((await send(body, 'application/json')).status).toBe(400);
      expect((await send(`payload=${encodeURIComponent(body)}`, form)).status).toBe(400);
    }
    expect((await send('{}', 'application/json', 172_800)).status).toBe(401);
    expect((await send('{"event":null}', 'application/json')).status).toBe(200);
  });

  it('a payload whose signature is not Slack’s is refused', async () => {
    const { port } = new URL(county.requestUrl ?? '');
    const refused = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-signature': 'v0=00',
        'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
      },
      body: 'command=%2Fprogress&text=P-001+开工完成&trigger_id=1.1&response_url=x&user_id=U1&channel_id=C1&team_id=T1',
    });
    expect(refused.status).toBe(401);
    expect(await county.opened.client.report.count()).toBe(3);
  });
});
