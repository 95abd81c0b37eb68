import { type Ctx, inItsPlace, type Outcome, refuse } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import type { Names } from '../../store/names.js';
import { inLanguage } from '../../text/language.js';
import { type Asked, once, questionOf } from '../conversation/door.js';
import { amendStated } from './amend.js';
import { askOrder } from './ask-order.js';
import { keptMessage, words as keptWords } from './messages/kept.js';
import { words } from './messages/order.js';
import { refusedRefusal } from './messages/refusal.js';
import type { Stated } from './model.js';
import { record } from './record.js';
import { cannotUndo } from './undo.js';

type Statement = Extract<Asked, { of: 'order' }>['statement'];

/** A press under the question: answered once, in its place. */
export async function pressOrder(
  ctx: Ctx,
  { asked, choice }: { readonly asked: string; readonly choice: string },
): Promise<Outcome> {
  const question = await questionOf(ctx, asked);
  if (question?.of !== 'order') return gone(ctx);
  return once(ctx, asked, async () => inItsPlace(await answerOrder(ctx, question.statement, choice)));
}

/** Keeps what was stated: with the earlier steps finished (`both`), as it was said (`alone`), or not at all. */
export async function answerOrder(ctx: Ctx, statement: Statement, choice: string): Promise<Outcome> {
  const say = inLanguage(words, ctx.language);
  const { said, files, amends } = statement;
  if (choice !== 'both' && choice !== 'alone')
    return { kind: 'say', message: plain(amends === null ? say.notNoted : say.notAmended) };
  const items = statedAgain(await ctx.store.names(ctx.program), statement, choice);
  if (items === null) return gone(ctx);
  if (amends === null) {
    const recorded = await record({ ctx, items, said, files, countsAt: ctx.now, amends: null });
    if ('order' in recorded) return askOrder(ctx, recorded.order);
    if ('refused' in recorded) return { kind: 'refuse', refusal: refusedRefusal(ctx, recorded.refused) };
    return { kind: 'say', message: keptMessage(recorded.kept, ctx.cause, ctx) };
  }
  const amended = await amendStated(ctx, amends, { items, said, files });
  switch (amended.kind) {
    case 'amended':
      return { kind: 'say', message: keptMessage(amended.kept, ctx.cause, ctx, amended.left) };
    case 'order':
      return askOrder(ctx, amended.order);
    case 'refused':
      return { kind: 'refuse', refusal: refusedRefusal(ctx, amended.refused) };
    case 'denied':
      return cannotUndo(ctx, amended.why);
    case 'already':
      return { kind: 'say', message: plain(inLanguage(keptWords, ctx.language).amendGone) };
    case 'names-none':
    case 'not-understood':
      return gone(ctx);
  }
}

/** What was stated, with the names of today; null where the ledger does not hold all of it any more. */
function statedAgain(names: Names, { items, step, earlier }: Statement, choice: 'both' | 'alone'): Stated[] | null {
  const found = (projectId: number, milestoneId: number | null) => {
    const project = names.byId.get(projectId);
    const milestone = project?.milestones.find(({ id }) => id === milestoneId) ?? null;
    return project && (milestoneId === null || milestone !== null) ? { project, milestone } : null;
  };
  const again: Stated[] = [];
  for (const { project, milestone, ...rest } of items) {
    const of = found(project, milestone);
    if (of === null) return null;
    if (choice === 'both' && milestone !== null && earlier.includes(milestone)) continue;
    again.push({ ...rest, ...of, alone: rest.alone || (choice === 'alone' && milestone === step) });
  }
  if (choice === 'alone') return again;
  const last = again.find(({ milestone }) => milestone?.id === step);
  if (last === undefined) return null;
  for (const id of earlier) {
    const of = found(last.project.id, id);
    if (of === null) return null;
    // Finished by the day of the later step, where that was said.
    const nothing = { percent: null, forecast: null, investment: null, note: '', why: null };
    again.push({ ...nothing, ...of, done: true, doneOn: last.doneOn, along: true });
  }
  return again;
}

const gone = (ctx: Ctx): Outcome => refuse(inLanguage(words, ctx.language).gone);
