import type { Ctx, Outcome } from '../../feature.js';

/** One thing that `/ledger …` does. The contents page lists them all; the first word that is typed finds one. */
export type Subcommand = {
  /** In English and Chinese, as they are typed. */
  readonly names: readonly string[];
  /** Whether this text behind the name asks for a form: then a loading form is opened before anything is read. */
  readonly opensForm?: (rest: string) => boolean;
  readonly run: (ctx: Ctx, rest: string) => Promise<Outcome>;
};

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
