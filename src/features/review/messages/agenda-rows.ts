import type { Button } from '@slack/types';
import { asksWhether, type ItemState } from '../../../domain/action-item.js';
import { countEn } from '../../../domain/day-words.js';
import { goalWords } from '../../../domain/goal-words.js';
import { matterLabel } from '../../../domain/obstacle-words.js';
import type { AgendaLine } from '../../../domain/review-agenda.js';
import { needsWords } from '../../../domain/visit-words.js';
import { button } from '../../../slack/blocks.js';
import type { SlotCase } from '../../../store/review-slots.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { cutToFit } from '../../../text/row.js';
import { indicatorWords } from '../../indicator/door.js';
import { ids as indicatorIds } from '../../indicator/ids.js';
import { ids as promotionIds } from '../../promotion/ids.js';
import { ids as visitIds } from '../../visit/ids.js';
import { ids } from '../ids.js';
import type { Acts } from '../model.js';

const words = {
  last: {
    zh: (all: number, done: number, overdue: string) => `上次${all}项：办结${done}${overdue}`,
    en: (all: number, done: number, overdue: string) => `Last time ${all}: ${done} done${overdue}`,
  },
  lastLate: {
    zh: (count: number, number: number) => `、超期${count}（${number}号）`,
    en: (count: number, number: number) => `, ${count} late (item ${number})`,
  },
  obstacle: {
    zh: (number: number, project: string, matter: string, days: number) =>
      `卡点${number}号 ${project}：${matter}，第${days}天`,
    en: (number: number, project: string, matter: string, days: number) =>
      `Obstacle ${number}, ${project}: ${matter}, day ${days}`,
  },
  gate: {
    zh: (goal: string, missing: string, codes: string) => `关口：${goal}差${missing}${codes}`,
    en: (goal: string, missing: string, codes: string) => `Gate: ${goal} ${missing} short${codes}`,
  },
  codes: { zh: (codes: string) => `，${codes}`, en: (codes: string) => `, ${codes}` },
  red: { zh: (project: string) => `新变红：${project}`, en: (project: string) => `Turned red: ${project}` },
  firm: { zh: (project: string) => `走访：${project}`, en: (project: string) => `Visit: ${project}` },
  firstNeeds: { zh: '还没有提过要办的事', en: 'No needs told before' },
  town: {
    zh: (town: string, count: number) => `到${town}：项目${count}个`,
    en: (town: string, count: number) => `On site: ${town}, ${countEn(count, 'project')}`,
  },
  townMore: {
    zh: (red: number, obstacles: number) => `红灯${red}，卡点${obstacles}`,
    en: (red: number, obstacles: number) => `${red} red, ${countEn(obstacles, 'obstacle')}`,
  },
  indicators: {
    zh: (month: string, count: number, revised: string) => `${month}经济指标${count}项${revised}`,
    en: (month: string, count: number, revised: string) => `Indicators of ${month}: ${count}${revised}`,
  },
  revised: { zh: (count: number) => `，更正${count}处`, en: (count: number) => `, ${count} revised` },
  noIndicators: {
    zh: (month: string) => `${month}经济指标：还没有表`,
    en: (month: string) => `Indicators of ${month}: no spreadsheet yet`,
  },
  take: { zh: '传表', en: 'Send' },
  sheet: { zh: '走访单', en: 'Sheet' },
  passTown: { zh: '换一个镇街', en: 'Next town' },
  late: {
    zh: (number: number, days: number) => `交办${number}号超期${days}天`,
    en: (number: number, days: number) => `Item ${number}: ${countEn(days, 'day')} overdue`,
  },
  carried: {
    zh: (number: number, times: number) => `第${times}次转下：交办${number}号，还要办吗？`,
    en: (number: number, times: number) => `Item ${number}, carried ${times} times: still needed?`,
  },
  kept: {
    zh: (number: number) => `还要办：交办${number}号`,
    en: (number: number) => `Still to be done: item ${number}`,
  },
  dropped: { zh: (number: number) => `不再办：交办${number}号`, en: (number: number) => `Dropped: item ${number}` },
  done: { zh: (number: number) => `交办${number}号已办结`, en: (number: number) => `Item ${number} is done` },
  keep: { zh: '要办', en: 'Yes' },
  drop: { zh: '不办', en: 'Drop' },
  see: { zh: (count: number) => `看${count}项`, en: (count: number) => `See ${count}` },
  settle: { zh: '定一下', en: 'Decide' },
  names: { zh: '名单', en: 'Who' },
  open: { zh: '看', en: 'Open' },
  leads: {
    zh: (parts: string) => `线索${parts}`,
    en: (parts: string) => `Leads: ${parts}`,
  },
  judge: { zh: (count: number) => `该研判${count}条`, en: (count: number) => `${count} to judge` },
  answer: { zh: (count: number) => `该回复${count}条`, en: (count: number) => `${count} to answer` },
  activities: {
    zh: (month: string, count: number) => `${month}招商活动还差${count}次`,
    en: (month: string, count: number) => `Activities of ${month}: ${count} short`,
  },
} as const satisfies Phrases;

