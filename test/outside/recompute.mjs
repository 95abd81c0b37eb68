// Every number of a digest, computed again from an exported workbook alone: `node test/outside/recompute.mjs FILE.xlsx`.
// It shares no code with the program that wrote it; rules are those of the manual, and the policy stands in the workbook.
import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';

const DAY_MS = 86_400_000;
const daysBetween = (from, to) => (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY_MS;
const RANK = ['green', 'amber', 'red'];
const STAGES = ['lead', 'signed', 'landed', 'started', 'completed', 'operating'];
const reached = (stage, needed) => STAGES.indexOf(stage) >= STAGES.indexOf(needed);
const number = (cell) => (cell === '' || cell === null ? null : Number(cell));
const HEAD_ROW = 3;

function groupBy(list, keyOf) {
  const groups = new Map();
  for (const each of list) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

/** The rows of a sheet of the Chinese export, by their heads. */
function rowsOf(book, name) {
  const sheet = book.getWorksheet(name);
  const heads = sheet.getRow(HEAD_ROW).values.slice(1).map(String);
  const rows = [];
  for (let at = HEAD_ROW + 1; at <= sheet.rowCount; at += 1) {
    const cells = heads.map((_, column) => {
      const { value } = sheet.getRow(at).getCell(column + 1);
      return value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? '');
    });
    rows.push(Object.fromEntries(heads.map((head, column) => [head, cells[column]])));
  }
  return rows;
}

/** The numbers that the workbook says, and those that its facts give. */
export async function recompute(bytes) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes);
  const said = new Map(rowsOf(book, '日报数字').map((row) => [row.名称, { value: row.数值, of: row.由来 }]));
  const at = (name) => said.get(name)?.value ?? '';
  const policy = Object.fromEntries(
    [...said].filter(([name]) => name.startsWith('policy.')).map(([name, { value }]) => [name.slice(7), Number(value)]),
  );
  const underway = new Map(
    [...said].filter(([name]) => name.startsWith('underway.')).map(([name, { value }]) => [name.slice(9), value]),
  );
  const units = new Map(
    [...said].filter(([name]) => name.startsWith('unit.')).map(([name, { value }]) => [name.slice(5), value]),
  );
  const span = {
    day: at('day'),
    after: at('after'),
    moment: at('moment'),
    programFrom: at('programFrom'),
    reportingSince: at('reportingSince'),
  };
  const projects = projectsOf(rowsOf(book, '灯和序时'), { ...span, policy, underway });
  const promotion = {
    activities: optionalRowsOf(book, '招商活动') ?? [],
    duties: optionalRowsOf(book, '招商任务'),
    funds: optionalRowsOf(book, '到位资金') ?? [],
  };
  const found = {
    ...lightNumbers(projects),
    ...reportNumbers(rowsOf(book, '上报'), span),
    ...obstacleNumbers(rowsOf(book, '卡点'), span),
    ...eventNumbers(rowsOf(book, '变化')),
    ...goalNumbers(rowsOf(book, '关口'), projects, span, promotion),
    ...promotionNumbers(promotion, span),
    ...itemNumbers(optionalRowsOf(book, '交办事项'), span),
    ...slipNumbers(optionalRowsOf(book, '督办单')),
    ...factorNumbers(book, projects),
    ...unitNumbers({ projects, obstacles: rowsOf(book, '卡点'), events: rowsOf(book, '变化'), units, span }),
  };
  return { said, found };
}

/** Of one workbook: what each goal that computes itself had at each of some moments (`2020-06-17 18:00`), by what was known then. */
export async function goalsAt(bytes, moments) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes);
  const activities = optionalRowsOf(book, '招商活动') ?? [];
  const funds = optionalRowsOf(book, '到位资金') ?? [];
  const goals = rowsOf(book, '关口').filter((row) => row.计法 === 'recorded' && row.要求 !== '');
  const valuesAt = (moment) =>
    goals.map((row) => [row.代码, computedValue(row.要求, { activities, funds }, '9999-12-31', moment)]);
  return new Map(moments.map((moment) => [moment, Object.fromEntries(valuesAt(moment))]));
}

