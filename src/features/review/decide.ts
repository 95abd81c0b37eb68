import { decided } from '../../domain/action-item.js';
import type { LocalDay } from '../../domain/day.js';
import { LONGEST_DECISION } from '../../domain/decision-line.js';
import { denialWords, may } from '../../domain/permission.js';
import { type Ctx, inItsPlace, type Outcome, type SaidMessage } from '../../feature.js';
import type { ItemCase } from '../../store/action-items.js';
import type { Transaction } from '../../store/index.js';
import type { Draft, KnownDraft, WholeDraft } from './ids.js';
import { decisionForm } from './messages/decision-form.js';
import { itemMessage } from './messages/item.js';
import { lessonRefusal } from './messages/lookback-refusals.js';
import { dismissedMessage, readBackMessage } from './messages/read-back.js';
import { decisionRefusal, deniedRefusal, formFaults } from './messages/refusals.js';
import { log } from './move.js';
import { draftOf, readBack, readLine } from './read.js';
import { seen } from './see.js';
import { tellItem } from './tell.js';

const NOTHING: Outcome = { kind: 'nothing' };

/** Whether somebody may write down what a review decided. */
const denied = (ctx: Ctx): string | null => {
  const permission = may(ctx.person, 'lead-review', { programId: ctx.program.id });
  return permission.allowed ? null : denialWords(permission.denied, ctx.language);
};

/** A line behind `/review`: read back, to be confirmed by one press; what is missing in it is asked. */
export async function previewLine(ctx: Ctx, text: string, slot: number | null = null): Promise<Outcome> {
  const why = denied(ctx);
  if (why !== null) return deniedRefusal(ctx, why);
  const read = await readLine(ctx, text);
  const found = await draftOf(ctx, read, slot);
  if ('fault' in found) return decisionRefusal(ctx, found.fault);
  return { kind: 'say', message: readBackMessage(ctx, await readBack(ctx, found.draft, read.line)) };
}

/** What somebody says in a review's thread: a decision is read back, and talk stays talk. */
export async function previewSaid(ctx: Ctx, message: SaidMessage, slot: number): Promise<Outcome> {
  if (denied(ctx) !== null) return NOTHING;
  const { line } = await readLine(ctx, message.text);
  return line.directive ? previewLine(ctx, message.text, slot) : NOTHING;
}

/** Who or by when, chosen from what was asked: it is read back again, in its place. */
export async function choose(ctx: Ctx, draft: Draft): Promise<Outcome> {
  const why = denied(ctx);
  if (why !== null) return deniedRefusal(ctx, why);
  const read = await readLine(ctx, draft.text);
  return { kind: 'replace', message: readBackMessage(ctx, await readBack(ctx, draft, read.line)) };
}

/** It was no decision. */
export async function dismiss(ctx: Ctx): Promise<Outcome> {
  const why = denied(ctx);
  return why === null ? { kind: 'replace', message: dismissedMessage(ctx) } : deniedRefusal(ctx, why);
}

/** Opens the form of a decision, with what is known of it. */
export async function openDecisionForm(ctx: Ctx, known: KnownDraft): Promise<Outcome> {
  const why = denied(ctx);
  if (why !== null) return deniedRefusal(ctx, why);
  const made = await madeOf(ctx, ctx.store, known);
  if (made !== null) return { kind: 'say', message: itemMessage(ctx, await seen(ctx, made)) };
  const owner = known.owner ?? null;
  const people = owner === null ? null : await ctx.store.people.contacts(ctx.program.workspaceId, [owner]);
  return decisionForm(ctx, known, people?.get(owner ?? 0) ?? null);
}

/** The press below what was read back: an action item, under the next number. */
export async function confirm(ctx: Ctx, draft: Draft): Promise<Outcome> {
  const why = denied(ctx);
  if (why !== null) return deniedRefusal(ctx, why);
  const { owner, due } = draft;
  if (owner === null || due === null) return decisionRefusal(ctx, { what: owner === null ? 'owner' : 'past' });
  if (due < ctx.today) return decisionRefusal(ctx, { what: 'past' });
  const item = await keep(ctx, { ...draft, owner, due });
  if (item === null) return lessonRefusal(ctx, 'dropped');
  return inItsPlace({ kind: 'say', message: itemMessage(ctx, await seen(ctx, item)) });
}

