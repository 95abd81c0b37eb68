import type { PoolChart, PoolMark } from '../../../charts/chart.js';
import { leftOf, waiting } from '../../../domain/factor.js';
import type { FactorAmount } from '../../../domain/factor-amount.js';
import { waitingBy } from '../../../domain/factor-supply.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { header, section } from '../../../slack/blocks.js';
import { clip, unescapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { SeenPool } from '../model.js';
import { factorPhrases } from './parts.js';

const words = {
  waits: {
    zh: (count: number, amount: string) => `${count}家在等，要${amount}`,
    en: (count: number, amount: string) => `${count} ${count === 1 ? 'waits' : 'wait'} for ${amount}`,
  },
  none: { zh: '没有人在等', en: 'Nobody waits' },
  batch: { zh: (day: string) => `${day}起的指标`, en: (day: string) => `Batch of ${day}` },
  left: {
    zh: (left: string, all: string) => `剩${left}/${all}`,
    en: (left: string, all: string) => `${left}/${all} left`,
  },
  by: {
    zh: (day: string, count: number) => `${day}前要（${count}家）`,
    en: (day: string, count: number) => `Needed by ${day} (${count})`,
  },
  open: {
    zh: (count: number) => `没说时间（${count}家）`,
    en: (count: number) => `No day said (${count})`,
  },
  enough: { zh: (amount: string) => `${amount}，够`, en: (amount: string) => `${amount}: enough` },
  short: {
    zh: (amount: string, short: string) => `${amount}，累计差${short}`,
    en: (amount: string, short: string) => `${amount}: ${short} short so far`,
  },
  given: { zh: '已配', en: 'given' },
  there: { zh: '可配', en: 'there' },
  ahead: { zh: '没到日子', en: 'not there yet' },
  needEnough: { zh: '在等，够', en: 'waits, enough' },
  needShort: { zh: '在等，不够', en: 'waits, short' },
} as const satisfies Phrases;

type Row = PoolChart['rows'][number];

/** More rows of either kind are no longer read on a phone. */
const MOST_EACH = 6;
const MOST_ALT = 2000;

/** A pool as a picture: each batch with what is given and left of it, then what waits by when, and whether it is there by then. */
export function pictureMessage(ctx: Ctx, seen: SeenPool): Message {
  const { pool, factor, lines } = seen;
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const zh = ctx.language === 'zh';
  const requests = lines.map(({ request }) => request);
  const asked = requests.reduce((sum, request) => sum + waiting(request), 0);
  const amount = (of: FactorAmount) => phrases.amount(of, factor);
  const waits = waitingBy(requests, pool.batches, ctx.today, MOST_EACH);
  const batches = [...pool.batches].sort((one, other) => (one.from < other.from ? -1 : 1)).slice(-MOST_EACH);
  const longest = Math.max(...batches.map((batch) => batch.amount), ...waits.map((wait) => wait.amount));
  const rows: readonly Row[] = [
    ...batches.map(
      (batch): Row => ({
        name: say.batch(phrases.day(batch.from)),
        says: say.left(phrases.bare(batch.amount - batch.given, factor), amount(batch.amount)),
        mark: batch.from <= ctx.today ? 'there' : 'ahead',
        percent: (batch.amount / longest) * 100,
        full: (batch.given / batch.amount) * 100,
      }),
    ),
    ...waits.map(
      (wait): Row => ({
        name: wait.by === null ? say.open(wait.count) : say.by(phrases.day(wait.by), wait.count),
        says: wait.short > 0 ? say.short(amount(wait.amount), amount(wait.short)) : say.enough(amount(wait.amount)),
        mark: wait.short > 0 ? 'short' : 'enough',
        percent: (wait.amount / longest) * 100,
        full: 0,
      }),
    ),
  ];
  const title = phrases.pool(seen);
  const about = lines.length === 0 ? say.none : say.waits(lines.length, amount(asked));
  const labels = {
    given: say.given,
    there: say.there,
    ahead: say.ahead,
    enough: say.needEnough,
    short: say.needShort,
  };
  const shown = new Set<PoolMark | 'given'>(rows.map(({ mark }) => mark));
  if (leftOf(batches, ctx.today, true) < batches.reduce((sum, batch) => sum + batch.amount, 0)) shown.add('given');
  const chart: PoolChart = {
    kind: 'pool',
    // A picture's texts are as they are read.
    title: unescapeText(title),
    about,
    rows,
    legend: (['given', 'there', 'ahead', 'enough', 'short'] as const)
      .filter((mark) => shown.has(mark))
      .map((mark) => ({ mark, label: labels[mark] })),
  };
  const said = rows.map(({ name, says }) => `${name}${zh ? '：' : ': '}${says}`);
  return {
    text: title,
    blocks: [header(title), section(about)],
    picture: {
      chart,
      alt: clip([chart.title, about, ...said].join(zh ? '；' : '; '), MOST_ALT),
      name: `pool-${pool.id}`,
      before: 1,
    },
  };
}
