import type { LocalDay } from '../domain/day.js';
import { RUNGS, type Words } from '../domain/plan.js';
import type { Fault, Path } from './plan-error.js';
import type { WrittenPlan } from './shape.js';

/** Everything that the shape cannot see: keys that point nowhere, twins, days in the wrong order, two commanders. */
export function checkPlan(plan: WrittenPlan): readonly Fault[] {
  const found: Fault[] = [];
  const report = (path: Path, wrong: Words, instead: Words) => void found.push({ path, wrong, instead });
  const known = namesOf(plan, report);
  checkProgram(plan, report);
  checkUnits(plan, known, report);
  checkPeople(plan, known, report);
  checkChannels(plan, known, report);
  checkGoals(plan, known, report);
  checkLadder(plan, known, report);
  checkProjects(plan, known, report);
  return found;
}

type Report = (path: Path, wrong: Words, instead: Words) => void;
type Known = Readonly<
  Record<'focusArea' | 'category' | 'site' | 'unit' | 'person' | 'channel' | 'project', ReadonlySet<string>>
>;

const WHAT: Readonly<Record<keyof Known, Words>> = {
  focusArea: { zh: '聚力', en: 'focus area' },
  category: { zh: '类别', en: 'category' },
  site: { zh: '园区', en: 'site' },
  unit: { zh: '单位', en: 'unit' },
  person: { zh: '人员', en: 'person' },
  channel: { zh: '频道', en: 'channel' },
  project: { zh: '项目', en: 'project' },
};

const SHOWN_KEYS = 12;

function mustExist(known: Known, what: keyof Known, key: string | null, path: Path, report: Report): void {
  if (key === null || known[what].has(key)) return;
  const all = [...known[what]];
  const near = all.filter((other) => other.startsWith(key.slice(0, 2)));
  const shown = (near.length > 0 ? near : all).slice(0, SHOWN_KEYS);
  const more = { zh: all.length > shown.length ? ' 等' : '', en: all.length > shown.length ? ', …' : '' };
  report(
    path,
    { zh: `没有标识为“${key}”的${WHAT[what].zh}`, en: `there is no ${WHAT[what].en} with the key "${key}"` },
    all.length === 0
      ? { zh: `先列出这个${WHAT[what].zh}`, en: `List that ${WHAT[what].en} first` }
      : { zh: `已有：${shown.join('、')}${more.zh}`, en: `Known: ${shown.join(', ')}${more.en}` },
  );
}

function namesOf(plan: WrittenPlan, report: Report): Known {
  const unique = <T>(
    items: readonly T[],
    read: (item: T) => string | null,
    path: (index: number) => Path,
    what: Words,
  ) => {
    const seen = new Map<string, number>();
    for (const [index, item] of items.entries()) {
      const value = read(item);
      if (value === null) continue;
      const first = seen.get(value);
      if (first === undefined) seen.set(value, index);
      else {
        report(
          path(index),
          {
            zh: `${what.zh}“${value}”重复，第 ${first + 1} 项已用过`,
            en: `${what.en} "${value}" is used twice, first by number ${first + 1}`,
          },
          { zh: '换一个，或删掉其中一项', en: 'Use another one or delete one of the two' },
        );
      }
    }
    return new Set(seen.keys());
  };
  const KEY = { zh: '标识', en: 'the key' };
  const keyed = (list: 'focusAreas' | 'categories' | 'sites' | 'units' | 'people' | 'goals') =>
    unique<{ readonly key: string }>(
      plan[list],
      ({ key }) => key,
      (index) => [list, index, 'key'],
      KEY,
    );
  keyed('goals');
  unique(
    plan.people,
    ({ email }) => email?.toLowerCase() ?? null,
    (index) => ['people', index, 'email'],
    { zh: '邮箱', en: 'the e-mail' },
  );
  return {
    focusArea: keyed('focusAreas'),
    category: keyed('categories'),
    site: keyed('sites'),
    unit: keyed('units'),
    person: keyed('people'),
    channel: unique(
      plan.channels,
      ({ name }) => name,
      (index) => ['channels', index, 'name'],
      { zh: '频道', en: 'the channel' },
    ),
    project: unique(
      plan.projects,
      ({ code }) => code,
      (index) => ['projects', index, 'code'],
      { zh: '编号', en: 'the code' },
    ),
  };
}

