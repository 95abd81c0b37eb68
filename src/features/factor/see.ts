import { lacks } from '../../domain/factor-need.js';
import { may } from '../../domain/permission.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { FactorNeed } from '../../store/factors.js';
import type { NamedProject } from '../../store/projects.js';
import { factorsOfProject } from './home.js';
import type { KnownNeed } from './ids.js';
import { listMessage } from './messages/list.js';
import { overviewMessage, projectMessage } from './messages/overview.js';
import { pictureMessage } from './messages/picture.js';
import { unknownRefusal } from './messages/refusals.js';
import { ruleMessage } from './messages/rule.js';
import type { SeenPool } from './model.js';
import { mayAsk, offersIn } from './offer.js';
import { seenPools, startGoals, withGate } from './read.js';
import { factorOf } from './rights.js';

/** Every pool that a person sees, and what is theirs. */
export async function overview(ctx: Ctx): Promise<Outcome> {
  return { kind: 'say', message: overviewMessage(ctx, await seenPools(ctx, ctx.store)) };
}

/** Who waits for a pool, and why in this order. Of environmental capacity a pollutant may be named; else there are several. */
export async function showPool(
  ctx: Ctx,
  which: { readonly factor: string; readonly part: string | null },
): Promise<Outcome> {
  const pools = await namedPools(ctx, which);
  const [only, ...others] = pools;
  if (only === undefined) return unknownRefusal(ctx, factorOf(ctx, which.factor));
  return { kind: 'say', message: others.length > 0 ? overviewMessage(ctx, pools) : listMessage(ctx, only, 0, 'see') };
}

/** The pools of a factor that a person sees; of environmental capacity of one pollutant, or of each. */
export const namedPools = (
  ctx: Ctx,
  which: { readonly factor: string; readonly part: string | null },
): Promise<readonly SeenPool[]> => seenPools(ctx, ctx.store, which);

/** A page of a pool's list, in the place of the message whose button was pressed. */
export async function turnPage(
  ctx: Ctx,
  { pool, offset }: { readonly pool: number; readonly offset: number },
  how: 'see' | 'choose',
): Promise<Outcome> {
  const seen = await onePool(ctx, pool);
  if (seen === null || (how === 'choose' && !seen.manages)) return unknownRefusal(ctx, null);
  return { kind: 'replace', message: listMessage(ctx, seen, offset, how) };
}

/** How the order comes about, with the figures of each line. */
export async function showRule(ctx: Ctx, { pool }: { readonly pool: number }): Promise<Outcome> {
  const seen = await onePool(ctx, pool);
  return seen === null ? unknownRefusal(ctx, null) : { kind: 'say', message: ruleMessage(ctx, seen) };
}

/** A pool as a picture: its batches, what is given and left of each, and what waits by when. */
export async function showPicture(ctx: Ctx, { pool }: { readonly pool: number }): Promise<Outcome> {
  const seen = await onePool(ctx, pool);
  return seen?.whole ? { kind: 'say', message: pictureMessage(ctx, seen) } : unknownRefusal(ctx, null);
}

export async function onePool(ctx: Ctx, pool: number): Promise<SeenPool | null> {
  return (await seenPools(ctx, ctx.store, pool))[0] ?? null;
}

/** What a project asked for and what it has. */
export async function showProject(ctx: Ctx, project: number): Promise<Outcome> {
  const { store, program, today } = ctx;
  const goals = await startGoals(ctx, store);
  const needs = await factorsOfProject(ctx, project);
  const named = (await store.names(program)).byId.get(project);
  if (named === undefined) return unknownRefusal(ctx, null);
  const milestoneOwnerIds = named.milestones.flatMap(({ ownerId }) => ownerId ?? []);
  const coOwnerIds = named.coOwners.map(({ personId }) => personId);
  const thing = { ...named, programId: program.id, coOwnerIds, milestoneOwnerIds };
  if (needs.length === 0 && !may(ctx.person, 'see-project', thing).allowed) return unknownRefusal(ctx, null);
  return {
    kind: 'say',
    message: projectMessage(
      ctx,
      named,
      needs.map((need) => withGate(need, goals, today)),
      await offeredNeed(ctx, named, needs),
    ),
  };
}

/** What an open obstacle of a project, or else the ledger's problem, says that it needs, and nobody asked for; its amount is the text's or is asked for. */
async function offeredNeed(ctx: Ctx, project: NamedProject, needs: readonly FactorNeed[]): Promise<KnownNeed | null> {
  const { program, store } = ctx;
  if (!mayAsk(ctx, project)) return null;
  const { factors } = program.policy.mechanisms;
  const open = (await store.obstacles.openOf(program.id, project.id)).filter((each) =>
    lacks(each, factors, each.matter),
  );
  const problems = (await store.obstacles.ledgerProblems(program.id)).filter(
    ({ projectId }) => projectId === project.id,
  );
  const texts = [...open, ...problems].map(({ text }) => text);
  const asked = needs.map(({ factor }) => factor);
  return offersIn(ctx, project, texts, asked)[0] ?? null;
}

/** The pool of a factor that is called so, as search finds it; null: none is, or it is not this person's to see. */
export async function findFactor(ctx: Ctx, typed: string): Promise<Outcome | null> {
  const said = typed.normalize('NFKC').trim().toLowerCase();
  const factor = ctx.program.policy.mechanisms.factors.find(({ name }) =>
    [name.zh, name.en].some((each) => each.toLowerCase() === said),
  );
  if (factor === undefined) return null;
  const found = await showPool(ctx, { factor: factor.key, part: null });
  return found.kind === 'refuse' ? null : found;
}
