// What a digest costs at 80, 1,000 and 10,000 projects of ten milestones, and whether the history's length matters; in June, and
// in December, when the year's gates have passed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { load, readPlan } from '../../dist/commands/load-plan.js';
import { instantAt } from '../../dist/domain/day.js';
import { printDigest } from '../../dist/features/digest/print.js';
import { seedPlan } from '../../dist/plan/index.js';
import { openStore } from '../../dist/store/home/open.js';
import { assembleStore } from '../../dist/store/index.js';
import { workCalendar } from '../../dist/time/calendar.js';
import { fillProgram } from './large-county.mjs';

const noJobs = () => Promise.reject(new Error('the bench sends no jobs'));

const EVENINGS = { june: '2020-06-17', december: '2020-12-16' };

/** Milliseconds of the digest as it stands, best of `times`, by evening, with so many projects and reports a milestone. */
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
    const best = {};
    for (const [evening, day] of Object.entries(EVENINGS)) {
      const at = instantAt(day, '18:00', program.timeZone);
      const took = [];
      for (let time = 0; time < times; time += 1) {
        const began = performance.now();
        await printDigest(store, program, calendar, at, 'zh');
        took.push(performance.now() - began);
      }
      best[evening] = Math.min(...took);
    }
    return best;
  } finally {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  }
}
