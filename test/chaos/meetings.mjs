// `npm run chaos -- --meetings`: two bots on one PostgreSQL server, with a review on every working day and slips that the calendar
// issues. In each round one of the two is killed, in turn at 8:30 while slips are issued and questions asked, and at 16:00 while the
// agenda goes out. After each round every agenda, slip and question is there once: in the store, and before people's eyes.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readPlan } from '../../dist/commands/load-plan.js';
import { nextWorkday } from '../../dist/domain/workday.js';
import { seedPlan } from '../../dist/plan/index.js';
import { sleep } from './bot.mjs';
import { openChance } from './chance.mjs';
import { clockTo, killAt, mend, openCounty, options, playLanes, settledWithinMs } from './two-bots.mjs';

const WEEKDAYS = ['一', '二', '三', '四', '五'];
const reviews = WEEKDAYS.map((name, place) => ({
  key: `review-${place + 1}`,
  name: { zh: `周${name}调度`, en: `Review ${place + 1}` },
  every: 'week',
  day: place + 1,
  at: '09:00',
  from: '2020-03-02',
  about: ['obstacles', 'items', 'reds', 'gates'],
}));

/** The seed's plan with these, in a folder of its own; the bots load it from there. */
function writePlan() {
  const folder = mkdtempSync(join(tmpdir(), 'gongjian-chaos-'));
  cpSync(dirname(seedPlan), folder, { recursive: true });
  const file = join(folder, basename(seedPlan));
  const { mechanisms, ...plan } = parse(readFileSync(seedPlan, 'utf8'));
  const slips = { automatic: true, blueWorkdays: 3 };
  writeFileSync(file, stringify({ ...plan, mechanisms: { ...mechanisms, reviews, slips } }));
  return file;
}

process.env.GONGJIAN_PLAN = writePlan();
const plan = await readPlan(process.env.GONGJIAN_PLAN);
const MORNING = '08:30:00';
const AFTERNOON = '16:00:00';
const REST_MS = 4000;

/** Nothing waits to be sent or done, and that for a while: both bots are at rest. */
async function settled({ opened }) {
  let since = null;
  for (const began = performance.now(); performance.now() - began < settledWithinMs; await sleep(250)) {
    const [{ open }] = await opened.client.$queryRaw`
      SELECT (SELECT count(*)::int FROM post WHERE standing NOT IN ('posted', 'failed') OR (standing = 'posted' AND "sentVersion" < version))
             + (SELECT count(*)::int FROM pgboss.job WHERE state IN ('active', 'retry') OR (state = 'created' AND start_after <= now())) AS open`;
    if (open > 0) since = null;
    else if (since === null) since = performance.now();
    else if (performance.now() - since > REST_MS) return true;
  }
  return false;
}

/** All that the bot said in channels and to persons that is not for one person in a channel, by address and time. */
async function seenMessages({ sandbox, opened, program }) {
  const people = await opened.client.person.findMany({ where: { workspaceId: program.workspaceId } });
  const seen = new Map();
  // A post to a person is addressed by their id.
  for (const { key, slackUserId } of people)
    for (const { id, messages } of (await sandbox.screen(key)).channels)
      for (const message of messages)
        if (message.bot && !message.ephemeral)
          seen.set(`${id.startsWith('D') ? slackUserId : id} ${message.ts}`, message);
  return seen;
}

const isWeekday = (day) => ![0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay());