/** The rows of a sheet that is there once it has any; null: there is none. */
const optionalRowsOf = (book, name) => (book.getWorksheet(name) === undefined ? null : rowsOf(book, name));

function itemNumbers(rows, { day }) {
  if (rows === null) return {};
  const numbers = (of) => of.map((row) => row.编号);
  const kept = rows.filter((row) => row.状态 !== '不再办');
  const open = kept.filter((row) => row.状态 === '在办');
  return {
    'items.all': numbers(kept),
    'items.done': numbers(kept.filter((row) => row.状态 === '办结')),
    'items.running': numbers(open.filter((row) => row.到期 >= day)),
    'items.overdue': numbers(open.filter((row) => row.到期 < day)),
  };
}

function slipNumbers(rows) {
  if (rows === null) return {};
  const out = rows.filter((row) => row.状态 === '在办' || row.状态 === '待审');
  return {
    'slips.open': out.map((row) => row.编号),
    'slips.red': out.filter((row) => row.颜色 === '红').map((row) => row.编号),
  };
}

/** Projects with the light that their milestones give by the policy. */
function projectsOf(rows, around) {
  const projects = new Map();
  for (const row of rows) {
    const code = row.项目编号;
    const project = projects.get(code) ?? {
      code,
      category: row.类别,
      unit: row.责任单位,
      standing: row.状态,
      stage: row.阶段,
      start: row.计划开工,
      // 今年, and the year itself once it is over.
      invested: number(row[Object.keys(row).find((head) => head.endsWith('累计完成投资（万元）'))]),
      was: row.上期灯,
      asked: false,
      steps: [],
    };
    projects.set(code, project);
    if (row.起问日 !== '') project.asked = true;
    if (row.节点 === '') continue;
    project.steps.push({
      name: row.节点,
      ordinal: Number(row.序号),
      due: row.到期,
      percent: Number(row['进度（%）']),
      done: Number(row['进度（%）']) >= 100 || row.完成日期 !== '',
      brings: row.带来阶段,
      lastReport: row.上次所报日期,
      blocked: row.超期卡点 !== '',
    });
  }
  return [...projects.values()].map((project) => ({ ...project, light: lightOf(project, around) }));
}

function lightOf(project, around) {
  if (project.standing !== 'open') return 'none';
  const lights = project.steps.map((step) => stepLight(step, project, around));
  const bringsStart = project.steps.some(({ brings }) => brings === 'started');
  if (project.start !== '' && around.day > project.start && !reached(project.stage, 'started') && !bringsStart)
    lights.push(startLight(project.start, around));
  return lights.sort((one, other) => RANK.indexOf(other) - RANK.indexOf(one))[0] ?? 'green';
}

function stepLight(step, project, around) {
  const { day, policy, reportingSince, programFrom } = around;
  const { due, percent, ordinal, brings } = step;
  if (step.done) return 'green';
  if (step.blocked) return 'red';
  if (brings === 'started' && reached(project.stage, 'started')) return 'green';
  if (due === '') return 'green';
  if (due < reportingSince && project.steps.some((other) => other.ordinal > ordinal && other.done)) return 'green';
  if (day > due) return brings === 'started' ? startLight(due, around) : 'red';
  const earlier = project.steps.filter((other) => other.ordinal < ordinal && other.due !== '' && other.due < due);
  const from =
    earlier
      .map((other) => other.due)
      .sort()
      .at(-1) ??
    [project.start, programFrom].find((each) => each !== '' && each < due) ??
    null;
  const [passed, of] =
    day >= due ? [1, 1] : from === null || day <= from ? [0, 1] : [daysBetween(from, day), daysBetween(from, due)];
  // Hundredths of a percent times the span's days: whole numbers.
  const behind = (points) => passed * 10_000 - (Math.round(percent * 100) + points * 100) * of;
  if (behind(policy.redBehindPoints) > 0 && brings !== 'started') return 'red';
  const silent = step.lastReport === '' || daysBetween(step.lastReport, day) >= policy.unreportedDays;
  const soon = daysBetween(day, due) <= policy.dueSoonDays;
  return behind(policy.amberBehindPoints) >= 0 || (soon && silent) ? 'amber' : 'green';
}

