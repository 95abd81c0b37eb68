type Recomputed = {
  readonly said: ReadonlyMap<string, { readonly value: string; readonly of: string }>;
  readonly found: Readonly<Record<string, unknown>>;
};
/** Every number of a digest, as an exported workbook says it and as its facts give it. */
export function recompute(bytes: Uint8Array): Promise<Recomputed>;
/** What the workbook says otherwise than its facts give. */
export function differences(recomputed: Recomputed): readonly string[];
/** Of one workbook: what each goal that computes itself had at each of some moments (`2020-06-17 18:00`). */
export function goalsAt(
  bytes: Uint8Array,
  moments: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, number | null>>>>;
