import type { BurdenRule } from '../../../domain/burden.js';
import { BURDEN_RULE } from '../../../domain/burden-ban.js';
import type { LocalDay } from '../../../domain/day.js';
import { monthWords } from '../../../domain/day-words.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { context, header, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';

const words = {
  title: {
    zh: (month: string, count: number) => `${month} · 减负规定${count}条逐条对照`,
    en: (month: string, count: number) => `${month} · ${count} rules on burdens, one by one`,
  },
  by: { zh: (rules: string) => `依据：${rules}`, en: (rules: string) => `By ${rules}` },
} as const satisfies Phrases;

/** Every point of the rules with what this program does about it; what is not kept stands first. */
export function rulesMessage({ language, program }: Ctx, month: LocalDay, rules: readonly BurdenRule[]): Message {
  const say = inLanguage(words, language);
  const title = say.title(monthWords(month, language, program.year), rules.length);
  const colon = language === 'zh' ? '：' : ': ';
  const rows = [...rules.filter(({ kept }) => !kept), ...rules.filter(({ kept }) => kept)].map(
    ({ point, kept, how }) => `${kept ? '✓' : '✗'} ${point[language]}${colon}${how[language]}`,
  );
  return { text: title, blocks: [header(title), section(rows.join('\n')), context(say.by(BURDEN_RULE[language]))] };
}