function startLight(due, { day, policy }) {
  const [year, month, date] = due.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + policy.startMissedRedMonths, 0)).getUTCDate();
  const red = new Date(Date.UTC(year, month - 1 + policy.startMissedRedMonths, Math.min(date, last)));
  return day > red.toISOString().slice(0, 10) ? 'red' : 'amber';
}

function lightNumbers(projects) {
  const open = projects.filter(({ standing }) => standing !== 'withdrawn');
  const lit = (light) => open.filter((each) => each.light === light).map(({ code }) => code);
  const turned = (light) =>
    open.filter((each) => each.light === light && !['', 'none', light].includes(each.was)).map(({ code }) => code);
  return {
    'lights.red': lit('red'),
    'lights.amber': lit('amber'),
    'lights.green': lit('green'),
    'lights.none': lit('none'),
    'turned.red': turned('red'),
    'turned.green': turned('green'),
    unreported: open.filter(({ asked, standing }) => asked && standing === 'open').map(({ code }) => code),
  };
}

const ON_PACE = /^(?:|按序时推进|on pace)$/;

/** What was reported within the span, one a milestone and one a project's figures, and what was finished. */
function reportNumbers(rows, { after, moment }) {
  const standing = rows.filter((row) => row.状态 === '有效' && row.计入时间 <= moment).reverse();
  const of = (row) => `${row.项目编号} ${row.节点 === '' ? '¥' : row.节点}`;
  const reports = [];
  const done = [];
  for (const [key, told] of groupBy(standing, of)) {
    const fresh = told.filter((row) => row.计入时间 > after);
    const newest = fresh.at(-1);
    if (newest === undefined) continue;
    if (newest.节点 === '') {
      reports.push(key);
      continue;
    }
    const stood = (list) =>
      list.reduce(
        (now, row) => {
          const percent = number(row['进度（%）']) ?? now.percent;
          return { percent, forecast: percent === 100 ? '' : row.预计完成 || now.forecast };
        },
        { percent: null, forecast: '' },
      );
    const was = stood(told.filter((row) => row.计入时间 <= after));
    const now = stood(told);
    if (now.percent === was.percent && now.forecast === was.forecast && ON_PACE.test(newest.说明)) continue;
    reports.push(key);
    if (now.percent === 100 && was.percent !== 100) done.push(key);
  }
  return { reports, done };
}

/** Sums of amounts with at most four places, exact. */
const sum = (amounts) => amounts.reduce((all, each) => all + Math.round(Number(each) * 10_000), 0) / 10_000;

/** Of each pool what it has, what is left, and what waits and is held, by whom; and the place of each that waits. */
function factorNumbers(book, projects) {
  if (book.getWorksheet('要素申请') === undefined) return {};
  const poolOf = (row) => `factors.${[row.代码, row.污染物].filter((part) => part !== '').join('.')}`;
  const batches = groupBy(rowsOf(book, '要素指标'), poolOf);
  const asked = groupBy(rowsOf(book, '要素申请'), poolOf);
  const draws = rowsOf(book, '要素配置');
  const gone = new Set(projects.filter(({ standing }) => standing === 'withdrawn').map(({ code }) => code));
  const numbers = {};
  for (const pool of new Set([...batches.keys(), ...asked.keys()])) {
    const amount = sum((batches.get(pool) ?? []).map((row) => row.数量));
    const requests = (asked.get(pool) ?? []).map((row) => {
      const own = draws.filter((draw) => draw.申请号 === row.申请号).map((draw) => Number(draw.已配));
      const waits = sum([row.申请数量, ...own.filter((each) => each > 0).map((each) => -each)]);
      return { ...row, code: row.项目编号, waits: gone.has(row.项目编号) ? 0 : waits, held: sum(own) };
    });
    const waiting = requests.filter(({ waits }) => waits > 0).sort(before);
    const held = requests.filter((each) => each.held > 0);
    numbers[`${pool}.amount`] = amount;
    numbers[`${pool}.left`] = sum([amount, ...held.map((each) => -each.held)]);
    numbers[`${pool}.waiting`] = { value: sum(waiting.map(({ waits }) => waits)), of: waiting.map(({ code }) => code) };
    numbers[`${pool}.held`] = { value: sum(held.map((each) => each.held)), of: held.map(({ code }) => code) };
    for (const [index, row] of waiting.entries())
      if (Number(row.次序) !== index + 1 || Number(row.在等) !== row.waits)
        numbers[`${pool}.waiting`] = `${row.code} is number ${index + 1} with ${row.waits}, the sheet says ${row.次序}`;
  }
  return numbers;
}

