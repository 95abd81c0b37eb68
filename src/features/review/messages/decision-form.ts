import { LONGEST_DECISION } from '../../../domain/decision-line.js';
import type { Ctx, Outcome } from '../../../feature.js';
import { form, input, option } from '../../../slack/blocks.js';
import type { Contact } from '../../../store/people.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids as peopleIds } from '../../people/ids.js';
import { ids, type KnownDraft } from '../ids.js';

const words = {
  title: { zh: '记交办事项', en: 'Action item' },
  submit: { zh: '记下', en: 'Keep' },
  close: { zh: '取消', en: 'Cancel' },
  owner: { zh: '谁', en: 'Who' },
  text: { zh: '做什么', en: 'What' },
  textHint: {
    zh: '写上项目编号和节点，报完成即办结：落实P-003用地',
    en: 'With code and milestone the report closes it: P-003 用地',
  },
  due: { zh: '到哪天', en: 'By which day' },
} as const satisfies Phrases;

/** The form of a decision, with what is known of it. */
export function decisionForm(ctx: Ctx, known: KnownDraft, owner: Contact | null): Outcome {
  const say = inLanguage(words, ctx.language);
  const { slot = null, project = null, milestone = null, obstacle = null, instruction, lesson, text, due } = known;
  const chosen = owner && option(ctx.language === 'zh' ? owner.name : owner.nameEn, String(owner.id));
  return {
    kind: 'view',
    view: form(
      ids.form,
      { place: ctx.place, slot, project, milestone, obstacle, instruction, lesson },
      { title: say.title, submit: say.submit, close: say.close },
      [
        input('owner', say.owner, {
          type: 'external_select',
          action_id: peopleIds.person.id,
          min_query_length: 0,
          ...(chosen === null ? {} : { initial_option: chosen }),
        }),
        input(
          'text',
          say.text,
          {
            type: 'plain_text_input',
            action_id: 'text',
            multiline: true,
            max_length: LONGEST_DECISION,
            ...(text ? { initial_value: text } : {}),
          },
          { hint: say.textHint },
        ),
        input('due', say.due, { type: 'datepicker', action_id: 'due', ...(due ? { initial_date: due } : {}) }),
      ],
    ),
  };
}
