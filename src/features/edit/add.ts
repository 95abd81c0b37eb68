import type { z } from 'zod';
import type { Ctx, Outcome } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import { namesOf, projectIn } from './find.js';
import type { ids } from './ids.js';
import { addedMessage } from './messages/added.js';
import { addForm } from './messages/project-form.js';
import { deniedRefusal, formFaults, projectThere } from './messages/refusals.js';
import { openMilestone } from './milestone.js';
import type { NewFields, ProjectAdded } from './model.js';
import { readProjectFields } from './project-fields.js';
import { deniedEdit, refusedEdit } from './rights.js';
import { apply } from './write.js';

export async function openAdd(ctx: Ctx): Promise<Outcome> {
  return refusedEdit(ctx) ?? addForm(ctx, await namesOf(ctx));
}

/** `/ledger 新增` opens the form; with a project, that of a milestone of it. */
export async function addByLine(ctx: Ctx, rest: string): Promise<Outcome> {
  if (rest === '') return openAdd(ctx);
  const project = await projectIn(ctx, rest);
  return 'kind' in project ? project : openMilestone(ctx, { project: project.id, milestone: null });
}

export async function addByForm(
  ctx: Ctx,
  _: unknown,
  filled: z.infer<(typeof ids.addForm)['fields']>,
): Promise<Outcome> {
  const { language } = ctx;
  const { category, stageNow } = filled;
  const read = readProjectFields(filled);
  if ('faults' in read || category === null)
    return formFaults(
      {
        ...('faults' in read ? read.faults : {}),
        ...(category === null ? { category: 'chooseOne' as const } : {}),
      },
      language,
    );
  const names = await namesOf(ctx);
  if (!names.categories.has(category)) return formFaults({ category: 'chooseOne' }, language);
  const added = await addProject(ctx, { ...read.fields, category, stage: stageNow ?? 'lead' });
  if (added.kind === 'denied') return deniedRefusal(added, language);
  if (added.kind === 'there') return projectThere(added.code, language);
  return { kind: 'say', message: addedMessage(added, language) };
}

/** A new project under the next code. One of the same name in the same unit is there already. */
export async function addProject(ctx: Ctx, fields: NewFields): Promise<ProjectAdded> {
  return ctx.store.transaction((tx) => addProjectWithin(ctx, tx, fields));
}

/** The same as a part of what makes it one. */
export async function addProjectWithin(ctx: Ctx, tx: Transaction, fields: NewFields): Promise<ProjectAdded> {
  const refused = deniedEdit(ctx);
  if (refused) return refused;
  const { program } = ctx;
  // Two at once get two codes: the first holds the program until it is through.
  await tx.programs.touch(program.id);
  const there = (await tx.projects.named(program.id)).find(
    ({ name, unitId }) => name === fields.name && unitId === fields.unitId,
  );
  if (there && ctx.retried && (await tx.activity.caused(program.workspaceId, ctx.cause)))
    return { kind: 'added', code: there.code, name: there.name, projectId: there.id, cause: ctx.cause };
  if (there) return { kind: 'there', code: there.code };
  const code = await tx.ledgerProjects.nextCode(program.id);
  const project = { ...fields, code, nicknames: [], milestones: [] };
  await apply(ctx, tx, [{ kind: 'add-project', project }]);
  const id = (await tx.projects.named(program.id)).find((each) => each.code === code)?.id ?? 0;
  return { kind: 'added', code, name: fields.name, projectId: id, cause: ctx.cause };
}
