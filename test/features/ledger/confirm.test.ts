import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '../../../src/feature.js';
import { previewFile } from '../../../src/features/ledger/compare.js';
import { confirmImport } from '../../../src/features/ledger/confirm.js';
import { discardImport } from '../../../src/features/ledger/discard.js';
import { undoImport } from '../../../src/features/ledger/undo.js';
import { dongE, openWorld, type World } from '../digest/world.js';

const DAY = 24 * 3_600_000;

describe('an import that was previewed', () => {
  let world: World;
  let coordinator: Ctx['person'];
  const at = (later = 0) => world.ctx(coordinator, world.at('2020-06-17', '10:00') + later);
  let imports = 0;

  beforeAll(async () => {
    world = await openWorld(await dongE());
    coordinator = await world.anyone('coordinator');
    world.files.set('F1', { name: '台账.xlsx', bytes: await readFile('test/sheets/ledgers/dong-e-2020.xlsx') });
  });
  afterAll(() => world.close());

  async function previewed(): Promise<number> {
    imports += 1;
    const read = await previewFile(at(), { id: 'F1', name: '台账.xlsx' }, `import:${imports}`);
    if (read === 'decided' || 'refused' in read) throw new Error('it was not read');
    return read.id;
  }
  const done = (code: string) =>
    world.opened.client.project.findFirstOrThrow({ where: { code, programId: world.program.id } });

  let id = 0;
  beforeEach(async () => {
    id = await previewed();
  });

  it('is written once, and taken back once', async () => {
    expect(await confirmImport(at(), id)).toMatchObject({ kind: 'written', counts: { changed: 61 }, overtaken: [] });
    expect((await done('P-002')).doneInvestment).toBe(2600);
    const figures = await world.opened.client.figures.count();
    expect(await confirmImport(at(1000), id)).toMatchObject({ kind: 'decided', standing: 'confirmed' });
    expect(await world.opened.client.figures.count()).toBe(figures);
    expect(await undoImport(at(2000), id)).toMatchObject({ kind: 'undone', withdrawn: 0 });
    expect((await done('P-002')).doneInvestment).toBeNull();
    expect(await undoImport(at(3000), id)).toMatchObject({ kind: 'decided', standing: 'undone' });
  });

  it('is not written where what was kept has another shape: of an earlier version, or broken', async () => {
    const { ledgerImport, project } = world.opened.client;
    const { understood } = await ledgerImport.findUniqueOrThrow({ where: { id } });
    const { writes: _, ...older } = understood as { readonly writes: object };
    await ledgerImport.update({ where: { id }, data: { understood: older } });
    const before = await project.findMany({ orderBy: { id: 'asc' } });
    expect(await confirmImport(at(), id)).toMatchObject({ refused: { instead: '把表格再发一次' } });
    expect(await project.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
    await ledgerImport.update({ where: { id }, data: { standing: 'discarded' } });
  });

  it('is logged with each change, its old and its new', async () => {
    await confirmImport(at(), id);
    const { activity } = world.opened.client;
    const lines = await activity.findMany({ where: { cause: `ledger-import:${id}`, action: 'change-project' } });
    expect(lines.map(({ before, after }) => ({ before, after }))).toContainEqual({
      before: { remark: null },
      after: { remark: '续建' },
    });
    expect(await activity.count({ where: { cause: `ledger-import:${id}:reports` } })).toBe(45);
    await undoImport(at(), id);
  });

  it('leaves what was reported meanwhile, and says so', async () => {
    const owner = await world.person('zhangdesheng');
    const project = await done('P-002');
    await world.store.reports.keepFigures(world.program.id, [
      {
        personId: owner.id,
        said: '2700万',
        at: at().now,
        countsAt: at().now,
        cause: 'meanwhile',
        projectId: project.id,
        doneInvestment: 2700,
        onDay: at().today,
        ordinal: 0,
      },
    ]);
    expect(await confirmImport(at(), id)).toMatchObject({ kind: 'written', overtaken: ['P-002'] });
    expect((await done('P-002')).doneInvestment).toBe(2700);
    expect(await undoImport(at(DAY + 1000), id)).toMatchObject({ kind: 'too-late' });
    expect(await undoImport(at(DAY - 1000), id)).toMatchObject({ kind: 'undone' });
  });

  it('leaves a step that it calls done where an earlier one was begun since it was compared, and says so', async () => {
    const { ledgerImport, milestone } = world.opened.client;
    const step = (name: string) => milestone.findFirstOrThrow({ where: { name, project: { code: 'P-061' } } });
    const [earlier, later] = [await step('主体封顶'), await step('竣工投产')];
    const { understood } = await ledgerImport.findUniqueOrThrow({ where: { id } });
    const kept = understood as { readonly writes: object };
    const finished = { code: 'P-061', projectId: later.projectId, milestoneId: later.id, name: later.name };
    const writes = { ...kept.writes, finished: [finished] };
    await ledgerImport.update({ where: { id }, data: { understood: { ...kept, writes } as never } });
    await world.report('P-061', earlier.name, { percent: 40 }, at().now);
    expect(await confirmImport(at(), id)).toMatchObject({ kind: 'written', overtaken: ['P-061'] });
    expect([(await step('主体封顶')).percent, (await step('竣工投产')).percent]).toEqual([40, later.percent]);
    expect(await undoImport(at(2000), id)).toMatchObject({ kind: 'undone' });
  });

  it('is put away, and then neither written nor undone', async () => {
    expect(await discardImport(at(), id)).toMatchObject({ standing: 'discarded' });
    expect(await confirmImport(at(), id)).toMatchObject({ kind: 'decided', standing: 'discarded' });
    expect(await undoImport(at(), id)).toMatchObject({ kind: 'decided', standing: 'discarded' });
  });

  it('keeps little: neither the bytes nor the rows', async () => {
    const { understood } = await world.opened.client.ledgerImport.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(understood).length).toBeLessThan(30_000);
  });
});
