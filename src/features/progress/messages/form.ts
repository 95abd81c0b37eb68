import type { ModalView } from '@slack/types';
import { dayWords, yearWords } from '../../../domain/day-words.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import type { Ctx, Outcome } from '../../../feature.js';
import { form, input, option, plain } from '../../../slack/blocks.js';
import type { MilestoneLine } from '../../../store/projects.js';
import { clip } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { moneyWords } from '../../../text/money.js';
import { ids } from '../ids.js';
import type { FieldFault } from '../input.js';
import type { FormRecorded, OutOfOrder } from '../model.js';
import { keptMessage } from './kept.js';
import { refusedRefusal } from './refusal.js';

/** The form of a report, and what is said at its fields. */
export const words = {
  formTitle: { zh: '上报进度', en: 'Report progress' },
  submit: { zh: '上报', en: 'Report' },
  close: { zh: '取消', en: 'Cancel' },
  milestone: { zh: '节点', en: 'Milestone' },
  milestoneHint: { zh: '按到期先后排列', en: 'What is due first comes first' },
  percentLabel: { zh: '完成百分比', en: 'Percent done' },
  percentHint: { zh: '0 到 100；填 100 即完成', en: '0 to 100; 100 is done' },
  doneOnLabel: { zh: '完成日期', en: 'Done on' },
  doneOnHint: { zh: '已完成才填', en: 'Only if it is done' },
  forecastLabel: { zh: '预计完成日期', en: 'Expected on' },
  investmentLabel: {
    zh: (year: string) => `${year}累计完成投资（万元）`,
    en: (year: string) => `Invested ${year} (10k yuan)`,
  },
  noteLabel: { zh: '说明', en: 'Note' },
  due: { zh: (day: string) => `${day}到期`, en: (day: string) => `due ${day}` },
  noDue: { zh: '未定期限', en: 'no date' },
  nothingDue: {
    zh: '您名下没有在办的节点。替别的项目上报，请写明编号，例如：/progress P-017 主体封顶 80%',
    en: 'You own no open milestone. To report on another project give its code, such as: /progress P-017 主体封顶 80%',
  },
  faultMilestone: { zh: '请选一个节点', en: 'Choose a milestone' },
  faultPercent: { zh: '请填 0 到 100 的数', en: 'Give a number from 0 to 100' },
  faultAmount: { zh: '请填数字，单位万元', en: 'Give a number, in 10k yuan' },
  faultNothing: {
    zh: '至少填一项：百分比、日期、投资或说明',
    en: 'Fill in at least one: percent, a day, investment or a note',
  },
  faultFuture: {
    zh: '完成日期还没有到；未完成请填预计完成日期',
    en: 'This day is still to come; use the expected day for what is not done',
  },
  faultFalls: {
    zh: (from: number) => `比上次${from}%低，在“说明”里写明原因`,
    en: (from: number) => `Lower than ${from}% last time: say why in the note`,
  },
  lastAmount: { zh: (amount: string) => `上次 ${amount}。`, en: (amount: string) => ` It was ${amount}.` },
  whyAmount: { zh: '确实如此，在“说明”里写明原因', en: ' If it is so, say why in the note' },
} as const satisfies Phrases;