const CLASSES = ['provincial', 'livelihood', 'other'];

/** The printed order: class, the nearest gate, investment a unit (none last), who asked first. */
function before(one, other) {
  const gate = (row) => row.关口 || '9999';
  const perUnit = (row) => (row['总投资（万元）'] === '' ? null : [row['总投资（万元）'], row.申请数量].map(parts));
  const [first, second] = [perUnit(one), perUnit(other)];
  const byYield =
    first === null || second === null
      ? Number(first === null) - Number(second === null)
      : Number(second[0] * first[1] - first[0] * second[1]);
  return (
    CLASSES.indexOf(one.等次) - CLASSES.indexOf(other.等次) ||
    (gate(one) < gate(other) ? -1 : Number(gate(one) > gate(other))) ||
    byYield ||
    (one.时间 < other.时间 ? -1 : Number(one.时间 > other.时间)) ||
    one.申请号 - other.申请号
  );
}
const parts = (amount) => BigInt(Math.round(Number(amount) * 10_000));

/** What each unit had due within the time of the digest and did, what it had to start by its day, and its obstacles. */
function unitNumbers({ projects, obstacles, events, units, span }) {
  const numbers = {};
  const from = span.after.slice(0, 10);
  const unitOf = new Map(projects.map(({ code, unit }) => [code, unit]));
  for (const [unit, called] of units) {
    const own = projects.filter((project) => project.unit === unit && project.standing === 'open');
    const due = own.flatMap((project) =>
      project.steps
        .filter((step) => step.due !== '' && step.due > from && step.due <= span.day)
        .map((step) => {
          const done = step.done || (step.brings === 'started' && reached(project.stage, 'started'));
          return { name: `${project.code} ${step.name}`, done };
        }),
    );
    const starts = own.filter((project) => {
      const step = project.steps.find(({ brings }) => brings === 'started');
      const planned = step === undefined ? project.start : step.due;
      return planned !== '' && planned <= span.day;
    });
    const mine = events.filter((row) => unitOf.get(row.项目编号) === unit);
    const numbersOf = (rows) => [...new Set(rows.map((row) => row.编号))];
    const inHand = obstacles.filter(
      (row) =>
        (row.所在层级 === '职能部门' && row.职能部门 === called) ||
        (row.所在层级 === '责任单位' && unitOf.get(row.项目编号) === unit),
    );
    const open = inHand.filter((row) => row.销号时间 === '' && row.办结情况 === '' && row.已超期 !== '');
    const facts = {
      due: due.map(({ name }) => name),
      done: due.filter(({ done }) => done).map(({ name }) => name),
      toStart: starts.map(({ code }) => code),
      started: starts.filter(({ stage }) => reached(stage, 'started')).map(({ code }) => code),
      received: numbersOf(mine.filter(({ 种类: kind }) => kind === 'flagged')),
      inTime: numbersOf(mine.filter(({ 种类: kind, 按时办结: inTime }) => kind === 'closed' && inTime !== '')),
      overdue: numbersOf(open),
    };
    if (![facts.due, facts.toStart, facts.received, facts.inTime, facts.overdue].some(({ length }) => length > 0))
      continue;
    for (const [name, of] of Object.entries(facts)) numbers[`units.${unit}.${name}`] = of;
  }
  return numbers;
}

const RUNGS = { 责任单位: 'unit', 职能部门: 'department', 包保领导: 'sponsor', 一线总指挥: 'commander' };

