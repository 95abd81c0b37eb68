import type { Ctx, Outcome } from '../../../feature.js';
import { form, input, option } from '../../../slack/blocks.js';
import type { UnitSeat } from '../../../store/obstacles.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids, type KnownDraft } from '../ids.js';
import { LONGEST_TEXT } from '../line.js';

const words = {
  title: { zh: '发督办单', en: 'Issue a slip' },
  submit: { zh: '签发', en: 'Issue' },
  close: { zh: '取消', en: 'Cancel' },
  unit: { zh: '主送', en: 'To' },
  text: { zh: '事由和要求', en: 'Matter and what is wanted' },
  textHint: {
    zh: '写上项目编号和节点，报完成即办结：P-010 开工 加快进场',
    en: 'With code and milestone the report closes it: P-010 开工',
  },
  due: { zh: '时限', en: 'By' },
  urgent: { zh: '加急理由', en: 'Urgent because' },
  urgentHint: { zh: '加急的从黄色起', en: 'An urgent one starts at yellow' },
} as const satisfies Phrases;

/** The form to issue a slip, with what is known of it. */
export function issueForm(ctx: Ctx, units: readonly UnitSeat[], known: KnownDraft): Outcome {
  const say = inLanguage(words, ctx.language);
  const options = units.slice(0, 100).map((unit) => option(unit.name[ctx.language], String(unit.id)));
  const chosen = options.find(({ value }) => value === String(known.unit));
  const { project = null, milestone = null, obstacle = null } = known;
  return {
    kind: 'view',
    view: form(
      ids.form,
      { place: ctx.place, project, milestone, obstacle },
      { title: say.title, submit: say.submit, close: say.close },
      [
        input('unit', say.unit, {
          type: 'static_select',
          action_id: 'unit',
          options,
          ...(chosen ? { initial_option: chosen } : {}),
        }),
        input(
          'text',
          say.text,
          {
            type: 'plain_text_input',
            action_id: 'text',
            multiline: true,
            max_length: LONGEST_TEXT,
            ...(known.text ? { initial_value: known.text } : {}),
          },
          { hint: say.textHint },
        ),
        input('due', say.due, {
          type: 'datepicker',
          action_id: 'due',
          ...(known.due ? { initial_date: known.due } : {}),
        }),
        input(
          'urgent',
          say.urgent,
          {
            type: 'plain_text_input',
            action_id: 'urgent',
            max_length: LONGEST_TEXT / 2,
            ...(known.urgent ? { initial_value: known.urgent } : {}),
          },
          { hint: say.urgentHint, optional: true },
        ),
      ],
    ),
  };
}
