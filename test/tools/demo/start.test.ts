import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readPlan } from '../../../src/commands/load-plan.js';
import { suggestedPeople } from '../../../src/commands/what-to-try.js';
import { seedPlan } from '../../../src/plan/index.js';

/** Ready within this on two slow cores that other tests share; alone it takes a fraction of it. */
const READY_WITHIN_MS = 60_000;

let folder: string;
let running: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongjian-start-'));
});
afterEach(() => stop());
afterAll(() => rm(folder, { recursive: true, force: true }));

async function stop(): Promise<void> {
  const child = running;
  running = undefined;
  if (!child || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** `npm start` on the embedded store; answers the workspace's address. */
async function start(): Promise<string> {
  const environment = { PATH: process.env.PATH ?? '', HOME: folder, PORT: '0', GONGJIAN_DATA: join(folder, 'data') };
  const child = spawn(process.execPath, ['dist/main.js', 'start'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as { ready?: boolean; url?: string };
    if (told.ready && told.url) return told.url;
  }
  throw new Error(`it ended before it was ready:\n${errors}`);
}

type Screen = {
  now: string;
  home?: unknown;
  modal: { lines: string[] } | null;
  channels: { name: string; messages: { ts: string; from: string; bot: boolean; lines: string[] }[] }[];
};

const screen = async (url: string, as: string, channel: string): Promise<Screen> =>
  (await fetch(`${url}/_sandbox/screen?as=${as}&channel=${encodeURIComponent(channel)}`)).json() as Promise<Screen>;

const linesOf = (seen: Screen, channel: string): string[] =>
  (seen.channels.find((each) => each.name === channel)?.messages ?? []).flatMap((message) => message.lines);

// Made by `npm run build`; a checkout that was only compiled has none.
describe.skipIf(!existsSync('dist/demo/store.tgz'))('the first look', () => {
  it('opens on 17 June 2020, half past four, on a county that has reported all year', async () => {
    const began = performance.now();
    const url = await start();
    expect(performance.now() - began).toBeLessThan(READY_WITHIN_MS);

    const leaders = await screen(url, 'leixia', '全县调度');
    expect(Date.parse(leaders.now)).toBeGreaterThanOrEqual(Date.parse('2020-06-17T16:30:00+08:00'));
    expect(Date.parse(leaders.now)).toBeLessThan(Date.parse('2020-06-17T16:45:00+08:00'));
    const digest = linesOf(leaders, '全县调度').join('\n');
    expect(digest).toMatch(/6月16 ?日/);
    expect(digest).not.toMatch(/6月17 ?日/);

    // An obstacle waits at every rung: with the commander, a sponsor, a department due today, and a unit.
    for (const [rung, place, says] of [
      ['leixia', '攻坚', '等@雷霞'],
      ['qiuzhen', '攻坚', '等@邱震'],
      ['heweiguo', '攻坚', '等贺卫国（自然资源局）'],
    ] as const) {
      const seen = (await (await fetch(`${url}/_sandbox/screen?as=${rung}`)).json()) as Screen;
      const lines = seen.channels.flatMap((channel) => channel.messages.flatMap((message) => message.lines));
      expect(lines.join('\n'), `${rung} ${place}`).toContain(says);
    }

    const project = await screen(url, 'fenglizhi', '经济开发区-项目');
    expect(linesOf(project, '经济开发区-项目').join('\n')).toMatch(/P-001/);
  }, 90_000);

  it('goes on where it was when it is started again on the same folder', async () => {
    const before = await start();
    const said = await fetch(`${before}/_sandbox/act`, {
      method: 'POST',
      body: JSON.stringify({ as: 'leixia', do: 'say', channel: '项目攻坚年', text: '明天上午开调度会' }),
    });
    expect(((await said.json()) as { ok: boolean }).ok).toBe(true);
    const { now } = await screen(before, 'leixia', '项目攻坚年');
    await stop();
    const after = await screen(await start(), 'leixia', '项目攻坚年');
    expect(linesOf(after, '项目攻坚年')).toContain('明天上午开调度会');
    expect(Date.parse(after.now)).toBeGreaterThan(Date.parse(now) - 60_000);
  }, 120_000);
  it('what it names for each person to try works there, in both languages', async () => {
    const url = await start();
    const plan = await readPlan(seedPlan);
    const act = async (as: string, what: object): Promise<void> => {
      const done = await fetch(`${url}/_sandbox/act`, { method: 'POST', body: JSON.stringify({ as, ...what }) });
      const acted = (await done.json()) as { ok: boolean; error: string | null };
      expect(acted.ok, `${as} ${JSON.stringify(what)}: ${acted.error}`).toBe(true);
    };
    const all = async (as: string): Promise<readonly { ts: string; lines: string[] }[]> => {
      const seen = (await (await fetch(`${url}/_sandbox/screen?as=${as}`)).json()) as Screen;
      return seen.channels.flatMap(({ messages }) => messages);
    };
    const modal = async (as: string): Promise<string | null> => {
      const seen = (await (await fetch(`${url}/_sandbox/screen?as=${as}`)).json()) as Screen;
      return seen.modal?.lines.join('\n') ?? null;
    };
    /** What is new on a person's screen after something was done there. */
    const answer = async (as: string, what: object): Promise<string> => {
      const before = new Set((await all(as)).map(({ ts }) => ts));
      await act(as, what);
      return vi.waitFor(
        async () => {
          const fresh = (await all(as)).filter(({ ts }) => !before.has(ts));
          const form = await modal(as);
          if (form !== null) {
            await act(as, { do: 'close' });
            return form;
          }
          // In a conversation what was typed stands there as well.
          expect(fresh.length, `${as} ${JSON.stringify(what)} is answered`).toBeGreaterThan(
            'text' in what && 'to' in what ? 1 : 0,
          );
          return fresh.flatMap(({ lines }) => lines).join('\n');
        },
        { timeout: 15_000, interval: 200 },
      );
    };
    const dm = async (as: string): Promise<string> =>
      linesOf((await (await fetch(`${url}/_sandbox/screen?as=${as}`)).json()) as Screen, '攻坚').join('\n');
    const home = async (as: string): Promise<string> => {
      await act(as, { do: 'home' });
      return vi.waitFor(async () => {
        const seen = (await (await fetch(`${url}/_sandbox/screen?as=${as}`)).json()) as Screen;
        expect(JSON.stringify(seen.home)).toContain('P-001');
        return 'home';
      });
    };
    const evening = async (): Promise<string> => {
      await fetch(`${url}/_sandbox/clock`, { method: 'POST', body: JSON.stringify({ set: '18:00' }) });
      return vi.waitFor(
        async () => {
          const lines = linesOf(await screen(url, 'leixia', '全县调度'), '全县调度').join('\n');
          expect(lines).toMatch(/6月17日[\s\S]*项目攻坚日报/);
          return lines;
        },
        { timeout: 30_000, interval: 500 },
      );
    };
    /** What is no line to type: who looks where, and what is there. */
    const looked: readonly (readonly [RegExp, (as: string) => Promise<string>])[] = [
      [/主页|home tab/, home],
      [/谁没有回复|who in the unit did not answer/, async (as) => expectIn(await dm(as), /没有回复/)],
      [
        /昨天的日报|yesterday’s digest/,
        async (as) =>
          expectIn(linesOf(await screen(url, as, '全县调度'), '全县调度').join('\n'), /6月16日[\s\S]*\[红灯\d+\]/),
      ],
      [/18:00/, evening],
      [/卡点|obstacle/, async (as) => expectIn(await dm(as), /卡点\d+号[\s\S]*\[认领\]/)],
    ];
    for (const { key, tries } of suggestedPeople(plan))
      for (const what of [...tries.zh, ...tries.en]) {
        const said = /^(?:给攻坚发一句：|send the bot: )(.+)$/.exec(what)?.[1];
        const typed = /^(?:输入 |type )(\/[^，,]+)/.exec(what)?.[1];
        const told =
          said !== undefined
            ? await answer(key, { do: 'say', to: 'bot', text: said })
            : typed !== undefined
              ? await answer(key, { do: 'command', channel: '项目攻坚年', text: typed })
              : await looked.find(([shape]) => shape.test(what))?.[1](key);
        expect(told, `${key}: ${what}`).toBeTruthy();
        // What was done already by the same words in the other language is said to be so; nothing else is refused.
        if (!told?.includes('已报过')) expect(told, `${key}: ${what}`).not.toMatch(/请改为|Instead:/);
      }
  }, 240_000);
});

function expectIn(text: string, shape: RegExp): string {
  expect(text).toMatch(shape);
  return text;
}
