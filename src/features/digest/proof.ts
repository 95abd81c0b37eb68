import { computeDigest, type Digest } from '../../domain/digest/compute.js';
import type { LitProject } from '../../domain/digest/goals.js';
import { type DigestNumber, digestNumbers } from '../../domain/digest/numbers.js';
import type { LightContext } from '../../domain/light.js';
import { may } from '../../domain/permission.js';
import type { Light, Words } from '../../domain/plan.js';
import type { Ctx } from '../../feature.js';
import { seesDuty } from '../promotion/door.js';
import { readNow } from './read.js';
import { lightContextOf } from './standing.js';

/** The whole plan's digest of this moment with what its numbers were computed from, so that somebody else can compute them again. */
export type Proof = {
  readonly digest: Digest;
  readonly numbers: Readonly<Record<string, DigestNumber>>;
  readonly lit: readonly LitProject[];
  /** The lights at the digest before, by the projects' ids. */
  readonly before: ReadonlyMap<number, Light | null>;
  /** By their keys. */
  readonly units: ReadonlyMap<string, Words>;
  readonly context: LightContext;
};

/** null: the person may not see the digest of the whole plan. */
export async function readProof(ctx: Ctx): Promise<Proof | null> {
  const plan = { programId: ctx.program.id, of: 'plan', unitId: null, sponsorId: null } as const;
  if (!may(ctx.person, 'see-digest', plan).allowed) return null;
  const facts = await readNow(ctx, ctx.now);
  const digest = computeDigest(facts, { of: 'plan' }, true);
  return {
    digest,
    numbers: await seenNumbers(ctx, digest),
    lit: facts.lit,
    before: new Map(facts.before?.lit.map(({ project, lit }) => [project.id, lit.light])),
    units: new Map(facts.scopes.flatMap(({ of, key, name }) => (of === 'unit' ? [[key, name]] : []))),
    context: await lightContextOf(ctx, facts.day),
  };
}

/** What the leaders' months lack is told by name to few, and its number computed again from that alone. */
async function seenNumbers(ctx: Ctx, digest: Digest): Promise<Proof['numbers']> {
  const { 'promotion.missing': missing, ...others } = digestNumbers(digest);
  return missing === undefined || !(await seesDuty(ctx)) ? others : { ...others, 'promotion.missing': missing };
}
