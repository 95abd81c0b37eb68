import { addDays, dayAt, instantAt, type LocalDay } from '../../domain/day.js';
import { goalsOf } from '../../domain/digest/goals.js';
import { forecastOf } from '../../domain/digest/judgement.js';
import { daysLost, foretoldOn, type GateSpan, itemsInTime } from '../../domain/lookback.js';
import type { Ctx } from '../../feature.js';
import { eveningOf, oneReading, readGated, readPast } from '../digest/door.js';
import type { Foretold, Lookback } from './model.js';

const PLAN = { of: 'plan' } as const;

/** What a gate that has passed can teach: its forecast of eight weeks before, what came of it, where the days went. */
export async function readLookback(ctx: Ctx, gate: LocalDay, span: GateSpan): Promise<Lookback> {
  const { store, program, calendar, today, now } = ctx;
  const standing = await readGated(ctx, today, { moment: now, knownAt: now }, true);
  const foretold = await readForetold(ctx, gate);
  const goals = goalsOf(standing, PLAN).flatMap(({ goal, state }) => {
    const passed = state.gates.find(({ on }) => on === gate);
    return passed === undefined ? [] : [{ goal, gate: passed, foretold: foretold?.get(goal.key) ?? null }];
  });
  const at = (day: LocalDay) => instantAt(day, '00:00', program.timeZone) - 1;
  const cases = await store.obstacles.openWithin(program.id, at(span.from), at(addDays(span.to, 1)));
  const items = await store.actionItems.all(program.id);
  return {
    gate,
    span,
    goals,
    foretoldOn: foretoldOn(gate),
    lost: daysLost(cases, span, { calendar, timeZone: program.timeZone }),
    items: itemsInTime(
      items.map(({ state }) => state),
      span,
    ),
    lessons: await store.reviewLessons.ofGate(program.id, gate),
  };
}

/** What was said of a gate's goals eight weeks before, by what was known then; null: the program was not loaded by then. */
async function readForetold(ctx: Ctx, gate: LocalDay): Promise<ReadonlyMap<string, Foretold> | null> {
  const { program } = ctx;
  const day = foretoldOn(gate);
  const moment = eveningOf(day, program);
  if (day < program.from || day < dayAt(program.loadedAt, program.timeZone)) return null;
  const reader = oneReading(ctx);
  const standing = await readGated(reader, day, { moment, knownAt: moment }, false);
  const facts = { ...standing, ...(await readPast(reader, standing)) };
  return new Map(
    goalsOf(standing, PLAN).flatMap((each) => {
      const coming = each.state.gates.find(({ on }) => on === gate);
      if (coming === undefined) return [];
      const { value } = each.state;
      const outOf = value.of === 'share' ? value.outOf : null;
      return [[each.goal.key, { forecast: forecastOf(each, coming, facts, PLAN), outOf }] as const];
    }),
  );
}
