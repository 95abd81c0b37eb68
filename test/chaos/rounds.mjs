// Rounds of faults under load: processes are killed, stopped and go on; sockets are cut; the database goes away; envelopes come
// twice, answers are lost, late or refused. At the end everything that was acknowledged must be there once, and none may be stuck.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import pino from 'pino';
import { readPlan } from '../../dist/commands/load-plan.js';
import { openSandbox } from '../../dist/commands/sandbox.js';
import { seedPlan } from '../../dist/plan/index.js';
import { openStore } from '../../dist/store/home/open.js';
import { openDoor } from './away.mjs';
import { controlOf, isUp, sleep, startBot } from './bot.mjs';
import { openChance } from './chance.mjs';
import { closed, kinds, STANDS, wrongWith } from './kinds.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    /** embedded, or server: with DATABASE_URL, on which a database is made, and two bots. */
    store: { type: 'string', default: process.env.DATABASE_URL ? 'server' : 'embedded' },
    seconds: { type: 'string', default: '5' },
    rate: { type: 'string', default: '6' },
    seed: { type: 'string', default: '1' },
  },
});
const onServer = values.store === 'server';
if (onServer && !process.env.DATABASE_URL)
  throw new Error('Set DATABASE_URL to a server on which a database may be made.');
const chance = openChance(Number(values.seed));
const rounds = Number(values.rounds);
const SETTLED_MS = 60_000;

async function administer(statement) {
  const client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
const name = `chaos_${process.pid}`;
const database = onServer ? new URL(process.env.DATABASE_URL) : null;
if (database) {
  await administer(`CREATE DATABASE ${name}`);
  database.pathname = `/${name}`;
}
const door = database ? await openDoor(database.href) : null;
const plan = await readPlan(seedPlan);
const sandbox = await openSandbox(plan, { port: 0, now: '2020-06-17T09:30:00+08:00' });
const folder = await mkdtemp(join(tmpdir(), 'gongjian-chaos-'));
const control = controlOf(sandbox);

let over = false;
/** A bot that is started again as soon as it ends, as a supervisor does. */
function supervise() {
  const kept = { child: null, ready: null, restart: null };
  const start = async () => {
    kept.child = await startBot({ sandbox, databaseUrl: door?.url ?? null, folder });
    if (!isUp(kept.child) && !over) {
      await sleep(200);
      return start();
    }
    kept.child.once('exit', () => {
      if (!over) kept.ready = start();
    });
  };
  kept.restart = () => {
    kept.ready = start();
  };
  kept.restart();
  return kept;
}
const bots = onServer ? [supervise(), supervise()] : [supervise()];
await Promise.all(bots.map(({ ready }) => ready));

const owned = plan.projects.flatMap((project) => {
  const unit = plan.units.find((each) => each.key === project.unit);
  const milestone = project.milestones.at(-1);
  return project.owner && unit?.channel && milestone
    ? [{ project, milestone, channel: unit.channel, owner: project.owner, busy: false }]
    : [];
});
// A person has one window open at a time: everybody does things of one kind.
const KINDS = Object.keys(kinds);
const owners = [...new Set(owned.map(({ owner }) => owner))];
const kindOf = (target) => KINDS[owners.indexOf(target.owner) % KINDS.length];

const some = (list) => list[Math.floor(chance() * list.length)];
// Slack takes a message a second of a channel: what goes to one of them must not be more than the bots can say while they are up.
const byChannel = [...new Set(owned.map(({ channel }) => channel))].map((name) =>
  owned.filter(({ channel }) => channel === name),
);
const background = { duplicate: 0.2, drop: 0.04, fail: 0.04, limit: 0.04 };
const faults = {
  async kill() {
    await sleep(chance() * 2_000);
    some(bots).child.kill('SIGKILL');
  },
  async 'stop and go on'() {
    const { child } = some(bots);
    child.kill('SIGSTOP');
    await sleep(2_000 + chance() * 5_500);
    child.kill('SIGCONT');
  },
  async 'connection resets'() {
    await control('faults', { ...background, disconnect: 1 });
    for (let cuts = 0; door && cuts < 5; cuts += 1) {
      await sleep(500);
      door.cut();
    }
  },
  async 'answers lost, late and refused'() {
    await control('faults', { duplicate: 0.4, drop: 0.2, fail: 0.2, limit: 0.1, slow: { share: 0.1, ms: 4_000 } });
  },
  ...(door && {
    async 'database away'() {
      door.shut(true);
      await sleep(1_000 + chance() * 3_000);
      door.shut(false);
    },
  }),
};

const sent = [];
const pending = new Set();
async function load(until) {
  while (Date.now() < until) {
    const target = some(some(byChannel));
    const person = owned.find(({ owner, busy }) => owner === target.owner && busy);
    if (!person) {
      const kind = kindOf(target);
      const one = {
        kind,
        owner: target.owner,
        mark: `混沌${String(sent.length + 1).padStart(5, '0')}`,
        acknowledged: false,
      };
      sent.push(one);
      target.busy = true;
      const doing = kinds[kind](sandbox, target, one.mark)
        .catch(() => false)
        .then((acknowledged) => {
          one.acknowledged = acknowledged;
          target.busy = false;
          pending.delete(doing);
        });
      pending.add(doing);
    }
    await sleep(1000 / Number(values.rate));
  }
}

/** How far it is, for whoever wonders why it does not end. */
const started = Date.now();
const tell = (what) => console.error(`${Math.round((Date.now() - started) / 1000)} s: ${what}`);
const happened = {};
for (let round = 0; round < rounds; round += 1) {
  const what = Object.keys(faults)[round % Object.keys(faults).length];
  tell(what);
  happened[what] = (happened[what] ?? 0) + 1;
  await control('faults', background);
  await Promise.all([load(Date.now() + Number(values.seconds) * 1000), faults[what]()]);
}
await control('faults', {});
tell(`${pending.size} are being done`);
await Promise.all(pending);
await Promise.all(bots.map(async (bot) => bot.ready));

const [reader] = plan.people.filter((person) => person.roles.some(({ role }) => role === 'coordinator'));
const units = new Set(owned.map(({ channel }) => channel));
const textsOf = ({ channels }, fits) =>
  channels.flatMap((channel) =>
    channel.messages.filter((each) => fits(channel, each)).map((message) => message.lines.join('\n')),
  );
async function linesNow() {
  const screen = await sandbox.screen(reader.key);
  return textsOf(screen, ({ name: channel }, { ephemeral }) => units.has(channel) && !ephemeral);
}
/** What people were told of theirs that did not come to pass. */
async function toldNow() {
  const screens = await Promise.all(owners.map((owner) => sandbox.screen(owner)));
  return {
    /** Forms that were given back, with what was typed: by message, in their windows now, or in windows that were closed since. */
    returned: [
      ...closed,
      ...screens.flatMap((screen) => [
        ...textsOf(screen, ({ id }, { lines }) => id.startsWith('D') && lines.some((each) => each.startsWith('⚠️'))),
        ...(screen.modal ? [screen.modal.lines.join('\n')] : []),
      ]),
    ],
    /** Reports that could not be taken back. */
    stand: screens.flatMap((screen) => textsOf(screen, (_, { lines }) => lines.some((each) => each.includes(STANDS)))),
  };
}
/** Ends the bots in order, as their machine does. */
const ended = () =>
  Promise.all(
    bots.map(({ child }) => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      return isUp(child) ? gone : null;
    }),
  );
