// The bot is killed at random moments under load, while envelopes come twice, answers are lost, calls are
// refused and sockets close. At the end every acknowledged report must be there once, and every post once.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { readPlan } from '../../dist/commands/load-plan.js';
import { seedPlan } from '../../dist/commands/running.js';
import { openSandbox } from '../../dist/commands/sandbox.js';
import { openStore } from '../../dist/store/home/open.js';
import { controlOf, isUp, sleep, startBot as startOne } from './bot.mjs';
import { openChance } from './chance.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '90' },
    seed: { type: 'string', default: '1' },
    rate: { type: 'string', default: '8' },
  },
});
const seconds = Number(values.seconds);
const databaseUrl = process.env.DATABASE_URL || null;
const chance = openChance(Number(values.seed));

const plan = await readPlan(seedPlan);
const sandbox = await openSandbox(plan, { port: 0, now: '2020-06-17T17:58:30+08:00' });
const folder = await mkdtemp(join(tmpdir(), 'gongjian-chaos-'));
const control = controlOf(sandbox);

let bot = null;
let stopping = false;
let kills = 0;
async function startBot() {
  const ended = (code, said) => {
    if (!stopping) process.stderr.write(`the bot ended with ${code}: ${said}\n`);
  };
  bot = await startOne({ sandbox, databaseUrl, folder, ended });
}

await startBot();
await control('faults', { duplicate: 0.3, drop: 0.08, fail: 0.05, limit: 0.05, disconnect: 7 });

const owned = plan.projects.flatMap((project) => {
  const unit = plan.units.find((each) => each.key === project.unit);
  const milestone = project.milestones.at(-1);
  return project.owner && unit?.channel && milestone
    ? [{ project, milestone, channel: unit.channel, owner: project.owner }]
    : [];
});

const end = Date.now() + seconds * 1000;
const killer = (async () => {
  while (Date.now() < end) {
    await sleep(1500 + chance() * 4000);
    if (Date.now() >= end) break;
    bot.kill('SIGKILL');
    kills += 1;
    await sleep(chance() * 300);
    while (Date.now() < end + 60_000) {
      await startBot();
      if (isUp(bot)) break;
    }
  }
})();

const sent = [];
const pending = [];
for (let number = 1; Date.now() < end; number += 1) {
  const target = owned[Math.floor(chance() * owned.length)];
  const mark = `混沌${String(number).padStart(5, '0')}`;
  const line = `${target.project.code} ${target.milestone.name} 50% ${mark}`;
  const way =
    chance() < 0.7
      ? { do: 'command', channel: target.channel, text: `/progress ${line}` }
      : { do: 'say', to: 'bot', text: line };
  const one = { mark, project: target.project, channel: target.channel, acknowledged: false };
  sent.push(one);
  pending.push(
    sandbox.act({ as: target.owner, ...way }).then(
      (answer) => {
        one.acknowledged = answer.ok && answer.ackMs !== null;
      },
      () => {},
    ),
  );
  await sleep(1000 / Number(values.rate));
}
await Promise.all(pending);
await killer;
await control('faults', {});
if (!isUp(bot)) await startBot();

// What is on its way comes to rest: retries wait up to half a minute, abandoned payloads a minute.
let quiet = 0;
let lastCalls = -1;
for (let waited = 0; waited < 240 && quiet < 75; waited += 1) {
  await sleep(1000);
  const calls = await control('calls?since=0');
  const count = Array.isArray(calls) ? calls.length : (calls.calls?.length ?? 0);
  quiet = count === lastCalls ? quiet + 1 : 0;
  lastCalls = count;
}
stopping = true;
const [reader] = plan.people.filter((person) => person.roles.some(({ role }) => role === 'coordinator'));
const screen = await sandbox.screen(reader.key, true);
bot.kill('SIGTERM');
await new Promise((resolve) => bot.on('exit', resolve));

const store = await openStore({ databaseUrl, folder: databaseUrl ? null : folder, log: pino({ level: 'silent' }) });
const reports = await store.client.report.findMany({ select: { note: true } });
const posts = await store.client.post.groupBy({ by: ['standing'], _count: true });
await store.close();

// A report's own line stands in its unit's channel; digests tell of it again in theirs.
const units = new Set(owned.map(({ channel }) => channel));
const lines = screen.channels
  .filter(({ name }) => units.has(name))
  .flatMap((channel) =>
    channel.messages.filter((message) => !message.ephemeral).map((message) => message.lines.join('\n')),
  );
const count = (texts, mark) => texts.filter((text) => text.includes(mark)).length;
const notes = reports.map((report) => report.note);
const problems = [];
for (const { mark, acknowledged } of sent) {
  const kept = count(notes, mark);
  const posted = count(lines, mark);
  if (acknowledged && kept !== 1) problems.push(`${mark}: acknowledged, kept ${kept} times`);
  if (kept > 1) problems.push(`${mark}: kept ${kept} times`);
  if (posted !== kept) problems.push(`${mark}: kept ${kept}, posted ${posted} times`);
}
const digests = screen.channels
  .filter((channel) => channel.name === '全县调度')
  .flatMap((channel) => channel.messages.filter((message) => !message.thread && message.lines[0]?.includes('日报')));
if (digests.length !== 1) problems.push(`the digest of 18:00 was posted ${digests.length} times`);
const failed = posts.filter((each) => each.standing !== 'posted');
for (const each of failed) problems.push(`${each._count} posts are ${each.standing}`);

console.log(`store ${databaseUrl ? 'PostgreSQL' : 'embedded'}, seed ${values.seed}, ${seconds} s, ${kills} kills`);
console.log(
  `sent ${sent.length}, acknowledged ${sent.filter((one) => one.acknowledged).length}, kept ${sent.filter(({ mark }) => count(notes, mark) === 1).length}, posted ${sent.filter(({ mark }) => count(lines, mark) === 1).length}, digests ${digests.length}`,
);
for (const problem of problems.slice(0, 30)) console.log(`PROBLEM ${problem}`);
console.log(
  problems.length === 0 ? 'every acknowledged report is there once, every post once' : `${problems.length} problems`,
);
await sandbox.close();
await rm(folder, { recursive: true, force: true });
process.exit(problems.length === 0 ? 0 : 1);
