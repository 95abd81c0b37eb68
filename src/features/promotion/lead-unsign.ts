import { denialWords, may } from '../../domain/permission.js';
import { decideLead } from '../../domain/promotion/lead.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import { undoEditWithin } from '../edit/door.js';
import { promotingIn } from './context.js';
import type { LeadPress } from './ids.js';
import { logLead } from './lead.js';
import { sawLead } from './lead-see.js';
import { leadMessage } from './messages/lead.js';
import { deniedRefusal, leadMoved, offRefusal, refusal, unsignLate } from './messages/refusals.js';

/**
 * Takes back within a day what was signed by mistake: the lead is in hand again, and its project leaves the ledger by the ledger's own
 * undo, removed where nothing was said about it, else withdrawn. Both in one transaction.
 */
export async function unsignLead(ctx: Ctx, { id, version }: LeadPress): Promise<Outcome> {
  const { store, program, person } = ctx;
  const promoting = await promotingIn(ctx);
  if (promoting === null) return offRefusal(ctx);
  const signing = await store.promotionLeads.signing(program.id, id);
  if (signing === null) return refusal(ctx, 'leadGone');
  const permission = may(person, 'undo-edit', { programId: program.id, authorId: signing.personId });
  if (!permission.allowed) return deniedRefusal(ctx, denialWords(permission.denied, ctx.language));
  const signed = await store.promotionLeads.byId(program.id, id);
  const code = (signed === null ? null : (await sawLead(ctx, promoting, signed)).code) ?? '';
  const undone = await store.transaction(async (tx): Promise<Outcome | string | null> => {
    const lead = await tx.promotionLeads.locked(program.id, id);
    if (lead === null || lead.version !== version) return null;
    const decided = decideLead(lead, { do: 'unsign' }, ctx.today);
    if ('refused' in decided) return leadMoved(ctx, lead, decided.refused);
    const edit = await undoEditWithin(ctx, tx, signing.cause);
    if (edit.kind === 'denied') return deniedRefusal(ctx, edit.why);
    if (edit.kind === 'late') return unsignLate(ctx, code);
    if (edit.kind === 'stale') throw new Error(`lead ${lead.id}: what came in new had nothing to be changed since`);
    if (!(await tx.promotionLeads.save(lead, { ...decided.state, projectId: null })))
      throw new Error(`lead ${lead.id} moved under its project`);
    await logLead(ctx, tx, lead, 'lead-unsign', { number: lead.number, projectId: lead.projectId, code });
    return code;
  });
  if (undone !== null && typeof undone !== 'string') return undone;
  const lead = await store.promotionLeads.byId(program.id, id);
  if (lead === null) return refusal(ctx, 'leadGone');
  return inItsPlace({ kind: 'say', message: leadMessage(ctx, await sawLead(ctx, promoting, lead), undone) });
}
