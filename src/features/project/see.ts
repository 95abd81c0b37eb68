import { milestoneLight, projectLight } from '../../domain/light.js';
import { may } from '../../domain/permission.js';
import { projectProgress } from '../../domain/project.js';
import type { Ctx, Outcome } from '../../feature.js';
import type { CardObstacle } from '../../store/cards.js';
import type { SearchedProject } from '../../store/search.js';
import { factorsOfProject } from '../factor/door.js';
import { leadOfProject } from '../promotion/door.js';
import { itemsOfProject } from '../review/door.js';
import { cardMessage } from './messages/card.js';
import { goneRefusal } from './messages/list.js';
import type { LogNames, SeenProject } from './model.js';
import { maySee, thingOf } from './rights.js';

const MOST_REPORTS = 3;
const MOST_HAPPENINGS = 10;

/** A project's card, or that there is none for this person. */
export async function showCard(
  ctx: Ctx,
  id: number,
  also: { readonly typed: string; readonly others: number } | null = null,
): Promise<Outcome> {
  const seen = await seeProject(ctx, id);
  if (seen === null) return goneRefusal(ctx);
  return { kind: 'say', message: cardMessage(ctx, seen, await logNames(ctx), also) };
}

/** A project for somebody to see; null where there is none or they may not, which is not told apart. */
export async function seeProject(ctx: Ctx, id: number): Promise<SeenProject | null> {
  const { store, program, person } = ctx;
  const found = (await store.search(program)).byId.get(id);
  if (!found || !maySee(ctx, found)) return null;
  const [project] = await store.facts.current(program, ctx.now, [id]);
  const ledger = await store.cards.ledger(program.id, id);
  if (!project || !ledger) return null;
  const first = await store.facts.firstReportDay(program);
  const context = {
    today: ctx.today,
    programFrom: program.from,
    reportingSince: first ?? ctx.today,
    policy: program.policy.light,
  };
  return {
    project,
    lit: projectLight(project, context),
    milestoneLights: project.milestones.map((milestone) => milestoneLight(milestone, project, context).light),
    progress: projectProgress(project, ctx.today, program.from),
    ledger,
    obstacles: (await store.cards.obstacles(program.id, [id])).filter((obstacle) => seesObstacle(ctx, found, obstacle)),
    items: await itemsOfProject(ctx, id),
    factors: await factorsOfProject(ctx, id),
    lead: await leadOfProject(ctx, id),
    instructions: await store.instructions.ofProject(program.id, id),
    reports: await store.cards.reports(program.id, id, MOST_REPORTS),
    happenings: await store.happenings.ofProject(program.id, id, MOST_HAPPENINGS),
    mayReport: project.standing === 'open' && mayReport(ctx, found),
    mayEdit: may(person, 'edit-ledger', { programId: program.id }).allowed,
  };
}

function seesObstacle(ctx: Ctx, project: SearchedProject, obstacle: CardObstacle): boolean {
  const { raisedById, rung, departmentId, holderId, claimedById, milestoneOwnerId } = obstacle;
  const milestoneOwnerIds = milestoneOwnerId === null ? [] : [milestoneOwnerId];
  const thing = { ...thingOf(ctx, project), milestoneOwnerIds, raisedById, rung, departmentId, holderId, claimedById };
  return may(ctx.person, 'see-obstacle', thing).allowed;
}

/** Whether there is anything of the project that the person may report. */
function mayReport(ctx: Ctx, project: SearchedProject): boolean {
  const thing = thingOf(ctx, project);
  return [null, ...project.milestoneOwnerIds].some(
    (milestoneOwnerId) => may(ctx.person, 'report-milestone', { ...thing, milestoneOwnerId }).allowed,
  );
}

/** The names behind what the log keeps. */
export async function logNames(ctx: Pick<Ctx, 'store' | 'program'>): Promise<LogNames> {
  const { units, people } = await ctx.store.search(ctx.program);
  const { categories, sites } = await ctx.store.programs.names(ctx.program.id);
  return { units, people, categories, sites };
}
