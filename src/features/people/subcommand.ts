/** What `/people` can be asked to do; in both languages. */
const SUBCOMMANDS = {
  code: ['code', '口令'],
  link: ['link', '关联'],
  add: ['add', '登记', '新增'],
  role: ['role', 'roles', '角色'],
  position: ['position', 'positions', '岗位'],
  leaves: ['leaves', 'leave', '离岗', '移交'],
  share: ['share', '共同', '共同负责'],
  unshare: ['unshare', '取消共同', '取消共同负责'],
} as const;

export type Subcommand = keyof typeof SUBCOMMANDS;

/** The first word where it is a subcommand of ours, and the rest; `show` with all of it else. */
export function readSubcommand(text: string): { readonly ask: Subcommand | 'show'; readonly rest: string } {
  const [, first = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(text.normalize('NFKC').trim()) ?? [];
  const word = first.toLowerCase();
  const found = (Object.keys(SUBCOMMANDS) as Subcommand[]).find((name) =>
    SUBCOMMANDS[name].some((each: string) => each === word),
  );
  return found ? { ask: found, rest } : { ask: 'show', rest: text.trim() };
}
