import { denialWords, may, UNDO_HOURS } from '../../domain/permission.js';
import { answerBy, judgeBy } from '../../domain/promotion/lead.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import type { Lead } from '../../store/promotion-leads.js';
import { type Promoting, promotingIn } from './context.js';
import { leadMessage } from './messages/lead.js';
import { leadListMessage } from './messages/lead-list.js';
import { offRefusal, refusal } from './messages/refusals.js';
import type { ListedLead, SeenLead } from './model.js';

type Reading = Pick<Ctx, 'store' | 'program' | 'person' | 'today' | 'calendar' | 'now'>;

export const leadThing = ({ thing }: Promoting, { firstById, joinedIds }: Lead) => ({
  ...thing,
  firstById,
  joinedIds,
});

/** A lead with its clocks and what its reader may do with it. */
export async function sawLead(ctx: Reading, promoting: Promoting, lead: Lead): Promise<SeenLead> {
  const { store, program, person } = ctx;
  const project = lead.projectId === null ? undefined : (await store.names(program)).byId.get(lead.projectId);
  const thing = leadThing(promoting, lead);
  return {
    ...listed(ctx, promoting, lead),
    people: await store.people.contacts(program.workspaceId, [lead.firstById, ...lead.joinedIds]),
    code: project?.code ?? null,
    judges: may(person, 'judge-lead', thing).allowed,
    works: may(person, 'work-lead', thing).allowed,
    signs: promoting.project !== null && may(person, 'edit-ledger', thing).allowed,
    unsigns: lead.standing === 'signed' && (await unsigns(ctx, lead)),
  };
}

async function unsigns({ store, program, person, now }: Reading, { id }: Lead): Promise<boolean> {
  const signing = await store.promotionLeads.signing(program.id, id);
  if (signing === null || now - signing.at > UNDO_HOURS * 3_600_000) return false;
  return may(person, 'undo-edit', { programId: program.id, authorId: signing.personId }).allowed;
}

const listed = ({ calendar }: Pick<Ctx, 'calendar'>, { clocks }: Promoting, lead: Lead): ListedLead => ({
  lead,
  judgeBy: judgeBy(lead, clocks, calendar),
  answerBy: answerBy(lead, clocks),
});

/** A lead's card; null where there is none or they may not, which is not told apart. */
export async function showLead(
  ctx: Ctx,
  which: { readonly id: number } | { readonly number: number },
): Promise<Outcome> {
  const promoting = await promotingIn(ctx);
  if (promoting === null) return offRefusal(ctx);
  const { promotionLeads } = ctx.store;
  const lead =
    'id' in which
      ? await promotionLeads.byId(ctx.program.id, which.id)
      : await promotionLeads.byNumber(ctx.program.id, which.number);
  if (lead === null || !may(ctx.person, 'see-lead', leadThing(promoting, lead)).allowed)
    return refusal(ctx, 'leadGone');
  return { kind: 'say', message: leadMessage(ctx, await sawLead(ctx, promoting, lead)) };
}

/** The leads in hand that somebody may see, what is due first. */
export async function listLeads(ctx: Ctx, { offset }: { readonly offset: number }): Promise<Outcome> {
  const promoting = await promotingIn(ctx);
  if (promoting === null) return offRefusal(ctx);
  const all = await openLeads(ctx, promoting);
  const page: Outcome = { kind: 'say', message: leadListMessage(ctx, all, offset) };
  return offset === 0 ? page : inItsPlace(page);
}

/** The lead that a project came from; null where there is none or they may not see it. */
export async function leadOfProject(ctx: Ctx, projectId: number): Promise<Lead | null> {
  const promoting = await promotingIn(ctx);
  if (promoting === null) return null;
  const lead = await ctx.store.promotionLeads.ofProject(ctx.program.id, projectId);
  return lead !== null && may(ctx.person, 'see-lead', leadThing(promoting, lead)).allowed ? lead : null;
}

/** On the home tab: what is to be judged, or whose investor is to be answered by today, of what its reader works on. */
export async function dueLeads(ctx: Ctx): Promise<readonly ListedLead[]> {
  const promoting = await promotingIn(ctx);
  if (promoting === null) return [];
  return (await openLeads(ctx, promoting)).filter(({ lead, judgeBy, answerBy }) => {
    const thing = leadThing(promoting, lead);
    if (judgeBy !== null && may(ctx.person, 'judge-lead', thing).allowed) return true;
    return answerBy !== null && answerBy <= ctx.today && may(ctx.person, 'work-lead', thing).allowed;
  });
}

async function openLeads(ctx: Reading, promoting: Promoting): Promise<readonly ListedLead[]> {
  const all = await ctx.store.promotionLeads.open(ctx.program.id);
  return all
    .filter((lead) => may(ctx.person, 'see-lead', leadThing(promoting, lead)).allowed)
    .map((lead) => listed(ctx, promoting, lead))
    .sort((one, other) => (dueOf(one) < dueOf(other) ? -1 : Number(dueOf(one) > dueOf(other))));
}

const dueOf = ({ judgeBy, answerBy }: ListedLead): string =>
  [judgeBy, answerBy].filter((day) => day !== null).sort()[0] ?? '';

/** Why somebody may not judge, or work on, a lead; null where they may. */
export function deniedLead(
  ctx: Ctx,
  right: 'judge-lead' | 'work-lead' | 'edit-ledger',
  promoting: Promoting,
  lead: Lead,
): string | null {
  const permission = may(ctx.person, right, leadThing(promoting, lead));
  return permission.allowed ? null : denialWords(permission.denied, ctx.language);
}
