import type { RefusedLine, Understanding } from '../../domain/report-line.js';
import type { Ctx } from '../../feature.js';
import type { Names } from '../../store/names.js';
import { clip } from '../../text/escape.js';
import { maySee } from './rights.js';

/** Which projects a person may know of, by their codes. */
export async function seenCodes(ctx: Ctx, names: Names): Promise<(code: string) => boolean> {
  const { byId } = await ctx.store.search(ctx.program);
  return (code) => {
    const id = names.byCode.get(code)?.id;
    const project = id === undefined ? undefined : byId.get(id);
    return project !== undefined && maySee(ctx, project);
  };
}

/**
 * What was understood of a line, without what the person may not know of: a project outside of their sight is one that the
 * ledger does not have, in questions and refusals alike. Only an obstacle may be filed on it, by its code.
 */
export async function withoutUnseen(
  ctx: Ctx,
  names: Names,
  text: string,
  understood: Understanding,
): Promise<Understanding> {
  const sees = await seenCodes(ctx, names);
  const unknown: RefusedLine = {
    act: 'refuse',
    why: 'unknown-project',
    project: null,
    typed: /[A-Za-z]+[-\s]?\d+/.exec(text.normalize('NFKC'))?.[0] ?? clip(text, 20),
    milestone: null,
    percent: null,
    previous: null,
    day: null,
  };
  switch (understood.act) {
    case 'none':
      return understood;
    case 'report':
      return understood.items.every(({ project }) => sees(project)) ? understood : unknown;
    case 'obstacle':
      return sees(understood.project) || namesCode(text, understood.project) ? understood : unknown;
    case 'refuse':
      return understood.project === null || sees(understood.project) ? understood : unknown;
    case 'ask': {
      const { project } = understood.partial;
      if (project !== null && !sees(project)) return unknown;
      if (understood.about !== 'project') return understood;
      const candidates = understood.candidates.filter(sees);
      return candidates.length === 0 && understood.candidates.length > 0 ? unknown : { ...understood, candidates };
    }
  }
}

/** Whether a project's code stands in a text, as people type codes: `p6`, `P-006`. */
export function namesCode(text: string, code: string): boolean {
  const [, letters = '', digits = ''] = /^([A-Za-z]*)[^A-Za-z0-9]*0*(\d+)$/.exec(code) ?? [];
  if (digits === '') return text.includes(code);
  return new RegExp(`(?<![A-Za-z0-9])${letters}[-\\s]?0*${digits}(?!\\d)`, 'i').test(text.normalize('NFKC'));
}
