import type { Ctx } from '../../feature.js';
import type { Prompt, PromptItem } from '../../store/prompts.js';
import { flaggingOf, flagObstacle } from '../obstacle/door.js';
import { record, type Stated, undo } from '../progress/door.js';
import type { Row } from './ids.js';
import { onPlan } from './messages/morning.js';
import type { Answered, Reported, Saying } from './model.js';
import { rewrite } from './post.js';

/** A row as it stands, for its form; null where it is not the person's, or gone. */
export async function rowOf(
  ctx: Ctx,
  row: Row,
): Promise<{ readonly prompt: Prompt; readonly item: PromptItem } | null> {
  const prompt = await ctx.store.prompts.byId(ctx.program.id, row.prompt);
  const item = prompt?.items.find((each) => each.milestoneId === row.milestone);
  return prompt && item && prompt.personId === ctx.person.id ? { prompt, item } : null;
}

/** Reports what a row says, as any other report; the row is marked as answered. */
export async function answerRow(ctx: Ctx, row: Row, said: Saying): Promise<Reported> {
  const found = await rowOf(ctx, row);
  if (!found) return { kind: 'gone' };
  const { item } = found;
  // What this press caused before it was tried again is no second answer.
  if (item.answer && item.answer.cause !== ctx.cause) return already(ctx, row, item);
  if (!item.answer) {
    const stated = await statedOf(ctx, item, said);
    if (!stated) return { kind: 'gone' };
    const text = `${item.code} ${item.name} ${said.said}`;
    const recorded = await record({ ctx, items: [stated], said: text, files: [], countsAt: ctx.now, amends: null });
    if ('order' in recorded) return { kind: 'order', order: recorded.order };
    if ('refused' in recorded) return { kind: 'refused', refused: recorded.refused };
  }
  await mark(ctx, row);
  return { kind: 'answered' };
}

/** Reports all rows of a prompt that are on plan, as one statement; `said` is what is noted of each. */
export async function answerAll(
  ctx: Ctx,
  promptId: number,
  said: string,
): Promise<
  | { readonly kind: 'kept'; readonly items: readonly PromptItem[] }
  | { readonly kind: 'none' | 'gone' }
  | Extract<Reported, { kind: 'refused' | 'order' }>
> {
  const prompt = await ctx.store.prompts.byId(ctx.program.id, promptId);
  if (!prompt || prompt.personId !== ctx.person.id) return { kind: 'gone' };
  const before = prompt.items.filter(({ answer }) => answer?.cause === ctx.cause);
  if (before.length > 0) return { kind: 'kept', items: before };
  const items = onPlan(prompt, { today: ctx.today, program: ctx.program });
  const note = { percent: null, done: false, forecast: null, note: said, said };
  const stated = (await Promise.all(items.map((item) => statedOf(ctx, item, note)))).filter((each) => each !== null);
  if (stated.length === 0) return { kind: 'none' };
  const text = items.map((item) => `${item.code} ${item.name} ${said}`).join('; ');
  const recorded = await record({ ctx, items: stated, said: text, files: [], countsAt: ctx.now, amends: null });
  if ('order' in recorded) return { kind: 'order', order: recorded.order };
  if ('refused' in recorded) return { kind: 'refused', refused: recorded.refused };
  await mark(ctx, { prompt: promptId });
  return { kind: 'kept', items };
}

/** Files what stops a row's milestone. What says the same as an open obstacle is noted under its number instead. */
export async function blockRow(ctx: Ctx, row: Row, text: string, noted: (number: number) => string): Promise<Reported> {
  const found = await rowOf(ctx, row);
  if (!found) return { kind: 'gone' };
  const { item } = found;
  // A report that is a new date may be followed by what is the reason for it.
  if (item.answer?.by === 'obstacle' && item.answer.cause !== ctx.cause) return already(ctx, row, item);
  const { projectId, milestoneId } = item;
  const flagged = await flagObstacle(ctx, flaggingOf(text, { projectId, milestoneId, since: ctx.today }), false);
  switch (flagged.kind) {
    case 'flagged':
      await mark(ctx, row);
      return { kind: 'answered' };
    // A row says neither why it is urgent nor since when.
    case 'no-reason':
    case 'since-ahead':
      return { kind: 'gone' };
    case 'alike': {
      const note = noted(flagged.obstacle.number);
      if (item.answer) return already(ctx, row, item);
      return answerRow(ctx, row, { percent: null, done: false, forecast: null, note, said: note });
    }
    case 'denied':
      return { kind: 'denied', why: flagged.why };
  }
}

/** Takes a row's answer back: the row is open again. */
export async function undoRow(
  ctx: Ctx,
  row: Row & { readonly cause: string; readonly why?: string | undefined },
): Promise<Answered> {
  const found = await rowOf(ctx, row);
  if (!found) return { kind: 'gone' };
  const undone = await undo(ctx, row.cause, row.why ?? null);
  if (undone.kind === 'reason-needed') return undone;
  if (undone.kind === 'denied') return { kind: 'denied', why: undone.why };
  await mark(ctx, row);
  return { kind: 'answered' };
}

async function already(ctx: Ctx, row: Row, item: PromptItem): Promise<Reported> {
  await mark(ctx, row);
  return { kind: 'already', item };
}

async function statedOf(ctx: Ctx, item: PromptItem, said: Saying): Promise<Stated | null> {
  const names = await ctx.store.names(ctx.program);
  const project = names.byId.get(item.projectId);
  const milestone = project?.milestones.find((each) => each.id === item.milestoneId);
  if (!project || !milestone) return null;
  const { percent, done, forecast, note } = said;
  const doneOn = done || percent === 100 ? ctx.today : null;
  return {
    project,
    milestone,
    percent,
    done,
    doneOn,
    forecast,
    investment: null,
    note,
    why: note === '' ? null : note,
  };
}

function mark(ctx: Ctx, row: Pick<Row, 'prompt'>): Promise<void> {
  return ctx.store.transaction((tx) => rewrite(tx, { today: ctx.today, program: ctx.program }, row.prompt, ctx.now));
}
