import type { Message } from '../../../message.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Changed } from '../model.js';
import { changeLines } from './fields.js';
import { reasonShown, subjectWords } from './parts.js';
import { phrases } from './phrases.js';

export const words = {
  changed: { zh: (what: string) => `已修改：${what}`, en: (what: string) => `Changed: ${what}` },
  because: phrases.because,
  denominator: phrases.denominator,
  undo: phrases.undo,
  undoUntil: phrases.undoUntil,
  editMore: phrases.editMore,
} as const satisfies Phrases;

/** What was changed, old and new, with undo. */
export function changedMessage(changed: Changed, language: Language, year: number): Message {
  const say = inLanguage(words, language);
  const title = say.changed(subjectWords(changed.project, changed.milestone, language));
  const why = changed.reason === null ? [] : [say.because(reasonShown(changed.reason))];
  const recounts = 'category' in changed.after || 'standing' in changed.after;
  return {
    text: title,
    blocks: [
      section([`*${title}*`, ...changeLines(changed, language, year), ...why].join('\n')),
      context(recounts ? `${say.denominator} · ${say.undoUntil}` : say.undoUntil),
      actions(
        button(ids.undo, { cause: changed.cause }, say.undo),
        button(ids.edit, { project: changed.project.id }, say.editMore),
      ),
    ],
  };
}
