// Acknowledgements and throughput of the bot beside the floor, turn about, each round with a workspace and a store of its own.
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { median, openLoad } from './load.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const programs = { floor: here('./floor.mjs'), gongjian: here('./bot.mjs') };

async function startBot(which, workspace, folder, databaseUrl) {
  const child = fork(programs[which], [], {
    silent: true,
    env: {
      ...process.env,
      SLACK_API_URL: `${workspace.url}/api/`,
      SLACK_BOT_TOKEN: workspace.botToken,
      SLACK_APP_TOKEN: workspace.appToken,
      GONGJIAN_CLOCK: workspace.url,
      GONGJIAN_DATA: folder,
      DATABASE_URL: databaseUrl ?? '',
      LOG_LEVEL: 'error',
    },
  });
  child.stderr.pipe(process.stderr);
  const began = performance.now();
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => String(data).includes('"ready":true') && resolve());
    child.on('exit', (code) => reject(new Error(`${which} ended with ${code} before it was ready`)));
  });
  return { child, startMs: performance.now() - began };
}

const ask = (child, question) =>
  new Promise((resolve) => {
    child.once('message', resolve);
    child.send(question);
  });

async function end(child) {
  child.removeAllListeners('exit');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** A new, empty database on the server, so that no round meets another's rows; null for the embedded store. */
async function ownDatabase(databaseUrl) {
  if (!databaseUrl) return { url: null, drop: async () => {} };
  const name = `bench_${process.pid}_${Date.now()}`;
  const administer = async (statement) => {
    const client = new pg.Client(databaseUrl);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await administer(`CREATE DATABASE ${name}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** One of the two programs beside a workspace, with the load in a process of its own. */
async function openProgram(which, databaseUrl) {
  const load = await openLoad();
  const database = await ownDatabase(databaseUrl);
  const folder = await mkdtemp(join(tmpdir(), `bench-${which}-`));
  let { child } = await startBot(which, load.workspace, folder, database.url);
  return {
    load,
    kept: async () => (await ask(child, 'kept')).kept,
    ask: (question) => ask(child, question),
    /** Killed and started again: what an operator waits for. Milliseconds until it is ready. */
    async restart() {
      await end(child);
      const started = await startBot(which, load.workspace, folder, database.url);
      child = started.child;
      return started.startMs;
    },
    async close() {
      await end(child);
      load.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const STUCK_MS = 30_000;

/** Resolves when all that was acknowledged is kept; answers how many are not, where nothing was kept any more for half a minute. */
async function allKept({ load, kept }) {
  let before = -1;
  for (let began = performance.now(); performance.now() - began < STUCK_MS; ) {
    const [now, acknowledged] = [await kept(), await load.acknowledged()];
    if (now >= acknowledged) return 0;
    if (now !== before) began = performance.now();
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return (await load.acknowledged()) - (await kept());
}

async function once(which, { databaseUrl, seconds, rates }) {
  const program = await openProgram(which, databaseUrl);
  const { load, kept } = program;
  try {
    await load.atRate(20, 2);
    const acks = {};
    for (const rate of rates) acks[rate] = await load.atRate(rate, seconds);
    let lost = await allKept(program);
    const before = await kept();
    const began = performance.now();
    const most = await load.saturate(64, seconds);
    lost += await allKept(program);
    const keptPerSecond = (((await kept()) - before) * 1000) / (performance.now() - began);
    const memory = await program.ask('memory');
    return { acks, most, keptPerSecond, lost, rssMb: memory.rss / 1e6, restartMs: await program.restart() };
  } finally {
    await program.close();
  }
}

/** Medians of `rounds`, floor and ours turn about, so that a machine's mood falls on both. */
export async function measureCommands({ rounds, ...settings }) {
  const taken = { floor: [], gongjian: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const which of round % 2 === 0 ? ['floor', 'gongjian'] : ['gongjian', 'floor'])
      taken[which].push(await once(which, settings));
  const middle = (which) => {
    const of = (read) => median(taken[which].map(read));
    return {
      acks: Object.fromEntries(
        settings.rates.map((rate) => [
          rate,
          { p50: of(({ acks }) => acks[rate].p50), p95: of(({ acks }) => acks[rate].p95) },
        ]),
      ),
      perSecond: of(({ most }) => most.perSecond),
      keptPerSecond: of(({ keptPerSecond }) => keptPerSecond),
      rssMb: of(({ rssMb }) => rssMb),
      restartMs: of(({ restartMs }) => restartMs),
      lost: taken[which].reduce((sum, { lost }) => sum + lost, 0),
      failed: taken[which].reduce(
        (sum, { acks, most }) => sum + most.failed + Object.values(acks).reduce((all, { failed }) => all + failed, 0),
        0,
      ),
    };
  };
  return { floor: middle('floor'), ours: middle('gongjian'), rounds: taken };
}

/** Acknowledgements at 20/s without, and with, charts drawn and spreadsheets read all the while in the same process. */
export async function measureDrawing(which, { databaseUrl, seconds }) {
  const program = await openProgram(which, databaseUrl);
  const { load } = program;
  try {
    await load.atRate(20, 2);
    const without = await load.atRate(20, seconds);
    await program.ask('draw');
    await load.atRate(20, 2);
    const during = await load.atRate(20, seconds);
    const { drawn } = await program.ask('rest');
    return { which, without, during, drawn };
  } finally {
    await program.close();
  }
}
