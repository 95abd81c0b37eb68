import type { KnownBlock } from '@slack/types';
import { daysBetween, type LocalDay } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import { context, section } from '../../../slack/blocks.js';
import type { Lapsed, Prompt } from '../../../store/prompts.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { PromptContext } from '../model.js';
import { phrases } from './phrases.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  lapsedUnit: {
    zh: (unit: string, day: string) => `${unit} ${day}没有回复的`,
    en: (unit: string, day: string) => `${unit}: not answered on ${day}`,
  },
  andSo: { zh: (count: number) => `等${count}项`, en: (count: number) => `, ${count} items in all` },
  lapsedNote: {
    zh: '今天已再次提醒本人；到第三个工作日仍不回复的，列入日报。',
    en: 'They were asked again today; who does not answer by the third working day is listed in the digest.',
  },
  moreOwners: {
    zh: (count: number) => `另有${count}人`,
    en: (count: number) => `${count} more ${count === 1 ? 'person' : 'people'}`,
  },
} as const satisfies Phrases;

const all = { ...phrases, ...words };

/** As many as a head looks through on a phone. */
const MOST_OWNERS = 12;
const MOST_ITEMS = 4;

/** What the head of a unit is told: who of it did not answer, and about what. */
export function lapsedBlocks({ lapsed, language, day }: Prompt, { program }: PromptContext): KnownBlock[] {
  const say = inLanguage(all, language);
  if (lapsed.length === 0) return [];
  const units = lapsed.map((each) => {
    const shown = each.owners.slice(0, MOST_OWNERS).map((owner) => ownerLine(owner, language, day));
    const more = each.owners.length - shown.length;
    const title = say.lapsedUnit(escapeText(each.unit[language]), dayWords(each.day, language, program.year));
    return section([`*${title}*`, ...shown, ...(more > 0 ? [say.moreOwners(more)] : [])].join('\n'));
  });
  return [...units, context(say.lapsedNote)];
}

function ownerLine({ name, items }: Lapsed['owners'][number], language: Language, today: LocalDay): string {
  const say = inLanguage(all, language);
  const comma = language === 'zh' ? '、' : ', ';
  const listed = items.slice(0, MOST_ITEMS).map(({ code, milestone, due }) => {
    const late = due === null ? 0 : daysBetween(due, today);
    const stands = late > 0 ? (language === 'zh' ? `，${say.overdue(late)}` : `, ${say.overdue(late)}`) : '';
    const parts = `${code}${stands}`;
    return `${escapeText(clip(milestoneName(milestone, language), language === 'zh' ? 20 : 40))}${language === 'zh' ? `（${parts}）` : ` (${parts})`}`;
  });
  const more = items.length > listed.length ? say.andSo(items.length) : '';
  return `${escapeText(name[language])}${language === 'zh' ? '：' : ': '}${listed.join(comma)}${more}`;
}
