import { dayWords } from '../../../../domain/day-words.js';
import type { Ctx, Outcome } from '../../../../feature.js';
import { form, input, option, section } from '../../../../slack/blocks.js';
import type { LedgerProjectRow } from '../../../../store/ledger-projects.js';
import { clip, escapeText } from '../../../../text/escape.js';
import { inLanguage } from '../../../../text/language.js';
import type { Named } from '../act/change.js';
import { editIds, type WithReason } from '../ids.js';
import { editWords } from '../words.js';
import { day, keys, text } from './form-fields.js';

/** To move a milestone to a later day; null where none is open. */
export function postponeForm(ctx: Ctx, project: LedgerProjectRow): Outcome | null {
  const { language, program } = ctx;
  const say = inLanguage(editWords, language);
  const options = project.milestones
    .filter(({ doneOn }) => doneOn === null)
    .slice(0, 100)
    .map(({ id, name, due }) =>
      option(say.milestoneOption(name, due === null ? say.none : dayWords(due, language, program.year)), String(id)),
    );
  if (options.length === 0) return null;
  const metadata = { project: project.id, version: project.version, place: ctx.place };
  return {
    kind: 'view',
    view: form(
      editIds.postponeForm,
      metadata,
      { title: `${say.postponeTitle} ${project.code}`, submit: say.ask, close: say.close },
      [
        section(escapeText(clip(project.fields.name, 100))),
        input('milestone', say.milestone, { type: 'static_select', action_id: 'milestone', options }),
        day('to', say.newDay, null),
        text('reason', say.reason, null, 500, { hint: say.reasonShown }, true),
      ],
    ),
  };
}

/** Withdraw, recategorise, pause: each needs a reason. */
export function reasonForm(ctx: Ctx, project: LedgerProjectRow, act: WithReason, names: Named): Outcome {
  const { language } = ctx;
  const say = inLanguage(editWords, language);
  const title = { withdraw: say.withdrawTitle, recategorise: say.recategoriseTitle, pause: say.pauseTitle }[act];
  const metadata = { project: project.id, version: project.version, act, place: ctx.place };
  return {
    kind: 'view',
    view: form(
      editIds.reasonForm,
      metadata,
      { title: `${title} ${project.code}`, submit: say.save, close: say.close },
      [
        section(escapeText(clip(project.fields.name, 100))),
        ...(act === 'recategorise'
          ? [keys('category', say.category, names.categories, project.fields.category, language)]
          : []),
        ...(act === 'pause' ? [day('until', say.pauseUntil, null)] : []),
        text('reason', say.reason, null, 500, { hint: act === 'pause' ? say.reasonShown : say.denominator }, true),
      ],
    ),
  };
}

export function refuseForm(ctx: Ctx, postponement: number): Outcome {
  const say = inLanguage(editWords, ctx.language);
  const texts = { title: say.refuseTitle, submit: say.refuse, close: say.close };
  return {
    kind: 'view',
    view: form(editIds.refuseForm, { postponement, place: ctx.place }, texts, [
      text('why', say.refuseWhy, null, 300, {}, true),
    ]),
  };
}
