import { milestoneName } from '../../../domain/milestone-name.js';
import type { Message } from '../../../message.js';
import { plain } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { Changed } from '../model.js';
import { valueWords } from './fields.js';
import { reasonShown } from './parts.js';
import { phrases } from './phrases.js';

export const words = {
  because: phrases.because,
  threadDue: phrases.threadDue,
  threadOwner: { zh: (who: string) => `责任人改为${who}`, en: (who: string) => `Owner is now ${who}` },
  threadMilestoneOwner: {
    zh: (milestone: string, who: string) => `${milestone} 责任人改为${who}`,
    en: (milestone: string, who: string) => `${milestone}: owner is now ${who}`,
  },
  threadSponsor: { zh: (who: string) => `包保领导改为${who}`, en: (who: string) => `Sponsor is now ${who}` },
  threadWithdrawn: {
    zh: '项目已退出，不再催报、不计入目标',
    en: 'The project is withdrawn: nobody is asked, no goal counts it',
  },
  threadPaused: {
    zh: (until: string) => `项目暂停至${until}，期间不催报`,
    en: (until: string) => `The project is paused until ${until}; nobody is asked until then`,
  },
  threadResumed: { zh: '项目恢复', en: 'The project goes on' },
  threadCategory: {
    zh: (before: string, after: string) => `类别 ${before} → ${after}`,
    en: (before: string, after: string) => `Category ${before} → ${after}`,
  },
  threadUndone: { zh: '上面的修改已撤销', en: 'The change above was undone' },
} as const satisfies Phrases;

/** What concerns the people of a project, for its thread; null where nothing of it does. */
export function threadMessage(changed: Changed, language: Language, year: number): Message | null {
  const say = inLanguage(words, language);
  const { before, after, named, milestone, reason } = changed;
  const value = (of: Changed['before'], field: 'due' | 'ownerId' | 'sponsorId' | 'category' | 'pausedUntil') =>
    valueWords(field, of, named, milestone !== null, language, year);
  const step = milestone === null ? '' : escapeText(milestoneName(milestone, language));
  const lines: string[] = [];
  if (milestone !== null && 'due' in after) lines.push(say.threadDue(step, value(before, 'due'), value(after, 'due')));
  if ('ownerId' in after) {
    const who = value(after, 'ownerId');
    lines.push(milestone === null ? say.threadOwner(who) : say.threadMilestoneOwner(step, who));
  }
  if ('sponsorId' in after) lines.push(say.threadSponsor(value(after, 'sponsorId')));
  if ('category' in after) lines.push(say.threadCategory(value(before, 'category'), value(after, 'category')));
  if (after.standing === 'withdrawn') lines.push(say.threadWithdrawn);
  if (after.standing === 'paused') lines.push(say.threadPaused(value(after, 'pausedUntil')));
  if (after.standing === 'open') lines.push(say.threadResumed);
  if (lines.length === 0) return null;
  if (reason !== null) lines.push(say.because(reasonShown(reason)));
  return plain(lines.join(language === 'zh' ? '；' : '; '));
}

export const takenBackMessage = (language: Language): Message => plain(inLanguage(words, language).threadUndone);
