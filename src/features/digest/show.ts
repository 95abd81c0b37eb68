import type { Instant, LocalDay } from '../../domain/day.js';
import { computeDigest, type Digest } from '../../domain/digest/compute.js';
import type { ScopeName } from '../../domain/digest/facts.js';
import { inScope } from '../../domain/digest/goals.js';
import { denialWords, may, type ScopeThing } from '../../domain/permission.js';
import type { DigestScope } from '../../domain/plan.js';
import type { Person } from '../../domain/program.js';
import type { Ctx, Outcome, Refusal } from '../../feature.js';
import type { Message } from '../../message.js';
import type { PostedDigest } from '../../store/subscriptions.js';
import { nudgeProject, nudgeRefusal } from '../lead/door.js';
import { seesDuty } from '../promotion/door.js';
import type { ListRequest } from './ids.js';
import { listView } from './messages/list.js';
import { digestPosts } from './messages/posts.js';
import { dayRefusal, deniedRefusal, noUnitRefusal } from './messages/refusals.js';
import { countMine, readMine } from './mine.js';
import type { Showing } from './model.js';
import { dueOn, readFacts, readNow, readSlot, spanOf } from './read.js';

/** The digest of this moment in the widest scope that the person may see. */
export const showNow = (ctx: Ctx): Promise<Outcome> => showing(ctx, 'say');

/** The same again, in place of the one whose button was pressed. */
export const refresh = (ctx: Ctx): Promise<Outcome> => showing(ctx, 'replace');

async function showing(ctx: Ctx, kind: 'say' | 'replace'): Promise<Outcome> {
  const scope = await widestScope(ctx);
  if ('refused' in scope) return { kind: 'refuse', refusal: scope.refused };
  const digest = computeDigest(await readNow(ctx, ctx.now), scope);
  return {
    kind,
    message: shown(ctx, digest, { you: countMine(await readMine(ctx), digest), sponsored: sponsoredIn(ctx, digest) }),
  };
}

/** The projects of a digest that its reader sponsors, or whose sponsor they stand in for. */
function sponsoredIn({ person }: Ctx, { red, amber, green, unlit }: Digest): NonNullable<Showing['sponsored']> {
  const ids: readonly (number | null)[] = [person.id, ...person.standsInFor];
  const own = (list: Digest['red']) => list.filter(({ project }) => ids.includes(project.sponsorId));
  return { red: own(red), amber: own(amber), green: own(green), unlit: own(unlit) };
}

/**
 * The digest of a day, with what was reported about it later: today's is of this moment, an earlier day's the one that was
 * posted then, word for word; where none was, the one that was due.
 */
export async function showDay(ctx: Ctx, day: LocalDay): Promise<Outcome> {
  const refusal = dayRefusal(day, ctx);
  if (refusal !== null) return { kind: 'refuse', refusal };
  if (day === ctx.today) return showNow(ctx);
  const scope = await widestScope(ctx);
  if ('refused' in scope) return { kind: 'refuse', refusal: scope.refused };
  const posted = await ctx.store.subscriptions.postedOn(ctx.program.id, {
    day,
    moment: dueOn(day, ctx.program),
    scope,
  });
  const span = posted === null ? undefined : { ...spanOf(posted.cadence, day, ctx), ...afterOf(posted) };
  const facts = await readSlot(ctx, day, posted?.knownAt ?? 0, span);
  const own = new Set(facts.lit.filter(({ project }) => inScope(project, scope)).map(({ project }) => project.id));
  const reported = await ctx.store.facts.reportedLater(ctx.program, day, facts.at.moment, ctx.now);
  const later = reported.filter(({ projectId }) => own.has(projectId));
  return {
    kind: 'say',
    message: shown(ctx, computeDigest(facts, scope), { past: true, late: posted?.late ?? false, later }),
  };
}

const afterOf = ({ after }: PostedDigest): { readonly after?: Instant } => (after === undefined ? {} : { after });

function shown({ language }: Ctx, digest: Digest, more: Partial<Showing>): Message {
  return digestPosts(digest, { language, private: true, past: false, late: false, corrections: [], ...more }).top;
}