/** What is not there once, and how many agendas, slips and questions there are. */
async function check(county, { day, time }) {
  const { opened, program, scene } = county;
  const problems = [];
  const slips = await opened.client.slip.findMany({ where: { programId: program.id }, orderBy: { number: 'asc' } });
  if (slips.some(({ number }, place) => number !== place + 1))
    problems.push(`slip numbers are ${slips.map(({ number }) => number).join(' ')}`);
  const open = slips.filter(
    ({ standing, milestoneId }) => !['closed', 'void'].includes(standing) && milestoneId !== null,
  );
  if (new Set(open.map(({ milestoneId }) => milestoneId)).size !== open.length)
    problems.push('two slips are about one milestone');
  const slots = await opened.client.reviewSlot.findMany({ where: { programId: program.id } });
  const next = nextWorkday(day, scene.calendar);
  const agendas = slots.filter(({ agenda }) => agenda !== null);
  if (time === AFTERNOON && isWeekday(next) && !agendas.some((slot) => slot.day === next))
    problems.push(`no agenda of ${next}`);
  const prompts = await opened.client.prompt.findMany({ where: { programId: program.id } });
  if (time === MORNING && !prompts.some((prompt) => prompt.day === day)) problems.push(`nobody was asked on ${day}`);

  const posts = await opened.client.post.findMany({ where: { workspaceId: program.workspaceId } });
  const failed = posts.filter(({ standing }) => standing === 'failed');
  for (const { dedupeKey, failure } of failed) problems.push(`${dedupeKey} was not sent: ${failure}`);
  const keys = new Set(posts.map(({ dedupeKey }) => dedupeKey));
  for (const { id } of agendas) if (!keys.has(`review:${id}`)) problems.push(`the agenda of slot ${id} is no post`);
  for (const { day: on, personId } of prompts)
    if (!keys.has(`prompt:${on}:${personId}`)) problems.push(`the question of ${on} to ${personId} is no post`);
  for (const { id, standing } of slips)
    if (standing === 'issued' && !keys.has(`slip:${id}`)) problems.push(`slip ${id} is no post`);
  const seen = await seenMessages(county);
  const known = new Set(posts.map(({ channelId, ts }) => `${channelId} ${ts}`));
  for (const { dedupeKey, channelId, ts } of posts)
    if (!seen.has(`${channelId} ${ts}`)) problems.push(`${dedupeKey} is on nobody's screen`);
  for (const [key, { text }] of seen)
    if (!known.has(key)) problems.push(`said beside the record: ${text.split('\n')[0]}`);
  return { slips: slips.length, agendas: agendas.length, prompts: prompts.length, problems };
}

async function playRound(county, { day, time }, chance, number) {
  await clockTo(county, day, time === MORNING ? '08:29:50' : '15:59:50');
  const victim = chance() < 0.5 ? 0 : 1;
  // Half of them while it is written, half while it is sent.
  const after = Math.round(chance() < 0.5 ? chance() * 400 : chance() * 5000);
  const began = performance.now();
  await killAt(county, { day, time, victim, after, chance });
  const whole = await settled(county);
  const seconds = (performance.now() - began) / 1000;
  await mend(county);
  const found = await check(county, { day, time });
  if (!whole) found.problems.unshift(`${day}: something waits still after ${settledWithinMs / 1000} s`);
  console.log(
    `round ${number}, county ${county.number}, ${day} ${time.slice(0, 5)}: bot ${'AB'[victim]} killed after ${after} ms; so far ${found.slips} slips, ${found.agendas} agendas, ${found.prompts} questions, all there after ${seconds.toFixed(0)} s: ${found.problems.length === 0 ? 'whole' : 'WRONG'}`,
  );
  for (const problem of found.problems.slice(0, 10)) console.log(`  PROBLEM ${problem}`);
  return found;
}

const sum = { rounds: 0, slips: 0, agendas: 0, prompts: 0, problems: 0 };

async function playLane(number, take) {
  const county = await openCounty(plan, number, '2020-06-16T16:30:00+08:00');
  const chance = openChance(Number(options.seed) * 1000 + number);
  let last = { slips: 0, agendas: 0, prompts: 0 };
  try {
    let day = '2020-06-17';
    // A round is a kill: of a day the morning's, then the afternoon's.
    for (let round = take(), time = MORNING; round !== null; round = take()) {
      last = await playRound(county, { day, time }, chance, round);
      sum.rounds += 1;
      sum.problems += last.problems.length;
      if (time === AFTERNOON) day = nextWorkday(day, county.scene.calendar);
      time = time === MORNING ? AFTERNOON : MORNING;
    }
  } finally {
    for (const what of ['slips', 'agendas', 'prompts']) sum[what] += last[what];
    await county.close();
  }
}

const seconds = await playLanes(playLane);
console.log(
  `${sum.rounds} kills in ${seconds} s, ${sum.slips} slips, ${sum.agendas} agendas, ${sum.prompts} questions: ${sum.problems === 0 ? 'each once, numbers without a gap' : `${sum.problems} problems`}`,
);
process.exit(sum.problems === 0 ? 0 : 1);
