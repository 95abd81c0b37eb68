// A ledger of 2,000 lines fits; more is begun anew.
const MOST_TEXTS = 20_000;
// Longer texts are sentences, which no other cell repeats.
const LONGEST_TEXT = 200;

/** The same of each text, worked out once while it is remembered: the days, units and names of a ledger repeat line by line. */
export function remembered<Told>(told: (text: string) => Told): (text: string) => Told {
  const known = new Map<string, Told>();
  return (text) => {
    if (text.length > LONGEST_TEXT) return told(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST_TEXTS) known.clear();
    const now = told(text);
    known.set(text, now);
    return now;
  };
}

/** The same where it depends on the year, too: a ledger's days are read for one. */
export function rememberedOfYear<Told>(
  told: (text: string, year: number) => Told,
): (text: string, year: number) => Told {
  let last: { readonly year: number; readonly of: (text: string) => Told } | null = null;
  return (text, year) => {
    if (last === null || last.year !== year) last = { year, of: remembered((each) => told(each, year)) };
    return last.of(text);
  };
}
