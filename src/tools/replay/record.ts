import { createHash, type Hash } from 'node:crypto';
import { dayAt, type Instant, type LocalDay, timeAt, weekday } from '../../domain/day.js';
import { changedLines } from './lines.js';

/** A message as the workspace tells of it (sandbox/workspace/news.ts). */
export type News = {
  readonly what: 'posted' | 'edited' | 'deleted';
  readonly at: Instant;
  readonly kind: 'public' | 'private' | 'direct';
  readonly channelId: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | null;
  readonly from: string;
  readonly bot: boolean;
  readonly onlyFor: string | null;
  readonly ephemeral: boolean;
  readonly mentions: readonly string[];
  readonly lines: readonly string[];
  readonly before: readonly string[] | null;
  readonly metadata: Record<string, unknown> | null;
};

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const PLACES = { direct: 0, private: 1, public: 1 } as const;
/** Whole threads are named by their first words. */
const ROOT_LETTERS = 24;

/**
 * Writes down what people see, a text a day. What comes in one beat (between two rests of the bot) comes side by side in
 * many channels, in an order that nobody sees: it is written channel by channel, within a channel in its order.
 */
export function openRecord(timeZone: string, closeDay: (day: LocalDay, text: string) => void) {
  const roots = new Map<string, string>();
  const hash: Hash = createHash('sha256');
  let beat: News[] = [];
  let today: LocalDay | null = null;
  let page: string[] = [];
  let count = 0;

  function turnTo(at: Instant): void {
    const day = dayAt(at, timeZone);
    if (day === today) return;
    finish();
    today = day;
    page = [`${day} 周${WEEKDAYS[weekday(day) - 1]}`];
  }

  function finish(): void {
    if (today === null || page.length < 2) return;
    const text = `${page.join('\n')}\n`;
    hash.update(text);
    closeDay(today, text);
  }

  function place(news: News): string {
    const where = news.kind === 'direct' ? `私信 ${news.channel}` : `#${news.channel}`;
    const alone = news.ephemeral ? ` 仅本人可见（${news.onlyFor}）` : '';
    const thread = news.thread === null ? '' : ` ↳ ${roots.get(`${news.channelId} ${news.thread}`) ?? ''}`;
    return `${where}${alone}${thread}`;
  }

  function write(news: News): void {
    const time = timeAt(news.at, timeZone);
    const how = { posted: '', edited: '（改）', deleted: '（删）' }[news.what];
    const lines = each(news.lines);
    const body = news.what === 'edited' ? changedLines(each(news.before ?? []), lines) : lines;
    if (news.what === 'edited' && body.length === 0) return;
    page.push('', `${time} ${place(news)} ${news.from}${how}`, ...body.map((line) => `    ${line}`));
    count += 1;
  }

  return {
    /** A message came, was edited, or went. */
    hear(news: News): void {
      beat.push(news);
      if (news.what === 'posted' && news.thread === null && !news.ephemeral)
        roots.set(`${news.channelId} ${news.ts}`, (news.lines[0] ?? '').slice(0, ROOT_LETTERS));
    },

    /** What somebody is about to do, in words; it stands above what comes of it. */
    act(at: Instant, words: string): void {
      turnTo(at);
      page.push('', `${timeAt(at, timeZone)} ▸ ${words}`);
    },

    /** The bot is at rest: what came since the last time is written. Answers it in the order in which it is written. */
    rest(): readonly News[] {
      const order = beat
        .map((news, index) => ({ news, index, key: orderKey(news) }))
        .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.index - other.index))
        .map(({ news }) => news);
      for (const news of order) {
        turnTo(news.at);
        write(news);
      }
      beat = [];
      return order;
    },

    /** Closes the last day; how many messages were written, and the digest of all texts. */
    close(): { readonly count: number; readonly sha256: string } {
      finish();
      page = [];
      return { count, sha256: hash.digest('hex') };
    },
  };
}

export type ReplayRecord = ReturnType<typeof openRecord>;

const orderKey = ({ at, kind, channel, channelId, onlyFor, ephemeral }: News): string =>
  `${at} ${PLACES[kind]} ${channel} ${channelId} ${ephemeral ? `~${onlyFor}` : ''}`;

/** One part of a message may be several lines. */
const each = (lines: readonly string[]): string[] => lines.flatMap((line) => line.split('\n'));
