import type { LocalDay } from '../../domain/day.js';
import { lessonStanding, spanOf } from '../../domain/lookback.js';
import { monthTyped } from '../../domain/month-typed.js';
import { denialWords, may } from '../../domain/permission.js';
import { findDays } from '../../domain/report-line/spoken-day.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import { gateDays } from './gate-days.js';
import { lessonForm } from './messages/lesson-form.js';
import { lookbackMessage } from './messages/lookback.js';
import { earlyRefusal, emptyLesson, gateRefusal, lessonRefusal } from './messages/lookback-refusals.js';
import { deniedRefusal } from './messages/refusals.js';
import { readLookback } from './read-lookback.js';

type OfGate = { readonly gate: LocalDay };

/** Looking back on the gate that was typed (`6月30日`, `6月`), on the newest that has passed where none was. */
export async function lookbackTyped(ctx: Ctx, typed: string): Promise<Outcome> {
  const denied = refusalOf(ctx);
  if (denied !== null) return denied;
  const days = await gateDays(ctx);
  const passed = days.filter((day) => day < ctx.today);
  const gate = typed === '' ? (passed.at(-1) ?? days[0]) : gateTyped(ctx, typed, days);
  const example = passed.at(-1) ?? days[0] ?? ctx.program.to;
  return gate === undefined ? gateRefusal(ctx, typed, example) : lookBack(ctx, gate, days);
}

/** The gate of a day, or the last one of a month. */
function gateTyped({ today, program }: Ctx, typed: string, days: readonly LocalDay[]): LocalDay | undefined {
  const month = monthTyped(typed, program.to);
  if (month !== null) return days.filter((day) => day.slice(0, 7) === month.slice(0, 7)).at(-1);
  const [said] = findDays(typed.normalize('NFKC'), today);
  return days.find((day) => day === typed || day === said?.past || day === said?.coming);
}

export const showLookback = async (ctx: Ctx, { gate }: OfGate): Promise<Outcome> =>
  refusalOf(ctx) ?? (await lookBack(ctx, gate, await gateDays(ctx)));

async function lookBack(ctx: Ctx, gate: LocalDay, days: readonly LocalDay[]): Promise<Outcome> {
  const span = spanOf(gate, days, ctx.program);
  if (span === null) return gateRefusal(ctx, '', days[0] ?? ctx.program.to);
  if (gate >= ctx.today) return earlyRefusal(ctx, gate);
  return { kind: 'say', message: lookbackMessage(ctx, await readLookback(ctx, gate, span)) };
}

export const openLessonForm = async (ctx: Ctx, { gate }: OfGate): Promise<Outcome> =>
  refusalOf(ctx) ?? lessonForm(ctx, gate);

/** Keeps a lesson of a gate that has passed; what is wrong is said at its field. */
export async function keepLesson(
  ctx: Ctx,
  { gate }: OfGate,
  { text }: { readonly text: string | null },
): Promise<Outcome> {
  const denied = refusalOf(ctx);
  if (denied !== null) return denied;
  const { program, person, now, cause, store } = ctx;
  if (text === null || text.trim() === '') return { kind: 'errors', errors: emptyLesson(ctx) };
  const days = await gateDays(ctx);
  if (!days.includes(gate) || gate >= ctx.today) return lookBack(ctx, gate, days);
  const kept = await store.transaction(async (tx) => {
    if (await tx.once(ctx)) return true;
    const id = await tx.reviewLessons.add({
      programId: program.id,
      gate,
      text,
      createdById: person.id,
      at: now,
      cause,
    });
    if (id !== null) await log(ctx, tx, id, 'lesson-add', { gate, text });
    return id !== null;
  });
  return kept ? lookBack(ctx, gate, days) : lessonRefusal(ctx, 'full');
}

/** It is not acted upon: the lookback says so in its place. */
export async function dropLesson(ctx: Ctx, { id }: { readonly id: number }): Promise<Outcome> {
  const denied = refusalOf(ctx);
  if (denied !== null) return denied;
  const { program, person, now, store } = ctx;
  const lesson = await store.transaction(async (tx) => {
    const held = await tx.reviewLessons.lock(program.id, id);
    if (held === null || lessonStanding(held) !== 'open') return held;
    await tx.reviewLessons.drop(id, person.id, now);
    await log(ctx, tx, id, 'lesson-drop', { gate: held.gate });
    return { ...held, droppedAt: now };
  });
  if (lesson === null) return lessonRefusal(ctx, 'dropped');
  if (lesson.item !== null) return lessonRefusal(ctx, 'decided');
  return inItsPlace(await lookBack(ctx, lesson.gate, await gateDays(ctx)));
}

const log = (
  { program, person, now, cause }: Ctx,
  tx: Transaction,
  id: number,
  action: 'lesson-add' | 'lesson-drop',
  after: Readonly<Record<string, string>>,
): Promise<void> =>
  tx.activity.add([
    {
      workspaceId: program.workspaceId,
      programId: program.id,
      at: now,
      personId: person.id,
      action,
      thing: 'lesson',
      thingId: id,
      after,
      cause,
    },
  ]);

/** What a gate taught is for those alone who lead reviews. */
function refusalOf(ctx: Ctx): Outcome | null {
  const permission = may(ctx.person, 'lead-review', { programId: ctx.program.id });
  return permission.allowed ? null : deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
}
