import type { KnownBlock } from '@slack/types';
import { rungAbove, workdaysAt } from '../../../domain/ladder.js';
import { type DecisionContext, latestPromise } from '../../../domain/obstacle.js';
import type { Ctx, Outcome } from '../../../feature.js';
import { form, input, option, plainText } from '../../../slack/blocks.js';
import type { ObstacleCase } from '../../../store/obstacles.js';
import { clip, unescapeText } from '../../../text/escape.js';
import type { Phrases } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import { type FormAct, ids } from '../ids.js';
import type { Seen } from '../model.js';
import { LABELS } from './buttons.js';
import { headText } from './face.js';
import { caseWords, phrasesOf, written } from './parts.js';

export const words = {
  ...caseWords,
  promised: { zh: '承诺哪天办结', en: 'Promised for' },
  promisedHint: {
    zh: (latest: string, limit: string, workdays: number) => `最晚${latest}（本级限${limit}，再加${workdays}个工作日）`,
    en: (latest: string, limit: string, workdays: number) =>
      `${latest} at the latest (limit ${limit}, ${workdays} workdays more)`,
  },
  laterLabel: { zh: '要更晚，为什么', en: 'Later than that: why' },
  laterHint: { zh: '报上一级同意后才算', en: 'The rung above has to agree' },
  laterHintTop: { zh: '写进日报', en: 'It stands in the digest' },
  missing: { zh: '缺什么', en: 'What is missing' },
  missingHint: { zh: '期限停1个工作日，只有一次', en: 'The clock stops one workday, once' },
  added: { zh: '补充什么', en: 'What you add' },
  whyNone: { zh: '为什么不属卡点', en: 'Why it is no obstacle' },
  whyNoneHint: { zh: '提出人可以提上一级一次', en: 'Who raised it may take it up once' },
  disputeLabel: { zh: '哪里不对', en: 'What is wrong' },
  instructionLabel: { zh: '批示', en: 'Instruction' },
  into: { zh: '并入哪一个', en: 'Into which' },
  whyUp: { zh: '为什么提到您这级', en: 'Why to your rung' },
  what: { zh: '怎么办结的', en: 'What was done' },
  ruleLabel: { zh: '改了哪条规定', en: 'Which rule was changed' },
  ruleHint: { zh: '紧箍咒以改了规定为准', en: 'A shackle ends as a changed rule' },
  reason: { zh: '理由', en: 'Reason' },
  department: { zh: '转给哪个单位', en: 'To which department' },
  handOverHint: { zh: '单位只能转一次，期限不变', en: 'A department may once; the deadline stays' },
  commentLabel: { zh: '留言', en: 'Comment' },
} as const satisfies Phrases;

/** What a form knows beside the case: what its clocks are reckoned by, and what it could be merged into. */
export type FormSetting = { readonly context: DecisionContext; readonly mergeable: readonly ObstacleCase[] };

/** The form of what is to be done with a case. No date is filled in: it is the promise of who picks it. */
export function actForm(ctx: Ctx, seen: Seen, version: number, act: FormAct, setting: FormSetting): Outcome {
  const phrases = phrasesOf(seen, ctx.language, ctx.program);
  const say = inLanguage(words, phrases.language);
  const settles = act === 'dispute' && seen.obstacle.state.confirmation === 'sponsor';
  const title = settles ? say.strike : say[LABELS[act]];
  return {
    kind: 'view',
    view: form(
      ids.actForm,
      { place: ctx.place, id: seen.obstacle.id, version, act },
      { title, submit: title, close: say.close },
      [
        { type: 'context', elements: [plainText(clip(unescapeText(headText(phrases)), 150))] },
        ...fieldsOf(ctx, seen, act, setting),
      ],
    ),
  };
}

/** The label of each act whose form is one text, and what is said below it. */
const TEXTS = {
  raise: ['reason', null],
  return: ['reason', null],
  'take-up': ['reason', null],
  'refuse-promise': ['reason', null],
  'pull-up': ['whyUp', null],
  query: ['missing', 'missingHint'],
  supplement: ['added', null],
  dismiss: ['whyNone', 'whyNoneHint'],
  dispute: ['disputeLabel', null],
  comment: ['commentLabel', null],
  instruct: ['instructionLabel', null],
} as const;

function fieldsOf(ctx: Ctx, seen: Seen, act: FormAct, { context, mergeable }: FormSetting): KnownBlock[] {
  const say = inLanguage(words, ctx.language);
  const phrases = phrasesOf(seen, ctx.language, ctx.program);
  const { state } = seen.obstacle;
  switch (act) {
    case 'claim': {
      const limit = phrases.dayAt(state.deadline);
      const more = workdaysAt(state.rung, state.terms, state.urgent) * state.terms.promiseTimes;
      const hint = say.promisedHint(phrases.day(latestPromise(state, context)), limit, more);
      const top = rungAbove(state.rung, state.terms) === null;
      return [
        input('promised', say.promised, { type: 'datepicker', action_id: 'promised' }, { hint }),
        input('text', say.laterLabel, written('text'), {
          hint: top ? say.laterHintTop : say.laterHint,
          optional: true,
        }),
      ];
    }
    case 'merge': {
      const options = mergeable
        .slice(0, 100)
        .map((each) => option(clip(`${each.number} ${each.text}`, 75), String(each.id)));
      return [input('into', say.into, { type: 'static_select', action_id: 'into', options })];
    }
    case 'resolve':
      return [
        input('text', say.what, written('text')),
        ...(state.kind === 'shackle' ? [input('rule', say.ruleLabel, written('rule'), { hint: say.ruleHint })] : []),
      ];
    case 'hand-over': {
      const options = [...seen.units.values()]
        .filter((unit) => (state.rung !== 'department' || unit.id !== state.departmentId) && unit.kind !== 'town')
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
    default: {
      const [label, hint] = TEXTS[act];
      return [input('text', say[label], written('text'), hint === null ? {} : { hint: say[hint] })];
    }
  }
}