function obstacleNumbers(rows, { after }) {
  const open = rows.filter((row) => row.销号时间 === '');
  const numbers = { 'obstacles.all': open.map((row) => row.编号) };
  for (const [label, rung] of Object.entries(RUNGS)) {
    const there = open.filter((row) => row.所在层级 === label);
    const waiting = there.filter((row) => row.办结情况 === '');
    numbers[`obstacles.${rung}`] = there.map((row) => row.编号);
    numbers[`waiting.${rung}`] = waiting.map((row) => row.编号);
    numbers[`waiting.${rung}.new`] = waiting.filter((row) => row.到本级时间 > after).map((row) => row.编号);
  }
  return numbers;
}

function eventNumbers(rows) {
  const of = (...kinds) => rows.filter((row) => kinds.includes(row.种类));
  const numbersOf = (kind) => of(kind).map((row) => row.编号);
  return {
    'obstacles.flagged': numbersOf('flagged'),
    'obstacles.closed': numbersOf('closed'),
    'promises.kept': numbersOf('kept'),
    'promises.missed': numbersOf('missed'),
    postponed: of('postponed').map((row) => `${row.项目编号} ${row.节点}`),
    turns: of('added', 'withdrawn', 'restored', 'recategorised').map((row) => row.项目编号),
    'postponements.pending': of('pending').length,
  };
}

/** What was led in the month of the day, and what the county leaders' months lack: an activity does the duty of who led it. */
function promotionNumbers({ activities, duties }, { day }) {
  const month = activities.filter((row) => row.撤销时间 === '' && row.所报日期.slice(0, 7) === day.slice(0, 7));
  const numbers = { 'promotion.month': month.map((row) => row.编号) };
  if (duties === null) return numbers;
  const asked = duties.filter((row) => row.月份.slice(0, 7) === day.slice(0, 7));
  const lacks = (row) => Number(row.每月要求) - month.filter((each) => each.带队领导 === row.带队领导).length;
  const missing = asked.filter((row) => row.本月不便 === '').map((row) => Math.max(0, lacks(row)));
  return { ...numbers, 'promotion.missing': missing.reduce((all, each) => all + each, 0) };
}

/** The value of a goal that computes itself, of what happened until a day; null while there is nothing. */
function computedValue(from, { activities, funds }, until, moment) {
  const adds =
    from === 'activities'
      ? activities
          .filter((row) => row.所报日期 <= until && row.时间 <= moment)
          .filter((row) => row.撤销时间 === '' || row.撤销时间 > moment)
          .map(() => 1)
      : funds
          .filter((row) => row.种类 === from && ['已核对', '已更正'].includes(row.状态))
          .filter((row) => row.所报日期 <= until && row.核对时间 <= moment)
          .filter((row) => row.更正时间 === '' || row.更正时间 > moment)
          .map((row) => row['金额（万）']);
  return adds.length === 0 ? null : sum(adds);
}

