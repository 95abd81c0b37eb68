import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalDay } from '../../src/domain/day.js';
import type { NewProject } from '../../src/domain/ledger-change.js';
import { readPlanFile } from '../../src/plan/index.js';
import type { Store as OpenStore } from '../../src/store/home/open.js';
import { assembleStore, type Store } from '../../src/store/index.js';
import type { ChangedBy } from '../../src/store/ledger.js';
import { SAID_OF } from '../../src/store/ledger-rows.js';
import { openTestStore } from '../support/store.js';

let opened: OpenStore;
let store: Store;
let programId: number;
let acts = 0;

beforeAll(async () => {
  opened = await openTestStore();
  store = assembleStore(opened, async () => {});
  const read = await readPlanFile('prisma/seed/dong-e-2020.yaml');
  if (!('plan' in read)) throw new Error('the seed does not read');
  const loaded = await store.programs.load({ id: 'T1', name: '东阿县' }, read.plan, 0);
  if (!('programId' in loaded)) throw new Error('it was loaded before');
  programId = loaded.programId;
});

afterAll(() => opened.close());

function by(): ChangedBy {
  acts += 1;
  return { workspaceId: 'T1', personId: null, at: 1000 + acts, cause: `command:${acts}` };
}

async function project(code: string) {
  return opened.client.project.findFirst({
    where: { programId, code },
    include: { milestones: { orderBy: { ordinal: 'asc' } } },
  });
}

async function some(code: string) {
  const found = await project(code);
  if (!found) throw new Error(`${code} is not there`);
  return found;
}

test('a changed name and a moved milestone are in the ledger, in the log with the old and the new, and can be taken back', async () => {
  const before = await some('P-001');
  const [land] = before.milestones;
  if (!land) throw new Error('no milestone');
  const who = by();
  const applied = await store.transaction((tx) =>
    tx.ledger.apply(
      programId,
      [
        {
          kind: 'change-project',
          projectId: before.id,
          before: { name: before.name, totalInvestment: 35_000 },
          after: { name: '阿胶产业园', totalInvestment: 40_000 },
          reason: null,
        },
        {
          kind: 'change-milestone',
          projectId: before.id,
          milestoneId: land.id,
          before: { due: land.due as LocalDay },
          after: { due: '2020-02-28' as LocalDay },
          reason: '拆迁未完',
        },
      ],
      who,
    ),
  );
  expect(applied.kind).toBe('done');
  const after = await some('P-001');
  expect({
    name: after.name,
    total: after.totalInvestment,
    owner: after.ownerId,
    due: after.milestones[0]?.due,
  }).toEqual({
    name: '阿胶产业园',
    total: 40_000,
    owner: before.ownerId,
    due: '2020-02-28',
  });
  const log = await opened.client.activity.findMany({ where: { cause: who.cause }, orderBy: { ordinal: 'asc' } });
  expect(log.map(({ action, before: old, after: now }) => ({ action, old, now }))).toEqual([
    {
      action: 'change-project',
      old: { name: before.name, totalInvestment: 35_000 },
      now: { name: '阿胶产业园', totalInvestment: 40_000 },
    },
    { action: 'change-milestone', old: { due: '2020-01-31' }, now: { due: '2020-02-28', reason: '拆迁未完' } },
  ]);
  expect((await store.transaction((tx) => tx.ledger.undo(programId, who.cause, by()))).kind).toBe('done');
  const back = await some('P-001');
  expect([back.name, back.totalInvestment, back.milestones[0]?.due]).toEqual([before.name, 35_000, '2020-01-31']);
});

test('who changes what somebody else has changed meanwhile changes nothing', async () => {
  const before = await some('P-002');
  const rename = (name: string) => ({
    kind: 'change-project' as const,
    projectId: before.id,
    before: { name: before.name },
    after: { name },
    reason: null,
  });
  const [one, other] = [by(), by()];
  await store.transaction((tx) => tx.ledger.apply(programId, [rename('甲')], one));
  expect(await store.transaction((tx) => tx.ledger.apply(programId, [rename('乙')], other))).toEqual({
    kind: 'stale',
    projectIds: [before.id],
  });
  expect((await some('P-002')).name).toBe('甲');
  expect((await store.transaction((tx) => tx.ledger.apply(programId, [rename('甲')], one))).kind).toBe('again');
});

test('a preview of an older ledger is not written', async () => {
  const revision = await store.ledger.revision(programId);
  const { id } = await some('P-003');
  await store.transaction((tx) =>
    tx.ledger.apply(
      programId,
      [{ kind: 'change-project', projectId: id, before: { remark: null }, after: { remark: '重点' }, reason: null }],
      by(),
    ),
  );
  const late = await store.transaction((tx) => tx.ledger.apply(programId, [], by(), revision));
  expect(late).toEqual({ kind: 'stale', projectIds: [] });
});

