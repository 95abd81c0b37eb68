import type { Digest } from '../../../domain/digest/compute.js';
import type { DigestFactor, FactorRow } from '../../../domain/digest/factors.js';
import { escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import { factorPhrases } from '../../factor/door.js';
import { projectOf } from './items.js';
import type { Phrases } from './phrases.js';
import { firstThatFits, type Row, row, shortName } from './rows.js';

/** What projects need of the pools, and what is left. */
export const words = {
  lead: { zh: (_factor: string) => '要素', en: (factor: string) => factor },
  untouched: {
    zh: (factor: string, all: string, _bare: string, waiting: string) => `：${factor}${all}，要${waiting}`,
    en: (_factor: string, _all: string, bare: string, waiting: string) => `: ${waiting} asked of ${bare}`,
  },
  left: {
    zh: (factor: string, left: string, all: string, waiting: string) => `：${factor}剩${left}/${all}，${waiting}在等`,
    en: (_factor: string, left: string, all: string, waiting: string) => `: ${left} of ${all} left, ${waiting} waiting`,
  },
  /** The same where a long measure leaves no room to say it twice. */
  leftShort: {
    zh: (factor: string, left: string, all: string, waiting: string) => `：${factor}剩${left}/${all}，等${waiting}`,
    en: (_factor: string, left: string, all: string, waiting: string) => `: ${left}/${all} left, ${waiting} waiting`,
  },
  none: {
    zh: (factor: string, waiting: string) => `：${factor}要${waiting}，还没有指标`,
    en: (_factor: string, waiting: string) => `: ${waiting} asked, no pool yet`,
  },
  others: { zh: (count: number) => `，另${count}种`, en: (count: number) => `; +${count}` },
  waits: {
    zh: (factor: string, amount: string, day: string) => `${factor}：等${amount}，${day}提出`,
    en: (factor: string, amount: string, day: string) => `${factor}: waits for ${amount}, asked ${day}`,
  },
  has: {
    zh: (factor: string, amount: string) => `${factor}：已配${amount}`,
    en: (factor: string, amount: string) => `${factor}: has ${amount}`,
  },
} as const satisfies Catalogue;

type Factors = NonNullable<Digest['factors']>;

/** `要素：土地剩43/120亩，60亩在等`: the first pool of the plan's order that somebody waits for; null: nobody waits. */
export function factorRow({ factors, program, day }: Digest, phrases: Phrases): Row | null {
  const own = inLanguage(words, phrases.language);
  const asked = (factors ?? []).filter(({ waits }) => waits > 0);
  const [first] = asked;
  if (first === undefined) return null;
  const say = factorPhrases({ program, today: day }, phrases.language);
  const { factor, part, amount, left, waits } = first;
  const title = say.title(factor, part);
  const waiting = say.amount(waits, factor);
  const all = say.amount(amount, factor);
  const bare = say.bare(amount, factor);
  const shorter = own.leftShort(title, say.bare(left, factor), bare, phrases.zh ? waiting : say.bare(waits, factor));
  const said =
    amount === 0
      ? [own.none(title, waiting)]
      : left === amount
        ? [own.untouched(title, all, bare, waiting), own.untouched(title, bare, bare, waiting)]
        : [own.left(title, say.bare(left, factor), all, phrases.zh ? waiting : say.bare(waits, factor)), shorter];
  const others = asked.length > 1 ? own.others(asked.length - 1) : '';
  const ways = [...said.map((each) => `${each}${others}`), ...said];
  return firstThatFits(
    ways.map((each) => row(own.lead(title), each)),
    phrases.language,
  );
}

/** How many lines the list has. */
export const factorCount = (factors: Digest['factors']): number =>
  (factors ?? []).reduce((sum, { waiting, held }) => sum + waiting.length + held.length, 0);

/** Who waits, pool by pool, then who has what; each with its project. */
export function factorItems(
  digest: Digest,
  phrases: Phrases,
): readonly { readonly id: number; readonly text: string }[] {
  const own = inLanguage(words, phrases.language);
  const say = factorPhrases({ program: digest.program, today: digest.day }, phrases.language);
  const factors: Factors = digest.factors ?? [];
  const item = ({ projectId, code }: FactorRow, said: string) => {
    const lit = projectOf(digest, projectId);
    return { id: projectId, text: `*${escapeText(lit === null ? code : shortName(lit.project))}*\n${said}` };
  };
  const title = ({ factor, part }: DigestFactor) => say.title(factor, part);
  return [
    ...factors.flatMap((pool) =>
      pool.waiting.map((each) =>
        item(each, own.waits(title(pool), say.amount(each.waits, pool.factor), phrases.day(each.askedOn))),
      ),
    ),
    ...factors.flatMap((pool) =>
      pool.held.map((each) => item(each, own.has(title(pool), say.amount(each.held, pool.factor)))),
    ),
  ];
}
