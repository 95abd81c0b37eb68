// Writes prisma/seed/dong-e-2020.projects.yaml from the county's ledger:
//
//   node scripts/make-seed.mjs LEDGER.xlsx LEDGER.truth.json
//
// The spreadsheet gives the texts, the second file the ledger's correct reading (names, dates, amounts), and
// make-seed.clerk.yaml what neither says. Run it again after any of them changed; the result is committed.
import { readFile, writeFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { parse } from 'yaml';

const [ledgerPath, truthPath] = process.argv.slice(2);
if (ledgerPath === undefined || truthPath === undefined) {
  process.stderr.write('usage: node scripts/make-seed.mjs LEDGER.xlsx LEDGER.truth.json\n');
  process.exit(2);
}

const SEED = new URL('../prisma/seed/', import.meta.url);
const FIRST_DAY = '2020-01-01';
/** The ledger's head: 填报时间 2020年5月25日. */
const LEDGER_DAY = '2020-05-25';
const CONTENT_COLUMN = 3;
const PROGRESS_COLUMN = 25;

const CATEGORIES = {
  工业重点项目: { key: 'industrial', focusArea: 'projects', stage: 'landed' },
  骨干企业: { key: 'backbone', focusArea: 'industry', stage: 'landed' },
  重点跟进意向项目: { key: 'intention', focusArea: 'projects', stage: 'lead' },
  '农业、服务业及基础设施项目': { key: 'infrastructure', focusArea: 'city', stage: 'landed' },
};

/** Where the ledger is plainly mistaken, what it meant. */
const CORRECTIONS = {
  // I47 says 2020.4.30, before its start; the 建设起止时间 beside it ends in 2021.4.
  'P-039': { end: '2021-04-30', why: 'the ledger has 2020.4.30, before the start; 2021 was meant' },
  'P-053': { why: 'no owner: the ledger says 待定' },
  'P-058': { why: 'no end: the ledger says 待定' },
  'P-072': { why: 'the ledger names 许倩、张海涛; the first is the owner' },
  'P-077': { why: 'no sponsor: the cell is blank' },
};

/** Milestones that somebody else than the project's owner answers for. */
const MILESTONE_OWNERS = { 'P-044 签约': 'daniel-reed' };

const plan = parse(await readFile(new URL('dong-e-2020.yaml', SEED), 'utf8'));
const clerk = parse(await readFile(new URL('make-seed.clerk.yaml', import.meta.url), 'utf8'));
const truth = JSON.parse(await readFile(truthPath, 'utf8'));
const workbook = new ExcelJS.Workbook();
await workbook.xlsx.readFile(ledgerPath);

const personKeys = new Map(plan.people.map(({ name, key }) => [name, key]));
const unitKeys = new Map(plan.units.map(({ name, key }) => [name.zh, key]));

const lines = truth.projects.map((row, index) => projectLines(row, `P-${String(index + 1).padStart(3, '0')}`));
const head = [
  '# The 80 projects of the 2020 ledger (420), in its order. Written by scripts/make-seed.mjs; do not edit by hand.',
  '# Amounts in 10k yuan (万元); ledger: what it said on its day, 25 May 2020. Milestones without owner: the project’s.',
  'projects:',
];
await writeFile(new URL('dong-e-2020.projects.yaml', SEED), `${[...head, ...lines.flat()].join('\n')}\n`);

function projectLines(row, code) {
  const category = CATEGORIES[row.category];
  const known = clerk[code] ?? {};
  const correction = CORRECTIONS[code] ?? {};
  const start = row.start ?? null;
  const fields = {
    name: row.name,
    nicknames: known.nicknames ?? [],
    category: category.key,
    focusArea: known.focusArea ?? category.focusArea,
    unit: keyOf(unitKeys, row.unit, code),
    owner: row.owner ? keyOf(personKeys, row.owner, code) : null,
    sponsor: row.sponsor ? keyOf(personKeys, row.sponsor, code) : null,
    site: known.site ?? null,
    stage: start !== null && start < FIRST_DAY ? 'started' : category.stage,
    totalInvestment: row.totalInvestmentWan,
    yearPlan: row.yearPlanWan,
    start,
    end: correction.end ?? row.end,
    content: cellText(row, CONTENT_COLUMN),
    problem: row.problem === '' ? null : row.problem,
  };
  const ledger = { on: LEDGER_DAY, doneInvestment: row.doneWan, progress: cellText(row, PROGRESS_COLUMN) };
  return [
    `  - code: ${code}${correction.why === undefined ? '' : ` # ${correction.why}`}`,
    ...Object.entries(fields).map(([key, value]) => `    ${key}: ${written(value)}`),
    `    ledger: ${written(ledger)}`,
    '    milestones:',
    ...row.milestones.map(({ name, due }) => {
      const owner = MILESTONE_OWNERS[`${code} ${name}`];
      // What was due before the program began is finished: the ledger's year starts from there.
      const done = due < FIRST_DAY ? { doneOn: due } : {};
      return `      - ${written({ name, due, ...(owner === undefined ? {} : { owner }), ...done })}`;
    }),
  ];
}

function keyOf(keys, name, code) {
  const key = keys.get(name);
  if (key === undefined) throw new Error(`${code}: the plan file does not know ${name}`);
  return key;
}

function cellText(row, column) {
  const { value } = workbook.getWorksheet(row.sheet).getRow(row.row).getCell(column);
  const text = String(value ?? '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replaceAll(',', '，');
  return text === '' ? null : text;
}

/** A value on one line of YAML. */
function written(value) {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${written(inner)}`)
      .join(', ')} }`;
  }
  if (typeof value !== 'string') return String(value);
  return /^[\p{L}\p{N}][\p{L}\p{N} ·、（）-]*$/u.test(value) ? value : JSON.stringify(value);
}
