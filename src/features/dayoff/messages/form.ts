import type { LocalDay } from '../../../domain/day.js';
import { has } from '../../../domain/holds.js';
import type { Ctx, Outcome } from '../../../feature.js';
import { form, input } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';

const words = {
  formTitle: { zh: '登记请假', en: 'Enter leave' },
  submit: { zh: '登记', en: 'Enter' },
  close: { zh: '取消', en: 'Cancel' },
  from: { zh: '从哪天', en: 'From' },
  to: { zh: '到哪天（含）', en: 'To (included)' },
  delegateLabel: { zh: '代理人', en: 'Delegate' },
  delegateHint: { zh: '不选则无人代理，卡点直接到上一级', en: 'With none, obstacles go to the next rung at once' },
  person: { zh: '谁请假', en: 'Who is on leave' },
  personHint: { zh: '不选就是您本人', en: 'Yourself where nobody is chosen' },
} as const satisfies Phrases;

/** The form; a coordinator chooses whose leave it is. */
export function leaveForm(
  ctx: Ctx,
  known: { readonly from?: LocalDay | null; readonly to?: LocalDay | null } = {},
): Outcome {
  const say = inLanguage(words, ctx.language);
  const coordinates = has(ctx.person, 'coordinator');
  const day = (name: 'from' | 'to') =>
    input(name, say[name], { type: 'datepicker', action_id: name, initial_date: known[name] ?? ctx.today });
  const person = (name: 'delegate' | 'person', label: string, hint: string) =>
    input(name, label, { type: 'users_select', action_id: name }, { hint, optional: true });
  return {
    kind: 'view',
    view: form(ids.form, { place: ctx.place }, { title: say.formTitle, submit: say.submit, close: say.close }, [
      day('from'),
      day('to'),
      person('delegate', say.delegateLabel, say.delegateHint),
      ...(coordinates ? [person('person', say.person, say.personHint)] : []),
    ]),
  };
}
