import type { ItemRefusal } from '../../../domain/action-item.js';
import type { LocalDay } from '../../../domain/day.js';
import { monthWords } from '../../../domain/day-words.js';
import { LONGEST_DECISION } from '../../../domain/decision-line.js';
import type { SlotRefusal } from '../../../domain/review.js';
import { workdayFrom } from '../../../domain/workday.js';
import { type Ctx, type Outcome, refuse } from '../../../feature.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import type { SlotCase } from '../../../store/review-slots.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { DecisionFault, ItemMoved } from '../model.js';
import { itemPhrases } from './parts.js';

/** What a refusal says is wrong, and what to do instead. */
export type Said = { readonly wrong: string; readonly instead: string };

const REFUSED: Readonly<
  Record<ItemRefusal, { readonly zh: (due: string) => Said; readonly en: (due: string) => Said }>
> = {
  ended: {
    zh: () => ({ wrong: '这件已经了结', instead: '要再办，另记一件' }),
    en: () => ({ wrong: 'This item is at its end', instead: 'make another one' }),
  },
  'not-later': {
    zh: (due) => ({ wrong: '新的日期不比现在晚', instead: `选${due}以后的日子` }),
    en: (due) => ({ wrong: 'That is no later day', instead: `choose a day after ${due}` }),
  },
  past: {
    zh: () => ({ wrong: '这一天已经过了', instead: '选今天以后的日子' }),
    en: () => ({ wrong: 'That day is over', instead: 'choose a day to come' }),
  },
  'reason-missing': {
    zh: () => ({ wrong: '没有写原因', instead: '写一句原因' }),
    en: () => ({ wrong: 'No reason is written', instead: 'write one in a sentence' }),
  },
  'not-carried': {
    zh: () => ({ wrong: '这件没有在问还办不办', instead: '点交办看现在怎样' }),
    en: () => ({ wrong: 'Nobody asks whether to keep it', instead: 'open it to see how it stands' }),
  },
};

/** Why something was not noted of a review, or its turn not passed on. */
type SlotFault = SlotRefusal | 'passed' | 'nobody-else';

const SLOT_REFUSED: Readonly<Record<SlotFault, { readonly zh: Said; readonly en: Said }>> = {
  settled: {
    zh: { wrong: '没有记：这次会已经记过了', instead: '看议程上怎么记的' },
    en: { wrong: 'Not noted: that is settled already', instead: 'see it on the agenda' },
  },
  over: {
    zh: { wrong: '没有记：这一期已经过了', instead: '记到下一次会上' },
    en: { wrong: 'Not noted: its period is over', instead: 'note the next one' },
  },
  early: {
    zh: { wrong: '没有记：这次会还没有到', instead: '开过再点“已开”' },
    en: { wrong: 'Not noted: it is still to come', instead: 'press Held once it was held' },
  },
  passed: {
    zh: { wrong: '没有换：轮到的已经换了', instead: '看议程上现在是谁' },
    en: { wrong: 'Not changed: it is another’s turn by now', instead: 'see the agenda' },
  },
  'nobody-else': {
    zh: { wrong: '没有换：没有别的可以去', instead: '改天，或照去' },
    en: { wrong: 'Not changed: there is no other', instead: 'choose another day, or go' },
  },
  'not-same-day': {
    zh: { wrong: '没有合并：那天没有另一个会', instead: '点“已开”' },
    en: { wrong: 'Not merged: no other review that day', instead: 'press Held' },
  },
  'not-held-itself': {
    zh: { wrong: '没有合并：那个会已记为不开或合并', instead: '点“已开”或“不开”' },
    en: { wrong: 'Not merged: the other is skipped or merged', instead: 'press Held or Skip' },
  },
};

