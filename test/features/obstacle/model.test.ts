import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayAt, type Instant, localDay } from '../../../src/domain/day.js';
import { land } from '../../../src/domain/ladder.js';
import { RUNGS } from '../../../src/domain/plan.js';
import type { Person } from '../../../src/domain/program.js';
import { runDue } from '../../../src/features/obstacle/fall-due.js';
import { flagObstacle } from '../../../src/features/obstacle/flag.js';
import type { Flagging } from '../../../src/features/obstacle/model.js';
import fc from '../../support/properties.js';
import { dongE, openWorld, type World } from '../digest/world.js';
import { type Act, act as move } from './act.js';

const HOUR = 3_600_000;

/** What must hold of a case, kept plainly: no clock arithmetic of its own, only what each act promises. */
type Model = {
  standing: 'open' | 'claimed' | 'resolved' | 'closed';
  rung: number;
  returns: number;
  handedOver: boolean;
  version: number;
};

type Real = { world: World; id: number; now: Instant; people: Readonly<Record<string, Person>> };

/** One act of one person who may have looked before something else happened. */
class ActCommand implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly who: string,
    readonly act: (now: Instant, real: Real) => Act,
    readonly stale: boolean,
    readonly name: string,
  ) {}
  check = () => true;
  toString = () => `${this.who} ${this.name}${this.stale ? ' (stale)' : ''}`;

  async run(model: Model, real: Real): Promise<void> {
    const { world, id, now } = real;
    const person = real.people[this.who];
    if (!person) throw new Error(`nobody is ${this.who}`);
    const version = this.stale ? model.version - 1 : model.version;
    const act = this.act(now, real);
    const result = await move(world.ctx(person, now), id, version, act);
    const after = await world.store.obstacles.byId(world.program.id, id);
    if (!after) throw new Error('the case is gone');
    const moves = act.do !== 'comment';
    if (this.stale && moves) expect(['meanwhile', 'unknown']).toContain(result.kind);
    if (result.kind !== 'moved') {
      expect(after.state).toMatchObject({ standing: model.standing, rung: RUNGS[model.rung], version: model.version });
      return;
    }
    expect(this.who).not.toBe('stranger');
    const { state } = after;
    switch (act.do) {
      case 'claim':
        expect(model.standing).toBe('open');
        expect(state.standing).toBe('claimed');
        break;
      case 'resolve':
        expect(['open', 'claimed']).toContain(model.standing);
        expect(state).toMatchObject({ standing: 'resolved', rung: RUNGS[model.rung] });
        break;
      case 'raise':
        expect(['open', 'claimed']).toContain(model.standing);
        expect(RUNGS.indexOf(state.rung)).toBe(model.rung + 1);
        break;
      case 'hand-over':
        // A leader gives it to a department from any rung that is not above theirs, also where somebody promised a day.
        if (this.who === 'sponsor' || this.who === 'commander') {
          expect(['open', 'claimed']).toContain(model.standing);
          expect(model.rung).toBeLessThanOrEqual(this.who === 'sponsor' ? 2 : 3);
        } else expect(model).toMatchObject({ standing: 'open', handedOver: false, rung: 1 });
        expect(state).toMatchObject({ standing: 'open', rung: 'department', handedOver: true });
        break;
      case 'verify':
        expect(model.standing).toBe('resolved');
        expect(state.standing).toBe('closed');
        break;
      case 'return':
        expect(model.standing).toBe('resolved');
        expect(state).toMatchObject({ standing: 'open', rung: RUNGS[model.rung], returns: model.returns + 1 });
        break;
      case 'withdraw':
        expect(model.standing).toBe('open');
        expect(state).toMatchObject({ standing: 'closed', withdrawn: true });
        break;
      case 'comment':
        expect(model.standing).not.toBe('closed');
        expect(state.version).toBe(model.version);
        break;
    }
    if (moves) expect(state.version).toBe(model.version + 1);
    Object.assign(model, {
      standing: state.standing,
      rung: RUNGS.indexOf(state.rung),
      returns: state.returns,
      handedOver: state.handedOver,
      version: state.version,
    });
  }
}

/** Time passes; two processes look at what is due at once. */
class PassCommand implements fc.AsyncCommand<Model, Real> {
  constructor(readonly hours: number) {}
  check = () => true;
  toString = () => `${this.hours} hours pass`;

