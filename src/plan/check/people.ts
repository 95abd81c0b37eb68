import type { WrittenPlan } from '../shape.js';
import { type Known, mustExist, type Report } from './known.js';

export function checkUnits(plan: WrittenPlan, known: Known, report: Report): void {
  for (const [index, { key, head, channel }] of plan.units.entries()) {
    mustExist(known, 'person', head, ['units', index, 'head'], report);
    mustExist(known, 'channel', channel, ['units', index, 'channel'], report);
    const person = plan.people.find((other) => other.key === head);
    if (person === undefined || person.roles.some(({ role, unit }) => role === 'unit-head' && unit === key)) continue;
    report(
      ['units', index, 'head'],
      {
        zh: `${person.name}没有这个单位的负责人（unit-head）角色`,
        en: `${person.nameEn} is no unit-head of this unit`,
      },
      {
        zh: `在 people 里加上 { role: unit-head, unit: ${key} }`,
        en: `Add { role: unit-head, unit: ${key} } in people`,
      },
    );
  }
}

export function checkPeople(plan: WrittenPlan, known: Known, report: Report): void {
  for (const [index, { roles }] of plan.people.entries()) {
    for (const [at, { role, unit }] of roles.entries()) {
      mustExist(known, 'unit', unit, ['people', index, 'roles', at, 'unit'], report);
      if (unit !== null || (role !== 'official' && role !== 'unit-head')) continue;
      report(
        ['people', index, 'roles', at],
        { zh: `${role} 角色没有写单位`, en: `the role ${role} names no unit` },
        { zh: '加上 unit', en: 'Add unit' },
      );
    }
  }
}

export function checkChannels(plan: WrittenPlan, known: Known, report: Report): void {
  const scopes = {
    unit: 'unit',
    sponsor: 'person',
    category: 'category',
    site: 'site',
    'focus-area': 'focusArea',
  } as const;
  for (const [index, { members, digest }] of plan.channels.entries()) {
    for (const [at, key] of members.people.entries()) {
      mustExist(known, 'person', key, ['channels', index, 'members', 'people', at], report);
    }
    for (const [at, key] of members.units.entries()) {
      mustExist(known, 'unit', key, ['channels', index, 'members', 'units', at], report);
    }
    if (digest === null || digest.scope.of === 'plan') continue;
    mustExist(known, scopes[digest.scope.of], digest.scope.key, ['channels', index, 'digest', 'scope', 'key'], report);
  }
}
