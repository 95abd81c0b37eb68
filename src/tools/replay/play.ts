import { dayAt, type Instant, type LocalDay } from '../../domain/day.js';
import { words as orderWords } from '../../features/progress/messages/order.js';
import { sitePicture } from '../demo/picture.js';
import type { Attachment, Happening, ScriptLine } from './happening.js';
import { openPosts, type Thread } from './posts.js';
import type { News, ReplayRecord } from './record.js';

/** What is played on: a local workspace whose clock stands between moves, and its bot. */
export type Stage = {
  readonly workspace: {
    readonly clock: { now(): Instant };
    advance(milliseconds: number): Promise<void>;
    act(request: Record<string, unknown>): Promise<{ readonly ok: boolean; readonly error: string | null }>;
  };
  /** Nothing is being worked on. */
  readonly rest: () => Promise<void>;
  /** The first message of a project's thread. */
  readonly threadOf: (code: string) => Promise<Thread | null>;
  /** Keeps the newest file that somebody was handed under a name. */
  readonly keepFile: (who: string, name: string) => Promise<void>;
  /** A file of the replay's folder, as somebody attaches it. */
  readonly fileOf: (file: string) => Promise<AttachedFile>;
  readonly record: ReplayRecord;
  /** What people see, as it comes; taken from here. */
  readonly listener: { news: (news: News) => void };
};

export type AttachedFile = { readonly name: string; readonly mimetype: string; readonly base64: string };

/** An act, or a move of the clock, with all that people saw of it. */
export type Beat = {
  readonly at: Instant;
  /** Who acted; null: the clock moved. */
  readonly who: string | null;
  readonly news: readonly News[];
};

type Doing = (words: string, request: Record<string, unknown>) => Promise<readonly News[]>;
type Message = { readonly channel: string; readonly ts: string };
type Asked = { channelId: string; lines: readonly string[] };

/**
 * Plays a script from its first line to `until`, each act and each moment of the clock's work brought to rest before the
 * next. `beat` hears of each. Answers what could not be played, each with its line; the rest was played all the same.
 */