  async run(model: Model, real: Real): Promise<void> {
    const { world, id } = real;
    const until = real.now + this.hours * HOUR;
    for (;;) {
      const next = await world.store.obstacles.nextDue(world.program.id, real.now);
      real.now = next === null || next > until ? until : next;
      await Promise.all([runDue(world.job(real.now)), runDue(world.job(real.now))]);
      if (real.now === until) break;
    }
    const after = await world.store.obstacles.byId(world.program.id, id);
    if (!after) throw new Error('the case is gone');
    const { state } = after;
    const rung = RUNGS.indexOf(state.rung);
    expect(rung).toBeGreaterThanOrEqual(model.rung);
    // Time alone neither resolves nor closes, nor takes back that it is resolved.
    if (model.standing === 'resolved' || model.standing === 'closed') {
      expect(state).toMatchObject({ standing: model.standing, version: model.version });
    } else {
      expect(['open', 'claimed']).toContain(state.standing);
      if (state.version === model.version) expect(state.standing).toBe(model.standing);
      if (!state.lapsed) expect(state.deadline).toBeGreaterThan(real.now);
    }
    Object.assign(model, { standing: state.standing, rung, returns: state.returns, version: state.version });
  }
}

const who = fc.constantFrom('owner', 'head', 'bureau', 'sponsor', 'commander', 'coordinator', 'stranger');
const act = fc.tuple(who, fc.boolean()).chain(([person, often]) => {
  const stale = often && person === 'head';
  const of = (name: string, make: (now: Instant, real: Real) => Act) => new ActCommand(person, make, stale, name);
  return fc.constantFrom(
    of('claims', (now, { world }) => ({
      do: 'claim',
      promisedFor: addDays(dayAt(now, world.program.timeZone), 1),
      reason: null,
    })),
    of('resolves', () => ({ do: 'resolve', what: '已协调', rule: null })),
    of('raises', () => ({ do: 'raise', text: '本级解决不了' })),
    of('hands over', (_, { world: { program } }) => ({ do: 'hand-over', toUnitId: program.id, reason: '转办' })),
    of('verifies', () => ({ do: 'verify' })),
    of('returns', () => ({ do: 'return', text: '没有解决' })),
    of('comments', () => ({ do: 'comment', text: '知道了' })),
    of('withdraws', () => ({ do: 'withdraw' })),
  );
});
const pass = fc.constantFrom(1, 8, 30, 80).map((hours) => new PassCommand(hours));

