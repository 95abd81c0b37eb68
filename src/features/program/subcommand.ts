/** What is asked of `/program`. */
type ProgramRequest =
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