export async function playScript(
  script: readonly ScriptLine[],
  until: Instant,
  timeZone: string,
  names: ReadonlyMap<string, string>,
  stage: Stage,
  beat: (beat: Beat) => void,
): Promise<readonly string[]> {
  const { workspace, rest, record } = stage;
  const faults: string[] = [];
  const threads = new Map<string, Thread>();
  /** The questions of today, by the message: who has one, and how it reads now. */
  let asked = new Map<string, Asked>();
  const posts = openPosts();
  let askedOn: LocalDay | null = null;
  let moved: News[] = [];
  let seen: News[] = [];

  stage.listener.news = (news) => {
    // Within a move the clock steps from one moment to the next: each is a page of its own.
    const last = seen.at(-1);
    if (last && last.at !== news.at) takeNews(null);
    record.hear(news);
    seen.push(news);
  };

  function takeNews(who: string | null): readonly News[] {
    const at = seen[0]?.at ?? workspace.clock.now();
    const news = record.rest();
    seen = [];
    for (const each of news) {
      keepAsked(each);
      posts.keep(each);
    }
    if (who === null) moved.push(...news);
    if (news.length > 0 || who !== null) beat({ at, who, news });
    return news;
  }

  function keepAsked(news: News): void {
    const day = dayAt(news.at, timeZone);
    if (day !== askedOn) {
      asked = new Map();
      askedOn = day;
    }
    if (!news.bot || news.kind !== 'direct' || news.ephemeral || news.thread !== null) return;
    const key = `${news.onlyFor} ${news.ts}`;
    if (news.what === 'posted' || asked.has(key)) asked.set(key, { channelId: news.channelId, lines: news.lines });
  }

  async function goTo(at: Instant): Promise<void> {
    const now = workspace.clock.now();
    if (at <= now) return;
    moved = [];
    await workspace.advance(at - now);
    await rest();
    takeNews(null);
  }

  async function threadOf(code: string): Promise<Thread> {
    const known = threads.get(code) ?? (await stage.threadOf(code));
    if (known === null) throw new Error(`${code} has no thread yet`);
    threads.set(code, known);
    return known;
  }

  async function act(does: Happening): Promise<void> {
    const { who } = does;
    const name = names.get(who) ?? who;
    const doing: Doing = async (words, request) => {
      record.act(workspace.clock.now(), `${name} ${words}`);
      const acted = await workspace.act({ as: who, ...request });
      await rest();
      const news = takeNews(who);
      if (!acted.ok) throw new Error(acted.error ?? 'it was not done');
      return news;
    };
    const place = (channel: string | undefined) => (channel === undefined ? { to: 'bot' } : { channel });
    let news: readonly News[] = [];
    if ('say' in does) {
      const under = does.under === undefined ? null : posts.under(does.in ?? '', does.under);
      if (does.under !== undefined && under === null) return;
      const where = under ?? (does.thread === undefined ? place(does.in) : await threadOf(does.thread));
      const files = does.photo && [
        {
          name: does.photo.name,
          mimetype: 'image/png',
          base64: sitePicture(does.photo.name, does.photo.percent).toString('base64'),
        },
      ];
      news = await doing('说', { do: 'say', text: does.say, ...where, ...(files ? { files } : {}) });
    } else if ('command' in does) {
      news = await doing(`输入 ${does.command}`, { do: 'command', text: does.command, ...place(does.in) });
      if (does.keeps !== undefined) await stage.keepFile(who, does.keeps);
    } else if ('press' in does) {
      news = await pressed(does, doing);
    } else if ('answer' in does) {
      news = await answerRow(does, doing);
    } else if ('answers' in does) {
      news = await answerRows(does, doing);
    } else if ('home' in does) {
      news = await doing('打开首页', { do: 'home' });
    } else {
      news = await doing(`填写并提交：${said(does.fill)}`, { do: 'submit', fields: does.fill });
    }
    // A later step is said to be done while an earlier one is open: both are, in the year that the script tells.
    const together = orderWords.both.zh;
    if (news.some(({ lines }) => lines.some((line) => line.includes(`[${together}]`))))
      news = [...news, ...(await doing(`按「${together}」`, { do: 'press', label: together }))];
    const { sees } = does;
    if (sees !== undefined && !news.some((each) => each.lines.some((line) => line.includes(sees))))
      throw new Error(`${name} was not shown '${sees}' but:\n${news.flatMap((each) => each.lines).join('\n')}`);
  }

  async function pressed(
    { who, press, beside, fill, attach, perhaps }: Extract<Happening, { press: string }>,
    doing: Doing,
  ): Promise<readonly News[]> {
    const words = beside === undefined ? `按「${press}」` : `按「${press}」（${beside}）`;
    const request = { do: 'press', label: press, ...(beside === undefined ? {} : { beside }) };
    try {
      const opened = await doing(words, request);
      return attach === undefined ? await filled(opened, fill, doing) : await attached(attach, fill, doing);
    } catch (error) {
      if (!perhaps) throw error;
      // What was typed into a form that was refused is given up.
      await workspace.act({ as: who, do: 'close', all: true }).catch(() => {});
      record.act(workspace.clock.now(), '没有办成');
      return [];
    }
  }

  async function filled(
    news: readonly News[],
    fill: Readonly<Record<string, string>> | undefined,
    doing: Doing,
  ): Promise<readonly News[]> {
    return fill === undefined ? news : doing(`填写并提交：${said(fill)}`, { do: 'submit', fields: fill });
  }

  async function attached(
    { label, file }: Attachment,
    fill: Readonly<Record<string, string>> = {},
    doing: Doing,
  ): Promise<readonly News[]> {
    const sent = await stage.fileOf(file);
    return doing(`填写并提交：${said({ ...fill, [label]: sent.name })}`, {
      do: 'submit',
      fields: { ...fill, [label]: sent },
    });
  }

  /** The rows of today's question to somebody that have a button, as they read now. */
  function rowsWith(who: string, label: string): { readonly row: string; readonly message: Message }[] {
    if (dayAt(workspace.clock.now(), timeZone) !== askedOn) return [];
    return [...asked].flatMap(([key, { channelId, lines }]) => {
      const [person, ts = ''] = key.split(' ');
      if (person !== who) return [];
      const rows = lines.filter((_, index) => lines[index + 2]?.includes(`[${label}]`));
      return rows.map((row) => ({ row, message: { channel: channelId, ts } }));
    });
  }

  async function answerRow(
    { who, answer, with: label, fill, else: otherwise }: Extract<Happening, { answer: string }>,
    doing: Doing,
  ): Promise<readonly News[]> {
    const found = rowsWith(who, label).find(({ row }) => row.startsWith(answer));
    if (!found) return otherwise === undefined ? [] : doing('说', { do: 'say', text: otherwise, to: 'bot' });
    const request = { do: 'press', label, beside: found.row, message: found.message };
    const pressed = await doing(`按「${label}」（${answer}）`, request);
    return filled(pressed, fill, doing).catch(async (error: unknown) => {
      // What was said elsewhere since then answers the row: the press is told so, and there is nothing to fill in.
      if (!(error instanceof Error && error.message.includes('no submit button'))) throw error;
      await workspace.act({ as: who, do: 'close', all: true }).catch(() => {});
      return pressed;
    });
  }

  async function answerRows(
    { who, answers: label, most }: Extract<Happening, { answers: string }>,
    doing: Doing,
  ): Promise<readonly News[]> {
    const news: News[] = [];
    for (const { row, message } of rowsWith(who, label).slice(0, most))
      news.push(...(await doing(`按「${label}」（${row}）`, { do: 'press', label, beside: row, message })));
    return news;
  }

  for (const { where, at, does } of script) {
    await goTo(at);
    await act(does).catch(async (error: unknown) => {
      faults.push(`${where}: ${error instanceof Error ? error.message : String(error)}`);
      await workspace.act({ as: does.who, do: 'close', all: true }).catch(() => {});
    });
  }
  await goTo(until);
  return faults;
}

const said = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([label, value]) => `${label} ${value}`)
    .join('；');
