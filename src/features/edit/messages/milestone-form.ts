import type { Words } from '../../../domain/plan.js';
import type { Ctx, Outcome } from '../../../feature.js';
import { form } from '../../../slack/blocks.js';
import type { LedgerMilestoneRow, LedgerProjectRow } from '../../../store/ledger-projects.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { fieldWords } from './fields.js';
import { day, lookUp, stages, text } from './inputs.js';
import { phrases } from './phrases.js';

export const words = {
  ...fieldWords,
  stepTitle: { zh: '节点', en: 'Milestone' },
  ownerHint: { zh: '不选就是项目责任人', en: 'The project’s owner where nobody is chosen' },
  reason: phrases.reason,
  reasonHint: {
    zh: '日期改晚才要填；超过10天、第2次、已到期或关口节点，先征得同意',
    en: 'For a later day; past 10 days, a second time, overdue or a gate’s, it is asked for first',
  },
  save: phrases.save,
  close: phrases.close,
} as const satisfies Phrases;

/** A milestone: a new one, or one as the ledger has it. */
export function milestoneForm(
  ctx: Ctx,
  project: LedgerProjectRow,
  milestone: LedgerMilestoneRow | null,
  owner: Words | null,
): Outcome {
  const { language } = ctx;
  const say = inLanguage(words, language);
  const optional = { optional: true };
  const metadata = {
    project: project.id,
    version: project.version,
    milestone: milestone?.id ?? null,
    place: ctx.place,
  };
  const chosen = { id: milestone?.ownerId ?? null, name: owner };
  return {
    kind: 'view',
    view: form(
      ids.stepForm,
      metadata,
      { title: `${say.stepTitle} ${project.code}`, submit: say.save, close: say.close },
      [
        text('name', say.name, milestone?.name ?? null, 60),
        day('due', say.due, milestone?.due ?? null, optional),
        lookUp('ownerId', say.ownerId, 'person', chosen, language, { ...optional, hint: say.ownerHint }),
        stages('stage', say.stage, milestone?.stage ?? null, language, optional),
        ...(milestone?.due ? [text('reason', say.reason, null, 500, { ...optional, hint: say.reasonHint }, true)] : []),
      ],
    ),
  };
}