describe('an obstacle on the store, against a plain model', () => {
  let world: World;
  let people: {
    readonly owner: Person;
    readonly head: Person;
    readonly sponsor: Person;
    readonly commander: Person;
  } & Readonly<Record<string, Person>>;
  let flagging: Flagging;
  beforeAll(async () => {
    world = await openWorld(await dongE());
    people = {
      owner: await world.person('hezhiyuan'),
      head: await world.person('fenglizhi'),
      bureau: await world.person('heweiguo'),
      sponsor: await world.person('qiuzhen'),
      commander: await world.person('leixia'),
      coordinator: await world.person('renchangqing'),
      stranger: await world.person('hanzhenguo'),
    };
    const project = await world.opened.client.project.findFirstOrThrow({ where: { code: 'P-001' } });
    flagging = {
      projectId: project.id,
      milestoneId: null,
      kind: 'stumbling-block',
      matter: 'land',
      text: '土地指标未批',
      help: null,
      since: localDay('2020-06-15'),
      urgentReason: null,
      refersTo: null,
      files: [],
    };
  });
  afterAll(() => world.close());

  it('does what each act promises, in any order, with looks that are out of date and deadlines in between', async () => {
    let rounds = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.commands([act, act, act, pass], { maxCommands: 20 }),
        fc.integer({ min: 0, max: 6 }),
        async (commands, day) => {
          const owner = people.owner;
          const now = world.at('2020-06-15', '09:00') + (rounds++ * 60 + day) * 24 * HOUR;
          const flagged = await flagObstacle(
            world.ctx(owner, now),
            { ...flagging, text: `土地指标未批 ${rounds}` },
            true,
          );
          if (flagged.kind !== 'flagged') throw new Error(flagged.kind);
          const { id, state } = flagged.obstacle;
          await fc.asyncModelRun(
            () => ({
              model: {
                standing: 'open' as const,
                rung: RUNGS.indexOf(state.rung),
                returns: 0,
                handedOver: false,
                version: state.version,
              },
              real: { world, id, now, people },
            }),
            commands,
          );
          await checkTold(id);
        },
      ),
      { numRuns: 40 },
    );
  }, 180_000);

  /** Log, message and table agree: every step was logged once, and the card says where the case stands. */
  async function checkTold(id: number): Promise<void> {
    const found = await world.store.obstacles.byId(world.program.id, id);
    if (!found) throw new Error('gone');
    const steps = await world.store.obstacles.steps(world.program.workspaceId, world.program.id, id);
    // It only climbs, but where a leader hands it over to a department.
    let told: number | null = null;
    for (const { step } of steps) {
      if (step.kind === 'raised') {
        expect(RUNGS.indexOf(step.to)).toBeGreaterThan(told ?? -1);
        told = RUNGS.indexOf(step.to);
      } else if (step.kind === 'handed-over' && step.rung !== undefined) told = RUNGS.indexOf(step.rung);
    }
    if (told !== null) expect(RUNGS[told]).toBe(found.state.rung);
    expect(steps.filter(({ step }) => step.kind === 'returned')).toHaveLength(found.state.returns);
    expect(steps.filter(({ step }) => step.kind === 'verified').length).toBe(
      found.state.standing === 'closed' && !found.state.withdrawn ? 1 : 0,
    );
    for (const address of found.addresses) {
      const dedupeKey = `obstacle:${id}:@${address}`;
      const post = await world.opened.client.post.findFirstOrThrow({ where: { dedupeKey } });
      const body = JSON.stringify(post.body);
      if (found.state.standing === 'closed') expect(body).not.toContain('obstacle.act');
      else expect(body).toContain('卡点');
    }
  }

  it('of two hundred rounds of resolve against raise each has one outcome', async () => {
    const { head, owner } = people;
    const now = world.at('2020-06-17', '10:00');
    for (let round = 0; round < 200; round += 1) {
      const flagged = await flagObstacle(world.ctx(owner, now), { ...flagging, text: `第${round} 轮` }, true);
      if (flagged.kind !== 'flagged') throw new Error(flagged.kind);
      const { id, state } = flagged.obstacle;
      const results = await Promise.all([
        move(world.ctx(head, now), id, state.version, { do: 'resolve', what: '已协调', rule: null }),
        move(world.ctx(head, now), id, state.version, { do: 'raise', text: '办不了' }),
      ]);
      expect(results.map((result) => result.kind).sort()).toEqual(['meanwhile', 'moved']);
      const after = await world.store.obstacles.byId(world.program.id, id);
      const resolved = results[0]?.kind === 'moved';
      expect(after?.state).toMatchObject(
        resolved ? { standing: 'resolved', rung: 'unit' } : { standing: 'open', rung: 'department' },
      );
      expect(await world.opened.client.activity.count({ where: { thing: 'obstacle', thingId: id } })).toBe(2);
    }
  }, 120_000);

  it('gives numbers without gaps to filings at once, also where some are rolled back', async () => {
    const owner = people.owner;
    const now = world.at('2020-06-17', '10:00');
    const before = await world.opened.client.obstacle.count();
    await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        flagObstacle(
          { ...world.ctx(owner, now), cause: `burst:${index % 2 === 0 ? index : 'same'}` },
          { ...flagging, text: `同时 ${index}` },
          true,
        ),
      ),
    );
    const numbers = (await world.opened.client.obstacle.findMany({ orderBy: { number: 'asc' } })).map(
      ({ number }) => number,
    );
    expect(numbers.length).toBeGreaterThan(before + 9);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  }, 60_000);

  it('lands where the ladder of the plan says', async () => {
    const seats = await world.store.obstacles.seats(world.program.id, flagging.projectId, null);
    const terms = {
      start: 'unit',
      workdays: { unit: 2, sponsor: 3, commander: 5 },
      verifyWorkdays: 3,
      promiseTimes: 1,
      confirmWorkdays: 1,
    } as const;
    expect(land('unit', terms, seats, [], localDay('2020-06-17')).holderId).toBe(people.head.id);
    expect(seats.sponsor).toBe(people.sponsor.id);
    expect(seats.commander).toBe(people.commander.id);
  });
});
