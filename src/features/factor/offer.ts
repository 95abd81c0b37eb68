import { lacks, needIn } from '../../domain/factor-need.js';
import { may } from '../../domain/permission.js';
import type { Ctx } from '../../feature.js';
import type { NamedProject } from '../../store/projects.js';
import { factorsOfProject } from './home.js';
import type { KnownNeed } from './ids.js';

/** Whether somebody may ask for factors for a project. */
export const mayAsk = ({ person, program }: Pick<Ctx, 'person' | 'program'>, project: NamedProject): boolean =>
  may(person, 'ask-factor', {
    ...project,
    programId: program.id,
    coOwnerIds: project.coOwners.map(({ personId }) => personId),
  }).allowed;

/** What texts about a project say that it needs of the plan's factors, each factor once and none of `asked`; an amount is the text's or is asked for. */
export function offersIn(
  { program }: Pick<Ctx, 'program'>,
  project: Pick<NamedProject, 'id'>,
  texts: readonly string[],
  asked: readonly string[],
): readonly KnownNeed[] {
  const done = new Set(asked);
  return texts.flatMap((source) => {
    const said = needIn(source, program.policy.mechanisms.factors);
    if (said === null || done.has(said.factor.key)) return [];
    const { part, amount, factor } = said;
    done.add(factor.key);
    return [{ factor: factor.key, part, project: project.id, amount, neededBy: null, divisible: false, source }];
  });
}

/** What of obstacles that were just told lacks a factor, where who told them may ask for it and nobody did. */
export async function offersFor(
  ctx: Ctx,
  project: NamedProject,
  told: readonly { readonly matter: string; readonly text: string }[],
): Promise<readonly KnownNeed[]> {
  const { factors } = ctx.program.policy.mechanisms;
  const lacking = told.filter((each) => lacks(each, factors, each.matter));
  if (lacking.length === 0 || !mayAsk(ctx, project)) return [];
  const asked = (await factorsOfProject(ctx, project.id)).map(({ factor }) => factor);
  return offersIn(
    ctx,
    project,
    lacking.map(({ text }) => text),
    asked,
  );
}
