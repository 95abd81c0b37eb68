import type { Subcommand } from '../edit/door.js';

/** The subcommand that a text begins with, and what follows; null where it begins with none. */
export function findSubcommand(
  text: string,
  subcommands: readonly Subcommand[],
): { readonly found: Subcommand; readonly rest: string } | null {
  const plain = text.normalize('NFKC').trim();
  for (const found of subcommands)
    for (const name of found.names) {
      if (!plain.toLowerCase().startsWith(name.toLowerCase())) continue;
      const rest = plain.slice(name.length);
      // A Chinese name may be followed at once by what it is about; an English word ends with a blank.
      if (rest === '' || /^\s/.test(rest) || /\p{Script=Han}$/u.test(name)) return { found, rest: rest.trim() };
    }
  return null;
}