test('a project that came in goes without a trace when it is taken back, and is withdrawn once something was said about it', async () => {
  const { unitId } = await some('P-001');
  const come = (code: string): NewProject => ({
    code,
    name: `${code}项目`,
    category: 'industrial',
    focusArea: 'projects',
    unitId,
    stage: 'lead',
    nicknames: ['新来的'],
    milestones: [
      { name: '用地', due: '2020-05-31' as LocalDay },
      { name: '开工', due: null },
    ],
  });
  const first = by();
  const applied = await store.transaction((tx) =>
    tx.ledger.apply(
      programId,
      [
        { kind: 'add-project', project: come('P-901') },
        { kind: 'add-project', project: come('P-902') },
      ],
      first,
    ),
  );
  expect(applied).toMatchObject({ kind: 'done' });
  const [quiet, spoken] = [await some('P-901'), await some('P-902')];
  expect(quiet.milestones.map((each) => [each.ordinal, each.name, each.due])).toEqual([
    [0, '用地', '2020-05-31'],
    [1, '开工', null],
  ]);
  const { person } = opened.client;
  const someone = await person.findFirstOrThrow();
  await store.reports.keepFigures(programId, [
    {
      projectId: spoken.id,
      doneInvestment: 5,
      onDay: '2020-05-01' as LocalDay,
      ordinal: 0,
      personId: someone.id,
      said: '5万',
      at: 1,
      countsAt: 1,
      cause: 'said',
    },
  ]);
  await store.transaction((tx) => tx.ledger.undo(programId, first.cause, by()));
  expect(await project('P-901')).toBeNull();
  expect((await some('P-902')).standing).toBe('withdrawn');
});

test('whatever was said of a project or a step keeps it: no table that names one is forgotten', async () => {
  const schema = await readFile(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8');
  const naming = (field: string) =>
    [...schema.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)]
      .filter(([, body]) => new RegExp(`^  ${field} +Int`, 'm').test(body ?? ''))
      .map(([, body]) => /@@map\("(\w+)"\)/.exec(body ?? '')?.[1]);
  // What goes with a project, and what keeps another that is in the list: a firm's need its obstacle, a trip's answer its report.
  const parts = ['co_owner', 'nickname', 'milestone', 'firm_need', 'promotion_lead'];
  expect(naming('projectId').sort()).toEqual([...SAID_OF.project, ...parts].sort());
  expect(naming('milestoneId').sort()).toEqual([...SAID_OF.milestone, 'trip_answer', 'prompt_item'].sort());
});

test('an instruction keeps a project that is taken back, a slip a step', async () => {
  const { id: own, unitId } = await some('P-001');
  const someone = await opened.client.person.findFirstOrThrow();
  const came: NewProject = {
    code: 'P-903',
    name: '又一个项目',
    category: 'industrial',
    focusArea: 'projects',
    unitId,
    stage: 'lead',
    nicknames: [],
    milestones: [],
  };
  const first = by();
  await store.transaction((tx) =>
    tx.ledger.apply(
      programId,
      [
        { kind: 'add-project', project: came },
        { kind: 'add-milestone', projectId: own, milestone: { name: '新步骤', due: null } },
        { kind: 'add-milestone', projectId: own, milestone: { name: '没人说的步骤', due: null } },
      ],
      first,
    ),
  );
  const step = (name: string) => opened.client.milestone.findFirst({ where: { projectId: own, name } });
  await opened.client.instruction.create({
    data: {
      programId,
      projectId: (await some('P-903')).id,
      personId: someone.id,
      text: '抓紧',
      at: new Date(1),
      cause: 'i',
    },
  });
  await opened.client.slip.create({
    data: {
      programId,
      number: 1,
      unitId,
      milestoneId: (await step('新步骤'))?.id ?? 0,
      text: '抓紧',
      issuedAt: new Date(1),
      standing: 'open',
      colour: 'blue',
      dueDay: '2020-06-30',
      cause: 's',
    },
  });
  const back = by();
  await store.transaction((tx) => tx.ledger.undo(programId, first.cause, back));
  expect((await some('P-903')).standing).toBe('withdrawn');
  expect(await step('新步骤')).not.toBeNull();
  expect(await step('没人说的步骤')).toBeNull();
  const told = await opened.client.activity.findMany({
    where: { cause: { startsWith: back.cause } },
    orderBy: { id: 'asc' },
  });
  expect(told.map(({ action }) => action).sort()).toEqual(['change-project', 'remove-milestone']);
});
