import { LONGEST_NEED, NEEDS_AT_ONCE } from '../../../domain/visit.js';
import { type Ctx, type Outcome, refuse } from '../../../feature.js';
import type { SlotCase } from '../../../store/review-slots.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { itemPhrases } from '../../review/door.js';
import type { VisitFault } from '../model.js';

type Said = { readonly wrong: string; readonly instead: string };

const FAULTS: Readonly<Record<VisitFault, { readonly zh: Said; readonly en: Said }>> = {
  gone: {
    zh: { wrong: '没有办：轮到的已经换了', instead: '看议程上现在是谁' },
    en: { wrong: 'Not done: it is another’s turn by now', instead: 'see the agenda' },
  },
  'which-project': {
    zh: { wrong: '没有记：没有看出是这里的哪个项目', instead: '需求：P-053 用电不够，一次写一个项目' },
    en: { wrong: 'Not noted: which project of this town?', instead: 'need: P-053 lacks power, one project at a time' },
  },
  settled: {
    zh: { wrong: '没有办：这次已经记过了', instead: '看议程上怎么记的' },
    en: { wrong: 'Not done: that is settled already', instead: 'see it on the agenda' },
  },
  over: {
    zh: { wrong: '没有办：这一期已经过了', instead: '记到下一次' },
    en: { wrong: 'Not done: its period is over', instead: 'note it at the next one' },
  },
  outside: {
    zh: { wrong: '没有改：要在这一期里、今天或以后', instead: '选这一期的工作日' },
    en: { wrong: 'Not moved: it has to be in this period', instead: 'choose a workday of it to come' },
  },
  'day-off': {
    zh: { wrong: '没有改：那天不上班', instead: '选一个工作日' },
    en: { wrong: 'Not moved: nobody works that day', instead: 'choose a workday' },
  },
  'same-day': {
    zh: { wrong: '没有改：本来就是这一天', instead: '选另一天' },
    en: { wrong: 'Not moved: it is on that day', instead: 'choose another' },
  },
  'no-need': {
    zh: { wrong: '没有记：没有写要办什么', instead: '一行写一件' },
    en: { wrong: 'Not noted: nothing is written', instead: 'write one need a line' },
  },
  'too-many': {
    zh: { wrong: `没有记：一次最多${NEEDS_AT_ONCE}件`, instead: '分两次记' },
    en: { wrong: `Not noted: ${NEEDS_AT_ONCE} at a time at most`, instead: 'tell them in two parts' },
  },
  'too-long': {
    zh: { wrong: `没有记：一件最多${LONGEST_NEED}字`, instead: '一行写一件，写短些' },
    en: { wrong: `Not noted: ${LONGEST_NEED} letters each at most`, instead: 'one need a line, in short' },
  },
};

const words = {
  denied: {
    zh: (why: string): Said => ({ wrong: `没有办：${why}`, instead: '/review 看在办的交办事项' }),
    en: (why: string): Said => ({ wrong: `Not done: ${why}`, instead: '/review lists the open items' }),
  },
} as const satisfies Phrases;

export const deniedRefusal = (ctx: Ctx, why: string): Outcome => refuse(inLanguage(words, ctx.language).denied(why));

/** Why nothing was done with a visit. */
export function visitRefusal(ctx: Ctx, fault: VisitFault, slot: SlotCase | null = null): Outcome {
  const phrases = itemPhrases(ctx, ctx.language);
  const understood = slot && `${phrases.day(slot.day)} · ${phrases.review(slot.review)}`;
  return refuse(FAULTS[fault][ctx.language], understood);
}

/** The same at the field of the form where it is wrong; what was typed stays. */
export function fieldFault(ctx: Ctx, fault: VisitFault): Outcome {
  const { wrong } = FAULTS[fault][ctx.language];
  const field = fault === 'no-need' || fault === 'too-many' || fault === 'too-long' ? 'text' : 'to';
  return { kind: 'errors', errors: { [field]: wrong } };
}
