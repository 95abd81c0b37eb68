import type { Ctx, Outcome } from '../../../feature.js';
import { actions, button, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Given } from '../model.js';
import { factorPhrases } from './parts.js';
import { deniedRefusal, meanwhileRefusal, shortRefusal, unknownRefusal } from './refusals.js';

const words = {
  given: {
    zh: (code: string, factor: string, amount: string, left: string) => `已配${code} ${factor}${amount}，剩${left}`,
    en: (code: string, factor: string, amount: string, left: string) =>
      `Given to ${code}: ${factor} ${amount}, ${left} left`,
  },
  passed: {
    zh: (codes: string) => `排在前面还在等的：${codes}`,
    en: (codes: string) => `Before it in the order and waiting: ${codes}`,
  },
  and: { zh: (count: number) => `等${count}家`, en: (count: number) => ` and ${count} more` },
  cleared: {
    zh: (number: number) => `卡点${number}号待核实`,
    en: (number: number) => `Obstacle ${number} is to be verified`,
  },
  clearedBy: {
    zh: (factor: string, amount: string) => `已配${factor}${amount}`,
    en: (factor: string, amount: string) => `${factor} ${amount} given`,
  },
  list: { zh: '看次序', en: 'See order' },
  choose: { zh: '接着配', en: 'Next' },
} as const satisfies Phrases;

const NAMED = 3;

/** What came of an allocation, to who pressed. */
export function givenOutcome(ctx: Ctx, given: Given): Outcome {
  switch (given.kind) {
    case 'unknown':
      return unknownRefusal(ctx, null);
    case 'denied':
      return deniedRefusal(ctx, given.why);
    case 'short':
      return shortRefusal(ctx, given);
    case 'meanwhile':
      return meanwhileRefusal(ctx, given);
    case 'given':
      return { kind: 'replace', message: givenMessage(ctx, given) };
  }
}

/** What clears the obstacle that a request was made for. */
export const clearedText = (language: Ctx['language'], factor: string, amount: string): string =>
  inLanguage(words, language).clearedBy(factor, amount);

function givenMessage(ctx: Ctx, { need, factor, give, left, passed, cleared }: Extract<Given, { kind: 'given' }>) {
  const say = inLanguage(words, ctx.language);
  const phrases = factorPhrases(ctx, ctx.language);
  const title = say.given(
    need.code,
    phrases.title(factor, need.part),
    phrases.amount(give, factor),
    phrases.amount(left, factor),
  );
  const codes = passed.map(({ code }) => code);
  const named = codes.slice(0, NAMED).join(ctx.language === 'zh' ? '、' : ', ');
  const beyond = ctx.language === 'zh' ? codes.length : codes.length - NAMED;
  const rows = [
    phrases.reason(need, factor),
    ...(cleared === null ? [] : [say.cleared(cleared)]),
    ...(codes.length === 0 ? [] : [say.passed(codes.length > NAMED ? `${named}${say.and(beyond)}` : named)]),
  ];
  return {
    text: [title, ...rows].join(' '),
    blocks: [
      section([`*${title}*`, ...rows].join('\n')),
      actions(
        button(ids.choose, { pool: need.poolId, offset: 0 }, say.choose),
        button(ids.list, { pool: need.poolId, offset: 0 }, say.list),
      ),
    ],
  };
}