/** What each goal has by its rule, what its gates lack or were judged, what the next will see, and the one word for it. */
function goalNumbers(rows, projects, { day, moment }, promotion) {
  const numbers = {};
  for (const [key, gates] of groupBy(rows, (row) => row.代码)) {
    const [{ 计法: rule, 所算类别: categories, 要求: wants, 计量: measure, 目标值: target }] = gates;
    const own = projects.filter(
      ({ category, standing }) =>
        standing !== 'withdrawn' && (categories === '' || categories.split(' ').includes(category)),
    );
    const counts = own.filter((project) => {
      if (rule === 'stage') return reached(project.stage, wants);
      if (rule === 'figures') return project.invested !== null;
      if (project.start !== '' && day < project.start && !reached(project.stage, 'started')) return false;
      return project.light !== 'none' && RANK.indexOf(project.light) <= RANK.indexOf(wants);
    });
    // Of a goal that computes itself nothing is taken that the sheet says: neither what it has nor where its forecast starts.
    const computed = rule === 'recorded' && wants !== '';
    const recorded = computed ? computedValue(wants, promotion, '9999-12-31', moment) : number(gates[0].现有);
    const invested = counts.reduce((sum, project) => sum + Math.round((project.invested ?? 0) * 10_000), 0) / 10_000;
    const have =
      rule === 'recorded' ? recorded : rule === 'figures' ? (counts.length === 0 ? null : invested) : counts.length;
    const of = measure === 'share' ? own.length : Number(target);
    const missing = (needed) =>
      measure === 'share'
        ? Math.max(0, Math.ceil((Math.round(needed * 100) * own.length) / 10_000) - (have ?? 0))
        : Math.max(0, Math.round(needed * 10_000) - Math.round((have ?? 0) * 10_000)) / 10_000;
    const name = `goals.${key}`;
    numbers[`${name}.have`] = have === null ? '' : rule === 'recorded' ? have : counts.map(({ code }) => code);
    if (rule === 'figures') numbers[`${name}.have`] = have ?? '';
    numbers[`${name}.of`] = of;
    let next = null;
    for (const gate of gates.filter((row) => row.关口日 !== '')) {
      const on = gate.关口日;
      const needed = Number(gate.要到);
      if (on >= day) {
        next ??= { on, missing: missing(needed), ...gate };
        numbers[`gate.${key}.${on}`] = missing(needed);
        continue;
      }
      const judged = number(gate.当日值);
      const held =
        judged === null ? null : measure === 'share' ? judged * 100 >= needed * own.length : judged >= needed;
      numbers[`gate.${key}.${on}`] = held === null ? 'not-entered' : held ? 'passed' : 'missed';
      if (judged !== null) numbers[`gate.${key}.${on}.have`] = judged;
      if (gate.补报 !== '') numbers[`gate.${key}.${on}.told`] = gate.补报;
      if (gate.补上 !== '') numbers[`gate.${key}.${on}.met`] = gate.补上;
    }
    const starts = next !== null && next.起点日 !== '';
    const before =
      computed && starts ? computedValue(wants, promotion, next.起点日, moment) : number(next?.起点值 ?? null);
    let foreseen = null;
    if (next !== null && before !== null && have !== null) {
      const rise = Math.max(0, have - before) * daysBetween(next.截止日, next.on);
      foreseen = have + Math.floor(rise / daysBetween(next.起点日, next.截止日) + 1e-9);
      if (!['recorded', 'figures'].includes(rule)) foreseen = Math.min(foreseen, own.length);
    }
    numbers[`${name}.forecast`] = foreseen ?? '';
    const last = gates.at(-1)?.关口日 ?? '';
    numbers[`${name}.judgement`] = judgement();

    function judgement() {
      if (last === '') return have === null ? 'not-entered' : 'none';
      if (have === null) return 'not-entered';
      if (next === null) return numbers[`gate.${key}.${last}`];
      if (next.missing === 0) return next.on === day ? 'passed' : 'pass';
      if (next.on === day) return 'today';
      if (foreseen === null) return 'no-forecast';
      return foreseen >= have + next.missing ? 'pass' : 'miss';
    }
  }
  return numbers;
}

const RULES = /^(?:unit\.|day|moment|after|programFrom|reportingSince|policy\.|underway\.|before\.)/;

/** What the workbook says otherwise than its facts give; counts by length, lists by what is in them. */
export function differences({ said, found }) {
  const faults = [];
  for (const [name, { value, of }] of said) {
    if (RULES.test(name)) continue;
    if (!(name in found)) {
      faults.push(`${name}: not computed`);
      continue;
    }
    const [own, behind] = found[name]?.of === undefined ? [found[name]] : [found[name].value, found[name].of];
    if (behind !== undefined && [...behind].sort().join() !== of.split('、').filter(Boolean).sort().join())
      faults.push(`${name}: said of ${of}, computed of ${behind.join('、')}`);
    const same = Array.isArray(own)
      ? String(own.length) === String(value) &&
        (of === '' || [...own].map(String).sort().join() === String(of).split('、').sort().join())
      : String(own) === String(value);
    if (!same)
      faults.push(
        `${name}: said ${value} (${of}), computed ${Array.isArray(own) ? `${own.length} (${own.join('、')})` : own}`,
      );
  }
  return faults;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { readFile } = await import('node:fs/promises');
  const result = await recompute(await readFile(process.argv[2] ?? ''));
  const faults = differences(result);
  console.log(faults.length === 0 ? `${result.said.size} rows, every number is the same` : faults.join('\n'));
  process.exit(faults.length === 0 ? 0 : 1);
}
