import type { Message } from '../../../../message.js';
import { actions, button, context, plain, section } from '../../../../slack/blocks.js';
import { clip, escapeText } from '../../../../text/escape.js';
import { inLanguage, type Language } from '../../../../text/language.js';
import type { Changed, MilestoneAdded, ProjectAdded } from '../act/change.js';
import { editIds } from '../ids.js';
import { editWords } from '../words.js';
import { changeLines, valueWords } from './fields.js';

const MOST_REASON = 300;

/** `P-017 某某项目 · 主体封顶` */
const subject = (
  project: { readonly code: string; readonly fields: { readonly name: string } },
  milestone: string | null,
): string =>
  `${project.code} ${escapeText(clip(project.fields.name, 40))}${milestone === null ? '' : ` · ${escapeText(milestone)}`}`;

/** What was changed, old and new, with undo. */
export function changedMessage(changed: Changed, language: Language, year: number): Message {
  const say = inLanguage(editWords, language);
  const title = say.changed(subject(changed.project, changed.milestone));
  const why = changed.reason === null ? [] : [say.because(escapeText(clip(changed.reason, MOST_REASON)))];
  const turns = 'category' in changed.after || 'standing' in changed.after;
  return {
    text: title,
    blocks: [
      section([`*${title}*`, ...changeLines(changed, language, year), ...why].join('\n')),
      context(turns ? `${say.denominator} · ${say.undoUntil}` : say.undoUntil),
      actions(
        button(editIds.undo, { cause: changed.cause }, say.undo),
        button(editIds.edit, { project: changed.project.id }, say.editMore),
      ),
    ],
  };
}

/** What concerns the people of a project, for its thread; null where nothing of it does. */
export function threadWords(changed: Changed, language: Language, year: number): Message | null {
  const say = inLanguage(editWords, language);
  const { before, after, named, milestone, reason } = changed;
  const value = (of: Changed['before'], field: 'due' | 'ownerId' | 'sponsorId' | 'category' | 'pausedUntil') =>
    valueWords(field, of, named, milestone !== null, language, year);
  const step = milestone === null ? '' : escapeText(milestone);
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
  if (reason !== null) lines.push(say.because(escapeText(clip(reason, MOST_REASON))));
  return plain(lines.join(language === 'zh' ? '；' : '; '));
}

export const takenBackWords = (language: Language): Message => plain(inLanguage(editWords, language).threadUndone);

export function addedMessage(added: Extract<ProjectAdded, { kind: 'added' }>, language: Language): Message {
  const say = inLanguage(editWords, language);
  const title = say.added(`${added.code} ${escapeText(added.name)}`);
  return {
    text: title,
    blocks: [
      section(`*${title}*`),
      context(say.undoUntil),
      actions(
        button(editIds.step, { project: added.projectId, milestone: null }, say.addStep, 'primary'),
        button(editIds.edit, { project: added.projectId }, say.editMore),
        button(editIds.undo, { cause: added.cause }, say.undo),
      ),
    ],
  };
}

export function stepAddedMessage(added: Extract<MilestoneAdded, { kind: 'added' }>, language: Language): Message {
  const say = inLanguage(editWords, language);
  const title = say.stepAdded(subject(added.project, added.name));
  return {
    text: title,
    blocks: [
      section(`*${title}*`),
      actions(
        button(editIds.step, { project: added.project.id, milestone: null }, say.addStep),
        button(editIds.undo, { cause: added.cause }, say.undo),
      ),
    ],
  };
}
