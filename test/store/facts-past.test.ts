import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.js';
import type { FactProject } from '../../src/domain/digest/facts.js';
import type { LedgerChange } from '../../src/domain/ledger-change.js';
import { dongE, openWorld, type World } from '../features/digest/world.js';
import fc from '../support/properties.js';

let world: World;
let minute = 0;
let causes = 0;

beforeAll(async () => {
  world = await openWorld(await dongE());
});
afterAll(() => world.close());

const now = () => world.at('2020-05-11', '09:00') + minute * 60_000;
const tick = () => {
  minute += 1;
};
const current = (): Promise<readonly FactProject[]> => world.store.facts.current(world.program, now());
const then = (moment: number) => world.store.facts.asOf(world.program, { moment, knownAt: now() });

async function apply(changes: readonly LedgerChange[]): Promise<string> {
  causes += 1;
  const cause = `change:${causes}`;
  const by = { workspaceId: world.program.workspaceId, personId: null, at: now(), cause };
  const applied = await world.store.transaction((tx) => tx.ledger.apply(world.program.id, changes, by));
  if (applied.kind !== 'done') throw new Error(applied.kind);
  return cause;
}
async function undo(cause: string): Promise<void> {
  const by = { workspaceId: world.program.workspaceId, personId: null, at: now(), cause: `undo:${cause}` };
  await world.store.transaction((tx) => tx.ledger.undo(world.program.id, cause, by));
}
const project = (code: string) =>
  world.opened.client.project.findFirstOrThrow({
    where: { code },
    include: { milestones: { orderBy: { ordinal: 'asc' } } },
  });

/** One change of the ledger, of a kind that a person may make; `which` and `what` choose. */
async function change(kind: number, which: number, what: number): Promise<string> {
  const codes = (await world.opened.client.project.findMany({ select: { code: true }, orderBy: { id: 'asc' } })).map(
    ({ code }) => code,
  );
  const row = await project(codes[which % codes.length] ?? '');
  const people = await world.opened.client.person.findMany({ take: 5, orderBy: { id: 'desc' } });
  const unit = await world.opened.client.unit.findMany({ take: 5, orderBy: { id: 'asc' } });
  const of = (after: Record<string, unknown>): LedgerChange => ({
    kind: 'change-project',
    projectId: row.id,
    before: Object.fromEntries(Object.keys(after).map((key) => [key, row[key as keyof typeof row] ?? null])),
    after,
    reason: null,
  });
  const step = row.milestones[what % Math.max(1, row.milestones.length)];
  switch (kind) {
    case 0:
      return apply([of({ category: ['industrial', 'backbone', 'intention'][what % 3], name: `改名${what}` })]);
    case 1:
      return apply([of({ standing: ['open', 'paused', 'withdrawn'][what % 3] })]);
    case 2:
      return apply([of({ ownerId: people[what % 5]?.id ?? null, unitId: unit[what % 5]?.id, sponsorId: null })]);
    case 3:
      return apply([of({ totalInvestment: what * 100, yearPlan: null, startDay: '2020-07-01' })]);
    case 4:
      if (!step) return apply([of({ remark: '无节点' })]);
      return apply([
        {
          kind: 'change-milestone',
          projectId: row.id,
          milestoneId: step.id,
          before: { due: step.due as never, name: step.name },
          after: { due: localDay('2020-12-31'), name: `${step.name}${what}` },
          reason: '雨季',
        },
      ]);
    case 5:
      return apply([
        {
          kind: 'add-milestone',
          projectId: row.id,
          milestone: { name: `新节点${minute}`, due: null, stage: 'started' },
        },
      ]);
    default:
      return apply([
        {
          kind: 'add-project',
          project: {
            code: `N-${minute}`,
            name: `新项目${minute}`,
            category: 'industrial',
            focusArea: 'industry',
            unitId: unit[0]?.id ?? 0,
            stage: 'lead',
            nicknames: [],
            milestones: [{ name: '开工', due: localDay('2020-08-31'), stage: 'started' }],
          },
        },
      ]);
  }
}

describe('the ledger of a past moment', () => {
  test('is what it was, whatever was changed, added or taken back since', async () => {
    const acts = fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.nat(60), fc.nat(60)), {
      minLength: 3,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(acts, async (all) => {
        const snapshots: { moment: number; seen: readonly FactProject[] }[] = [];
        let last: string | null = null;
        for (const [kind, which, what] of all) {
          tick();
          snapshots.push({ moment: now(), seen: await current() });
          tick();
          if (kind === 7 && last !== null) await undo(last);
          last = kind === 7 ? null : await change(kind, which, what);
        }
        tick();
        for (const { moment, seen } of snapshots) expect(await then(moment)).toEqual(seen);
        expect(await then(now())).toEqual(await current());
        const asOf = world.store.facts.reading(world.program);
        const [middle, ...others] = [...snapshots.slice(1), ...snapshots.slice(0, 1)];
        for (const each of [middle, ...others.reverse()])
          if (each) expect(await asOf({ moment: each.moment, knownAt: now() })).toEqual(each.seen);
      }),
      {
        numRuns: 12,
        // A step that came, was taken back, and was never there before it came.
        examples: [
          [
            [
              [5, 0, 0],
              [7, 0, 0],
              [0, 0, 0],
            ],
          ],
        ],
      },
    );
  });

  test('tells what changed the denominators of goals, with the reason, and nothing that was taken back', async () => {
    tick();
    const [one, two] = [await project('P-050'), await project('P-051')];
    const after = now();
    tick();
    const withdrawn = (row: typeof one, reason: string): LedgerChange => ({
      kind: 'change-project',
      projectId: row.id,
      before: { standing: 'open' },
      after: { standing: 'withdrawn' },
      reason,
    });
    await world.opened.client.project.updateMany({
      where: { code: { in: ['P-050', 'P-051'] } },
      data: { standing: 'open' },
    });
    await apply([withdrawn(one, '企业放弃投资')]);
    const cause = await apply([withdrawn(two, '误操作')]);
    tick();
    await undo(cause);
    const turns = await world.store.facts.denominatorChanges(world.program.id, { after, moment: now() });
    expect(turns.map(({ code, kind, reason }) => [code, kind, reason])).toEqual([
      ['P-050', 'withdrawn', '企业放弃投资'],
    ]);
    expect(
      await world.store.facts.denominatorChanges(world.program.id, { after: now(), moment: now() + 60_000 }),
    ).toEqual([]);
  });

  test('a project that was recategorised today counted otherwise yesterday, with its milestone’s old day', async () => {
    tick();
    const row = await project('P-040');
    const before = now();
    tick();
    const due = row.milestones[0]?.due ?? null;
    await apply([
      {
        kind: 'change-project',
        projectId: row.id,
        before: { category: row.category },
        after: { category: 'backbone' },
        reason: '已投产',
      },
      {
        kind: 'change-milestone',
        projectId: row.id,
        milestoneId: row.milestones[0]?.id ?? 0,
        before: { due: due as never },
        after: { due: localDay('2020-11-30') },
        reason: '雨季',
      },
    ]);
    tick();
    const was = (await then(before)).find(({ code }) => code === 'P-040');
    const is = (await then(now())).find(({ code }) => code === 'P-040');
    expect([was?.category, was?.milestones[0]?.due]).toEqual([row.category, due]);
    expect([is?.category, is?.milestones[0]?.due]).toEqual(['backbone', '2020-11-30']);
  });
});
