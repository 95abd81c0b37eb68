import type { Ctx, Outcome } from '../../../feature.js';
import { form } from '../../../slack/blocks.js';
import type { LedgerProjectRow } from '../../../store/ledger-projects.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { moneyWords } from '../../../text/money.js';
import { ids } from '../ids.js';
import type { Named } from '../model.js';
import { fieldWords } from './fields.js';
import { day, keys, lookUp, stages, text } from './inputs.js';
import { phrases } from './phrases.js';

export const words = {
  ...fieldWords,
  addTitle: { zh: '新增项目', en: 'New project' },
  editTitle: { zh: '修改项目', en: 'Edit project' },
  stageNow: { zh: '现在的阶段', en: 'Stage now' },
  amountHint: { zh: '例如 3.5亿元、1200万元', en: 'such as 35 million yuan, 1200万元' },
  reason: phrases.reason,
  reasonShown: phrases.reasonShown,
  save: phrases.save,
  close: phrases.close,
} as const satisfies Phrases;

const nobody = { id: null, name: null };

/** A new project: what cannot be left out, and what is mostly known. */
export function addForm(ctx: Ctx, names: Named): Outcome {
  const { language } = ctx;
  const say = inLanguage(words, language);
  const optional = { optional: true };
  return {
    kind: 'view',
    view: form(ids.addForm, { place: ctx.place }, { title: say.addTitle, submit: say.save, close: say.close }, [
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
  const say = inLanguage(words, language);
  const { fields } = project;
  const optional = { optional: true };
  const amount = (value: number | null) => (value === null ? null : moneyWords(value, 'zh').replaceAll(' ', ''));
  const metadata = { project: project.id, version: project.version, place: ctx.place };
  return {
    kind: 'view',
    view: form(
      ids.editForm,
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
