import { denialWords, may } from '../../domain/permission.js';
import { investorKey, nearInvestors } from '../../domain/promotion/investor.js';
import { readLeadLine } from '../../domain/promotion/lead.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import type { Act } from '../../store/activity.js';
import type { Transaction } from '../../store/index.js';
import type { KeptLead, Lead } from '../../store/promotion-leads.js';
import { type Promoting, promotingIn } from './context.js';
import type { LeadDraft } from './ids.js';
import { sawLead } from './lead-see.js';
import { askedLeadMessage, joinedMessage, leadMessage } from './messages/lead.js';
import { deniedRefusal, leadRefusal, offRefusal, refusal } from './messages/refusals.js';

/** A line about an investor: read back, to be told of by one press; near names are asked about, never taken for it. */
export async function readLead(ctx: Ctx, promoting: Promoting, text: string): Promise<Outcome> {
  const denied = deniedReport(ctx, promoting);
  if (denied !== null) return denied;
  const read = readLeadLine(text);
  if ('fault' in read) return leadRefusal(ctx, read.fault);
  const key = investorKey(read.lead.investor);
  const all = await ctx.store.promotionLeads.all(ctx.program.id);
  return { kind: 'say', message: askedLeadMessage(ctx, read.lead, nearInvestors(key, all)) };
}

/** The press below what was read back: the first who tells of an investor is the first, who comes second joins. */
export async function tellLead(ctx: Ctx, draft: LeadDraft): Promise<Outcome> {
  const promoting = await promotingIn(ctx);
  if (promoting === null) return offRefusal(ctx);
  const denied = deniedReport(ctx, promoting);
  if (denied !== null) return denied;
  const { program, person, now: at, cause } = ctx;
  const kept = await ctx.store.transaction(async (tx): Promise<KeptLead> => {
    const kept = await tx.promotionLeads.keep({
      ...draft,
      investorKey: investorKey(draft.investor),
      programId: program.id,
      firstById: person.id,
      reportedOn: ctx.today,
      at,
      cause,
    });
    if (!kept.again) await logLead(ctx, tx, kept.lead, 'lead-reported', { ...draft, number: kept.lead.number });
    else await join(ctx, tx, kept.lead, [draft.field, draft.wants].filter((each) => each !== null).join(' '));
    return kept;
  });
  return toldOutcome(ctx, promoting, kept.lead, kept.again && kept.lead.firstById !== person.id);
}

/** It is the investor of that lead, under another name. */
export async function joinLead(
  ctx: Ctx,
  { id, text }: { readonly id: number; readonly text: string },
): Promise<Outcome> {
  const promoting = await promotingIn(ctx);
  if (promoting === null) return offRefusal(ctx);
  const denied = deniedReport(ctx, promoting);
  if (denied !== null) return denied;
  const lead = await ctx.store.transaction(async (tx) => {
    const found = await tx.promotionLeads.byId(ctx.program.id, id);
    if (found !== null) await join(ctx, tx, found, text);
    return found;
  });
  if (lead === null) return refusal(ctx, 'gone');
  return toldOutcome(ctx, promoting, lead, lead.firstById !== ctx.person.id);
}

/** Who told of it first joins nobody; who joined did so once. */
async function join(ctx: Ctx, tx: Transaction, lead: Lead, text: string): Promise<void> {
  const { id } = ctx.person;
  if (lead.firstById === id || lead.joinedIds.includes(id)) return;
  await tx.promotionLeads.join(lead.id, id, ctx.now, text);
  await logLead(ctx, tx, lead, 'lead-joined', { number: lead.number, text });
}

async function toldOutcome(ctx: Ctx, promoting: Promoting, { id }: Lead, joined: boolean): Promise<Outcome> {
  const lead = await ctx.store.promotionLeads.byId(ctx.program.id, id);
  if (lead === null) return refusal(ctx, 'gone');
  const seen = await sawLead(ctx, promoting, lead);
  return inItsPlace({ kind: 'say', message: joined ? joinedMessage(ctx, seen) : leadMessage(ctx, seen) });
}

function deniedReport(ctx: Ctx, { thing }: Promoting): Outcome | null {
  const permission = may(ctx.person, 'report-lead', thing);
  return permission.allowed ? null : deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
}

export const logLead = (ctx: Ctx, tx: Transaction, lead: Lead, action: string, after: object): Promise<void> =>
  tx.activity.add([leadAct(ctx, lead, action, after)]);

/** What was done about a lead, for the log. */
export const leadAct = (ctx: Ctx, { id }: Pick<Lead, 'id'>, action: string, after: object): Act => ({
  workspaceId: ctx.program.workspaceId,
  programId: ctx.program.id,
  at: ctx.now,
  personId: ctx.person.id,
  action,
  thing: 'promotion-lead',
  thingId: id,
  after,
  cause: ctx.cause,
});
