import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may } from '../../../src/domain/permission.js';
import { findProjects, projectOptions } from '../../../src/features/project/find.js';
import type { FoundProjects } from '../../../src/features/project/model.js';
import { thingOf } from '../../../src/features/project/rights.js';
import { seeProject } from '../../../src/features/project/see.js';
import { dongE, openWorld, type World } from '../digest/world.js';

describe('search over the plan of Dong’e', { timeout: 60_000 }, () => {
  let world: World;
  const now = () => world.at('2020-06-17', '10:00');
  beforeAll(async () => {
    world = await openWorld(await dongE());
  });
  afterAll(() => world.close());

  const codes = (found: FoundProjects): readonly string[] =>
    found.kind === 'one'
      ? [found.project.code]
      : (found.kind === 'several' ? found.projects : found.near).map(({ code }) => code);

  it('every project is found by its code, its name and its nicknames', async () => {
    const ctx = world.ctx(await world.anyone('commander'), now());
    const { byId } = await world.store.search(world.program);
    expect(byId.size).toBe(80);
    for (const { code, name, nicknames } of byId.values()) {
      expect(codes(await findProjects(ctx, code))[0], code).toBe(code);
      expect(codes(await findProjects(ctx, name))[0], name).toBe(code);
      for (const nickname of nicknames) expect(codes(await findProjects(ctx, nickname)), nickname).toContain(code);
    }
  });

  it('finds, offers and shows to each person what they may see, and nothing else', async () => {
    const { byId } = await world.store.search(world.program);
    for (const key of ['hezhiyuan', 'fenglizhi', 'qiuzhen', 'zhangdesheng']) {
      const ctx = world.ctx(await world.person(key), now());
      const seen = [...byId.values()].filter(
        (project) => may(ctx.person, 'see-project', thingOf(ctx, project)).allowed,
      );
      const offered = await projectOptions(ctx, '');
      if (offered.kind !== 'options') throw new Error('no options');
      expect(offered.options.map(({ value }) => Number(value)).sort((one, other) => one - other)).toEqual(
        seen.map(({ id }) => id).sort((one, other) => one - other),
      );
      for (const project of byId.values()) {
        const may = seen.includes(project);
        expect(codes(await findProjects(ctx, project.name)).includes(project.code), `${key} ${project.code}`).toBe(may);
        if (!may) expect(await seeProject(ctx, project.id)).toBeNull();
      }
    }
  });

  it('letters that mean no project propose none', async () => {
    const ctx = world.ctx(await world.anyone('commander'), now());
    for (const typed of ['xxxx', 'asdf', 'qwer', 'xyz', 'sdfsdf'])
      expect(await findProjects(ctx, typed), typed).toEqual({ kind: 'none', near: [] });
  });

  it('one’s own projects are offered first', async () => {
    const offered = await projectOptions(world.ctx(await world.person('hezhiyuan'), now()), '');
    if (offered.kind !== 'options') throw new Error('no options');
    expect(offered.options.slice(0, 2).map(({ text }) => text.text.slice(0, 5))).toEqual(['P-001', 'P-061']);
  });

  it('a project that is called otherwise by now is found by its new name', async () => {
    const ctx = world.ctx(await world.anyone('coordinator'), now());
    const [project] = await world.opened.client.project.findMany({ where: { code: 'P-002' } });
    if (!project) throw new Error('no project');
    await world.store.transaction((tx) =>
      tx.ledger.apply(
        world.program.id,
        [
          {
            kind: 'change-project',
            projectId: project.id,
            before: { name: project.name },
            after: { name: '凤凰山隧道工程' },
            reason: '更名',
          },
        ],
        { workspaceId: 'T1', personId: ctx.person.id, at: now(), cause: 'rename' },
      ),
    );
    const program = await world.store.programs.byId(world.program.id);
    if (!program) throw new Error('no program');
    const fresh = { ...ctx, program };
    expect(codes(await findProjects(fresh, 'fhssd'))).toEqual(['P-002']);
    const card = await seeProject(fresh, project.id);
    expect(card?.happenings[0]).toMatchObject({
      action: 'change-project',
      after: { name: '凤凰山隧道工程', reason: '更名' },
    });
  });

  it('the card of a project says what was reported, marks what was undone, and what stands', async () => {
    const ctx = world.ctx(await world.person('fenglizhi'), now());
    const project = await world.opened.client.project.findFirstOrThrow({ where: { code: 'P-001' } });
    await world.report('P-001', '设备安装', { percent: 20 }, world.at('2020-06-15', '10:00'));
    const wrong = await world.report('P-001', '设备安装', { percent: 90 }, world.at('2020-06-16', '10:00'));
    await world.undo(wrong, world.at('2020-06-16', '10:05'));
    await world.invest('P-001', 6200, world.at('2020-06-16', '11:00'));
    const card = await seeProject(ctx, project.id);
    expect(card?.reports).toMatchObject([{ investment: 6200 }, { milestone: '设备安装', percent: 20 }]);
    expect(card?.mayReport).toBe(true);
    expect(card?.mayEdit).toBe(false);
  });
});