function checkProgram(plan: WrittenPlan, report: Report): void {
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

function checkUnits(plan: WrittenPlan, known: Known, report: Report): void {
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

function checkPeople(plan: WrittenPlan, known: Known, report: Report): void {
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

function checkChannels(plan: WrittenPlan, known: Known, report: Report): void {
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

function checkGoals(plan: WrittenPlan, known: Known, report: Report): void {
  for (const [index, goal] of plan.goals.entries()) {
    const at = (...rest: Path): Path => ['goals', index, ...rest];
    mustExist(known, 'focusArea', goal.focusArea, at('focusArea'), report);
    if (goal.rule.by !== 'recorded') {
      for (const [place, key] of goal.rule.categories.entries()) {
        mustExist(known, 'category', key, at('rule', 'categories', place), report);
      }
    }
    const measures = MEASURES_OF[goal.rule.by];
    if (!measures.includes(goal.measure)) {
      report(
        at('measure'),
        {
          zh: `“${goal.rule.by}”规则不能用 ${goal.measure} 计量`,
          en: `the rule "${goal.rule.by}" cannot be measured in ${goal.measure}`,
        },
        { zh: `可以用：${measures.join('、')}`, en: `Use one of: ${measures.join(', ')}` },
      );
    }
    if (goal.measure === 'share' && goal.target !== 100) {
      report(
        at('target'),
        { zh: '比率的目标是 100', en: 'the target of a share is 100' },
        { zh: '写 100，在关口里写百分比', en: 'Write 100 and put percents into the gates' },
      );
    }
    for (const [place, gate] of goal.gates.entries()) {
      if (gate.on < plan.from || gate.on > plan.to) {
        report(
          at('gates', place, 'on'),
          { zh: `关口 ${gate.on} 不在计划年度内`, en: `the gate ${gate.on} lies outside of the program` },
          { zh: `写 ${plan.from} 到 ${plan.to} 之间的日期`, en: `Write a day from ${plan.from} to ${plan.to}` },
        );
      }
      if (gate.value > goal.target) {
        report(
          at('gates', place, 'value'),
          { zh: '关口高于目标', en: 'the gate is above the target' },
          { zh: `不大于 ${goal.target}`, en: `${goal.target} or less` },
        );
      }
      const before = goal.gates[place - 1];
      if (before !== undefined && (gate.on <= before.on || gate.value < before.value)) {
        report(
          at('gates', place),
          { zh: '关口没有按日期和数值递增', en: 'gates do not rise in day and value' },
          { zh: '按日期排列，后一个不低于前一个', en: 'Order them by day, none below the one before' },
        );
      }
    }
  }
}

const MEASURES_OF: Readonly<Record<WrittenPlan['goals'][number]['rule']['by'], readonly string[]>> = {
  stage: ['projects', 'share'],
  light: ['projects', 'share'],
  investment: ['projects', 'share'],
  figures: ['10k-yuan'],
  recorded: ['10k-yuan', '10k-dollars', 'activities'],
};

function checkLadder(plan: WrittenPlan, known: Known, report: Report): void {
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

function checkProjects(plan: WrittenPlan, known: Known, report: Report): void {
  for (const [index, project] of plan.projects.entries()) {
    const at = (...rest: Path): Path => ['projects', index, ...rest];
    mustExist(known, 'category', project.category, at('category'), report);
    mustExist(known, 'focusArea', project.focusArea, at('focusArea'), report);
    mustExist(known, 'unit', project.unit, at('unit'), report);
    mustExist(known, 'person', project.owner, at('owner'), report);
    mustExist(known, 'person', project.sponsor, at('sponsor'), report);
    mustExist(known, 'site', project.site, at('site'), report);
    ordered(project.start, project.end, at('end'), report);
    const names = new Set<string>();
    for (const [place, milestone] of project.milestones.entries()) {
      mustExist(known, 'person', milestone.owner, at('milestones', place, 'owner'), report);
      if (names.has(milestone.name)) {
        report(
          at('milestones', place, 'name'),
          { zh: `同一项目有两个“${milestone.name}”节点`, en: `the project has two milestones "${milestone.name}"` },
          { zh: '给其中一个换名', en: 'Rename one of the two' },
        );
      }
      names.add(milestone.name);
    }
  }
}

function ordered(from: LocalDay | null, to: LocalDay | null, path: Path, report: Report): void {
  if (from === null || to === null || from <= to) return;
  report(
    path,
    { zh: `结束日期 ${to} 早于开始日期 ${from}`, en: `the end ${to} lies before the start ${from}` },
    { zh: '改正其中一个日期', en: 'Correct one of the two days' },
  );
}
