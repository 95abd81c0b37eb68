import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { endWith } from '../../src/commands/running.js';
import { openClient } from '../../src/slack/calls.js';
import { tokenPatience, watchToken } from '../../src/slack/token-watch.js';
import { type County, openCounty } from '../support/county.js';

describe.each([{ http: false }, { http: true }])('what keeps watch (HTTP: $http)', ({ http }) => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ http });
  });
  afterAll(() => county.close());

  const get = (path: string) => fetch(`http://127.0.0.1:${county.app.upkeepPort()}${path}`);
  const metrics = async () => (await get('/metrics')).text();

  it('lives and is ready', async () => {
    expect((await get('/live')).status).toBe(200);
    const ready = await get('/ready');
    expect(await ready.json()).toEqual({ store: true, slack: true, jobs: true });
    expect(ready.status).toBe(200);
    expect((await get('/elsewhere')).status).toBe(404);
  });

  it('counts acknowledgements, keeping, posts and what waits', async () => {
    await county.act('hezhiyuan', { do: 'command', channel: '经济开发区-项目', text: '/progress P-001 设备安装 20%' });
    const text = await metrics();
    expect(text).toMatch(/gongjian_acknowledgement_seconds_count\{kind="command"\} 1\n/);
    expect(text).toMatch(/gongjian_keeping_seconds_count\{kind="command"\} 1\n/);
    expect(text).toMatch(/gongjian_posts_total\{outcome="sent"\} [1-9]/);
    expect(text).toMatch(/gongjian_rate_limit_wait_seconds_count [1-9]/);
    expect(text).toMatch(/gongjian_queue_age_seconds\{what="post"\} 0\n/);
    expect(text).toContain('nodejs_eventloop_lag_seconds');
  });

  it('a token that Slack does not take is told once, with a sentence, and only after a while', async () => {
    const wrong = openClient('xoxb-revoked', `${county.sandbox.url}/api/`);
    const right = openClient(county.sandbox.botToken, `${county.sandbox.url}/api/`);
    const told: string[] = [];
    const gone = (why: Error) => told.push(why.message);
    const pace = { everyMs: 20, patienceMs: 200 };
    const began = performance.now();
    const stop = watchToken(
      () => right.auth.test(),
      () => gone(new Error('the right one')),
      pace,
    );
    watchToken(() => wrong.auth.test(), gone, pace);
    await vi.waitFor(() => expect(told).toHaveLength(1), { timeout: 5_000 });
    expect(performance.now() - began).toBeGreaterThan(200);
    stop();
    expect(told).toEqual([expect.stringMatching(/SLACK_BOT_TOKEN \(invalid_auth\)\. Put the token/)]);
  });
});

it('an App-Level Token that opens no connection any more is told once, and only after a while', async () => {
  const county = await openCounty();
  const wrong = openClient('xapp-revoked', `${county.sandbox.url}/api/`);
  const told: string[] = [];
  const token = tokenPatience('SLACK_APP_TOKEN', (why) => told.push(why.message), { patienceMs: 200 });
  const open = () => wrong.apps.connections.open().then(token.taken, token.failed);
  await open();
  expect(told).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 220));
  token.failed(new Error('the socket closed before Slack greeted'));
  expect(told).toEqual([]);
  await open();
  await open();
  expect(told).toEqual([expect.stringMatching(/SLACK_APP_TOKEN \(invalid_auth\)\. Put an App-Level Token/)]);
  await county.close();
});

it('an end that hangs is ended in time', async () => {
  const before = process.listeners('SIGTERM');
  const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never);
  endWith(() => new Promise(() => {}), 100);
  process.emit('SIGTERM');
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(1));
  exit.mockRestore();
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    for (const listener of process.listeners(signal)) if (!before.includes(listener)) process.off(signal, listener);
});