/** The list behind a number, of the digest that it was part of, so that both agree. The right to see it is asked again. */
export async function showList(ctx: Ctx, request: ListRequest): Promise<Outcome> {
  const { scope, day, moment, knownAt, cadence } = request;
  const scopes = await ctx.store.facts.scopes(ctx.program.id);
  const permission = may(ctx.person, 'see-digest', scopeThing(ctx.program.id, scope, scopes));
  if (!permission.allowed) {
    const refusal = deniedRefusal(denialWords(permission.denied, ctx.language), 'outOfScope', ctx.language);
    return { kind: 'refuse', refusal };
  }
  const span = request.after === null ? spanOf(cadence, day, ctx) : { cadence, after: request.after };
  const ages = request.list === 'red' || undefined;
  const digest = computeDigest(await readFacts(ctx, day, { moment, knownAt }, false, span, ages), scope);
  const { store, program } = ctx;
  const acting = {
    ctx,
    obstacles: await store.cards.obstacles(program.id, projectsOf(digest)),
    nudged: await store.nudges.today(program.id, ctx.today),
    seesDuty: request.list === 'promotion' && (await seesDuty(ctx)),
  };
  return { kind: 'view', view: listView(digest, request, { ...ctx, acting }) };
}

const projectsOf = ({ red, amber, green, unlit, obstacles }: Digest): readonly number[] => [
  ...new Set([
    ...[red, amber, green, unlit].flatMap((lit) => lit.map(({ project }) => project.id)),
    ...obstacles.map(({ projectId }) => projectId),
  ]),
];

/** Nudges a project of the list that is open; the row says so. */
export async function nudgeFromList(
  ctx: Ctx,
  { request, project }: { readonly request: ListRequest; readonly project: number },
): Promise<Outcome> {
  const nudged = await nudgeProject(ctx, project);
  return nudged.kind === 'nudged' || nudged.kind === 'again' ? showList(ctx, request) : nudgeRefusal(ctx, nudged);
}

/** What a rule asks about a scope: the ids behind its key. */
function scopeThing(programId: number, scope: DigestScope, scopes: readonly ScopeName[]): ScopeThing {
  const id =
    scope.of === 'plan' ? null : (scopes.find((each) => each.of === scope.of && each.key === scope.key)?.id ?? null);
  return {
    programId,
    of: scope.of,
    unitId: scope.of === 'unit' ? id : null,
    sponsorId: scope.of === 'sponsor' ? id : null,
  };
}

/** The whole plan where the person may see it, else their own unit. */
async function widestScope(ctx: Ctx): Promise<DigestScope | { readonly refused: Refusal }> {
  const plan: DigestScope = { of: 'plan' };
  if (may(ctx.person, 'see-digest', scopeThing(ctx.program.id, plan, [])).allowed) return plan;
  const scopes = await ctx.store.facts.scopes(ctx.program.id);
  const own = await unitsHere(ctx);
  const unit = scopes.find((each) => each.of === 'unit' && own.includes(each.id));
  if (unit !== undefined) {
    const scope: DigestScope = { of: 'unit', key: unit.key };
    if (may(ctx.person, 'see-digest', scopeThing(ctx.program.id, scope, scopes)).allowed) return scope;
  }
  return { refused: noUnitRefusal(ctx.language) };
}

/** Of the person's units the one in whose channel they ask; elsewhere all of them. */
async function unitsHere({ store, program, person, place }: Ctx): Promise<readonly number[]> {
  const { units } = await store.programs.names(program.id);
  const here = person.roles.flatMap(({ unitId }) =>
    unitId !== null && place.channelId !== null && units.get(unitId)?.channelId === place.channelId ? [unitId] : [],
  );
  return here.length > 0 ? here : unitsOf(person);
}

/** Units that the person heads come before those that they only belong to. */
function unitsOf(person: Person): readonly number[] {
  const heads = person.roles.filter(({ role }) => role === 'unit-head');
  const units = (heads.length > 0 ? heads : person.roles).map(({ unitId }) => unitId);
  return units.filter((unitId) => unitId !== null);
}
