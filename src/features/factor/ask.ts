import type { LocalDay } from '../../domain/day.js';
import { amountsIn } from '../../domain/factor-amount.js';
import { factorIn, lacks } from '../../domain/factor-need.js';
import { denialWords, may } from '../../domain/permission.js';
import type { PlanFactor } from '../../domain/plan.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { NamedProject } from '../../store/projects.js';
import type { KnownNeed, NeedDraft } from './ids.js';
import { askForm, formFaults } from './messages/ask-form.js';
import { askedMessage, askPreview, askQuestion } from './messages/asked.js';
import { deniedRefusal, unknownRefusal, waitsRefusal } from './messages/refusals.js';
import type { SeenPool } from './model.js';
import { factorOf } from './rights.js';
import { onePool } from './see.js';

/** A request as a line states it: read back, to be made by one press; what is missing is asked for. */
export async function previewNeed(ctx: Ctx, said: Omit<KnownNeed, 'source'>, source: string | null): Promise<Outcome> {
  const about = await aboutNeed(ctx, said);
  if ('denied' in about) return about.denied;
  const { factor, project } = about;
  const { amount, part } = said;
  const message =
    amount === null || part === null
      ? askQuestion(ctx, factor, project, { ...said, source })
      : askPreview(ctx, factor, project, { ...said, amount, part, source });
  return { kind: 'say', message };
}

export async function openAskForm(ctx: Ctx, known: KnownNeed): Promise<Outcome> {
  const about = await aboutNeed(ctx, known);
  return 'denied' in about ? about.denied : askForm(ctx, about.factor, about.project, known);
}

/** The form as it was sent: what is wrong is said at its field, and what was typed stays. */
export async function askByForm(
  ctx: Ctx,
  { known }: { readonly known: KnownNeed },
  fields: {
    readonly amount: string | null;
    readonly part: string | null;
    readonly neededBy: LocalDay | null;
    readonly divisible: 'yes' | 'no' | null;
  },
): Promise<Outcome> {
  const about = await aboutNeed(ctx, known);
  if ('denied' in about) return about.denied;
  const { factor } = about;
  const say = formFaults(ctx, factor);
  const wrong = (errors: Readonly<Record<string, string>>): Outcome => ({ kind: 'errors', errors });
  const typed = (fields.amount ?? '').normalize('NFKC').trim();
  // A bare number is in the factor's own measure, which stands beside the field.
  const [amount, ...others] = amountsIn(/^[\d.,]+$/.test(typed) ? typed + factor.measure : typed, factor.measure);
  if (amount === undefined || amount === null || others.length > 0) return wrong({ amount: say.amount });
  const part = known.part ?? factorIn(`${factor.name.zh} ${fields.part ?? ''}`, [factor])?.part ?? null;
  if (part === null) return wrong({ part: say.part });
  const { neededBy } = fields;
  if (neededBy !== null && neededBy < ctx.today) return wrong({ neededBy: say.past });
  const { project, source } = known;
  const draft: NeedDraft = {
    factor: factor.key,
    part,
    project,
    amount,
    neededBy,
    divisible: fields.divisible === 'yes',
    source,
  };
  return makeNeed(ctx, draft, about.project, factor);
}

/** The press below what was read back. */
export async function askDraft(ctx: Ctx, draft: NeedDraft): Promise<Outcome> {
  const about = await aboutNeed(ctx, draft);
  if ('denied' in about) return about.denied;
  const outcome = await makeNeed(ctx, draft, about.project, about.factor);
  return outcome.kind === 'say' ? { kind: 'replace', message: outcome.message } : outcome;
}

/** Writes a request down; a project waits for a pool once. */
async function makeNeed(ctx: Ctx, draft: NeedDraft, project: NamedProject, factor: PlanFactor): Promise<Outcome> {
  const { program, person } = ctx;
  const { project: projectId, ...rest } = draft;
  const made = await ctx.store.transaction(async (tx) => {
    const done = await tx.once(ctx, () => tx.factors.byCause(program.id, ctx.cause));
    if (done) return done;
    const obstacleId = await needsObstacle(ctx, tx, projectId, factor);
    const id = await tx.factors.ask({
      ...rest,
      obstacleId,
      programId: program.id,
      projectId,
      askedById: person.id,
      at: ctx.now,
      cause: ctx.cause,
    });
    if (id === null) return null;
    await tx.activity.add([
      {
        workspaceId: program.workspaceId,
        programId: program.id,
        at: ctx.now,
        personId: person.id,
        action: 'factor-ask',
        thing: 'factor',
        thingId: id,
        after: { ...draft, code: project.code },
        cause: ctx.cause,
      },
    ]);
    return tx.factors.byId(program.id, id);
  });
  if (made === null) return waitsRefusal(ctx, factor, project);
  const seen: SeenPool | null = await onePool(ctx, made.poolId);
  return { kind: 'say', message: askedMessage(ctx, factor, project, made, seen) };
}

/** The one open obstacle of a project that says that it lacks this factor: what is allocated clears it. */
async function needsObstacle(
  ctx: Ctx,
  tx: Transaction,
  projectId: number,
  { key }: PlanFactor,
): Promise<number | null> {
  const open = await tx.obstacles.openOf(ctx.program.id, projectId);
  const [only, ...others] = open.filter((each) => lacks(each, ctx.program.policy.mechanisms.factors, key));
  return only === undefined || others.length > 0 ? null : only.id;
}

/** The factor and the project of a request, where the person may ask for them. */
async function aboutNeed(
  ctx: Ctx,
  { factor: key, project: id }: { readonly factor: string; readonly project: number },
): Promise<{ readonly factor: PlanFactor; readonly project: NamedProject } | { readonly denied: Outcome }> {
  const { program } = ctx;
  const factor = factorOf(ctx, key);
  const project = (await ctx.store.names(program)).byId.get(id);
  if (factor === null || project === undefined) return { denied: unknownRefusal(ctx, null) };
  const coOwnerIds = project.coOwners.map(({ personId }) => personId);
  const thing = { ...project, programId: program.id, coOwnerIds };
  const permission = may(ctx.person, 'ask-factor', thing);
  if (!permission.allowed) return { denied: deniedRefusal(ctx, denialWords(permission.denied, ctx.language)) };
  return { factor, project };
}
