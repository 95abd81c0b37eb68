// Counties with two bots each on one PostgreSQL server, of which one is killed while they work.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import pg from 'pg';
import pino from 'pino';
import { openSandbox } from '../../dist/commands/sandbox.js';
import { instantAt } from '../../dist/domain/day.js';
import { openStore } from '../../dist/store/home/open.js';
import { assembleStore } from '../../dist/store/index.js';
import { workCalendar } from '../../dist/time/calendar.js';
import { controlOf, isUp, sleep, startBot } from './bot.mjs';

export const { values: options } = parseArgs({
  options: {
    digests: { type: 'boolean' },
    meetings: { type: 'boolean' },
    rounds: { type: 'string', default: '50' },
    // Counties side by side, each with a workspace, a database and two bots: most of a round is waiting for leases.
    lanes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    units: { type: 'string', default: '4' },
    // The minute that what a dead process held is held on is let pass in the store, once its twin is at rest.
    hurry: { type: 'boolean', default: false },
  },
});
const url = process.env.DATABASE_URL;
if (!url) {
  console.error('Set DATABASE_URL to a PostgreSQL server on which databases may be made.');
  process.exit(2);
}
export const faults = { drop: 0.08, fail: 0.06, limit: 0.08, duplicate: 0.2, disconnect: 9 };
export const settledWithinMs = 300_000;

async function administer(statement) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** What the bots warned of, and how often. */
const warnings = new Map();
const warned = (what) => warnings.set(what, (warnings.get(what) ?? 0) + 1);

/** A bot is ready once it receives; it ties the program to its workspace after that, the digests to their channels last. */
async function tied({ store, program }) {
  const named = program.policy.channels.filter(({ digest }) => digest).length;
  for (const began = performance.now(); performance.now() - began < 60_000; await sleep(50))
    if ((await store.subscriptions.ofProgram(program.id, 'daily')).length === named) return;
  throw new Error('the program is not tied to its workspace after a minute');
}

/** A county with two bots from a moment on, on a database of its own. */
export async function openCounty(plan, number, now) {
  const database = `gongjian_chaos_${randomBytes(4).toString('hex')}`;
  await administer(`CREATE DATABASE ${database}`);
  const address = new URL(url);
  address.pathname = `/${database}`;
  const sandbox = await openSandbox(plan, { port: 0, now });
  const start = () => startBot({ sandbox, databaseUrl: address.href, warned });
  const bots = [await start()];
  bots.push(await start());
  const opened = await openStore({ databaseUrl: address.href, folder: null, log: pino({ level: 'silent' }) });
  const store = assembleStore(opened, () => Promise.reject(new Error('chaos sends no jobs')));
  const program = await store.programs.current(sandbox.teamId);
  const county = { number, sandbox, control: controlOf(sandbox), bots, start, opened, store, program };
  await tied(county);
  county.scene = { store, program, calendar: workCalendar(program.policy.calendar) };
  county.close = async () => {
    for (const bot of bots) bot.kill('SIGKILL');
    await opened.close();
    await sandbox.close();
    await administer(`DROP DATABASE ${database} WITH (FORCE)`);
  };
  return county;
}

export const clockTo = ({ control }, day, time) => control('clock', { set: `${day}T${time}+08:00` });

export async function startAgain(county, index) {
  do county.bots[index] = await county.start();
  while (!isUp(county.bots[index]));
}

/** What the dead one held, as if its minute were over: the posts under its lease, and its jobs. */
export async function letItsMinutePass({ opened }, killedAt) {
  await opened.client.$executeRaw`
    UPDATE post SET "sendingSince" = 'epoch' WHERE standing = 'sending' AND "sendingSince" < ${killedAt}::timestamptz`;
  await opened.client.$executeRaw`
    UPDATE pgboss.job SET started_on = started_on - interval '1 hour' WHERE state = 'active' AND started_on < ${killedAt}::timestamptz`;
}

/**
 * Lets the clock reach a moment, and kills one of the two bots after so many milliseconds; it is started again. Answers which
 * one, once the workspace has seen the moment through.
 */
export async function killAt(county, { day, time, victim, after, chance }) {
  const { control, sandbox, bots } = county;
  await control('faults', faults);
  const moved = clockTo(county, day, time);
  const due = instantAt(day, time.slice(0, 5), county.program.timeZone);
  while (sandbox.clock.now() < due) await sleep(1);
  await sleep(after);
  bots[victim].kill('SIGKILL');
  const killedAt = new Date();
  if (options.hurry) {
    await moved;
    await letItsMinutePass(county, killedAt);
  } else await sleep(chance() * 500);
  await startAgain(county, victim);
  await moved;
}

/** Both are up, and no fault is made any more. */
export async function mend(county) {
  await county.control('faults', {});
  for (const [index, bot] of county.bots.entries()) if (!isUp(bot)) await startAgain(county, index);
}

/**
 * Plays all rounds, each lane as many as the others, so that a seed plays the same days whoever is faster. Answers how many
 * seconds it took.
 */
export async function playLanes(playLane) {
  const rounds = Number(options.rounds);
  const lanes = Math.min(rounds, Number(options.lanes));
  const began = performance.now();
  const takerOf = (lane) => {
    let next = lane;
    return () => {
      const round = next;
      next += lanes;
      return round <= rounds ? round : null;
    };
  };
  await Promise.all(Array.from({ length: lanes }, (_, index) => playLane(index + 1, takerOf(index + 1))));
  for (const [what, times] of warnings)
    console.log(`the bots warned ${times} times: ${what.split('\n')[0].slice(0, 200)}`);
  return ((performance.now() - began) / 1000).toFixed(0);
}
