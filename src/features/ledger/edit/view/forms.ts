import type { KnownBlock } from '@slack/types';
import { STAGE_WORDS } from '../../../../domain/because.js';
import type { LocalDay } from '../../../../domain/day.js';
import { dayWords } from '../../../../domain/day-words.js';
import { STAGES, type Words } from '../../../../domain/plan.js';
import type { Ctx, Outcome } from '../../../../feature.js';
import { form, input, option, section } from '../../../../slack/blocks.js';
import type { LedgerMilestoneRow, LedgerProjectRow } from '../../../../store/ledger-projects.js';
import { clip, escapeText } from '../../../../text/escape.js';
import { inLanguage, type Language } from '../../../../text/language.js';
import { moneyWords } from '../../../../text/money.js';
import { ids as peopleIds } from '../../../people/ids.js';
import type { Named } from '../act/change.js';
import { editIds, type WithReason } from '../ids.js';
import { editWords } from '../words.js';

type Settings = { readonly hint?: string; readonly optional?: boolean };

const text = (
  name: string,
  label: string,
  value: string | null,
  most: number,
  settings: Settings = {},
  multiline = false,
): KnownBlock =>
  input(
    name,
    label,
    {
      type: 'plain_text_input',
      action_id: name,
      max_length: most,
      ...(multiline ? { multiline } : {}),
      ...(value ? { initial_value: clip(value, most) } : {}),
    },
    settings,
  );

const day = (name: string, label: string, value: LocalDay | null, settings: Settings = {}): KnownBlock =>
  input(
    name,
    label,
    { type: 'datepicker', action_id: name, ...(value === null ? {} : { initial_date: value }) },
    settings,
  );

/** A menu of the plan's keys. */
function keys(
  name: string,
  label: string,
  names: ReadonlyMap<string, Words>,
  value: string | null,
  language: Language,
  settings: Settings = {},
): KnownBlock {
  const options = [...names].map(([key, called]) => option(called[language], key));
  const chosen = options.find((each) => each.value === value);
  return input(
    name,
    label,
    { type: 'static_select', action_id: name, options, ...(chosen ? { initial_option: chosen } : {}) },
    settings,
  );
}

/** A menu that looks people or units up. */
const lookUp = (
  name: string,
  label: string,
  of: 'person' | 'unit',
  chosen: { readonly id: number | null; readonly name: Words | null },
  language: Language,
  settings: Settings = {},
): KnownBlock =>
  input(
    name,
    label,
    {
      type: 'external_select',
      action_id: peopleIds[of].id,
      min_query_length: 0,
      ...(chosen.id === null || chosen.name === null
        ? {}
        : { initial_option: option(chosen.name[language], String(chosen.id)) }),
    },
    settings,
  );

const stages = (
  name: string,
  label: string,
  value: string | null,
  language: Language,
  settings: Settings = {},
): KnownBlock =>
  keys(name, label, new Map(STAGES.map((stage) => [stage, STAGE_WORDS[stage]])), value, language, settings);

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