/** How the lines of an agenda read, and what is pressed beside each. `states`: how the items stand by now that it asks about. */
export function agendaRows(
  ctx: Acts,
  slot: SlotCase,
  states: ReadonlyMap<number, ItemState>,
  language: Language,
): {
  readonly textOf: (line: AgendaLine) => string;
  readonly controlOf: (line: AgendaLine) => Button | undefined;
  /** The two answers to whether an item is still to be done, until there is one. */
  readonly askedOf: (line: AgendaLine) => readonly Button[];
} {
  const say = inLanguage(words, language);
  return { textOf, controlOf, askedOf };

  function textOf(line: AgendaLine): string {
    switch (line.kind) {
      case 'last': {
        const overdue = line.late === null ? '' : say.lastLate(line.overdue, line.late);
        return say.last(line.all, line.done, overdue);
      }
      case 'obstacle': {
        const matter = matterLabel(line.matter, language);
        return fitting(line, (project) => say.obstacle(line.number, project, matter, line.days));
      }
      case 'gate': {
        const codes = line.codes.slice(0, 2).join(language === 'zh' ? '、' : ' ');
        const { quantity } = goalWords(language, ctx.program.year);
        const measure = line.measure === 'share' ? 'projects' : line.measure;
        const missing = quantity(measure, measure === 'projects' ? Math.ceil(line.missing) : line.missing, 'up');
        return say.gate(escapeText(line.goal[language]), missing, codes === '' ? '' : say.codes(codes));
      }
      case 'red':
        return fitting(line, say.red);
      case 'indicators': {
        const month = indicatorWords(ctx.program.year, language).month(line.month);
        if (line.sheetId === null) return say.noIndicators(month);
        return say.indicators(month, line.count, line.revised === 0 ? '' : say.revised(line.revised));
      }
      case 'leads': {
        const parts = [
          ...(line.judge === 0 ? [] : [say.judge(line.judge)]),
          ...(line.answer === 0 ? [] : [say.answer(line.answer)]),
        ];
        return say.leads(parts.join(language === 'zh' ? '、' : ', '));
      }
      case 'activities':
        return say.activities(indicatorWords(ctx.program.year, language).month(line.month), line.missing);
      case 'firm':
        return `${fitting(line, say.firm)}\n${line.needs === null ? say.firstNeeds : needsWords(line.needs, language)}`;
      case 'town':
        return `${say.town(escapeText(line.town[language]), line.projects)}\n${say.townMore(line.red, line.obstacles)}`;
      case 'late':
        return say.late(line.number, line.times);
      case 'carried':
        return carriedRow(line);
    }
  }

  /** What was said of it meanwhile, or the question. */
  function carriedRow({ id, number, times }: Extract<AgendaLine, { readonly times: number }>): string {
    const state = states.get(id);
    if (state === undefined || asksWhether(state)) return say.carried(number, times);
    const { standing } = state;
    return standing === 'open' ? say.kept(number) : say[standing](number);
  }

  function askedOf(line: AgendaLine): readonly Button[] {
    const state = line.kind === 'carried' ? states.get(line.id) : undefined;
    if (line.kind !== 'carried' || slot.outcome !== null || (state !== undefined && !asksWhether(state))) return [];
    return [button(ids.keepItem, { id: line.id }, say.keep), button(ids.dropItem, { id: line.id }, say.drop)];
  }

  /** A project's code with as much of its name as the row holds. */
  function fitting(
    {
      code,
      nickname,
      projectName,
    }: { readonly code: string; readonly nickname: string | null; readonly projectName: string },
    row: (project: string) => string,
  ): string {
    const called = nickname ?? clip(projectName.replace(/(?:项目|工程)$/u, ''), 8);
    return row(`${code} ${cutToFit(escapeText(called), (name) => `8 ${row(`${code} ${name}`)}`, language)}`);
  }

  function controlOf(line: AgendaLine): Button | undefined {
    switch (line.kind) {
      case 'last':
        return button(ids.list, { of: 'slot', slot: line.slotId, offset: 0 }, say.see(line.all));
      case 'obstacle':
        return button(ids.open, { slot: slot.id, project: line.projectId, obstacle: line.id }, say.settle);
      case 'gate':
        return button(ids.open, { slot: slot.id }, say.settle);
      case 'red':
        return button(ids.open, { slot: slot.id, project: line.projectId }, say.settle);
      case 'indicators':
        return line.sheetId === null
          ? button(indicatorIds.openTake, {}, say.take)
          : button(indicatorIds.see, { sheet: line.sheetId }, say.open);
      case 'leads':
        return button(promotionIds.leads, { offset: 0 }, say.open);
      case 'activities':
        return button(promotionIds.duty, { month: line.month }, say.names);
      case 'firm':
        return button(visitIds.sheet, { slot: slot.id }, say.sheet);
      case 'town':
        return slot.outcome === null ? button(ids.pass, { slot: slot.id, from: line.unitId }, say.passTown) : undefined;
      case 'late':
      case 'carried':
        return button(ids.card, { id: line.id }, say.open);
    }
  }
}
