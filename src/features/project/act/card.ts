import type { FactProject } from '../../../domain/digest/facts.js';
import { type Lit, milestoneLight, projectLight } from '../../../domain/light.js';
import { may } from '../../../domain/permission.js';
import { type ProjectProgress, projectProgress } from '../../../domain/project.js';
import type { Ctx } from '../../../feature.js';
import type { CardLedger, CardObstacle, CardReport } from '../../../store/cards.js';
import type { Happening } from '../../../store/happenings.js';
import type { SearchedProject } from '../../../store/search.js';
import { maySee, thingOf } from './find.js';

const MOST_REPORTS = 3;
const MOST_HAPPENINGS = 10;

/** A project with all that its card says. */
export type SeenProject = {
  readonly project: FactProject;
  readonly lit: Lit;
  /** The light of each milestone, in the order of the project's. */
  readonly milestoneLights: readonly Lit['light'][];
  readonly progress: ProjectProgress;
  readonly ledger: CardLedger;
  readonly obstacles: readonly CardObstacle[];
  readonly reports: readonly CardReport[];
  readonly happenings: readonly Happening[];
  readonly mayReport: boolean;
  readonly mayEdit: boolean;
};

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
