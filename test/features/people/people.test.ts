import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import { CODE_DAYS } from '../../../src/domain/link-code.js';
import type { Person } from '../../../src/domain/program.js';
import type { Ctx, UnlinkedCtx } from '../../../src/feature.js';
import { flagObstacle } from '../../../src/features/obstacle/flag.js';
import { addPerson } from '../../../src/features/people/add.js';
import { askIn, tellUntold } from '../../../src/features/people/ask.js';
import { bindWork } from '../../../src/features/people/bind.js';
import { makeCode } from '../../../src/features/people/code.js';
import { decideRequest } from '../../../src/features/people/decide.js';
import { handOver } from '../../../src/features/people/hand-over.js';
import { linkByCode } from '../../../src/features/people/link.js';
import { makePosition } from '../../../src/features/people/make-position.js';
import { retire } from '../../../src/features/people/retire.js';
import { changeRole } from '../../../src/features/people/role.js';
import { shareProject } from '../../../src/features/people/share.js';
import { succeedIn } from '../../../src/features/people/succeed.js';
import { undoHandOver } from '../../../src/features/people/undo.js';
import { askOwners } from '../../../src/features/prompt/ask.js';
import { dongE, openWorld, type World } from '../digest/world.js';

let world: World;
let coordinator: Person;
let owner: Person;
const at = (time: string, day = '2020-06-17') => world.at(day, time);
const by = (who: Person, time = '10:00', day = '2020-06-17'): Ctx => world.ctx(who, at(time, day));
/** The same payload, worked for the second time. */
const again = <C extends { readonly retried: boolean }>(ctx: C): C => ({ ...ctx, retried: true });
let guests = 0;
const stranger = (id: string, time = '10:00', day = '2020-06-17'): UnlinkedCtx => {
  guests += 1;
  const { person: _, readFile: __, announce: ___, ...rest } = by(coordinator, time, day);
  return { ...rest, cause: `guest:${guests}`, account: { id, name: '王大锤' } };
};
const row = (id: number) => world.opened.client.person.findUniqueOrThrow({ where: { id } });
const log = (action: string) => world.opened.client.activity.count({ where: { action } });

beforeAll(async () => {
  world = await openWorld(await dongE());
  coordinator = await world.anyone('coordinator');
  owner = await world.person('hezhiyuan');
});
afterAll(() => world.close());

