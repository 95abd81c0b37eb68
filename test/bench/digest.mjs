// What a digest costs at 80, 1,000 and 10,000 projects of ten milestones beside its floor (digest-floor.mjs), and whether the
// history's length matters; in June, and in December, when the year's gates have passed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { load, readPlan } from '../../dist/commands/load-plan.js';
import { previousClose } from '../../dist/domain/cadence.js';
import { instantAt } from '../../dist/domain/day.js';
import { printDigest } from '../../dist/features/digest/print.js';
import { seedPlan } from '../../dist/plan/index.js';
import { openStore } from '../../dist/store/home/open.js';
import { assembleStore } from '../../dist/store/index.js';
import { workCalendar } from '../../dist/time/calendar.js';
import { bareDigest } from './digest-floor.mjs';
import { fillProgram } from './large-county.mjs';
import { median } from './load.mjs';

const noJobs = () => Promise.reject(new Error('the bench sends no jobs'));

const EVENINGS = { june: '2020-06-17', december: '2020-12-16' };

/** Milliseconds of the digest as it stands and of its floor, turn about, medians of `times` after one, by evening, with so many projects and reports a milestone. */
export async function measureDigest({ databaseUrl, projects, reports, times = 3 }) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-digest-'));
  const opened = await openStore({ databaseUrl, folder: databaseUrl ? null : folder, log: pino({ level: 'silent' }) });
  try {
    const store = assembleStore(opened, noJobs);
    const plan = await readPlan(seedPlan);
    const key = `bench-${projects}-${reports}-${process.pid}`;
    await load(
      store,
      { id: `T${key}`, name: key },
      { ...plan, key, people: plan.people },
      Date.parse('2020-01-02T00:30:00Z'),
    );
    const program = await store.programs.current(`T${key}`);
    if (projects > 80) await fillProgram(opened, program.id, { projects: projects - 80, reports, from: '2020-02-01' });
    const calendar = workCalendar(program.policy.calendar);
    const sql = async (text, values) => (await opened.executeSql(text, values)).rows;
    const took = {};
    for (const [evening, day] of Object.entries(EVENINGS)) {
      const at = instantAt(day, '18:00', program.timeZone);
      const before = instantAt(previousClose('daily', day, calendar), '18:00', program.timeZone);
      const rounds = { floor: [], ours: [] };
      const digests = {
        floor: () => bareDigest(sql, program.id, day, at, before),
        ours: () => printDigest(store, program, calendar, at, 'zh'),
      };
      // The first of each is not counted: what it takes is the compiling of code that was never run before.
      for (let time = 0; time <= times; time += 1)
        for (const which of time % 2 === 0 ? ['floor', 'ours'] : ['ours', 'floor']) {
          const began = performance.now();
          await digests[which]();
          if (time > 0) rounds[which].push(performance.now() - began);
        }
      took[evening] = { floor: median(rounds.floor), ours: median(rounds.ours) };
    }
    return took;
  } finally {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  }
}
