import { kindOf, matterOf } from '../../domain/matter.js';
import { denialWords, may } from '../../domain/permission.js';
import type { ObstacleKind } from '../../domain/plan.js';
import { understandLine } from '../../domain/report-line.js';
import type { Ctx, Outcome, SaidMessage } from '../../feature.js';
import type { ObstacleFile } from '../../store/obstacles.js';
import { seenCodes } from '../project/door.js';
import { flagObstacle } from './flag.js';
import { flaggedOutcome, obstacleContext } from './flag-line.js';
import { MOST_FILES, readReference } from './line-marks.js';
import { flagForm } from './messages/flag-form.js';
import { deniedRefusal, formFaults } from './messages/refusals.js';
import { blockedMilestone } from './milestone.js';
import type { ChoosableProject } from './model.js';

/** Opens the form, with what is known of it already. */
export async function openFlagForm(
  ctx: Ctx,
  given: { readonly text?: string; readonly projectId?: number | null; readonly files?: readonly ObstacleFile[] } = {},
): Promise<Outcome> {
  const { text = '', projectId = null, files = [] } = given;
  const permission = may(ctx.person, 'flag-obstacle', { programId: ctx.program.id });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  const projects = await choosableProjects(ctx, projectId);
  const meantId = projectId ?? (await onlyOwn(ctx));
  const open = meantId === null ? [] : await ctx.store.projects.openMilestonesOfProject(ctx.program.id, meantId, 50);
  const seen = projects.some(({ id }) => id === meantId);
  return flagForm(ctx, projects, { text, projectId: meantId, files, milestones: seen ? open : [] });
}

/** On any message: the form with its text and files, to be looked over before it is filed. */
export async function openFromMessage(ctx: Ctx, message: SaidMessage): Promise<Outcome> {
  const names = await ctx.store.names(ctx.program);
  const code = message.threadOf?.code ?? [...names.byCode.keys()].find((each) => message.text.includes(each));
  const projectId = code === undefined ? null : (names.byCode.get(code)?.id ?? null);
  return openFlagForm(ctx, { text: message.text, projectId, files: message.files.slice(0, MOST_FILES) });
}

type Fields = {
  readonly project: number | null;
  readonly milestone: number | null;
  readonly text: string | null;
  readonly kind: ObstacleKind | null;
  readonly help: string | null;
  readonly urgent: string | null;
};

/** Files what the form states. What was left open is taken from its text; what is wrong is said at its field. */
export async function submitFlagForm(
  ctx: Ctx,
  { files }: { readonly files: readonly ObstacleFile[] },
  fields: Fields,
): Promise<Outcome> {
  const { text } = fields;
  const names = await ctx.store.names(ctx.program);
  const project = fields.project === null ? undefined : names.byId.get(fields.project);
  const faults = formFaults(ctx);
  if (!project || text === null)
    return {
      kind: 'errors',
      errors: { ...(project ? {} : { project: faults.project }), ...(text === null ? { text: faults.text } : {}) },
    };
  const context = obstacleContext(ctx, names, project.code);
  const understood = understandLine(`${project.code} ${text}`, names.ledger, context);
  const line = understood.act === 'obstacle' && understood.project === project.code ? understood : null;
  const plain = text.normalize('NFKC').toLowerCase();
  const filed = await flagObstacle(
    ctx,
    {
      projectId: project.id,
      milestoneId: await blockedMilestone(ctx, project, {
        chosen: fields.milestone,
        named: line?.milestone ?? null,
        text,
      }),
      kind: fields.kind ?? line?.kind ?? kindOf(plain) ?? 'stumbling-block',
      matter: line?.matter ?? matterOf(plain),
      text,
      help: fields.help,
      since: line?.since ?? ctx.today,
      urgentReason: fields.urgent,
      refersTo: readReference(text),
      files,
    },
    false,
  );
  switch (filed.kind) {
    case 'flagged':
      return flaggedOutcome(ctx, filed.obstacle);
    case 'alike':
      return { kind: 'errors', errors: { text: faults.alike(filed.obstacle.number) } };
    case 'denied':
      return deniedRefusal(ctx, filed.why);
    case 'no-reason':
      return { kind: 'errors', errors: { urgent: faults.urgent } };
    case 'since-ahead':
      return { kind: 'errors', errors: { text: faults.since(filed.since) } };
  }
}

/** The project that an owner means without saying so: the only one they have. */
async function onlyOwn(ctx: Ctx): Promise<number | null> {
  const names = await ctx.store.names(ctx.program);
  const [only, ...others] = names.ownedBy([ctx.person.id, ...ctx.person.standsInFor]);
  return only === undefined || others.length > 0 ? null : (names.byCode.get(only)?.id ?? null);
}

/** A select holds 100 options; others are flagged by a line. */
const MOST_OPTIONS = 100;

/** The projects that the form offers: the one that was meant, the caller's own, their unit's, then the others. */
async function choosableProjects(ctx: Ctx, meantId: number | null): Promise<readonly ChoosableProject[]> {
  const names = await ctx.store.names(ctx.program);
  const owns = names.ownedBy([ctx.person.id, ...ctx.person.standsInFor]);
  const units = new Set(ctx.person.roles.map(({ unitId }) => unitId));
  const rank = (project: { id: number; code: string; unitId: number; sponsorId: number | null }) => {
    if (project.id === meantId) return 0;
    if (owns.has(project.code)) return 1;
    return units.has(project.unitId) || project.sponsorId === ctx.person.id ? 2 : 3;
  };
  const sees = await seenCodes(ctx, names);
  return [...names.byId.values()]
    .filter(({ code }) => sees(code))
    .map((project) => ({ project, rank: rank(project) }))
    .sort((one, other) => one.rank - other.rank || (one.project.code < other.project.code ? -1 : 1))
    .slice(0, MOST_OPTIONS)
    .map(({ project }) => project);
}
