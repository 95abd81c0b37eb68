// `npm run chaos -- --digests`: two bots on one PostgreSQL server. In each round the clock goes to 18:00 of a working day, and
// one of the two is killed while the digests go out, with lost answers and calls refused; it is started again. After each
// round every digest must be there once: its top, the whole thread in order, its chart.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import pg from 'pg';
import pino from 'pino';
import { readPlan } from '../../dist/commands/load-plan.js';
import { openSandbox } from '../../dist/commands/sandbox.js';
import { instantAt } from '../../dist/domain/day.js';
import { nextWorkday } from '../../dist/domain/workday.js';
import { seedPlan } from '../../dist/plan/index.js';
import { openStore } from '../../dist/store/home/open.js';
import { assembleStore } from '../../dist/store/index.js';
import { workCalendar } from '../../dist/time/calendar.js';
import { controlOf, isUp, sleep, startBot } from './bot.mjs';
import { openChance } from './chance.mjs';
import { checkDay, dueThatDay } from './digest-check.mjs';

const { values } = parseArgs({
  options: {
    digests: { type: 'boolean' },
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
const rounds = Number(values.rounds);
const lanes = Math.min(rounds, Number(values.lanes));
const faults = { drop: 0.08, fail: 0.06, limit: 0.08, duplicate: 0.2, disconnect: 9 };
const settledWithinMs = 300_000;
const chartsWithinMs = 60_000;
const plan = await readPlan(seedPlan);

async function administer(statement) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** What the bots warned of, and how often. */
const warnings = new Map();
const warned = (what) => warnings.set(what, (warnings.get(what) ?? 0) + 1);

/** A county with two bots, on a database of its own. */
async function openCounty(number) {
  const database = `gongjian_chaos_${randomBytes(4).toString('hex')}`;
  await administer(`CREATE DATABASE ${database}`);
  const address = new URL(url);
  address.pathname = `/${database}`;
  const sandbox = await openSandbox(plan, { port: 0, now: '2020-06-17T16:30:00+08:00' });
  const start = () => startBot({ sandbox, databaseUrl: address.href, warned });
  const bots = [await start()];
  bots.push(await start());
  const opened = await openStore({ databaseUrl: address.href, folder: null, log: pino({ level: 'silent' }) });
  const store = assembleStore(opened, () => Promise.reject(new Error('chaos sends no jobs')));
  const program = await store.programs.current(sandbox.teamId);
  const county = { number, sandbox, control: controlOf(sandbox), bots, start, opened, store, program };
  county.scene = { store, program, calendar: workCalendar(program.policy.calendar) };
  county.close = async () => {
    for (const bot of bots) bot.kill('SIGKILL');
    await opened.close();
    await sandbox.close();
    await administer(`DROP DATABASE ${database} WITH (FORCE)`);
  };
  await subscribeMore(county);
  return county;
}

/** Beside the plan's own: some units' channels, and the reviews' digests in the leaders' one. */
async function subscribeMore({ opened, store, program, sandbox }) {
  const add = (channelId, cadence, scope) =>
    store.subscriptions.add({
      programId: program.id,
      channelId,
      cadence,
      scope,
      language: 'zh',
      personId: null,
      sinceAt: sandbox.clock.now(),
    });
  const units = await opened.client.unit.findMany({
    where: { programId: program.id, channelId: { not: null } },
    orderBy: { id: 'asc' },
    take: Number(values.units),
  });
  for (const unit of units) await add(unit.channelId, 'daily', { of: 'unit', key: unit.key });
  const [leaders] = await store.subscriptions.ofProgram(program.id, 'daily');
  for (const cadence of ['weekly', 'half-monthly', 'monthly']) await add(leaders.channelId, cadence, { of: 'plan' });
}

const owned = plan.projects.flatMap((project) => {
  const channel = plan.units.find((unit) => unit.key === project.unit)?.channel;
  const milestone = project.milestones.at(-1);
  return project.owner && channel && milestone ? [{ project, milestone, channel }] : [];
});

/** Some of the day's reports, so that no two digests are the same. */
async function report({ sandbox }, chance, number) {
  for (let time = 0; time < 4; time += 1) {
    const { project, milestone, channel } = owned[Math.floor(chance() * owned.length)];
    const text = `/progress ${project.code} ${milestone.name} ${Math.floor(10 + chance() * 80)}% 第${number}轮`;
    await sandbox.act({ as: project.owner, do: 'command', channel, text });
  }
}

const clockTo = ({ control }, day, time) => control('clock', { set: `${day}T${time}+08:00` });

async function startAgain(county, index) {
  do county.bots[index] = await county.start();
  while (!isUp(county.bots[index]));
}

/** What the dead one held, as if its minute were over: the posts under its lease, and its jobs. */
async function letItsMinutePass({ opened }, killedAt) {
  await opened.client.$executeRaw`
    UPDATE post SET "sendingSince" = 'epoch' WHERE standing = 'sending' AND "sendingSince" < ${killedAt}::timestamptz`;
  await opened.client.$executeRaw`
    UPDATE pgboss.job SET started_on = started_on - interval '1 hour' WHERE state = 'active' AND started_on < ${killedAt}::timestamptz`;
}

/** Nothing of the day waits to be sent: what is there now is all that will come. */
async function settled({ opened, scene }, day) {
  const due = (await dueThatDay(scene, day)).length;
  for (const began = performance.now(); performance.now() - began < settledWithinMs; await sleep(250)) {
    const [{ written, open }] = await opened.client.$queryRaw`
      SELECT (SELECT count(*)::int FROM activity WHERE cause LIKE ${`digest:${day}:%`}) AS written,
             (SELECT count(*)::int FROM post WHERE standing <> 'posted' OR "sentVersion" < version) AS open`;
    if (written === due && open === 0) return true;
  }
  return false;
}

/** What a member of a channel sees there; nobody's screen is asked for twice. */
function screensOf({ sandbox }) {
  const screens = new Map();
  return async (channelId) => {
    for (const { key } of plan.people) {
      if (!screens.has(key)) screens.set(key, await sandbox.screen(key));
      const found = screens.get(key).channels.find(({ id, joined }) => id === channelId && joined);
      if (found) return found.messages;
    }
    return [];
  };
}

/** A chart that was not there in time comes by an edit: for so long it may. */
async function checkWithCharts(county, day) {
  for (const began = performance.now(); ; await sleep(500)) {
    const found = await checkDay(county.scene, day, screensOf(county));
    if (found.problems.length === 0 || performance.now() - began > chartsWithinMs) return found;
  }
}

async function playRound(county, day, chance, number) {
  const { control, sandbox, program, bots } = county;
  await clockTo(county, day, '17:59:50');
  await report(county, chance, number);
  await control('faults', faults);
  const victim = chance() < 0.5 ? 0 : 1;
  // Half of them while the digests are written, half while they are sent.
  const after = Math.round(chance() < 0.5 ? chance() * 400 : chance() * 6000);
  const moved = clockTo(county, day, '18:00:00');
  const due = instantAt(day, '18:00', program.timeZone);
  while (sandbox.clock.now() < due) await sleep(1);
  const began = performance.now();
  await sleep(after);
  bots[victim].kill('SIGKILL');
  const killedAt = new Date();
  if (values.hurry) {
    await moved;
    await letItsMinutePass(county, killedAt);
  } else await sleep(chance() * 500);
  await startAgain(county, victim);
  await moved;
  const whole = await settled(county, day);
  const seconds = (performance.now() - began) / 1000;
  await control('faults', {});
  for (const [index, bot] of bots.entries()) if (!isUp(bot)) await startAgain(county, index);
  const found = await checkWithCharts(county, day);
  if (!whole) found.problems.unshift(`${day}: something waits still after ${settledWithinMs / 1000} s`);
  console.log(
    `round ${number}, county ${county.number}, ${day}: bot ${'AB'[victim]} killed after ${after} ms; ${found.digests} digests, ${found.messages} messages, all there after ${seconds.toFixed(0)} s: ${found.problems.length === 0 ? 'whole' : 'WRONG'}`,
  );
  for (const problem of found.problems) console.log(`  PROBLEM ${problem}`);
  return found;
}

let next = 1;
const sum = { rounds: 0, digests: 0, messages: 0, problems: 0 };

async function playLane(number) {
  const county = await openCounty(number);
  const chance = openChance(Number(values.seed) * 1000 + number);
  const days = [];
  try {
    for (let day = '2020-06-17'; next <= rounds; ) {
      const round = next++;
      days.push(day);
      const found = await playRound(county, day, chance, round);
      sum.rounds += 1;
      sum.digests += found.digests;
      sum.messages += found.messages;
      sum.problems += found.problems.length;
      day = nextWorkday(day, county.scene.calendar);
    }
    // A message that came twice may have come after its round.
    for (const day of days) {
      const { problems } = await checkDay(county.scene, day, screensOf(county));
      for (const problem of problems) console.log(`PROBLEM at the end: ${problem}`);
      sum.problems += problems.length;
    }
  } finally {
    await county.close();
  }
}

const began = performance.now();
await Promise.all(Array.from({ length: lanes }, (_, index) => playLane(index + 1)));
console.log(
  `${sum.rounds} rounds in ${((performance.now() - began) / 1000).toFixed(0)} s, ${sum.digests} digests in ${sum.messages} messages: ${sum.problems === 0 ? 'each once, whole and in order' : `${sum.problems} problems`}`,
);
for (const [what, times] of warnings)
  console.log(`the bots warned ${times} times: ${what.split('\n')[0].slice(0, 200)}`);
process.exit(sum.problems === 0 ? 0 : 1);
