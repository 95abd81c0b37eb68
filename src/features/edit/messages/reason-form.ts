import type { Ctx, Outcome } from '../../../feature.js';
import { form, section } from '../../../slack/blocks.js';
import type { LedgerProjectRow } from '../../../store/ledger-projects.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids, type WithReason } from '../ids.js';
import type { Named } from '../model.js';
import { fieldWords } from './fields.js';
import { day, keys, text } from './inputs.js';
import { phrases } from './phrases.js';

export const words = {
  category: fieldWords.category,
  withdrawTitle: { zh: '项目退出', en: 'Withdraw project' },
  recategoriseTitle: { zh: '改类', en: 'Recategorise' },
  pauseTitle: { zh: '暂停项目', en: 'Pause project' },
  pauseUntil: { zh: '暂停到哪天（含）', en: 'Until (included)' },
  reason: phrases.reason,
  reasonShown: phrases.reasonShown,
  denominator: phrases.denominator,
  save: phrases.save,
  close: phrases.close,
} as const satisfies Phrases;

/** Withdraw, recategorise, pause: each needs a reason. */
export function reasonForm(ctx: Ctx, project: LedgerProjectRow, act: WithReason, names: Named): Outcome {
  const { language } = ctx;
  const say = inLanguage(words, language);
  const title = { withdraw: say.withdrawTitle, recategorise: say.recategoriseTitle, pause: say.pauseTitle }[act];
  const metadata = { project: project.id, version: project.version, act, place: ctx.place };
  return {
    kind: 'view',
    view: form(ids.reasonForm, metadata, { title: `${title} ${project.code}`, submit: say.save, close: say.close }, [
      section(escapeText(clip(project.fields.name, 100))),
      ...(act === 'recategorise'
        ? [keys('category', say.category, names.categories, project.fields.category, language)]
        : []),
      ...(act === 'pause' ? [day('until', say.pauseUntil, null)] : []),
      text('reason', say.reason, null, 500, { hint: act === 'pause' ? say.reasonShown : say.denominator }, true),
    ]),
  };
}
