import { decideLead, type LeadEvent, signedProjectName } from '../../domain/promotion/lead.js';
import { type Ctx, inItsPlace, type Outcome, type Refused } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { Lead } from '../../store/promotion-leads.js';
import { addProjectWithin } from '../edit/door.js';
import { type Promoting, promotingIn } from './context.js';
import type { LeadPress } from './ids.js';
import { logLead } from './lead.js';
import { deniedLead, sawLead } from './lead-see.js';
import { leadMessage } from './messages/lead.js';
import { leadForm } from './messages/lead-form.js';
import { deniedRefusal, excuseFaults, leadMoved, offRefusal, projectThere, refusal } from './messages/refusals.js';
import { LONGEST_REASON } from './month.js';

type Right = 'judge-lead' | 'work-lead' | 'edit-ledger';
type Found = { readonly promoting: Promoting; readonly lead: Lead };

/** Worth pursuing. */
export const pursueLead = async (ctx: Ctx, pressed: LeadPress): Promise<Outcome> =>
  inItsPlace(await move(ctx, 'judge-lead', pressed, { do: 'pursue' }));

/** Its investor was answered today. */
export const answerLead = async (ctx: Ctx, pressed: LeadPress): Promise<Outcome> =>
  inItsPlace(await move(ctx, 'work-lead', pressed, { do: 'answer' }));

/** Opens the form that asks why it is not pursued, or whom to call. */
export async function openLeadForm(ctx: Ctx, pressed: LeadPress, what: 'drop' | 'contact'): Promise<Outcome> {
  const found = await findLead(ctx, what === 'drop' ? 'judge-lead' : 'work-lead', pressed.id);
  return 'refusal' in found ? found : leadForm(ctx, found.lead, pressed, what);
}

type Sent = { readonly text: string | null };

export async function dropLead(ctx: Ctx, pressed: LeadPress, { text: reason }: Sent): Promise<Outcome> {
  if (reason === null || reason.length > LONGEST_REASON)
    return { kind: 'errors', errors: { text: excuseFaults(ctx, LONGEST_REASON) } };
  return move(ctx, 'judge-lead', pressed, { do: 'drop', reason });
}

/** Whom to call of the investor's: it stands on the card, and moves nothing. */
export async function keepContact(ctx: Ctx, pressed: LeadPress, { text: contact }: Sent): Promise<Outcome> {
  if (contact === null || contact.length > LONGEST_REASON)
    return { kind: 'errors', errors: { text: excuseFaults(ctx, LONGEST_REASON) } };
  return change(ctx, 'work-lead', pressed, async (tx, { lead }) => {
    if (!(await tx.promotionLeads.save(lead, { ...lead, version: lead.version + 1, contact }))) return null;
    await logLead(ctx, tx, lead, 'lead-contact', { number: lead.number, contact });
    return null;
  });
}

/** What is signed becomes a project of the ledger, in the same transaction and through the ledger's own door. */
export async function signLead(ctx: Ctx, pressed: LeadPress): Promise<Outcome> {
  const signed = await change(ctx, 'edit-ledger', pressed, async (tx, { lead, promoting }) => {
    const decided = decideLead(lead, { do: 'sign' }, ctx.today);
    if ('refused' in decided) return leadMoved(ctx, lead, decided.refused);
    const { project, thing } = promoting;
    const held = await tx.duties.of(ctx.program.id, [lead.firstById]);
    const unitId = held.find((duty) => duty.unitId !== null)?.unitId ?? thing.officeId;
    if (project === null || unitId === null) return refusal(ctx, 'noSignedProject');
    const added = await addProjectWithin(ctx, tx, {
      ...project,
      name: signedProjectName(lead),
      unitId,
      sponsorId: held.some(({ role }) => role === 'leader') ? lead.firstById : null,
      content: lead.wants,
      stage: 'signed',
    });
    if (added.kind === 'denied') return deniedRefusal(ctx, added.why);
    if (added.kind === 'there') return projectThere(ctx, added.code);
    const { projectId } = added;
    if (!(await tx.promotionLeads.save(lead, { ...decided.state, projectId })))
      throw new Error(`lead ${lead.id} moved under its project`);
    await logLead({ ...ctx, cause: `${ctx.cause}:lead` }, tx, lead, 'lead-sign', { number: lead.number, projectId });
    return null;
  });
  return inItsPlace(signed);
}

const move = (ctx: Ctx, right: Right, pressed: LeadPress, event: LeadEvent): Promise<Outcome> =>
  change(ctx, right, pressed, async (tx, { lead }) => {
    const decided = decideLead(lead, event, ctx.today);
    if ('refused' in decided) return leadMoved(ctx, lead, decided.refused);
    if (!(await tx.promotionLeads.save(lead, decided.state))) return null;
    const { do: action, ...rest } = event;
    await logLead(ctx, tx, lead, `lead-${action}`, { number: lead.number, ...rest });
    return null;
  });

/** One change of a lead as its presser saw it; where somebody was quicker, how it stands is what is said. */
async function change(
  ctx: Ctx,
  right: Right,
  { id, version }: LeadPress,
  work: (tx: Transaction, found: Found) => Promise<Outcome | null>,
): Promise<Outcome> {
  const before = await findLead(ctx, right, id);
  if ('refusal' in before) return before;
  const refused = await ctx.store.transaction(async (tx): Promise<Outcome | null> => {
    const lead = await tx.promotionLeads.locked(ctx.program.id, id);
    if (lead === null || lead.version !== version) return null;
    return work(tx, { ...before, lead });
  });
  if (refused !== null) return refused;
  const lead = await ctx.store.promotionLeads.byId(ctx.program.id, id);
  if (lead === null) return refusal(ctx, 'leadGone');
  return { kind: 'say', message: leadMessage(ctx, await sawLead(ctx, before.promoting, lead)) };
}

async function findLead(ctx: Ctx, right: Right, id: number): Promise<Found | Refused> {
  const promoting = await promotingIn(ctx);
  if (promoting === null) return offRefusal(ctx);
  const lead = await ctx.store.promotionLeads.byId(ctx.program.id, id);
  if (lead === null) return refusal(ctx, 'leadGone');
  const denied = deniedLead(ctx, right, promoting, lead);
  return denied === null ? { promoting, lead } : deniedRefusal(ctx, denied);
}
