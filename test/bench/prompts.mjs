// What a morning and an afternoon of questions cost, and whether memory grows with the owners; beside it, as the floor, the
// bare writing of the same messages.
import { randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import pino from 'pino';
import { load, readPlan } from '../../dist/commands/load-plan.js';
import { instantAt } from '../../dist/domain/day.js';
import { totalCounts } from '../../dist/domain/prompt.js';
import { askOwners } from '../../dist/features/prompt/ask.js';
import { promptMessage } from '../../dist/features/prompt/messages/morning.js';
import { reminderMessage } from '../../dist/features/prompt/messages/reminder.js';
import { remindOwners } from '../../dist/features/prompt/remind.js';
import { seedPlan } from '../../dist/plan/index.js';
import { openStore } from '../../dist/store/home/open.js';
import { assembleStore } from '../../dist/store/index.js';
import { workCalendar } from '../../dist/time/calendar.js';
import { fillOwners } from './large-county.mjs';

const MEGABYTE = 1024 * 1024;
const day = '2020-06-17';
const workspaceId = 'TBENCH';
const PAGE = 500;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

/** A store of its own: on a server a database, so that its time is this run's alone; else in memory. */
async function openOwn(databaseUrl) {
  const log = pino({ level: 'silent' });
  if (!databaseUrl) {
    const opened = await openStore({ databaseUrl: null, folder: null, log });
    return { opened, close: () => opened.close() };
  }
  const administer = async (statement) => {
    const client = new pg.Client(databaseUrl);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  const database = `gongjian_bench_${randomBytes(4).toString('hex')}`;
  await administer(`CREATE DATABASE ${database}`);
  const address = new URL(databaseUrl);
  address.pathname = `/${database}`;
  const opened = await openStore({ databaseUrl: address.href, folder: null, log });
  const close = async () => {
    await opened.close();
    await administer(`DROP DATABASE ${database} WITH (FORCE)`);
  };
  return { opened, close };
}

/** Seconds that a server has spent on this database's statements; of the embedded store all that this process has spent. */
function clockOf(opened) {
  if (opened.kind !== 'server') return async () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
  return async () => {
    // A connection reports what it did when it is idle again, and at most once a second.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const [{ ms }] = await opened.client.$queryRaw`
      SELECT active_time AS ms FROM pg_stat_database WHERE datname = current_database()`;
    return ms / 1000;
  };
}

async function timed(clock, work) {
  const [before, began] = [await clock(), performance.now()];
  await work();
  const wall = (performance.now() - began) / 1000;
  return { wall, database: (await clock()) - before };
}

/** Writes every prompt's message again into a table like its own, page by page. */
async function writeBare({ client }) {
  await client.$executeRawUnsafe('CREATE TABLE post_again (LIKE post INCLUDING ALL)');
  const pages = [];
  for (let after = 0; ; ) {
    const rows = await client.$queryRawUnsafe(
      `SELECT * FROM post WHERE id > $1 AND subject LIKE 'prompt:%' ORDER BY id LIMIT ${PAGE}`,
      after,
    );
    if (rows.length === 0) break;
    after = rows.at(-1).id;
    pages.push(JSON.stringify(rows));
  }
  return async () => {
    for (const page of pages)
      await client.$executeRawUnsafe(
        'INSERT INTO post_again SELECT * FROM jsonb_populate_recordset(NULL::post_again, $1::jsonb)',
        page,
      );
  };
}

/** Seconds of the database (of the embedded store: of the whole process) and of the wall, and the most memory in use (MB). */
export async function measurePrompts({ databaseUrl, owners }) {
  const { opened, close } = await openOwn(databaseUrl);
  try {
    const store = assembleStore(opened, () => Promise.resolve());
    const plan = await readPlan(seedPlan);
    const at = (time) => instantAt(day, time, plan.timeZone);
    await load(store, { id: workspaceId, name: 'bench' }, plan, instantAt('2020-03-21', '09:00', plan.timeZone));
    const program = await store.programs.current(workspaceId);
    await fillOwners(opened, program, owners);
    const calendar = workCalendar(program.policy.calendar);
    const job = (now) => ({
      now,
      today: day,
      program,
      calendar,
      cause: `bench:${now}`,
      store,
      announce: async () => {},
    });
    collect();
    const before = process.memoryUsage().heapUsed;
    let most = 0;
    // A page is over: what is still in use is what the next one finds.
    const watched = (prompt, scene) => {
      if (prompt.id % PAGE === 0) {
        collect();
        most = Math.max(most, process.memoryUsage().heapUsed - before);
      }
      return promptMessage(prompt, scene);
    };
    const clock = clockOf(opened);
    const morning = await timed(clock, () => askOwners(job(at('08:30')), day, watched));
    const afternoon = await timed(clock, () =>
      remindOwners(job(at('15:00')), day, { prompt: promptMessage, reminder: reminderMessage }),
    );
    const counts = totalCounts(await store.prompts.pages(workspaceId, `prompts:${program.id}:${day}`));
    const floor = await timed(clock, await writeBare(opened));
    return {
      owners,
      morning,
      afternoon,
      floor,
      megabytes: most / MEGABYTE,
      people: counts.people,
      asked: counts.asked,
    };
  } finally {
    await close();
  }
}
