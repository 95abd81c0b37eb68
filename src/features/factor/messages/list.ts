import type { KnownBlock } from '@slack/types';
import { waiting } from '../../../domain/factor.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, header, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { cutToFit, fitsRow } from '../../../text/row.js';
import { ids } from '../ids.js';
import type { NeedLine, SeenPool } from '../model.js';
import { type FactorPhrases, factorPhrases } from './parts.js';

const words = {
  asked: {
    zh: (pool: string, count: number, amount: string, _bare: string) => `${pool} · ${count}家要${amount}`,
    en: (pool: string, count: number, _amount: string, amount: string) =>
      `${pool}, ${count} ${count === 1 ? 'asks' : 'ask'} for ${amount}`,
  },
  none: { zh: '没有人在等', en: 'Nobody waits' },
  gives: {
    zh: (place: number, project: string, amount: string, after: string) => `${place} ${project} ${amount} → 剩${after}`,
    en: (place: number, project: string, amount: string, after: string) =>
      `${place} ${project} ${amount} → ${after} left`,
  },
  last: {
    zh: (place: number, project: string, amount: string) => `${place} ${project} ${amount} → 配完`,
    en: (place: number, project: string, amount: string) => `${place} ${project} ${amount} → none left`,
  },
  short: {
    zh: (place: number, project: string, amount: string, by: string, _bare: string) =>
      `${place} ${project} ${amount}：差${by}`,
    en: (place: number, project: string, amount: string, _by: string, by: string) =>
      `${place} ${project} ${amount}: ${by} short`,
  },
  part: {
    zh: (give: string) => `可拆分，先配${give}`,
    en: (give: string) => `in part: ${give} now`,
  },
  whole: { zh: '不可拆分', en: 'not divisible' },
  order: { zh: '次序：类别、关口、产出、先后', en: 'Order: class, gate, yield, day asked' },
  later: {
    zh: (amount: string, day: string) => `其中${amount}${day}起可用`,
    en: (amount: string, day: string) => `Of this ${amount} from ${day}`,
  },
  choose: { zh: '配置', en: 'Allocate' },
  give: { zh: (amount: string) => `配${amount}`, en: (amount: string) => `Give ${amount}` },
  whatIf: { zh: '如果…', en: 'What if' },
  picture: { zh: '看图', en: 'Picture' },
  rule: { zh: '算法', en: 'Rule' },
  back: { zh: '返回', en: 'Back' },
  more: { zh: (left: number) => `还有${left}家`, en: (left: number) => `${left} more` },
} as const satisfies Phrases;

const PAGE = 6;
/** A name of which fewer would be left is not said beside its code. */
const FEWEST_LETTERS = '二字…';

/** `choose`: each line has the button that gives. */
export function listMessage(ctx: Ctx, seen: SeenPool, offset: number, how: 'see' | 'choose'): Message {
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const { pool, factor, lines, whole, manages } = seen;
  const asked = lines.reduce((sum, { request }) => sum + waiting(request), 0);
  const title =
    lines.length === 0
      ? phrases.pool(seen)
      : say.asked(phrases.pool(seen), lines.length, phrases.amount(asked, factor), phrases.bare(asked, factor));
  const page = lines.slice(offset, offset + PAGE);
  const rest = lines.length - offset - page.length;
  const later = pool.batches
    .filter(({ from, amount, given }) => from > ctx.today && amount > given)
    .map(({ from, amount, given }) => say.later(phrases.amount(amount - given, factor), phrases.day(from)));
  const more =
    rest > 0
      ? [button(how === 'see' ? ids.list : ids.choose, { pool: pool.id, offset: offset + PAGE }, say.more(rest))]
      : [];
  const buttons =
    how === 'choose'
      ? [...more, button(ids.list, { pool: pool.id, offset: 0 }, say.back)]
      : [
          ...(manages && lines.length > 0
            ? [button(ids.choose, { pool: pool.id, offset: 0 }, say.choose, 'primary')]
            : []),
          ...(whole && lines.length > 0 ? [button(ids.whatIf, { pool: pool.id }, say.whatIf)] : []),
          ...(whole && pool.batches.length > 0 ? [button(ids.picture, { pool: pool.id }, say.picture)] : []),
          ...(whole ? [button(ids.rule, { pool: pool.id }, say.rule)] : []),
          ...more,
        ];
  const rows = page.map((line) => rowsOf(line, seen, phrases, say));
  return {
    text: [title, ...rows.map(([row]) => row)].slice(0, 4).join(ctx.language === 'zh' ? '；' : '; '),
    blocks: [
      header(title),
      ...(lines.length === 0 ? [section(say.none)] : []),
      ...(how === 'choose' ? page.map((line, index) => chosen(line, rows[index] ?? [])) : sectionsOf(rows)),
      ...later.slice(0, 3).map((row) => context(row)),
      ...(lines.length > 0 && how === 'see' ? [context(say.order)] : []),
      ...(buttons.length === 0 ? [] : [actions(...buttons)]),
    ],
  };

  function chosen({ request, give }: NeedLine, row: readonly string[]): KnownBlock {
    const waits = waiting(request);
    return section(
      row.join('\n'),
      button(ids.give, { id: request.id, waits }, say.give(phrases.amount(give > 0 ? give : waits, factor))),
    );
  }
}

const sectionsOf = (rows: readonly (readonly string[])[]): readonly KnownBlock[] =>
  rows.length === 0 ? [] : [section(rows.flat().join('\n'))];

/** A line's place, what it is given and leaves, and why it stands there. */
function rowsOf(
  { request, give, after, short }: NeedLine,
  { factor, places }: SeenPool,
  phrases: FactorPhrases,
  say: ReturnType<typeof sayings>,
): readonly string[] {
  const place = places.get(request.id) ?? 0;
  const amount = phrases.amount(waiting(request), factor);
  const lacks = phrases.bare(short, factor);
  const gives = (project: string) =>
    after === 0 ? say.last(place, project, amount) : say.gives(place, project, amount, phrases.bare(after, factor));
  const lacking = (by: string, end: string) => (project: string) =>
    `${say.short(place, project, amount, by, lacks)}${end}`;
  const indivisible = short > 0 && !request.divisible;
  const end = indivisible ? `${phrases.comma}${say.whole}` : '';
  const ways = short === 0 ? [gives] : [lacking(phrases.amount(short, factor), end), lacking(lacks, end)];
  const { code, called } = phrases.parts(request);
  // A project is cut down to its code, never further: before that, other words of the row give way.
  const whole = ways.find((way) => fitsRow(way(code), phrases.language));
  const way = whole ?? (short === 0 ? gives : lacking(lacks, ''));
  const fits = fitsRow(way(`${code} ${FEWEST_LETTERS}`), phrases.language);
  const project = fits ? `${code} ${cutToFit(called, (name) => way(`${code} ${name}`), phrases.language)}` : code;
  return [
    way(escapeText(project)),
    ...(indivisible && whole === undefined ? [`　${say.whole}`] : []),
    `　${phrases.reason(request, factor)}`,
    ...(short > 0 && give > 0 ? [`　${say.part(phrases.amount(give, factor))}`] : []),
  ];
}

const sayings = (language: FactorPhrases['language']) => inLanguage(words, language);
