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

/** The phrases of `words` in one language. */
export function inLanguage<W extends Phrases>(
  words: W,
  language: Language,
): { readonly [K in keyof W]: W[K][Language] } {
  const entries = Object.entries(words).map(([key, phrase]) => [key, phrase[language]]);
  return Object.fromEntries(entries) as { readonly [K in keyof W]: W[K][Language] };
}
