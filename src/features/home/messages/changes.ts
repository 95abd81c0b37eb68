import type { KnownBlock } from '@slack/types';
import type { Ctx } from '../../../feature.js';
import { section } from '../../../slack/blocks.js';
import type { Happening } from '../../../store/happenings.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { happeningText, type LogNames } from '../../project/door.js';

/** What others did since a person last looked. */
export const words = {
  changed: { zh: '*上次看过之后*', en: '*Since you last looked*' },
  moreChanges: { zh: '还有更早的，见各项目的卡片', en: 'what was before is on the projects’ cards' },
} as const satisfies Phrases;

export const MOST_CHANGES = 5;

/** What is new to the person, in a line each. */
export function changeBlocks(
  { language, program, today }: Ctx,
  changes: readonly Happening[],
  names: LogNames,
): KnownBlock[] {
  if (changes.length === 0) return [];
  const say = inLanguage(words, language);
  const colon = language === 'zh' ? '：' : ': ';
  const lines = changes
    .slice(0, MOST_CHANGES)
    .map(
      (each) =>
        `• ${each.code} ${escapeText(clip(each.projectName, 16))}${colon}${happeningText(each, { language, program, names, today })}`,
    );
  return [section([say.changed, ...lines, ...(changes.length > MOST_CHANGES ? [say.moreChanges] : [])].join('\n'))];
}
