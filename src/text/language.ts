/** What a person or a channel reads. zh-CN first; anything that is not Chinese reads English. */
export type Language = 'zh' | 'en';

/** Slack's locale (`zh-CN`, `zh-TW`, `en-US`, …) as one of our two languages. */
export function languageOf(locale: string | null | undefined): Language {
  return locale?.toLowerCase().startsWith('zh') === false ? 'en' : 'zh';
}

/** A phrase in both languages; functions take what goes into it. */
export type Phrase<Values extends unknown[] = []> = {
  readonly zh: (...values: Values) => string;
  readonly en: (...values: Values) => string;
};

/** The phrases of a feature: every key has both languages, by type. */
export type Phrases = Readonly<Record<string, { readonly zh: unknown; readonly en: unknown }>>;

type InLanguage<W extends Phrases> = { readonly [K in keyof W]: W[K][Language] };

const made = new WeakMap<Phrases, Partial<Record<Language, unknown>>>();

/** The phrases of `words` in one language; made once. */
export function inLanguage<W extends Phrases>(words: W, language: Language): InLanguage<W> {
  const known = made.get(words) ?? {};
  made.set(words, known);
  known[language] ??= Object.fromEntries(Object.entries(words).map(([key, phrase]) => [key, phrase[language]]));
  return known[language] as InLanguage<W>;
}
