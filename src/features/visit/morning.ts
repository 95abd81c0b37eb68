import type { MorningNote } from '../../domain/morning-note.js';
import { needsTold } from '../../domain/visit.js';
import type { JobCtx } from '../../feature.js';
import { lastNeeds, reviewsOf } from '../review/door.js';

/** Who sponsors a firm that is visited today is told of it, with what became of what it needed last. */
export async function visitNotes(
  ctx: JobCtx,
): Promise<readonly { readonly personId: number; readonly note: MorningNote }[]> {
  const { store, program, today } = ctx;
  const reviews = reviewsOf(program).filter(({ turn }) => turn === 'firms');
  if (reviews.length === 0) return [];
  const slots = (await store.reviewSlots.ofProgram(program.id)).filter(
    ({ day, outcome, projectId }) => day === today && outcome === null && projectId !== null,
  );
  if (slots.length === 0) return [];
  const { byId } = await store.names(program);
  const needs = await store.firmNeeds.ofProgram(program.id);
  return slots.flatMap(({ id, review: key, projectId }) => {
    const review = reviews.find((each) => each.key === key);
    const firm = byId.get(projectId ?? 0);
    if (review === undefined || firm?.sponsorId == null) return [];
    const { sponsorId, code, name } = firm;
    const nickname = firm.nicknames[0]?.text ?? null;
    const last = lastNeeds(
      needs.filter(({ slotId }) => slotId !== id),
      firm.id,
    );
    const told = last.length === 0 ? null : needsTold(last, today);
    const note = { kind: 'visit' as const, slotId: id, at: review.at, code, name: nickname ?? name, needs: told };
    return [{ personId: sponsorId, note }];
  });
}
