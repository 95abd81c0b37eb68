import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import type { PlanError } from '../../../plan/index.js';
import { actions, button, context, form, input, section } from '../../../slack/blocks.js';
import type { Carried } from '../../../store/programs-carry.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Made } from '../model.js';
import { nameOf } from './parts.js';
import { phrases } from './phrases.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  formTitle: { zh: '建立新年度', en: 'New program' },
  submit: { zh: '建立', en: 'Make it' },
  close: { zh: '取消', en: 'Cancel' },
  carries: {
    zh: (people: number, projects: number, milestones: number) =>
      `沿用将带入：人员${people}名、未完项目${projects}个、未完节点${milestones}个。已报的进度一并带入，不再重报。`,
    en: (people: number, projects: number, milestones: number) =>
      `What goes on: ${people} people, ${projects} open projects, ${milestones} open milestones. What was reported goes with them and is not asked again.`,
  },
  year: { zh: '年度', en: 'Year' },
  name: { zh: '名称（不填则沿用，改年份）', en: 'Name (left out: the same with the new year)' },
  file: { zh: '计划文件（YAML，可不附）', en: 'Plan file (YAML, if there is one)' },
  fileHint: {
    zh: '不附文件，就从现在这个行动沿用人员和未完项目。',
    en: 'Without a file, people and open projects go on from the present program.',
  },
  made: {
    zh: (name: string) => `已建立：${name}。还没有启用。`,
    en: (name: string) => `Made: ${name}. It is not being run yet.`,
  },
  madeHint: {
    zh: '启用前先看一遍：目标关口按年份顺移，请核对；台账用 /ledger 修改。',
    en: 'Look it over first: gates were moved by the years between; the ledger is changed with /ledger.',
  },
  use: phrases.use,
  archive: phrases.archive,
  carriesItems: {
    zh: (count: number) => `在办交办${count}件一并带入。`,
    en: (count: number) => ` So do ${count} open action items.`,
  },
  carriesLeads: {
    zh: (count: number) => `跟进中的来源线索${count}条一并带入。`,
    en: (count: number) => ` So do ${count} leads in hand.`,
  },
  carriedNote: { zh: (name: string) => `结转自${name}`, en: (name: string) => `carried over from ${name}` },
  faultYear: { zh: '写四位年份，例如 2021', en: 'Give a year such as 2021' },
  faultFile: {
    zh: '文件取不到，请重新附上（不超过 2 MB）',
    en: 'The file cannot be had; attach it again (2 MB at most)',
  },
  faultExists: { zh: '这个年度已经建立', en: 'There is one for this year already' },
  faultPlan: {
    zh: (first: string, more: number) => `${first}${more > 0 ? `（另有${more}处）` : ''}`,
    en: (first: string, more: number) => `${first}${more > 0 ? ` (and ${more} more)` : ''}`,
  },
} as const satisfies Phrases;

function carriesWords({ people, projects, milestones, items, leads }: Carried, language: Language): string {
  const say = inLanguage(words, language);
  const more = [...(items === 0 ? [] : [say.carriesItems(items)]), ...(leads === 0 ? [] : [say.carriesLeads(leads)])];
  return [say.carries(people, projects, milestones), ...more].join('');
}

export function programForm(ctx: Ctx, carried: Carried): Outcome {
  const say = inLanguage(words, ctx.language);
  return {
    kind: 'view',
    view: form(ids.form, { place: ctx.place }, { title: say.formTitle, submit: say.submit, close: say.close }, [
      section(carriesWords(carried, ctx.language)),
      input('year', say.year, {
        type: 'plain_text_input',
        action_id: 'year',
        initial_value: String(ctx.program.year + 1),
        max_length: 5,
      }),
      input('name', say.name, { type: 'plain_text_input', action_id: 'name', max_length: 80 }, { optional: true }),
      input(
        'file',
        say.file,
        { type: 'file_input', action_id: 'file', filetypes: ['yaml', 'yml', 'text'], max_files: 1 },
        { optional: true, hint: say.fileHint },
      ),
    ]),
  };
}

export function madeMessage({ program, carried }: Made, language: Language): Message {
  const say = inLanguage(words, language);
  const line = say.made(nameOf(program, language));
  return {
    text: line,
    blocks: [
      section(`*${line}*`),
      ...(carried ? [context(carriesWords(carried, language))] : []),
      context(say.madeHint),
      actions(
        button(ids.switchTo, { id: program.id }, say.use, 'primary'),
        button(ids.archive, { id: program.id }, say.archive),
      ),
    ],
  };
}

/** On what was reported in the year before; the ledger is Chinese. */
export const carriedNote = (name: string): string => inLanguage(words, 'zh').carriedNote(name);

/** At a field of the form: what is wrong there. */
export function faultAt(field: 'year' | 'file', fault: 'year' | 'file' | 'exists', language: Language): Outcome {
  const say = inLanguage(words, language);
  const text = { year: say.faultYear, file: say.faultFile, exists: say.faultExists }[fault];
  return { kind: 'errors', errors: { [field]: text } };
}

/** At the file: the first of what is wrong in the plan, by line and column, and how much more there is. */
export function planFault(errors: readonly PlanError[], language: Language): Outcome {
  const say = inLanguage(words, language);
  const [first] = errors;
  const place = first && first.line > 0 ? `${first.line}:${first.column} ` : '';
  const where = first ? `${place}${first.wrong[language]}` : '';
  return { kind: 'errors', errors: { file: say.faultPlan(where, errors.length - 1) } };
}
