import type { Words } from '../../../../domain/plan.js';
import type { Ctx, Outcome } from '../../../../feature.js';
import { form } from '../../../../slack/blocks.js';
import type { LedgerMilestoneRow, LedgerProjectRow } from '../../../../store/ledger-projects.js';
import { inLanguage } from '../../../../text/language.js';
import { moneyWords } from '../../../../text/money.js';
import type { Named } from '../act/change.js';
import { editIds } from '../ids.js';
import { editWords } from '../words.js';
import { day, keys, lookUp, stages, text } from './form-fields.js';

const nobody = { id: null, name: null };

/** A new project: what cannot be left out, and what is mostly known. */
export function addForm(ctx: Ctx, names: Named): Outcome {
  const { language } = ctx;
  const say = inLanguage(editWords, language);
  const optional = { optional: true };
  return {
    kind: 'view',
    view: form(editIds.addForm, { place: ctx.place }, { title: say.addTitle, submit: say.save, close: say.close }, [
      text('name', say.name, null, 120),
      keys('category', say.category, names.categories, null, language),
      keys('focusArea', say.focusArea, names.focusAreas, null, language),
      lookUp('unitId', say.unitId, 'unit', nobody, language),
      lookUp('ownerId', say.ownerId, 'person', nobody, language, optional),
      lookUp('sponsorId', say.sponsorId, 'person', nobody, language, optional),
      stages('stageNow', say.stageNow, 'lead', language),
      text('totalInvestment', say.totalInvestment, null, 40, { ...optional, hint: say.amountHint }),
      text('yearPlan', say.yearPlan, null, 40, optional),
      day('startDay', say.startDay, null, optional),
      day('endDay', say.endDay, null, optional),
      text('content', say.content, null, 1000, optional, true),
    ]),
  };
}

/** One project as the ledger has it, to be changed. */
export function editForm(ctx: Ctx, project: LedgerProjectRow, names: Named): Outcome {
  const { language } = ctx;
  const say = inLanguage(editWords, language);
  const { fields } = project;
  const optional = { optional: true };
  const amount = (value: number | null) => (value === null ? null : moneyWords(value, 'zh').replaceAll(' ', ''));
  const metadata = { project: project.id, version: project.version, place: ctx.place };
  return {
    kind: 'view',
    view: form(
      editIds.editForm,
      metadata,
      { title: `${say.editTitle} ${project.code}`, submit: say.save, close: say.close },
      [
        text('name', say.name, fields.name, 120),
        lookUp('ownerId', say.ownerId, 'person', { id: fields.ownerId, name: project.ownerName }, language, optional),
        lookUp(
          'sponsorId',
          say.sponsorId,
          'person',
          { id: fields.sponsorId, name: project.sponsorName },
          language,
          optional,
        ),
        lookUp('unitId', say.unitId, 'unit', { id: fields.unitId, name: project.unitName }, language),
        keys('focusArea', say.focusArea, names.focusAreas, fields.focusArea, language),
        ...(names.sites.size > 0 ? [keys('site', say.site, names.sites, fields.site, language, optional)] : []),
        text('totalInvestment', say.totalInvestment, amount(fields.totalInvestment), 40, {
          ...optional,
          hint: say.amountHint,
        }),
        text('yearPlan', say.yearPlan, amount(fields.yearPlan), 40, optional),
        day('startDay', say.startDay, fields.startDay, optional),
        day('endDay', say.endDay, fields.endDay, optional),
        text('content', say.content, fields.content, 2000, optional, true),
        text('problem', say.problem, fields.problem, 1000, optional, true),
        text('remark', say.remark, fields.remark, 1000, optional, true),
        text('reason', say.reason, null, 300, { ...optional, hint: say.reasonShown }),
      ],
    ),
  };
}

/** A milestone: a new one, or one as the ledger has it. */
export function stepForm(
  ctx: Ctx,
  project: LedgerProjectRow,
  milestone: LedgerMilestoneRow | null,
  owner: Words | null,
): Outcome {
  const { language } = ctx;
  const say = inLanguage(editWords, language);
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
      editIds.stepForm,
      metadata,
      { title: `${say.stepTitle} ${project.code}`, submit: say.save, close: say.close },
      [
        text('name', say.name, milestone?.name ?? null, 60),
        day('due', say.due, milestone?.due ?? null, optional),
        lookUp('ownerId', say.ownerId, 'person', chosen, language, { ...optional, hint: say.ownerHint }),
        stages('stage', say.stage, milestone?.stage ?? null, language, optional),
      ],
    ),
  };
}