describe('an account', () => {
  it('is tied by a code, of which only the digest is kept; a newer code voids it, and a week', async () => {
    const jiang = await world.person('jiangpeng');
    const ctx = by(coordinator);
    const first = await makeCode(ctx, jiang.id);
    const second = await makeCode(again(ctx), jiang.id);
    if (first.kind !== 'code' || second.kind !== 'code') throw new Error('no code');
    const kept = await world.opened.client.linkCode.findMany();
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(second.code);
    expect(await linkByCode(stranger('U1'), first.code)).toMatchObject({ kind: 'wrong' });
    expect(await linkByCode(stranger('U1', '10:00', '2020-06-25'), second.code)).toMatchObject({ kind: 'wrong' });
    expect(CODE_DAYS).toBe(7);
    const linking = stranger('U1');
    expect(await linkByCode(linking, second.code)).toMatchObject({ kind: 'linked', person: { id: jiang.id } });
    expect(await linkByCode(again(linking), second.code)).toMatchObject({ kind: 'linked', person: { id: jiang.id } });
    expect(await linkByCode(stranger('U2'), second.code)).toMatchObject({ kind: 'wrong' });
    expect((await row(jiang.id)).slackUserId).toBe('U1');
    expect(await log('make-code')).toBe(1);
    expect(await log('tie-account')).toBe(1);
  });

  it('guesses one at a time, five an hour, however many are sent at once', async () => {
    const tries = await Promise.all(Array.from({ length: 9 }, () => linkByCode(stranger('U3'), 'ACDEFGHJ')));
    expect(tries.filter(({ kind }) => kind === 'wrong')).toHaveLength(5);
    expect(tries.filter(({ kind }) => kind === 'too-many')).toHaveLength(4);
    expect(await linkByCode(stranger('U3', '11:01'), 'ACDEFGHJ')).toMatchObject({ kind: 'wrong', left: 4 });
  });

  it('a head gives codes to officials of the unit, and never to who holds more', async () => {
    const head = await world.person('fenglizhi');
    expect((await makeCode(by(head), owner.id)).kind).toBe('code');
    const leader = await world.anyone('leader');
    expect((await makeCode(by(head), leader.id)).kind).toBe('denied');
    await changeRole(by(coordinator), { personId: owner.id, role: 'viewer', unitId: null, add: true });
    expect((await makeCode(by(head), owner.id)).kind).toBe('denied');
    await changeRole(by(coordinator), { personId: owner.id, role: 'viewer', unitId: null, add: false });
  });

  it('is asked for once, and decided once: whoever is second hears what the first one said', async () => {
    const asking = stranger('U4');
    const said = { name: '林岩', unit: '水利局', words: '' };
    expect(await askIn(asking, said)).toEqual({ kind: 'asked' });
    expect(await askIn(again(asking), said)).toEqual({ kind: 'asked' });
    expect(await askIn(stranger('U4'), said)).toEqual({ kind: 'waiting' });
    const [request] = await world.store.accountRequests.open(world.program.id, 10);
    const lin = await world.person('linyan');
    const both = await Promise.all([
      decideRequest(by(coordinator), request?.id ?? 0, { person: lin.id }),
      decideRequest(by(coordinator), request?.id ?? 0, { refused: '不认识' }),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['already', 'decided']);
    expect(await world.store.accountRequests.open(world.program.id, 10)).toEqual([]);
  });

  it('that is asked for at night is told of in the morning, and not before', async () => {
    await askIn(stranger('U5', '22:30'), { name: '赵小二', unit: '', words: '' });
    const posts = () => world.opened.client.post.count({ where: { dedupeKey: { startsWith: 'account-request:' } } });
    const before = await posts();
    expect(await world.store.accountRequests.nextUntold(world.program.id, at('22:31'))).toBe(at('08:00', '2020-06-18'));
    await world.opened.client.person.updateMany({ where: { id: coordinator.id }, data: { slackUserId: 'U0COORD' } });
    await tellUntold(world.job(at('08:00', '2020-06-18')));
    await tellUntold(world.job(at('08:01', '2020-06-18')));
    expect(await posts()).toBe(before + 1);
  });
});

describe('roles', () => {
  it('are changed once a payload, with the old and the new in the log', async () => {
    const change = { personId: owner.id, role: 'leader' as const, unitId: null, add: true };
    const ctx = by(coordinator);
    expect(await changeRole(ctx, change)).toMatchObject({ kind: 'changed' });
    expect(await changeRole(again(ctx), change)).toMatchObject({ kind: 'changed' });
    expect(await changeRole(by(coordinator), change)).toMatchObject({ kind: 'same' });
    const lines = await world.opened.client.activity.findMany({
      where: { action: 'add-role', cause: { startsWith: ctx.cause } },
    });
    expect(lines).toHaveLength(1);
    await changeRole(by(coordinator), { ...change, add: false });
  });

  it('two who take the last two coordinators at once leave one', async () => {
    const { duty } = world.opened.client;
    const all = await duty.findMany({ where: { programId: world.program.id, role: 'coordinator' } });
    const results = await Promise.all(
      all.map(({ personId, unitId }) =>
        changeRole(by(coordinator), { personId, role: 'coordinator', unitId, add: false }),
      ),
    );
    expect(results.filter(({ kind }) => kind === 'last-coordinator')).toHaveLength(1);
    expect(await duty.count({ where: { programId: world.program.id, role: 'coordinator' } })).toBe(1);
    await duty.deleteMany({ where: { role: 'coordinator' } });
    await duty.createMany({ data: all.map(({ id: _, ...rest }) => rest) });
  });

  it('somebody new is added once; an address that is taken, or a namesake in the unit, is refused', async () => {
    const unit = await world.opened.client.unit.findFirstOrThrow({ where: { key: 'water' } });
    const wanted = {
      name: '欧阳小明',
      nameEn: null,
      title: '',
      email: 'new@dong-e.example',
      role: 'official' as const,
      unitId: unit.id,
      request: null,
    };
    const ctx = by(coordinator);
    expect((await addPerson(ctx, wanted)).kind).toBe('added');
    expect((await addPerson(again(ctx), wanted)).kind).toBe('added');
    expect((await addPerson(by(coordinator), wanted)).kind).toBe('there');
    expect((await addPerson(by(coordinator), { ...wanted, name: '别人' })).kind).toBe('email-taken');
    expect(await world.opened.client.person.count({ where: { name: '欧阳小明' } })).toBe(1);
  });
});

describe('a successor', () => {
  it('takes over projects, milestones, the unit, obstacles and today’s open questions, and gives them back by undo', async () => {
    const head = await world.person('fenglizhi');
    const next = await world.person('chengjianguo');
    await world.opened.client.person.update({ where: { id: head.id }, data: { slackUserId: 'U0HEAD' } });
    await world.opened.client.person.update({ where: { id: next.id }, data: { slackUserId: 'U0NEXT' } });
    const zone = await world.opened.client.unit.findFirstOrThrow({ where: { key: 'economic-zone' } });
    const project = await world.opened.client.project.findFirstOrThrow({
      where: { unitId: zone.id, standing: 'open', milestones: { some: { due: { lt: '2020-06-17' }, doneOn: null } } },
      orderBy: { code: 'asc' },
    });
    await world.opened.client.project.update({ where: { id: project.id }, data: { ownerId: head.id } });
    await askOwners(world.job(at('08:30')), localDay('2020-06-17'));
    const asked = (personId: number) =>
      world.opened.client.promptItem.count({ where: { promptId: { in: promptIds.get(personId) ?? [] } } });
    const promptIds = new Map<number, number[]>();
    const readPrompts = async () => {
      promptIds.clear();
      for (const { id, personId } of await world.opened.client.prompt.findMany())
        promptIds.set(personId, [...(promptIds.get(personId) ?? []), id]);
    };
    await readPrompts();
    const own = await asked(head.id);
    const others = await asked(next.id);
    expect(own).toBeGreaterThan(0);
    const flagged = await flagObstacle(
      by(owner, '09:00'),
      {
        projectId: project.id,
        milestoneId: null,
        kind: 'stumbling-block',
        matter: 'relocation',
        text: '两户没有签协议',
        help: null,
        since: localDay('2020-06-15'),
        urgentReason: null,
        refersTo: null,
        files: [],
      },
      false,
    );
    if (flagged.kind !== 'flagged') throw new Error(flagged.kind);
    const made = await makePosition(by(coordinator), { name: '开发区主任', unitId: zone.id, holderId: head.id });
    if (made.kind !== 'made') throw new Error(made.kind);
    const bound = await bindWork(by(coordinator), made.position.id, []);
    expect(bound.kind).toBe('bound');

    const ctx = by(coordinator, '10:30');
    expect(await succeedIn(by(coordinator), made.position.id, next.id, next.id)).toMatchObject({ kind: 'same' });
    expect(await succeedIn(by(coordinator), made.position.id, owner.id, next.id)).toMatchObject({ kind: 'stale' });
    expect(await succeedIn(by(coordinator), made.position.id, head.id, null)).toMatchObject({
      kind: 'holds-obstacles',
    });
    expect(await succeedIn(ctx, made.position.id, head.id, next.id)).toMatchObject({ kind: 'succeeded' });
    expect(await succeedIn(again(ctx), made.position.id, head.id, next.id)).toMatchObject({ kind: 'succeeded' });

    const states = async () => {
      const held = await world.opened.client.obstacle.findUniqueOrThrow({ where: { id: flagged.obstacle.id } });
      const { headId } = await world.opened.client.unit.findUniqueOrThrow({ where: { id: zone.id } });
      const { ownerId } = await world.opened.client.project.findUniqueOrThrow({ where: { id: project.id } });
      const heads = await world.opened.client.duty.findMany({ where: { role: 'unit-head', unitId: zone.id } });
      await readPrompts();
      return {
        holder: held.holderId,
        headId,
        ownerId,
        heads: heads.map(({ personId }) => personId),
        asked: [await asked(head.id), (await asked(next.id)) - others],
      };
    };
    const all = (id: number, mine: number, theirs: number) => ({
      holder: id,
      headId: id,
      ownerId: id,
      heads: [id],
      asked: [mine, theirs],
    });
    expect(await states()).toEqual(all(next.id, 0, own));
    expect(await log('take-over')).toBe(1);
    expect(await undoHandOver(by(coordinator, '11:00'), ctx.cause)).toEqual({ kind: 'undone' });
    expect(await states()).toEqual(all(head.id, own, 0));
    expect(await undoHandOver(by(coordinator, '11:01'), ctx.cause)).toEqual({ kind: 'gone' });
  });

  it('is not undone after a day, nor when somebody else has it by now', async () => {
    const [from, to, third] = [
      await world.person('zengqiang'),
      await world.person('xuqian'),
      await world.person('caopeng'),
    ];
    const ctx = by(coordinator);
    expect((await handOver(ctx, from.id, to.id, [])).kind).toBe('handed-over');
    expect(await undoHandOver(by(coordinator, '10:01', '2020-06-18'), ctx.cause)).toEqual({ kind: 'late' });
    expect((await handOver(by(coordinator, '12:00'), to.id, third.id, [])).kind).toBe('handed-over');
    expect(await undoHandOver(by(coordinator, '12:30'), ctx.cause)).toEqual({ kind: 'stale' });
  });
});

describe('a line of the log', () => {
  it('that another version wrote, and that does not say what was handed over, is not turned back by half', async () => {
    const { workspaceId, id: programId } = world.program;
    const line = { action: 'hand-over', thing: 'person', thingId: owner.id, after: { holderId: coordinator.id } };
    await world.opened.client.activity.create({
      data: {
        ...line,
        workspaceId,
        programId,
        at: new Date(at('09:00')),
        personId: coordinator.id,
        cause: 'old:people',
        ordinal: 0,
      },
    });
    expect(await undoHandOver(by(coordinator, '09:10'), 'old')).toEqual({ kind: 'stale' });
  });
});

describe('who leaves', () => {
  it('cannot while they hold work; then has no role, no account, and is not tied again by their address', async () => {
    const leaving = await world.person('tianlijuan');
    const to = await world.person('chenjing');
    await world.opened.client.person.update({ where: { id: leaving.id }, data: { slackUserId: 'U0GONE' } });
    expect(await retire(by(coordinator), leaving.id)).toEqual({ kind: 'holds-work' });
    const project = await world.opened.client.project.findFirstOrThrow({ where: { ownerId: leaving.id } });
    const part = [{ kind: 'projects' as const, id: project.id }];
    expect(await handOver(by(coordinator), leaving.id, leaving.id, [])).toEqual({ kind: 'self' });
    const first = await handOver(by(coordinator), leaving.id, to.id, part);
    expect(first).toMatchObject({ kind: 'handed-over', work: { projects: [{ id: project.id }] } });
    await handOver(by(coordinator), leaving.id, to.id, []);
    const names = await world.store.projects.named(world.program.id);
    const shared = names.find(({ code }) => code === 'P-002');
    if (!shared) throw new Error('no project');
    expect(await shareProject(by(coordinator), shared, leaving.id, true)).toEqual({ kind: 'changed' });
    const away = await world.person('renshouxin');
    await world.opened.client.delegation.create({
      data: {
        programId: world.program.id,
        personId: away.id,
        delegateId: leaving.id,
        fromDay: '2020-06-16',
        toDay: '2020-06-19',
      },
    });
    expect(await retire(by(coordinator), leaving.id)).toMatchObject({ kind: 'retired' });
    const [leave] = await world.store.leaves.from(world.program.id, localDay('2020-06-17'));
    expect([leave?.personId, leave?.delegateId]).toEqual([away.id, null]);
    const { slackUserId, email } = await row(leaving.id);
    expect(slackUserId).toBeNull();
    const account = { email: email ?? '', slackUserId: 'U0GONE', language: 'zh' as const };
    expect(await world.store.people.linkByEmail(world.program.workspaceId, [account])).toBe(0);
    expect(await world.opened.client.coOwner.count({ where: { personId: leaving.id } })).toBe(0);
    expect(await retire(by(coordinator), leaving.id)).toEqual({ kind: 'gone' });
  });
});
