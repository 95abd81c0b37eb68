import { addDays, daysBetween, type LocalDay } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import type { HeldReview, ReviewSlot } from '../../../domain/review.js';
import { addWorkdays, previousWorkday, workdayFrom } from '../../../domain/workday.js';
import { between, pick, share } from '../../demo/chance.js';
import type { Happening } from '../happening.js';
import { type Away, actingFor } from './away.js';
import type { MilestoneScript, Setting } from './script.js';

/** A review as it is held: who writes down what it decides, at which minute, below which message. */
export type Meeting = {
  readonly review: HeldReview;
  readonly slot: ReviewSlot;
  readonly day: LocalDay;
  readonly who: string;
  readonly at: (minutes: number) => string;
  readonly under: { readonly in: string; readonly under: string };
};

type Words = readonly (string | number)[];

const PAPERS = [
  '管线迁改方案',
  '用工保障方案',
  '资金筹措方案',
  '场地平整方案',
  '临时用电方案',
  '堆场选址意见',
] as const;
const TASKS = [
  '把全县在建项目用工台账',
  '把本单位包保责任清单',
  '把汛期施工安全自查情况',
  '把二季度投资完成情况',
] as const;
const WHY_LATE = ['等上级批复', '设计单位还没出图', '资金还在拨付', '村里还没开会'] as const;
/** Which unit a step of a roadmap is done by, where that is not the project's own. */
const BY_STEP: Readonly<Record<string, string>> = {
  用地: 'natural-resources',
  环评: 'environment',
  施工许可: 'approval',
  立项: 'approval',
};

/** So many decisions at most. */
const MOST = { week: 3, 'half-month': 2, month: 2 } as const;

/** What is decided in a review, each line read back and confirmed, and what becomes of it. */
export function decisionsOf(
  meeting: Meeting,
  scripts: readonly MilestoneScript[],
  setting: Setting,
  aways: readonly Away[],
): Happening[] {
  const { review, slot, day, at, under } = meeting;
  const { plan, calendar, seed } = setting;
  const words = [seed, slot.review, slot.period] as const;
  const count = between(review.turn === undefined && review.every === 'week' ? 1 : 0, MOST[review.every], ...words);
  const area = review.focusArea;
  const open = scripts.filter(
    ({ project, from, done, due }) =>
      from <= day && day < done && daysBetween(day, due) < 40 && (area === undefined || project.focusArea === area),
  );
  const heads = new Map(plan.units.map(({ key, head }) => [key, head]));
  const names = new Map(plan.people.map(({ key, name }) => [key, name]));
  return Array.from({ length: count }, (_, turn) => decision(turn, [...words, turn])).flat();

  function decision(turn: number, luck: Words): Happening[] {
    const script = open[between(0, Math.max(0, open.length - 1), ...luck, 'about')];
    const kind = share(...luck, 'kind');
    const due = addWorkdays(day, between(2, 9, ...luck, 'due'), calendar);
    if (script === undefined || kind > 0.9) {
      const unit = plan.units[between(0, plan.units.length - 1, ...luck, 'unit')];
      const owner = unit?.head ?? null;
      const text = `${pick(TASKS, ...luck)}报项目办`;
      return owner === null
        ? []
        : [
            ...said(turn, `${names.get(owner)} ${dayWords(due, 'zh')}前${text}`, text),
            ...lifeOf(text, owner, due, luck),
          ];
    }
    const { project, milestone } = script;
    const unit = kind < 0.45 ? (BY_STEP[milestone.name] ?? project.unit) : project.unit;
    const owner = heads.get(unit) ?? null;
    if (owner === null) return [];
    const name = names.get(owner) ?? '';
    if (kind < 0.45) {
      const text = `完成${project.code}${milestone.name}`;
      const workdays = between(2, 9, ...luck, 'due');
      const line =
        share(...luck, 'how') < 0.6
          ? `${name} ${workdays}个工作日内${text}`
          : `由${plan.units.find(({ key }) => key === unit)?.name.zh}牵头，${dayWords(due, 'zh')}前${text}`;
      return [...said(turn, line, text), ...stepLife(text, owner, due, script.done, luck)];
    }
    const text = `拿出${project.code}${pick(PAPERS, ...luck)}`;
    return [...said(turn, `${name} ${dayWords(due, 'zh')}前${text}`, text), ...lifeOf(text, owner, due, luck)];
  }

  /** Said in the review's thread, read back, confirmed by one press. */
  function said(turn: number, line: string, text: string): Happening[] {
    const moment = at(20 + turn * 8);
    return [
      { at: moment, who: meeting.who, say: line, ...under },
      { at: moment, who: meeting.who, press: '确认', beside: text, perhaps: true },
    ];
  }

  function answer(on: LocalDay, who: string, text: string, label: string, luck: Words, fill?: Record<string, string>) {
    const acting = actingFor(who, on, aways);
    const at = `${on} 09:${between(10, 59, ...luck, on, label)}`;
    if (acting === null) return [];
    return [
      { at, who: acting, press: label, beside: text, ...(fill ? { fill } : {}), perhaps: true } satisfies Happening,
    ];
  }

  /** What no report does: done in time, late, put off once or oftener, or never answered. */
  function lifeOf(text: string, owner: string, due: LocalDay, luck: Words): Happening[] {
    const fate = share(...luck, 'fate');
    const done = (on: LocalDay) => answer(on, owner, text, '办完', luck);
    if (fate < 0.5) return done(share(...luck, 'early') < 0.5 ? previousWorkday(due, calendar) : due);
    if (fate < 0.65) return done(addWorkdays(due, between(1, 8, ...luck, 'late'), calendar));
    if (fate > 0.93) return [];
    const lives: Happening[] = [];
    let day = due;
    for (let times = between(1, 4, ...luck, 'times'); times > 0; times -= 1) {
      const to = addWorkdays(day, between(2, 6, ...luck, 'to', times), calendar);
      lives.push(...answer(day, owner, text, '要晚', luck, { 新的日期: to, 晚的原因: pick(WHY_LATE, ...luck, times) }));
      day = to;
    }
    return [...lives, ...done(day)];
  }

  /** What the ordinary report does; where that comes later, some say so. */
  function stepLife(text: string, owner: string, due: LocalDay, done: LocalDay, luck: Words): Happening[] {
    if (done <= due || share(...luck, 'says late') < 0.5) return [];
    const to = workdayFrom(addDays(done, 1), calendar);
    return answer(due, owner, text, '要晚', luck, { 新的日期: to, 晚的原因: pick(WHY_LATE, ...luck) });
  }
}