const words = {
  unknown: {
    zh: { wrong: '没有这件交办，或者不在您可以查看的范围内', instead: '/review 看在办的交办事项' },
    en: {
      wrong: 'There is no such item, or it is outside of what you may see',
      instead: '/review lists the open ones',
    },
  },
  month: {
    zh: (typed: string, example: string): Said => ({
      wrong: `没有这个月的会议：${typed}`,
      instead: `/review 日历 ${example}`,
    }),
    en: (typed: string, example: string): Said => ({
      wrong: `No reviews in that month: ${typed}`,
      instead: `/review calendar ${example}`,
    }),
  },
  denied: {
    zh: (why: string): Said => ({ wrong: `没有办：${why}`, instead: '/review 看在办的交办事项' }),
    en: (why: string): Said => ({ wrong: `Not done: ${why}`, instead: '/review lists the open ones' }),
  },
  meanwhile: {
    zh: (number: string) => `没有办：${number}已变`,
    en: (number: string) => `Not done: ${number} changed meanwhile`,
  },
  look: { zh: '看新的再定', en: 'Look at it as it is now' },
  typed: { zh: '您填的：', en: 'You wrote: ' },
  open: { zh: '看新的', en: 'See it now' },
  project: {
    zh: (typed: string): Said => ({ wrong: `没有记：没有${typed}这个项目`, instead: '检查编号；/gongjian 找项目' }),
    en: (typed: string): Said => ({ wrong: `Not noted: no project ${typed}`, instead: '/gongjian finds projects' }),
  },
  obstacle: {
    zh: (typed: string): Said => ({ wrong: `没有记：没有卡点${typed}号`, instead: '/obstacle 看卡点' }),
    en: (typed: string): Said => ({ wrong: `Not noted: no obstacle ${typed}`, instead: '/obstacle lists them' }),
  },
  text: {
    zh: (day: string): Said => ({ wrong: '没有记：没有看出做什么', instead: `/review 贺卫国 落实P-003用地 ${day}前` }),
    en: (day: string): Said => ({
      wrong: 'Not noted: nothing to do in it',
      instead: `/review He Weiguo P-003 land by ${day}`,
    }),
  },
  'too-long': {
    zh: (): Said => ({ wrong: `没有记：一件最多${LONGEST_DECISION}字`, instead: '写一句，长材料发成附件' }),
    en: (): Said => ({
      wrong: `Not noted: ${LONGEST_DECISION} letters at most`,
      instead: 'write a sentence, attach the rest',
    }),
  },
  past: {
    zh: (day: string): Said => ({ wrong: '没有记：这一天已经过了', instead: `换成${day}或以后` }),
    en: (day: string): Said => ({ wrong: 'Not noted: that day is over', instead: `choose ${day} or later` }),
  },
  owner: {
    zh: (): Said => ({ wrong: '没有记：没有说谁来办', instead: '选一个人' }),
    en: (): Said => ({ wrong: 'Not noted: nobody is to do it', instead: 'choose somebody' }),
  },
  formOwner: { zh: '选一个人', en: 'Choose somebody' },
  formText: { zh: '写一句做什么', en: 'Write what is to be done' },
  formLong: { zh: `最多${LONGEST_DECISION}字`, en: `${LONGEST_DECISION} letters at most` },
  formDue: { zh: '选今天或以后的日子', en: 'Choose today or a later day' },
} as const satisfies Phrases;

/** There is none such, or it is not for this person to see: which of both is not said. */
export const unknownRefusal = (ctx: Ctx): Outcome => refuse(inLanguage(words, ctx.language).unknown);

export const monthRefusal = (ctx: Ctx, typed: string, month: LocalDay): Outcome =>
  refuse(inLanguage(words, ctx.language).month(clip(typed, 20), monthWords(month, ctx.language, ctx.program.year)));

export const deniedRefusal = (ctx: Ctx, why: string): Outcome => refuse(inLanguage(words, ctx.language).denied(why));

function faultWords(ctx: Ctx, fault: DecisionFault): Said {
  const say = inLanguage(words, ctx.language);
  const day = itemPhrases(ctx, ctx.language).day(workdayFrom(ctx.today, ctx.calendar));
  return 'typed' in fault ? say[fault.what](escapeText(clip(fault.typed, 60))) : say[fault.what](day);
}

/** A decision that was not taken, with what to do instead. */
export const decisionRefusal = (ctx: Ctx, fault: DecisionFault): Outcome => refuse(faultWords(ctx, fault));

/** Why it was not written down what became of a review. */
export function slotRefusal(ctx: Ctx, refused: SlotFault, slot: SlotCase | null): Outcome {
  const phrases = itemPhrases(ctx, ctx.language);
  const understood = slot && `${phrases.day(slot.day)} · ${phrases.review(slot.review)}`;
  return refuse(SLOT_REFUSED[refused][ctx.language], understood);
}

/** What may be wrong in a field of the form. */
export function formFaults(ctx: Ctx) {
  const say = inLanguage(words, ctx.language);
  return {
    owner: say.formOwner,
    text: say.formText,
    long: say.formLong,
    due: say.formDue,
    named: (fault: DecisionFault) => faultWords(ctx, fault).wrong,
  };
}

/** Why an act was refused, at the field of the form where it is wrong, or null where no field is. */
export function fieldErrors(ctx: Ctx, refused: ItemRefusal): Readonly<Record<string, string>> | null {
  const { wrong } = REFUSED[refused][ctx.language]('');
  if (refused === 'reason-missing') return { text: wrong };
  return refused === 'not-later' || refused === 'past' ? { to: wrong } : null;
}

/** Why nothing was done, to the one who tried, with how it stands now. `typed`: what they wrote in a form that closed. */
export function notMoved(
  ctx: Ctx,
  result: Exclude<ItemMoved, { kind: 'moved' }>,
  typed: string | null = null,
): Outcome {
  const say = inLanguage(words, ctx.language);
  const phrases = itemPhrases(ctx, ctx.language);
  switch (result.kind) {
    case 'unknown':
      return unknownRefusal(ctx);
    case 'denied':
      return refuse(say.denied(result.why), phrases.number(result.item.number));
    case 'refused':
      return refuse(
        REFUSED[result.refused][ctx.language](phrases.day(result.item.state.due)),
        phrases.number(result.item.number),
      );
    case 'meanwhile': {
      const rows = [`*${say.meanwhile(phrases.number(result.item.number))}*`, say.look];
      return {
        kind: 'say',
        message: {
          text: rows.join('\n'),
          blocks: [
            section(rows.join('\n')),
            ...(typed ? [context(`${say.typed}${escapeText(clip(typed, 500))}`)] : []),
            actions(button(ids.card, { id: result.item.id }, say.open)),
          ],
        },
      };
    }
  }
}
