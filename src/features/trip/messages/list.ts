import { countEn } from '../../../domain/day-words.js';
import type { TripProcedure } from '../../../domain/promotion/trips.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { plain, section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { procedureName } from './parts.js';

const words = {
  title: { zh: '跑一次：按事项', en: 'Trips, by procedure' },
  none: { zh: '跑了几趟：还没有人答', en: 'No answers about trips yet' },
  mean: {
    zh: (step: string, answers: number, mean: string) => `${step}${answers}件：平均${mean}趟`,
    en: (step: string, answers: number, mean: string) => `${step}, ${countEn(answers, 'answer')}: ${mean} on average`,
  },
  within: {
    zh: (most: number, percent: number) => `　不超过${most}趟的${percent}%`,
    en: (most: number, percent: number) => `　${percent}% at most ${most}`,
  },
  few: {
    zh: (step: string, answers: number) => `${step}${answers}件：太少，不算`,
    en: (step: string, answers: number) => `${step}, ${countEn(answers, 'answer')}: too few`,
  },
} as const satisfies Phrases;

/** Trips by procedure, in the plan's order. */
export function tripsMessage({ language }: Ctx, procedures: readonly TripProcedure[], most: number): Message {
  const say = inLanguage(words, language);
  if (procedures.length === 0) return plain(say.none);
  const rows = procedures.flatMap(({ procedure, answers, told }) => {
    const step = procedureName(procedure, language);
    if (told === null) return [say.few(step, answers)];
    return [say.mean(step, answers, String(told.meanHundredths / 100)), say.within(most, told.within)];
  });
  return { text: [say.title, ...rows].join('\n'), blocks: [section([`*${say.title}*`, ...rows].join('\n'))] };
}
