import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import { createApp } from '../app.js';
import { type Charts, openCharts } from '../charts/open.js';
import { readConfig } from '../config.js';
import { dayAt, isLocalDay, type LocalDay } from '../domain/day.js';
import type { Program } from '../domain/program.js';
import { features } from '../features/index.js';
import { openStore } from '../store/home/open.js';
import type { Store } from '../store/index.js';
import { workCalendar } from '../time/calendar.js';
import { followClock } from '../time/clock.js';
import { type ReplayCase, readCase, readHead } from '../tools/replay/case.js';
import { digestLines, plainAct } from '../tools/replay/digests.js';
import { makeYear } from '../tools/replay/make/index.js';
import { type Beat, playScript } from '../tools/replay/play.js';
import { type News, openRecord } from '../tools/replay/record.js';
import { Told } from './fault-words.js';
import { load, readPlan } from './load-plan.js';
import { openSandbox } from './sandbox.js';
import { openLog } from './store.js';

const MOST_FAULTS = 30;
const MIMETYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export type ReplayOptions = {
  /** Where what people saw is written; `out` in the folder where it is left out. */
  readonly to?: string;
  /** The last day, where the whole of it is not wanted. */
  readonly until?: string;
  /** Looks at what was kept, once all is played and before it goes. */
  readonly inspect?: (kept: { readonly store: Store; readonly program: Program }) => Promise<void>;
};

/** What became of a replay: what an oracle and a reader need is in the output folder. */
export type Replayed = {
  readonly out: string;
  readonly acts: number;
  readonly messages: number;
  /** Digest of all texts: two runs have the same. */
  readonly sha256: string;
  /** What could not be played, each with its line. */
  readonly faults: readonly string[];
};

/** `replay DIR`: plays a script against the whole bot, the clock's work and all, and writes down what people saw. */
export async function runReplay(folder: string, options: ReplayOptions = {}): Promise<Replayed> {
  if (options.until !== undefined && !isLocalDay(options.until)) throw new Told(`There is no day ${options.until}.`);
  const replay = await readCase(folder, readPlan, (options.until as LocalDay | undefined) ?? null);
  const out = options.to ?? join(folder, 'out');
  await rm(out, { recursive: true, force: true });
  await mkdir(join(out, 'days'), { recursive: true });
  return playCase(replay, out, options.inspect);
}

