import type { SentView } from '../../feature.js';

/** What is asked of `/program`. */
export type ProgramRequest =
  | { readonly ask: 'list' | 'new' }
  | { readonly ask: 'switch' | 'archive'; readonly which: string }
  | { readonly ask: 'unread' };

const VERBS: readonly (readonly [RegExp, 'list' | 'new' | 'switch' | 'archive'])[] = [
  [/^(?:list|列表|清单)?$/i, 'list'],
  [/^(?:new|新建|新年度)$/i, 'new'],
  [/^(?:switch|启用|切换)\s*(?:to|到)?\s*(.+)$/i, 'switch'],
  [/^(?:archive|归档)\s*(.+)$/i, 'archive'],
];

export function readProgramText(text: string): ProgramRequest {
  const typed = text.normalize('NFKC').trim();
  for (const [pattern, ask] of VERBS) {
    const found = pattern.exec(typed);
    if (!found) continue;
    return ask === 'list' || ask === 'new' ? { ask } : { ask, which: (found[1] ?? '').trim() };
  }
  return { ask: 'unread' };
}

/** The form as it was filled in: from the program that is run now, or from a plan file. */
export type ProgramFields = {
  readonly year: number | null;
  readonly name: string | null;
  readonly fileId: string | null;
};

export function readProgramForm({ fields }: SentView): ProgramFields {
  const typed = (field: string) => {
    const value = fields[field];
    return typeof value === 'string' && value.trim() !== '' ? value.normalize('NFKC').trim() : null;
  };
  const year = Number(typed('year')?.replace(/年$/, ''));
  const files = fields.file;
  return {
    year: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : null,
    name: typed('name'),
    fileId: typeof files === 'object' && files !== null ? (files[0] ?? null) : null,
  };
}
