import { dayAt } from '../../domain/day.js';
import { isSignatureLate, type MorningNote } from '../../domain/morning-note.js';
import type { JobCtx } from '../../feature.js';

/** The slips that nobody signed within their time, by the head of their unit. */
export async function unsignedNotes({
  store,
  program,
  today,
  calendar,
}: JobCtx): Promise<readonly { readonly personId: number; readonly note: MorningNote }[]> {
  const slips = await store.slips.unsigned(program.id);
  return slips.flatMap(({ id, headId, outAt }) =>
    headId !== null && isSignatureLate(dayAt(outAt, program.timeZone), today, calendar)
      ? [{ personId: headId, note: { kind: 'unsigned', slipId: id } }]
      : [],
  );
}
