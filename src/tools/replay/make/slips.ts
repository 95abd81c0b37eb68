import { addDays, type LocalDay } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { addWorkdays } from '../../../domain/workday.js';
import { between, pick, share } from '../../demo/chance.js';
import type { Happening } from '../happening.js';
import { type Away, actingFor } from './away.js';
import { leaderOn } from './reviews.js';
import type { MilestoneScript, Setting } from './script.js';

const MATTERS = [
  '报送防汛值班安排',
  '报送在建项目用工台账',
  '整改工地扬尘',
  '报送安全生产自查情况',
  '清理拖欠工程款',
] as const;
const ANSWERS = ['已办结，台账已报', '正在办，本周内完成', '已整改到位，有照片'] as const;
const WHY = ['等设备到货', '前期手续还差一项', '受连续降雨影响'] as const;
const SLIP = '督〔';

/** Slips of the year: those that come by themselves are signed for, put off, turned red or held; some are issued by hand. */
export function slipsOf(
  scripts: readonly MilestoneScript[],
  setting: Setting,
  aways: readonly Away[],
): readonly Happening[] {
  const { plan, calendar, seed } = setting;
  if (!plan.mechanisms.slips?.automatic) return [];
  const owning = new Set(plan.projects.map(({ unit }) => unit));
  const happenings: Happening[] = [];
  for (let day = plan.from; day <= plan.to; day = addDays(day, 1)) {
    if (!calendar.isWorkday(day)) continue;
    happenings.push(...units(day), ...office(day));
    if (share(seed, day, 'issues') < 0.1) happenings.push(...byHand(day));
  }
  return happenings.filter(({ at }) => at.slice(0, 10) <= plan.to);

  /** Unit heads sign, and ask for more time. */
  function units(day: LocalDay): Happening[] {
    return plan.units.flatMap(({ key, head, channel }): Happening[] => {
      const who = head === null || channel === null ? null : actingFor(head, day, aways);
      const luck = share(seed, key, day, 'slip');
      if (who === null || !owning.has(key) || luck > 0.1) return [];
      const at = `${day} 09:${between(10, 59, seed, key, day, 'slip')}`;
      const pressed = { at, who, beside: SLIP, perhaps: true } as const;
      if (luck < 0.07) return [{ ...pressed, press: '签收' }];
      const to = addWorkdays(day, between(6, 15, seed, key, day, 'more time'), calendar);
      return [{ ...pressed, press: '申请延时', fill: { 延到哪天: to, 理由: pick(WHY, seed, key, day) } }];
    });
  }

  /** The office decides on what waits for its hand. */
  function office(day: LocalDay): Happening[] {
    const who = leaderOn(day, setting, aways);
    if (who === null) return [];
    const press = (minute: number, label: string, chance: number, fill?: Record<string, string>): Happening[] =>
      share(seed, day, label) > chance
        ? []
        : [{ at: `${day} 10:${minute}`, who, press: label, beside: SLIP, ...(fill ? { fill } : {}), perhaps: true }];
    return [
      ...press(31, '同意延时', 0.35),
      ...press(32, '不同意', 0.2),
      ...press(33, '转红', 0.25),
      ...press(34, '先不发', 0.2),
      ...press(35, '退回', 0.12, { 理由: '没有写清楚哪天办完' }),
      ...press(36, '接受', 0.4),
    ];
  }

  /** One of the office's own: on a step that is late, or to a unit, which answers in words. */
  function byHand(day: LocalDay): Happening[] {
    const who = leaderOn(day, setting, aways);
    if (who === null) return [];
    const due = addWorkdays(day, between(3, 10, seed, day, 'slip due'), calendar);
    const urgent = share(seed, day, 'urgent') < 0.2 ? ' 加急：省里要来看' : '';
    const issue = (line: string, text: string): Happening[] => [
      { at: `${day} 15:20`, who, command: `/slip ${line} ${dayWords(due, 'zh')}${urgent}` },
      { at: `${day} 15:20`, who, press: '签发', beside: text, perhaps: true },
    ];
    const late = scripts.filter(({ due: on, done }) => on < day && day < done);
    const step = late[between(0, Math.max(0, late.length - 1), seed, day, 'late step')];
    if (step !== undefined && share(seed, day, 'on a step') < 0.4) {
      const text = `${step.milestone.name}抓紧办结`;
      return issue(`${step.project.code} ${text}`, text);
    }
    const headed = plan.units.filter(({ head, channel }) => head !== null && channel !== null);
    const unit = headed[between(0, headed.length - 1, seed, day, 'slip to')];
    if (unit === undefined || unit.head === null) return [];
    const text = pick(MATTERS, seed, day);
    const issued = issue(`${unit.name.zh} ${text}`, text);
    const fate = share(seed, day, 'slip fate');
    if (fate < 0.12)
      return [
        ...issued,
        { at: `${day} 15:40`, who, press: '作废', beside: text, fill: { 理由: '发错了单位' }, perhaps: true },
      ];
    if (fate > 0.85) return issued;
    const on = addWorkdays(day, between(1, 8, seed, day, 'answered'), calendar);
    const by = actingFor(unit.head, on, aways);
    if (by === null) return issued;
    const fill = { 办得怎么样: pick(ANSWERS, seed, day) };
    const again = addWorkdays(on, 3, calendar);
    return [
      ...issued,
      { at: `${on} 11:05`, who: by, press: '答复', beside: text, fill, perhaps: true },
      ...(again > plan.to
        ? []
        : [{ at: `${again} 11:15`, who: by, press: '答复', beside: text, fill, perhaps: true } as const]),
    ];
  }
}
