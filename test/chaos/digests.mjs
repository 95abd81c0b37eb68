// `npm run chaos -- --digests`: two bots on one PostgreSQL server. In each round the clock goes to 18:00 of a working day, and
// one of the two is killed while the digests go out, with lost answers and calls refused; it is started again. After each
// round every digest must be there once: its top, the whole thread in order, its chart.
import { readPlan } from '../../dist/commands/load-plan.js';
import { nextWorkday } from '../../dist/domain/workday.js';
import { seedPlan } from '../../dist/plan/index.js';
import { sleep } from './bot.mjs';
import { openChance } from './chance.mjs';
import { checkDay, dueThatDay } from './digest-check.mjs';
import { clockTo, killAt, mend, openCounty, options, playLanes, settledWithinMs } from './two-bots.mjs';

const chartsWithinMs = 60_000;
const plan = await readPlan(seedPlan);

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
    take: Number(options.units),
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
  await clockTo(county, day, '17:59:50');
  await report(county, chance, number);
  const victim = chance() < 0.5 ? 0 : 1;
  // Half of them while the digests are written, half while they are sent.
  const after = Math.round(chance() < 0.5 ? chance() * 400 : chance() * 6000);
  const began = performance.now();
  await killAt(county, { day, time: '18:00:00', victim, after, chance });
  const whole = await settled(county, day);
  const seconds = (performance.now() - began) / 1000;
  await mend(county);
  const found = await checkWithCharts(county, day);
  if (!whole) found.problems.unshift(`${day}: something waits still after ${settledWithinMs / 1000} s`);
  console.log(
    `round ${number}, county ${county.number}, ${day}: bot ${'AB'[victim]} killed after ${after} ms; ${found.digests} digests, ${found.messages} messages, all there after ${seconds.toFixed(0)} s: ${found.problems.length === 0 ? 'whole' : 'WRONG'}`,
  );
  for (const problem of found.problems) console.log(`  PROBLEM ${problem}`);
  return found;
}

const sum = { rounds: 0, digests: 0, messages: 0, problems: 0 };

async function playLane(number, take) {
  const county = await openCounty(plan, number, '2020-06-17T16:30:00+08:00');
  await subscribeMore(county);
  const chance = openChance(Number(options.seed) * 1000 + number);
  const days = [];
  try {
    let day = '2020-06-17';
    for (let round = take(); round !== null; round = take()) {
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

const seconds = await playLanes(playLane);
console.log(
  `${sum.rounds} rounds in ${seconds} s, ${sum.digests} digests in ${sum.messages} messages: ${sum.problems === 0 ? 'each once, whole and in order' : `${sum.problems} problems`}`,
);
process.exit(sum.problems === 0 ? 0 : 1);
