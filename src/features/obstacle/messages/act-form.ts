import type { KnownBlock } from '@slack/types';
import { dayAt } from '../../../domain/day.js';
import { nextWorkday, workdayFrom } from '../../../domain/workday.js';
import type { Ctx, Outcome } from '../../../feature.js';
import { form, input, option, plainText } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import type { Phrases } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import { type FormAct, ids } from '../ids.js';
import type { Seen } from '../model.js';
import { headText } from './face.js';
import { caseWords, phrasesOf, written } from './parts.js';

export const words = {
  ...caseWords,
  promised: { zh: '承诺哪天办结', en: 'Promised for' },
  promisedHint: { zh: '须为工作日，当天 18:00 前', en: 'A working day, until 18:00' },
  what: { zh: '怎么办结的', en: 'What was done' },
  ruleLabel: { zh: '改了哪条规定', en: 'Which rule was changed' },
  ruleHint: { zh: '紧箍咒以改了规定为准', en: 'A shackle ends as a changed rule' },
  reason: { zh: '理由', en: 'Reason' },
  department: { zh: '转给哪个单位', en: 'To which department' },
  handOverHint: { zh: '只能转一次，期限不变', en: 'Once only; the deadline stays' },
  commentLabel: { zh: '留言', en: 'Comment' },
} as const satisfies Phrases;

/** The form of what is to be done with a case. */
export function actForm(ctx: Ctx, seen: Seen, version: number, act: FormAct): Outcome {
  const phrases = phrasesOf(seen, ctx.language, ctx.program);
  const say = inLanguage(words, phrases.language);
  const title = {
    claim: say.claim,
    resolve: say.resolve,
    raise: say.raise,
    'hand-over': say.handOver,
    return: say.giveBack,
    comment: say.comment,
  }[act];
  return {
    kind: 'view',
    view: form(
      ids.actForm,
      { place: ctx.place, id: seen.obstacle.id, version, act },
      { title, submit: title, close: say.close },
      [{ type: 'context', elements: [plainText(clip(headText(phrases), 150))] }, ...fieldsOf(ctx, seen, act)],
    ),
  };
}

function fieldsOf(ctx: Ctx, seen: Seen, act: FormAct): KnownBlock[] {
  const say = inLanguage(words, ctx.language);
  const { state } = seen.obstacle;
  switch (act) {
    case 'claim': {
      const due = dayAt(state.deadline, ctx.program.timeZone);
      const soonest = workdayFrom(nextWorkday(ctx.today, ctx.calendar), ctx.calendar);
      return [
        input(
          'promised',
          say.promised,
          { type: 'datepicker', action_id: 'promised', initial_date: due > ctx.today ? due : soonest },
          { hint: say.promisedHint },
        ),
      ];
    }
    case 'resolve':
      return [
        input('text', say.what, written('text')),
        ...(state.kind === 'shackle' ? [input('rule', say.ruleLabel, written('rule'), { hint: say.ruleHint })] : []),
      ];
    case 'raise':
    case 'return':
      return [input('text', say.reason, written('text'))];
    case 'hand-over': {
      const options = [...seen.units.values()]
        .filter((unit) => unit.id !== state.departmentId && unit.kind !== 'town')
        .slice(0, 100)
        .map((unit) => option(unit.name[ctx.language], String(unit.id)));
      return [
        input(
          'department',
          say.department,
          { type: 'static_select', action_id: 'department', options },
          { hint: say.handOverHint },
        ),
        input('text', say.reason, written('text')),
      ];
    }
    case 'comment':
      return [input('text', say.commentLabel, written('text'))];
  }
}
