import { countEn } from '../../../domain/day-words.js';
import type { Phrases } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import type { ImportCounts } from '../model.js';
import type { Sayings } from './sayings.js';

export const words = {
  count: {
    zh: {
      added: (count: number) => `新增 ${count}`,
      changed: (count: number) => `变更 ${count}`,
      unchanged: (count: number) => `不变 ${count}`,
      withdrawn: (count: number) => `退出 ${count}`,
      people: (count: number) => `新建人员 ${count}`,
      units: (count: number) => `新建单位 ${count}`,
      held: (count: number) => `待定 ${count}`,
      faults: (count: number) => `有误 ${count}`,
      warnings: (count: number) => `提示 ${count}`,
    },
    en: {
      added: (count: number) => `${count} new`,
      changed: (count: number) => `${count} changed`,
      unchanged: (count: number) => `${count} unchanged`,
      withdrawn: (count: number) => `${count} withdrawn`,
      people: (count: number) => `${count} new ${count === 1 ? 'person' : 'people'}`,
      units: (count: number) => countEn(count, 'new unit'),
      held: (count: number) => `${count} to decide`,
      faults: (count: number) => countEn(count, 'fault'),
      warnings: (count: number) => countEn(count, 'warning'),
    },
  },
} as const satisfies Phrases;

/** One of the counts, in words. */
export const countWords = (which: keyof (typeof words.count)['zh'], count: number, { language }: Sayings): string =>
  inLanguage(words, language).count[which](count);

/** `新增 3、变更 2、不变 40` */
export function countsLine(counts: ImportCounts, say: Sayings): string {
  const of = (which: keyof (typeof words.count)['zh'], always = false) =>
    counts[which] > 0 || always ? [countWords(which, counts[which], say)] : [];
  return [
    ...of('added', true),
    ...of('changed', true),
    ...of('unchanged', true),
    ...of('withdrawn'),
    ...of('people'),
    ...of('units'),
    ...of('held'),
    ...of('faults'),
    ...of('warnings'),
  ].join(say.list);
}
