import type { MorningNote } from '../domain/morning-note.js';
import type { SlipColour } from '../domain/slip.js';

/** What a prompt tells, as it stands now: whether a slip was signed since. */
export type PromptNote =
  | Exclude<MorningNote, { readonly kind: 'unsigned' }>
  | {
      readonly kind: 'unsigned';
      readonly slipId: number;
      readonly number: number;
      readonly colour: SlipColour;
      /** The project that it is about, or what was written on it. */
      readonly code: string | null;
      readonly milestone: string | null;
      readonly text: string;
      /** Nobody waits for a signature any more. */
      readonly settled: boolean;
    };

/** The notes of a prompt `q`, as json. */
export const PROMPT_NOTES = `coalesce((
  SELECT json_agg(CASE WHEN note.value->>'kind' = 'unsigned' THEN json_build_object(
    'kind', 'unsigned', 'slipId', ns.id, 'number', ns.number, 'colour', ns.colour, 'code', np.code, 'milestone', nm.name, 'text', ns.text,
    'settled', ns."signedOn" IS NOT NULL OR ns.standing <> 'open') ELSE note.value::json END ORDER BY note.ordinality)
  FROM jsonb_array_elements(q.notes) WITH ORDINALITY AS note LEFT JOIN slip ns ON ns.id = (note.value->>'slipId')::int
    LEFT JOIN project np ON np.id = ns."projectId" LEFT JOIN milestone nm ON nm.id = ns."milestoneId"), '[]'::json)`;
