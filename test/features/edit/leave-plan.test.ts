import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/domain/program.js';
import type { Ctx } from '../../../src/feature.js';
import { addProject } from '../../../src/features/edit/add.js';
import { changeProject } from '../../../src/features/edit/change.js';
import { effectOf } from '../../../src/features/edit/effect.js';
import { effectMessage } from '../../../src/features/edit/messages/effect.js';
import { undoEdit } from '../../../src/features/edit/undo.js';
import { previewFile } from '../../../src/features/ledger/compare.js';
import { confirmImport } from '../../../src/features/ledger/confirm.js';
import { flagObstacle } from '../../../src/features/obstacle/flag.js';
import { dongE, openWorld, type World } from '../digest/world.js';

let world: World;
let coordinator: Person;
let minute = 0;
const by = (who: Person = coordinator): Ctx => world.ctx(who, world.at('2020-06-17', '10:00') + minute++ * 60_000);
const project = (code: string) => world.opened.client.project.findFirstOrThrow({ where: { code } });

async function flag(projectId: number, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    const ctx = by();
    const rest = { milestoneId: null, help: null, urgentReason: null, refersTo: null, files: [], since: ctx.today };
    const flagging = { projectId, kind: 'stumbling-block' as const, matter: 'land' as const, text, ...rest };
    expect(await flagObstacle(ctx, flagging, true)).toMatchObject({ kind: 'flagged' });
  }
}
const cases = (projectId: number) =>
  world.opened.client.obstacle.findMany({ where: { projectId }, orderBy: { id: 'asc' } });
const standings = async (projectId: number) => (await cases(projectId)).map(({ standing }) => standing);

beforeAll(async () => {
  world = await openWorld(await dongE());
  coordinator = await world.anyone('coordinator');
});
afterAll(() => world.close());

describe('what stands in the way of a project that leaves the plan ends with it', () => {
  it('by an edit: whoever has it, nothing falls due any more, and the log says why; the effect says so before', async () => {
    const { id } = await project('P-003');
    await flag(id, '权属资料没交齐', '变压器没有批下来', '补偿款没有到位');
    const [, second, third] = await cases(id);
    const claimed = { standing: 'claimed', claimedById: coordinator.id, promisedFor: '2020-06-20' };
    await world.opened.client.obstacle.update({ where: { id: second?.id ?? 0 }, data: claimed });
    await world.opened.client.obstacle.update({ where: { id: third?.id ?? 0 }, data: { standing: 'resolved' } });
    const row = await world.store.ledgerProjects.byId(world.program.id, id);
    if (!row) throw new Error('no project');
    const wanted = { standing: 'withdrawn' as const, pauseReason: null, pausedUntil: null };
    const asked = { project: row, act: 'withdraw' as const, reason: '企业放弃', category: null, until: null };
    const effect = await effectOf(by(), row, wanted);
    expect(JSON.stringify(effectMessage(asked, effect, 'zh', 2020))).toContain('3个未销号卡点一并结');
    const ctx = by();
    const given = { projectId: id, version: null, reason: '企业放弃' };
    expect(await changeProject(ctx, given, () => wanted)).toMatchObject({ kind: 'changed' });
    expect(await cases(id)).toMatchObject([1, 2, 3].map(() => ({ standing: 'closed', dueAt: null, withdrawn: true })));
    const logged = await world.opened.client.activity.findMany({ where: { action: 'obstacle-withdrawn' } });
    expect(logged.map(({ after }) => after)).toMatchObject([1, 2, 3].map(() => ({ why: 'project-left' })));
    expect(await world.store.facts.obstacles(world.program, ctx.now)).toEqual([]);
  });

  it('a pause leaves them where they are', async () => {
    const { id } = await project('P-007');
    await flag(id, '图纸没有定');
    const given = { projectId: id, version: null, reason: '等规划' };
    const paused = { standing: 'paused' as const, pauseReason: '等规划', pausedUntil: by().today };
    expect(await changeProject(by(), given, () => paused)).toMatchObject({ kind: 'changed' });
    expect(await standings(id)).toEqual(['open']);
  });

  it('by an import', async () => {
    const { id } = await project('P-012');
    await flag(id, '用地没有批');
    world.files.set('F1', { name: '台账.xlsx', bytes: await readFile('test/sheets/ledgers/dong-e-2020.xlsx') });
    const read = await previewFile(by(), { id: 'F1', name: '台账.xlsx' }, 'import:1');
    if (read === 'decided' || 'refused' in read) throw new Error('it was not read');
    const { ledgerImport } = world.opened.client;
    const { understood } = await ledgerImport.findUniqueOrThrow({ where: { id: read.id } });
    const withdraws = {
      kind: 'change-project',
      projectId: id,
      before: { standing: 'open' },
      after: { standing: 'withdrawn' },
      reason: null,
    };
    const { writes, ...rest } = understood as { readonly writes: object };
    const other = { ...rest, writes: { ...writes, changes: [withdraws], figures: [], finished: [] } };
    await ledgerImport.update({ where: { id: read.id }, data: { understood: other } });
    expect(await confirmImport(by(), read.id)).toMatchObject({ kind: 'written' });
    expect((await project('P-012')).standing).toBe('withdrawn');
    expect(await standings(id)).toEqual(['closed']);
  });

  it('by the taking back of what brought it in', async () => {
    const { category, focusArea, unitId, name } = await project('P-001');
    const ctx = by();
    const fields = { name: `${name}二期`, unitId, category, focusArea, stage: 'lead' as const };
    const added = await addProject(ctx, fields as never);
    if (added.kind !== 'added') throw new Error(JSON.stringify(added));
    const { id } = await world.opened.client.project.findFirstOrThrow({ where: { name: `${name}二期` } });
    await flag(id, '资金没有到位');
    expect(await undoEdit(by(), ctx.cause)).toEqual({ kind: 'undone' });
    expect((await world.opened.client.project.findUniqueOrThrow({ where: { id } })).standing).toBe('withdrawn');
    expect(await standings(id)).toEqual(['closed']);
  });
});
