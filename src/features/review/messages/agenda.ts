import type { Button, KnownBlock } from '@slack/types';
import { asksWhether, type ItemState } from '../../../domain/action-item.js';
import { dayAt, timeAt } from '../../../domain/day.js';
import { countEn } from '../../../domain/day-words.js';
import { goalWords } from '../../../domain/goal-words.js';
import { matterLabel } from '../../../domain/obstacle-words.js';
import type { HeldReview } from '../../../domain/review.js';
import { type AgendaLine, mattersOf } from '../../../domain/review-agenda.js';
import { needsWords } from '../../../domain/visit-words.js';
import type { Message } from '../../../message.js';
import { actions, button, section } from '../../../slack/blocks.js';
import type { Contact } from '../../../store/people.js';
import type { SlotCase } from '../../../store/review-slots.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { cutToFit } from '../../../text/row.js';
import { indicatorWords } from '../../indicator/door.js';
import { ids as indicatorIds } from '../../indicator/ids.js';
import { ids as visitIds } from '../../visit/ids.js';
import { ids } from '../ids.js';
import type { Acts } from '../model.js';
import { reviewName } from '../reviews.js';
import { itemPhrases } from './parts.js';

const words = {
  decide: { zh: (count: number) => `要定${count}件`, en: (count: number) => `${count} to decide` },
  nothing: { zh: '没有要定的事', en: 'Nothing to decide' },
  seats: {
    zh: (count: number) => `不开可省${count}人次`,
    en: (count: number) => `Skip it? ${count === 1 ? '1 person keeps' : `${count} people keep`} their hour`,
  },
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
  visit: { zh: '走访1家企业', en: 'One firm to visit' },
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
  passFirm: { zh: '换一家', en: 'Next firm' },
  passTown: { zh: '换一个镇街', en: 'Next town' },
  move: { zh: '改天', en: 'Another day' },
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
  needed: { zh: (names: string) => `参加：${names}`, en: (names: string) => `Needed: ${names}` },
  held: {
    zh: (who: string, at: string) => `已开（${who}，${at}）`,
    en: (who: string, at: string) => `Held (${who}, ${at})`,
  },
  spared: {
    zh: (who: string, at: string) => `不开（${who}，${at}）`,
    en: (who: string, at: string) => `Not held (${who}, ${at}): spared`,
  },
  merged: {
    zh: (into: string, who: string, at: string) => `并入${into}（${who}，${at}）`,
    en: (into: string, who: string, at: string) => `Merged into ${into} (${who}, ${at})`,
  },
  moment: { zh: (day: string, time: string) => `${day}${time}`, en: (day: string, time: string) => `${day} ${time}` },
  beside: {
    zh: (review: string, at: string) => `同天${at}还有${review}`,
    en: (review: string, at: string) => `Same day, ${at}: ${review}`,
  },
  see: { zh: (count: number) => `看${count}项`, en: (count: number) => `See ${count}` },
  settle: { zh: '定一下', en: 'Decide' },
  open: { zh: '看', en: 'Open' },
  isHeld: { zh: '已开', en: 'Held' },
  skip: { zh: '不开', en: 'Skip' },
  merge: { zh: '合并', en: 'Merge' },
  add: { zh: '记一件', en: 'Add one' },
} as const satisfies Phrases;

/** More names than these do not fit into the row. */
const NAMED = 4;