async function playCase(replay: ReplayCase, out: string, inspect: ReplayOptions['inspect']): Promise<Replayed> {
  const { plan, begins, ends, script } = replay;
  const config = readConfig({ LOG_LEVEL: process.env.LOG_LEVEL ?? 'error' });
  const log = openLog(config);
  const writing: Promise<void>[] = [];
  const record = openRecord(plan.timeZone, (day, text) => {
    writing.push(writeFile(join(out, 'days', `${day}.txt`), text));
  });
  const listener = { news: (_: News): void => {} };
  const opened = await openStore({ databaseUrl: null, folder: null, log });
  const sandbox = await openSandbox(plan, {
    port: 0,
    now: new Date(begins).toISOString(),
    still: true,
    onNews: (news) => listener.news(news),
  });
  const clock = await followClock(sandbox.url, log);
  const app = await createApp({
    config: {
      ...config,
      SLACK_API_URL: `${sandbox.url}/api/`,
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_APP_TOKEN: sandbox.appToken,
    },
    clock,
    opened,
    features,
    log,
    // The clock stands: no turn would ever come back, and nobody's rate is at stake.
    // Nobody waits: Postgres counts a burst as seconds, of which a year's posts are fewer.
    burst: 10_000_000,
    charts: drawOnce(),
  });
  try {
    await load(app.store, app.workspace, plan, clock.now());
    await app.receive();
    await app.begin();
    await app.rest();
    const program = await app.store.programs.current(app.workspace.id);
    if (!program) throw new Error('the plan was not loaded');
    const beats = await openBeats(join(out, 'messages.jsonl'));
    const faults = await playScript(
      script,
      ends,
      plan.timeZone,
      new Map(plan.people.map(({ key, name }) => [key, name])),
      {
        workspace: sandbox,
        rest: () => app.rest(),
        threadOf: async (code) => {
          const project = await opened.client.project.findFirst({ where: { programId: program.id, code } });
          const dedupeKey = `project:${project?.id ?? 0}`;
          const post = await opened.client.post.findFirst({ where: { dedupeKey } });
          return post?.ts ? { channel: post.channelId, thread: post.ts } : null;
        },
        keepFile: async (who, name) => {
          const file = filesOn(await sandbox.screen(who)).at(-1);
          if (file === undefined) throw new Error(`${who} was handed no file`);
          const address = `${sandbox.url}/_sandbox/file/${file.id}?as=${encodeURIComponent(who)}`;
          await mkdir(join(out, 'files'), { recursive: true });
          await writeFile(join(out, 'files', name), new Uint8Array(await (await fetch(address)).arrayBuffer()));
        },
        fileOf: async (file) => {
          const [name, bytes] = [basename(file), await readFile(join(replay.folder, file))];
          // Who counts again from it reads what was sent.
          await mkdir(join(out, 'sent'), { recursive: true });
          await writeFile(join(out, 'sent', name), bytes);
          return { name, mimetype: MIMETYPES[extname(name)] ?? '', base64: bytes.toString('base64') };
        },
        record,
        listener,
      },
      (beat) => {
        beats.add(beat);
        progress(dayAt(beat.at, plan.timeZone), begins, ends, beat.at);
      },
    );
    listener.news = () => {};
    const { count, sha256 } = record.close();
    const dedupeKeys = new Map((await opened.client.post.findMany()).map(({ id, dedupeKey }) => [id, dedupeKey]));
    await beats.write(dedupeKeys);
    const acts = await app.store.activity.exported(program.id);
    const prompts = await app.store.activity.exportedPrompts(program.id);
    const digests = digestLines(acts, beats.channels(dedupeKeys));
    await writeFile(join(out, 'digests.jsonl'), digests.map((each) => `${JSON.stringify(each)}\n`).join(''));
    await writeFile(join(out, 'activity.jsonl'), acts.map((each) => `${JSON.stringify(plainAct(each))}\n`).join(''));
    await writeFile(join(out, 'prompts.jsonl'), prompts.map((each) => `${JSON.stringify(each)}\n`).join(''));
    await writeFile(
      join(out, 'replay.json'),
      `${JSON.stringify({ ...placesOf(replay, out), begins, ends, sha256 }, null, 2)}\n`,
    );
    await Promise.all(writing);
    await inspect?.({ store: app.store, program });
    return { out, acts: script.length, messages: count, sha256, faults };
  } finally {
    await app.stop();
    await sandbox.close();
    await opened.close();
  }
}

type Seen = { readonly messages: readonly { readonly files?: readonly { readonly id: string }[] }[] };

/** What somebody was handed, of each channel the newest last. */
const filesOn = (screen: object): readonly { readonly id: string }[] =>
  ((screen as { channels?: readonly Seen[] }).channels ?? []).flatMap(({ messages }) =>
    messages.flatMap(({ files = [] }) => files),
  );

/** Where the plan is that was played, from the output folder. */
function placesOf({ planFile, mechanismsFile }: ReplayCase, out: string) {
  const mechanisms = mechanismsFile === null ? {} : { mechanisms: relative(out, mechanismsFile) };
  return { plan: relative(out, planFile), ...mechanisms };
}

/** What a picture says is in its alt text, which is written; of the pixels one picture of each kind is enough. */
function drawOnce(): Charts {
  const charts = openCharts();
  const drawn = new Map<string, Promise<Uint8Array>>();
  return {
    draw(chart) {
      const picture = drawn.get(chart.kind) ?? charts.draw(chart);
      drawn.set(chart.kind, picture);
      return picture;
    },
    close: () => charts.close(),
  };
}

