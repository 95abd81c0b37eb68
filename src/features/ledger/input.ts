import type { SentView } from '../../feature.js';

/** The id of the file that a form was sent with. */
export function sentFile(sent: SentView): string | null {
  const { file } = sent.fields;
  const id = typeof file === 'string' ? file : file?.[0];
  return id === undefined || id === '' ? null : id;
}

/** The fields of a form that are numbered (`person:3`), those only in which something was chosen. */
export function readFields(sent: SentView, name: string): ReadonlyMap<number, string> {
  return new Map(
    Object.entries(sent.fields).flatMap(([field, value]) => {
      const at = new RegExp(`^${name}:(\\d+)$`).exec(field)?.[1];
      return at === undefined || typeof value !== 'string' || value === '' ? [] : [[Number(at), value] as const];
    }),
  );
}
