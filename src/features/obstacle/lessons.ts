import type { Instant } from '../../domain/day.js';
import type { Taught } from '../../domain/digest/facts.js';
import { lessonsOf } from '../../domain/obstacle.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Ctx, JobCtx, Outcome } from '../../feature.js';
import type { Store } from '../../store/index.js';
import { lessonsMessage } from './messages/lessons.js';
import { deniedRefusal } from './messages/refusals.js';

/** The lessons of the cases that were cleared after `after` and up to `until`: the door for a monthly digest. */
export async function readLessons(
  ctx: Pick<JobCtx, 'program' | 'calendar'> & { readonly store: Pick<Store, 'obstacles'> },
  after: Instant,
  until: Instant,
): Promise<Taught> {
  const { store, program, calendar } = ctx;
  const cases = await store.obstacles.cleared(program.id, after, until);
  const units = await store.obstacles.units(program.id);
  const days = { calendar, timeZone: program.timeZone };
  const keys = new Set(cases.map(({ unit }) => unit));
  const ofUnit = (key: string) => cases.filter(({ unit }) => unit === key);
  return {
    lessons: lessonsOf(cases, days),
    ofUnits: new Map([...keys].map((key) => [key, lessonsOf(ofUnit(key), days)])),
    units: new Map(units.map((unit) => [unit.id, unit])),
  };
}

/** The lessons of the program so far, for who sees the whole plan. */
export async function showLessons(ctx: Ctx): Promise<Outcome> {
  const thing = { programId: ctx.program.id, of: 'plan', unitId: null, sponsorId: null } as const;
  const permission = may(ctx.person, 'see-digest', thing);
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  return { kind: 'say', message: lessonsMessage(await readLessons(ctx, 0, ctx.now), ctx.language) };
}
