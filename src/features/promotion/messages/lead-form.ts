import type { Ctx, Outcome } from '../../../feature.js';
import { form, input } from '../../../slack/blocks.js';
import type { Lead } from '../../../store/promotion-leads.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids, type LeadPress } from '../ids.js';

const words = {
  drop: { zh: '不跟', en: 'Drop' },
  contact: { zh: '联系人', en: 'Contact' },
  why: { zh: '为什么', en: 'Why' },
  whom: { zh: '姓名、职务、电话', en: 'Name, position, telephone' },
  submit: { zh: '记下', en: 'Save' },
  close: { zh: '取消', en: 'Cancel' },
} as const satisfies Phrases;

/** Why it is not pursued, or whom to call. */
export function leadForm(ctx: Ctx, lead: Lead, pressed: LeadPress, what: 'drop' | 'contact'): Outcome {
  const say = inLanguage(words, ctx.language);
  const known = what === 'contact' && lead.contact !== null ? { initial_value: lead.contact } : {};
  const field = { type: 'plain_text_input' as const, action_id: 'text', max_length: 100, ...known };
  return {
    kind: 'view',
    view: form(
      what === 'drop' ? ids.dropForm : ids.contactForm,
      { place: ctx.place, ...pressed },
      { title: say[what], submit: say.submit, close: say.close },
      [input('text', what === 'drop' ? say.why : say.whom, field)],
    ),
  };
}
