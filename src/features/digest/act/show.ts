import type { LocalDay } from '../../../domain/day.js';
import { denialWords, may, type ScopeThing } from '../../../domain/permission.js';
import type { DigestScope } from '../../../domain/plan.js';
import type { Person } from '../../../domain/program.js';
import type { Ctx, Refusal } from '../../../feature.js';
import type { LaterReport, ScopeName } from '../../../store/facts.js';
import { inLanguage } from '../../../text/language.js';
import { computeDigest, type Digest } from '../compute.js';
import { inScope } from '../compute-goals.js';
import type { ListRequest } from '../ids.js';
import { digestWords } from '../words.js';
import { readFacts, readNow, readSlot, spanOf } from './read.js';

export type Refused = { readonly refused: Refusal };

/** The digest of this moment in the widest scope that the person may see. */
export async function showNow(ctx: Ctx): Promise<Digest | Refused> {
  const scope = await widestScope(ctx);
  return 'refused' in scope ? scope : computeDigest(await readNow(ctx, ctx.now), scope);
}

/** The digest as it stood on a day: today's is of this moment, an earlier day's the one that was due then. */
export async function showDay(ctx: Ctx, day: LocalDay): Promise<PastDigest | Refused> {
  if (day === ctx.today) {
    const digest = await showNow(ctx);
    return 'refused' in digest ? digest : { ...digest, later: [] };
  }
  const scope = await widestScope(ctx);
  if ('refused' in scope) return scope;
  const facts = await readSlot(ctx, day, 0);
  const own = new Set(facts.lit.filter(({ project }) => inScope(project, scope)).map(({ project }) => project.id));
  const reported = await ctx.store.facts.reportedLater(ctx.program, day, facts.at.moment, ctx.now);
  return { ...computeDigest(facts, scope), later: reported.filter(({ projectId }) => own.has(projectId)) };
}

/** A digest with what was reported about its day, or an earlier one, after it was due. */
export type PastDigest = Digest & { readonly later: readonly LaterReport[] };

/** The digest that a number was part of, so that its list agrees with it. The right to see it is asked again. */
export async function showBehind(ctx: Ctx, request: ListRequest): Promise<Digest | Refused> {
  const { scope, day, moment, knownAt, cadence } = request;
  const scopes = await ctx.store.facts.scopes(ctx.program.id);
  const permission = may(ctx.person, 'see-digest', scopeThing(ctx.program.id, scope, scopes));
  if (!permission.allowed) {
    const words = inLanguage(digestWords, ctx.language);
    const wrong = denialWords(permission.denied, ctx.language);
    return { refused: { wrong, understood: null, instead: words.outOfScope } };
  }
  const span = request.after === null ? spanOf(cadence, day, ctx) : { cadence, after: request.after };
  return computeDigest(await readFacts(ctx, day, { moment, knownAt }, false, span), scope);
}

/** What a rule asks about a scope: the ids behind its key. */
export function scopeThing(programId: number, scope: DigestScope, scopes: readonly ScopeName[]): ScopeThing {
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
async function widestScope(ctx: Ctx): Promise<DigestScope | Refused> {
  const plan: DigestScope = { of: 'plan' };
  if (may(ctx.person, 'see-digest', scopeThing(ctx.program.id, plan, [])).allowed) return plan;
  const scopes = await ctx.store.facts.scopes(ctx.program.id);
  const unit = scopes.find((each) => each.of === 'unit' && unitsOf(ctx.person).includes(each.id));
  if (unit !== undefined) {
    const scope: DigestScope = { of: 'unit', key: unit.key };
    if (may(ctx.person, 'see-digest', scopeThing(ctx.program.id, scope, scopes)).allowed) return scope;
  }
  const words = inLanguage(digestWords, ctx.language);
  return { refused: { wrong: words.noUnit, understood: null, instead: words.noUnitInstead } };
}

/** Units that the person heads come before those that they only belong to. */
function unitsOf(person: Person): readonly number[] {
  const heads = person.roles.filter(({ role }) => role === 'unit-head');
  const units = (heads.length > 0 ? heads : person.roles).map(({ unitId }) => unitId);
  return units.filter((unitId) => unitId !== null);
}