/** The agenda of a review: what is to be decided, each with its button, and what became of the review. */
export function agendaPost(
  ctx: Acts,
  given: {
    readonly slot: SlotCase;
    readonly people: ReadonlyMap<number, Contact>;
    readonly beside: readonly HeldReview[];
    /** It is not posted yet: nothing is to press. */
    readonly preview?: boolean;
    /** How the items stand by now of which it asks whether they are still to be done. */
    readonly states?: ReadonlyMap<number, ItemState>;
  },
  language: Language,
): Message {
  const { slot, people, beside, preview = false, states = new Map<number, ItemState>() } = given;
  const say = inLanguage(words, language);
  const phrases = itemPhrases(ctx, language);
  const lines = slot.agenda ?? [];
  const matters = mattersOf(lines);
  const title = `${phrases.dayAndWeekday(slot.day)} · ${escapeText(reviewName(ctx.program, slot.review, language))}`;
  const turn = lines.find(({ kind }) => kind === 'firm' || kind === 'town');
  const nothing = turn?.kind === 'firm' ? say.visit : say.nothing;
  const seats = ctx.program.policy.mechanisms.reviews.find(({ key }) => key === slot.review)?.seats;
  const maySpare = matters === 0 && turn?.kind !== 'firm';
  const saves = maySpare && slot.outcome === null && seats !== undefined ? `\n${say.seats(seats)}` : '';
  const first = matters === 0 ? `${nothing}${saves}` : say.decide(matters);
  const holders = [...new Set(lines.flatMap((line) => line.holders))].slice(0, NAMED);
  const names = holders.map((id) => phrases.name(people, id)).join(language === 'zh' ? '、' : ', ');
  const settled = settledRow();
  const others = settled === null ? beside : [];
  const rows = lines.map((line, place) => `${place + 1} ${rowOf(line)}`);
  const tail = [
    ...(names === '' ? [] : [say.needed(names)]),
    ...others.map((each) => say.beside(escapeText(reviewName(ctx.program, each.key, language)), each.at)),
    ...(settled === null ? [] : [settled]),
  ];
  const blocks: KnownBlock[] = [
    section([`*${title}*`, first].join('\n')),
    ...lines.flatMap((line, place): KnownBlock[] => {
      const asks = preview ? [] : askedOf(line);
      const row = section(rows[place] ?? '', preview || asks.length > 0 ? undefined : controlOf(line));
      const named = asks.map((each) => ({ ...each, action_id: `${each.action_id}#${place}` }));
      return asks.length === 0 ? [row] : [row, actions(...named)];
    }),
    ...(tail.length === 0 ? [] : [section(tail.join('\n'))]),
    ...(preview ? [] : [actions(...buttons())]),
  ];
  return { text: [title, first, ...rows, ...tail].join('\n'), blocks };

  function rowOf(line: AgendaLine): string {
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

  /** The two answers to whether an item is still to be done, until there is one. */
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
      case 'firm':
        return button(visitIds.sheet, { slot: slot.id }, say.sheet);
      case 'town':
        return slot.outcome === null ? button(ids.pass, { slot: slot.id, from: line.unitId }, say.passTown) : undefined;
      case 'late':
      case 'carried':
        return button(ids.card, { id: line.id }, say.open);
    }
  }

  function settledRow(): string | null {
    if (slot.outcome === null || slot.decidedAt === null) return null;
    const { timeZone } = ctx.program;
    const moment = say.moment(
      phrases.day(dayAt(slot.decidedAt, timeZone)),
      timeAt(slot.decidedAt, timeZone).replace(/^0/, ''),
    );
    const who = phrases.name(people, slot.decidedById);
    if (slot.outcome !== 'merged') return say[slot.outcome](who, moment);
    return say.merged(escapeText(reviewName(ctx.program, slot.mergedInto ?? '', language)), who, moment);
  }

  function buttons(): readonly Button[] {
    const add = button(ids.open, { slot: slot.id }, say.add);
    if (slot.outcome !== null) return [add];
    const as = (outcome: 'held' | 'spared' | 'merged', label: string, into: string | null = null) =>
      button(ids.settle, { id: slot.id, outcome, into }, label);
    const into = beside[0]?.key ?? null;
    return [
      as('held', say.isHeld),
      ...(maySpare ? [as('spared', say.skip)] : []),
      ...(into === null ? [] : [as('merged', say.merge, into)]),
      add,
      ...(turn?.kind === 'firm'
        ? [
            button(ids.pass, { slot: slot.id, from: turn.projectId }, say.passFirm),
            button(visitIds.openMove, { slot: slot.id }, say.move),
          ]
        : []),
    ];
  }
}