/** The form of one's own milestones, what is due first and chosen; `known` is filled in. */
export function formOutcome(
  ctx: Ctx,
  milestones: readonly MilestoneLine[],
  known: { readonly percent?: number | undefined; readonly note?: string | undefined } = {},
): Outcome {
  const say = inLanguage(words, ctx.language);
  if (milestones.length === 0) return { kind: 'say', message: plain(say.nothingDue) };
  const options = milestones.map((milestone) =>
    option(
      `${milestoneName(milestone.name, ctx.language)}${milestone.percent === null ? '' : ` ${milestone.percent}%`} · ${milestone.code} ${clip(milestone.projectName, 30)}`,
      String(milestone.id),
      milestone.due ? say.due(dayWords(milestone.due, ctx.language, ctx.program.year)) : say.noDue,
    ),
  );
  const [first] = options;
  const view: ModalView = form(
    ids.form,
    { place: ctx.place },
    { title: say.formTitle, submit: say.submit, close: say.close },
    [
      input(
        'milestone',
        say.milestone,
        { type: 'static_select', action_id: 'milestone', options, ...(first ? { initial_option: first } : {}) },
        { hint: say.milestoneHint, optional: false },
      ),
      input(
        'percent',
        say.percentLabel,
        {
          type: 'number_input',
          action_id: 'percent',
          is_decimal_allowed: true,
          min_value: '0',
          max_value: '100',
          ...(known.percent === undefined ? {} : { initial_value: String(known.percent) }),
        },
        { hint: say.percentHint, optional: true },
      ),
      input(
        'done-on',
        say.doneOnLabel,
        { type: 'datepicker', action_id: 'done-on' },
        { hint: say.doneOnHint, optional: true },
      ),
      input('forecast', say.forecastLabel, { type: 'datepicker', action_id: 'forecast' }, { optional: true }),
      input(
        'investment',
        say.investmentLabel(yearWords(ctx.program.year, ctx.today, ctx.language)),
        {
          type: 'number_input',
          action_id: 'investment',
          is_decimal_allowed: true,
          min_value: '0',
        },
        { optional: true },
      ),
      input(
        'note',
        say.noteLabel,
        {
          type: 'plain_text_input',
          action_id: 'note',
          multiline: true,
          max_length: 500,
          ...(known.note ? { initial_value: clip(known.note, 500) } : {}),
        },
        { optional: true },
      ),
    ],
  );
  return { kind: 'view', view };
}

export function faultErrors(ctx: Ctx, faults: Readonly<Record<string, FieldFault>>): Outcome {
  const say = inLanguage(words, ctx.language);
  const texts: Record<FieldFault, string> = {
    'milestone-missing': say.faultMilestone,
    'percent-range': say.faultPercent,
    'amount-range': say.faultAmount,
    'nothing-said': say.faultNothing,
  };
  return {
    kind: 'errors',
    errors: Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, texts[fault]])),
  };
}

/** What came of a sent form: the private answer, or an error at the field that is wrong. */
export function recordedOutcome(ctx: Ctx, recorded: Exclude<FormRecorded, { readonly order: OutOfOrder }>): Outcome {
  const say = inLanguage(words, ctx.language);
  if ('gone' in recorded) return { kind: 'errors', errors: { milestone: say.faultMilestone } };
  if ('kept' in recorded) return { kind: 'say', message: keptMessage(recorded.kept, ctx.cause, ctx) };
  const { refused } = recorded;
  switch (refused.because) {
    case 'falls':
      return { kind: 'errors', errors: { percent: say.faultFalls(refused.from) } };
    case 'future':
      return { kind: 'errors', errors: { 'done-on': say.faultFuture } };
    case 'nothing-new':
      return { kind: 'errors', errors: { percent: say.faultNothing } };
    case 'said-already':
    case 'overtaken':
      return { kind: 'errors', errors: { percent: refusedRefusal(ctx, refused).wrong } };
    case 'year-over':
    case 'other-year':
      return { kind: 'errors', errors: { investment: refusedRefusal(ctx, refused).wrong } };
    case 'amount-falls':
    case 'over-total':
    case 'over-year': {
      const { because, before } = refused;
      // A fall names the last figure itself.
      const last =
        before === null || because === 'amount-falls' ? '' : say.lastAmount(moneyWords(before, ctx.language));
      return {
        kind: 'errors',
        errors: { investment: `${refusedRefusal(ctx, refused).wrong}${last}${say.whyAmount}` },
      };
    }
    case 'denied': {
      const refusal = refusedRefusal(ctx, refused);
      return { kind: 'errors', errors: { milestone: `${refusal.wrong}${refusal.instead}` } };
    }
  }
}