/** What the store holds: the reports, their photos, and what is not done yet. */
async function keptNow() {
  const store = await openStore({
    databaseUrl: database?.href ?? null,
    folder: database ? null : folder,
    log: pino({ level: 'silent' }),
  });
  const { report, evidence, payload, post } = store.client;
  const kept = {
    reports: await report.findMany({ select: { note: true, undoneAt: true, cause: true } }),
    evidence: await evidence.findMany({ select: { cause: true } }),
    open: await payload.groupBy({ by: ['kind'], where: { doneAt: null }, _count: true }),
    posts: await post.groupBy({ by: ['standing'], where: { standing: { not: 'posted' } }, _count: true }),
  };
  await store.close();
  return kept;
}
tell('what was acknowledged is awaited');
const began = Date.now();
// A form that was given back to its person is done with, too.
const missing = async () => {
  const texts = [...(await linesNow()), ...(await toldNow()).returned].join('\n');
  return sent.some(({ acknowledged, mark }) => acknowledged && !texts.includes(mark));
};
while (Date.now() - began < SETTLED_MS && (await missing())) await sleep(1_000);
const settledIn = Date.now() - began;
// What only costs calls (edits of what was taken back) may take a moment longer.
await sleep(5_000);
over = true;
await ended();
let kept = await keptNow();
// What a process leaves when it is told to end is done by the next start.
while (Date.now() - began < SETTLED_MS && kept.open.length + kept.posts.length > 0) {
  over = false;
  for (const bot of bots) bot.restart();
  await Promise.all(bots.map(({ ready }) => ready));
  await sleep(5_000);
  over = true;
  await ended();
  kept = await keptNow();
}
const { reports, evidence, open, posts } = kept;
const lines = await linesNow();
const { returned, stand } = await toldNow();

const found = { reports, evidence, lines, returned, stand };
const row = (cells) => cells.map((cell, index) => String(cell)[index ? 'padStart' : 'padEnd'](14)).join('');
console.log(
  `store ${values.store}, ${bots.length} bots, seed ${values.seed}, ${rounds} rounds: ${Object.entries(happened)
    .map(([what, times]) => `${what} ${times}`)
    .join(', ')}`,
);
console.log(row(['kind', 'sent', 'acknowledged', 'lost', 'doubled', 'stuck']));
let wrong = 0;
const told = [];
for (const kind of KINDS) {
  const of = sent.filter((each) => each.kind === kind);
  const faultsOf = of.map((each) => [each.mark, wrongWith(each, found)]).filter(([, what]) => what);
  told.push(...faultsOf.map(([mark, what]) => `${kind} ${mark}: ${what}`));
  wrong += faultsOf.length;
  const count = (what) => faultsOf.filter(([, each]) => each === what).length;
  const acknowledged = of.filter((each) => each.acknowledged).length;
  console.log(row([kind, of.length, acknowledged, count('lost'), count('doubled'), count('stuck')]));
}
for (const each of told.slice(0, 20)) console.log(`PROBLEM ${each}`);
for (const each of sent.filter((one) => wrongWith(one, found)).slice(0, 3)) {
  console.log(`${each.mark}, as ${each.owner} sees it:`);
  for (const text of textsOf(await sandbox.screen(each.owner), (_, { lines }) => lines.join().includes(each.mark)))
    console.log(`  | ${text.replaceAll('\n', ' / ')}`);
}
for (const { kind, _count } of open) console.log(`${_count} payloads of ${kind} are open`);
for (const { standing, _count } of posts) console.log(`${_count} posts are ${standing}`);
wrong += posts.length + open.length;
console.log(
  wrong === 0
    ? `all that was acknowledged is there once; at rest after ${Math.round(settledIn / 1000)} s`
    : `${wrong} problems`,
);
door?.close();
await sandbox.close();
await rm(folder, { recursive: true, force: true });
if (database) await administer(`DROP DATABASE ${name} WITH (FORCE)`);
process.exit(wrong === 0 ? 0 : 1);
