import type { LocalDay } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import type { Ctx, Outcome } from '../../../feature.js';
import { form, input, option, section } from '../../../slack/blocks.js';
import type { LedgerProjectRow } from '../../../store/ledger-projects.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import { day, text } from './inputs.js';
import { phrases } from './phrases.js';

export const words = {
  postponeTitle: { zh: '延期', en: 'Postpone' },
  milestone: { zh: '节点', en: 'Milestone' },
  milestoneOption: {
    zh: (name: string, due: string) => `${name}（${due}）`,
    en: (name: string, due: string) => `${name} (${due})`,
  },
  newDay: { zh: '延到哪天', en: 'New day' },
  ask: { zh: '提交', en: 'Send' },
  none: phrases.none,
  reason: phrases.reason,
  reasonShown: phrases.reasonShown,
  close: phrases.close,
} as const satisfies Phrases;

/** To move a milestone to a later day; null where none is open. */
export function postponeForm(
  ctx: Ctx,
  project: LedgerProjectRow,
  known: { readonly milestone: number | null; readonly to: LocalDay | null } = { milestone: null, to: null },
): Outcome | null {
  const { language, program } = ctx;
  const say = inLanguage(words, language);
  const options = project.milestones
    .filter(({ doneOn }) => doneOn === null)
    .slice(0, 100)
    .map(({ id, name, due }) =>
      option(
        say.milestoneOption(
          milestoneName(name, language),
          due === null ? say.none : dayWords(due, language, program.year),
        ),
        String(id),
      ),
    );
  if (options.length === 0) return null;
  const chosen = options.find(({ value }) => value === String(known.milestone));
  const metadata = { project: project.id, version: project.version, place: ctx.place };
  return {
    kind: 'view',
    view: form(
      ids.postponeForm,
      metadata,
      { title: `${say.postponeTitle} ${project.code}`, submit: say.ask, close: say.close },
      [
        section(escapeText(clip(project.fields.name, 100))),
        input('milestone', say.milestone, {
          type: 'static_select',
          action_id: 'milestone',
          options,
          ...(chosen ? { initial_option: chosen } : {}),
        }),
        day('to', say.newDay, known.to),
        text('reason', say.reason, null, 500, { hint: say.reasonShown }, true),
      ],
    ),
  };
}