type Fields = { readonly owner: number | null; readonly text: string | null; readonly due: LocalDay | null };

/** The form as it was sent: what is wrong is said at its field, and what was typed stays. */
export async function decideByForm(
  ctx: Ctx,
  about: Pick<Draft, 'slot' | 'project' | 'milestone' | 'obstacle' | keyof MadeOf>,
  { owner, text, due }: Fields,
): Promise<Outcome> {
  const say = formFaults(ctx);
  const wrong = (errors: Readonly<Record<string, string>>): Outcome => ({ kind: 'errors', errors });
  const why = denied(ctx);
  if (why !== null) return deniedRefusal(ctx, why);
  const known = new Set((await ctx.store.people.ofProgram(ctx.program.id)).map(({ id }) => id));
  if (owner === null || !known.has(owner)) return wrong({ owner: say.owner });
  if (text === null) return wrong({ text: say.text });
  if (text.length > LONGEST_DECISION) return wrong({ text: say.long });
  if (due === null || due < ctx.today) return wrong({ due: say.due });
  const read = await readLine(ctx, text);
  const found = await draftOf(ctx, read, about.slot);
  if ('fault' in found) return wrong({ text: say.named(found.fault) });
  // What the form was opened with stays, unless the words name another.
  const draft = found.draft.project === null ? { ...about, text } : found.draft;
  const same = draft.project === about.project && about.milestone !== null;
  const item = await keep(ctx, {
    ...draft,
    milestone: same ? about.milestone : draft.milestone,
    obstacle: draft.obstacle ?? about.obstacle,
    instruction: about.instruction,
    lesson: about.lesson,
    owner,
    due,
    text,
  });
  if (item === null) return lessonRefusal(ctx, 'dropped');
  return { kind: 'say', message: itemMessage(ctx, await seen(ctx, item)) };
}

/** Of what an item may be made, once. */
type MadeOf = Pick<KnownDraft, 'instruction' | 'lesson'>;

/** The item that was made of an instruction or of a lesson before; null: none yet. */
async function madeOf(
  { program }: Ctx,
  { actionItems }: Pick<Transaction, 'actionItems'>,
  { instruction, lesson }: MadeOf,
): Promise<ItemCase | null> {
  if (instruction !== undefined) return actionItems.byInstruction(program.id, instruction);
  return lesson === undefined ? null : actionItems.byLesson(program.id, lesson);
}

/** Keeps an item with its line in the log and in its review's thread; null: the lesson that it would be made of was dropped. */
function keep(ctx: Ctx, draft: WholeDraft): Promise<ItemCase | null> {
  const { program, person, now, cause } = ctx;
  return ctx.store.transaction(async (tx) => {
    const done = await tx.once(ctx, () => tx.actionItems.byCause(program.id, cause));
    if (done) return done;
    const { instruction, lesson } = draft;
    if (instruction !== undefined) await tx.instructions.lock(program.id, instruction);
    if (lesson !== undefined) {
      const held = await tx.reviewLessons.lock(program.id, lesson);
      // Somebody dropped it while the form was open.
      if (held === null || held.droppedAt !== null) return null;
    }
    const made = await madeOf(ctx, tx, draft);
    if (made !== null) return made;
    const id = await tx.actionItems.add({
      programId: program.id,
      slotId: draft.slot,
      projectId: draft.project,
      milestoneId: draft.milestone,
      obstacleId: draft.obstacle,
      instructionId: instruction ?? null,
      lessonId: lesson ?? null,
      ownerId: draft.owner,
      text: draft.text,
      createdById: person.id,
      at: now,
      cause,
      state: decided(draft.due),
    });
    const item = await tx.actionItems.byId(program.id, id);
    if (item === null) throw new Error(`item ${id} was not read`);
    await log(ctx, tx, item, { event: { do: 'decide' }, personId: person.id, cause });
    await tellItem(ctx, tx, item);
    return item;
  });
}