/** What people saw as facts, a line a message: what an oracle reads, and what burden is counted by. */
async function openBeats(file: string) {
  const kept: { readonly beat: Beat; readonly news: News }[] = [];
  await mkdir(dirname(file), { recursive: true });
  return {
    add(beat: Beat): void {
      for (const news of beat.news) if (news.bot) kept.push({ beat, news });
    },
    /** In which channel each digest was said, by its dedupe key. */
    channels(dedupeKeys: ReadonlyMap<number, string>): ReadonlyMap<string, string> {
      return new Map(
        kept.flatMap(({ news: { metadata, channel } }) => {
          const dedupeKey = typeof metadata?.post === 'number' ? (dedupeKeys.get(metadata.post) ?? '') : '';
          return dedupeKey.startsWith('digest:') ? [[dedupeKey, channel] as const] : [];
        }),
      );
    },
    async write(dedupeKeys: ReadonlyMap<number, string>): Promise<void> {
      const lines = kept.map(({ beat, news }) => {
        const { what, at, channel, kind, ephemeral, onlyFor, mentions, thread, lines: text, metadata } = news;
        const post = typeof metadata?.post === 'number' ? aboutOf(dedupeKeys.get(metadata.post) ?? '') : null;
        const told = { at, what, kind, channel, onlyFor, ephemeral, mentions, threaded: thread !== null };
        return `${JSON.stringify({ ...told, wake: beat.who, subject: post, lines: text })}\n`;
      });
      await writeFile(file, lines.join(''));
    },
  };
}

/** What a post is about; of causes, which are Slack's own names for payloads, only the kind. */
function aboutOf(dedupeKey: string): string {
  if (/^(digest|prompt|reminder):/.test(dedupeKey)) return dedupeKey;
  const [what = '', id, part = '', , person] = dedupeKey.split(':');
  if (what !== 'obstacle') return what;
  // Its card at an address, or what somebody is asked or told; of the project office, which is named at the end.
  return `obstacle:${id}:${part.startsWith('@') ? 'card' : part}${person === undefined ? '' : ':office'}`;
}

let shown = '';
/** A line that moves on while it works, where somebody looks. */
function progress(day: LocalDay, begins: number, ends: number, at: number): void {
  const month = process.stderr.isTTY ? day : day.slice(0, 7);
  if (month === shown) return;
  shown = month;
  const share = Math.floor(((at - begins) / (ends - begins)) * 100);
  process.stderr.write(process.stderr.isTTY ? `\r${day} ${share} %` : `${day} ${share} %\n`);
}

export async function replay(folder: string, options: ReplayOptions): Promise<void> {
  const began = performance.now();
  const before = process.cpuUsage();
  const { out, acts, messages, sha256, faults } = await runReplay(folder, options);
  const { user, system } = process.cpuUsage(before);
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(
    `${acts} acts, ${messages} messages in ${out}\n${seconds} s, of processor time ${Math.round((user + system) / 1e6)} s\nsha256 ${sha256}\n`,
  );
  if (faults.length > 0)
    throw new Told(`${faults.length} lines could not be played:\n${faults.slice(0, MOST_FAULTS).join('\n')}`);
}

/** `replay-make DIR`: writes a year of the folder's plan as a script, a file a month. The same seed writes the same year. */
export async function makeReplay(folder: string, options: { readonly seed: string }): Promise<void> {
  const { plan, from, to } = await readHead(folder, readPlan);
  const { happenings, files } = makeYear(plan, workCalendar(plan.calendar), options.seed);
  const year = happenings.filter(({ at }) => at.slice(0, 10) >= from && at.slice(0, 10) <= to);
  const months = new Map<string, string[]>();
  for (const each of year) {
    const month = each.at.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), JSON.stringify(each)]);
  }
  for (const { file, text } of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  for (const [month, lines] of months) await writeFile(join(folder, `${month}.jsonl`), `${lines.join('\n')}\n`);
  process.stdout.write(`${year.length} happenings in ${months.size} files\n`);
}
