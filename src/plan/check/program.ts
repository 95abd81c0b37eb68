import { RUNGS } from '../../domain/plan.js';
import type { WrittenPlan } from '../shape.js';
import { type Known, mustExist, ordered, type Report } from './known.js';

export function checkProgram(plan: WrittenPlan, report: Report): void {
  ordered(plan.from, plan.to, ['to'], report);
  try {
    Intl.DateTimeFormat('en', { timeZone: plan.timeZone });
  } catch {
    report(
      ['timeZone'],
      { zh: '没有这个时区', en: 'there is no such time zone' },
      { zh: '写成 Asia/Shanghai 这样', en: 'Write it like Asia/Shanghai' },
    );
  }
  if (plan.light.redBehindPoints < plan.light.amberBehindPoints) {
    report(
      ['light', 'redBehindPoints'],
      { zh: '红灯的落后点数小于黄灯', en: 'red begins before amber' },
      { zh: `不小于 ${plan.light.amberBehindPoints}`, en: `Write ${plan.light.amberBehindPoints} or more` },
    );
  }
  const daysOff = new Set(plan.calendar.daysOff);
  for (const [index, day] of plan.calendar.workdays.entries()) {
    if (!daysOff.has(day)) continue;
    report(
      ['calendar', 'workdays', index],
      { zh: `${day} 既是工作日又是休息日`, en: `${day} is both a workday and a day off` },
      { zh: '只留一处', en: 'Keep one of the two' },
    );
  }
  const commanders = plan.people.flatMap(({ roles }, index) =>
    roles.some(({ role }) => role === 'commander') ? [index] : [],
  );
  const [first, second] = commanders;
  if (second !== undefined) {
    report(
      ['people', second, 'roles'],
      { zh: '有两名一线总指挥', en: 'there are two commanders' },
      {
        zh: `只留一名，${plan.people[first ?? 0]?.name} 已经是`,
        en: `Keep one, ${plan.people[first ?? 0]?.nameEn} is commander already`,
      },
    );
  }
  if (plan.commander !== null && !commanders.some((index) => plan.people[index]?.key === plan.commander)) {
    report(
      ['commander'],
      {
        zh: `“${plan.commander}”没有总指挥（commander）角色`,
        en: `"${plan.commander}" does not have the role commander`,
      },
      { zh: '在 people 里给此人加上 commander 角色', en: 'Give that person the role commander in people' },
    );
  }
}

export function checkFactors(plan: WrittenPlan, known: Known, report: Report): void {
  for (const [index, { department }] of plan.mechanisms.factors.entries())
    mustExist(known, 'unit', department ?? null, ['mechanisms', 'factors', index, 'department'], report);
}

export function checkLadder(plan: WrittenPlan, known: Known, report: Report): void {
  for (const [matter, key] of Object.entries(plan.ladder.departments)) {
    mustExist(known, 'unit', key ?? null, ['ladder', 'departments', matter], report);
  }
  for (const [kind, { start, workdays }] of Object.entries(plan.ladder.kinds)) {
    for (const rung of RUNGS.slice(RUNGS.indexOf(start))) {
      if (workdays[rung] !== undefined) continue;
      report(
        ['ladder', 'kinds', kind, 'workdays'],
        { zh: `“${rung}”一级没有写期限`, en: `the rung "${rung}" has no deadline` },
        { zh: `加上 ${rung}: 工作日数`, en: `Add ${rung}: working days` },
      );
    }
  }
}
