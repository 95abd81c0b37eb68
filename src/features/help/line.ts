/** Longer than this is a letter. */
export const MOST_COMPLAINT = 1500;

const SUBCOMMANDS = [
  { name: 'help', pattern: /^(?:帮助|怎么用|help|\?|？)$/iu },
  { name: 'settings', pattern: /^(?:设置|settings?)$/iu },
  { name: 'me', pattern: /^(?:我|我的信息|me)$/iu },
  { name: 'burden', pattern: /^(?:负担|减负|burden)(?:$|[\s:：，,])/iu },
  { name: 'trips', pattern: /^(?:跑一次|跑动|trips?)$/iu },
  { name: 'complain', pattern: /^(?:意见|建议|投诉|complain|complaint|feedback)(?:$|[\s:：，,])/iu },
] as const;

/** What was typed behind the command, as one of ours; null: something to be found. */
export function subcommand(
  text: string,
): { readonly name: (typeof SUBCOMMANDS)[number]['name']; readonly rest: string } | null {
  for (const { name, pattern } of SUBCOMMANDS) {
    const met = pattern.exec(text.trim());
    if (met) return { name, rest: text.trim().slice(met[0].length).trim() };
  }
  return null;
}

const ANONYMOUS = /^(?:匿名|anonymous(?:ly)?)(?:$|[\s:：，,])/iu;

/** A complaint as it was typed: `匿名` in front keeps the name back. */
export function anonymously(typed: string): { readonly anonymous: boolean; readonly text: string } {
  const said = ANONYMOUS.exec(typed);
  return { anonymous: said !== null, text: said ? typed.slice(said[0].length).trim() : typed };
}
