import type { Message } from '../../../message.js';
import { actions, button, context, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { AddedMilestone, AddedProject } from '../model.js';
import { subjectWords } from './parts.js';
import { phrases } from './phrases.js';

export const words = {
  added: { zh: (what: string) => `已新增：${what}`, en: (what: string) => `Added: ${what}` },
  stepAdded: { zh: (what: string) => `已加节点：${what}`, en: (what: string) => `Milestone added: ${what}` },
  addStep: phrases.addStep,
  editMore: phrases.editMore,
  undo: phrases.undo,
  undoUntil: phrases.undoUntil,
} as const satisfies Phrases;

export function addedMessage(added: AddedProject, language: Language): Message {
  const say = inLanguage(words, language);
  const title = say.added(`${added.code} ${escapeText(added.name)}`);
  return {
    text: title,
    blocks: [
      section(`*${title}*`),
      context(say.undoUntil),
      actions(
        button(ids.step, { project: added.projectId, milestone: null }, say.addStep, 'primary'),
        button(ids.edit, { project: added.projectId }, say.editMore),
        button(ids.undo, { cause: added.cause }, say.undo),
      ),
    ],
  };
}

export function milestoneAddedMessage(added: AddedMilestone, language: Language): Message {
  const say = inLanguage(words, language);
  const title = say.stepAdded(subjectWords(added.project, added.name, language));
  return {
    text: title,
    blocks: [
      section(`*${title}*`),
      actions(
        button(ids.step, { project: added.project.id, milestone: null }, say.addStep),
        button(ids.undo, { cause: added.cause }, say.undo),
      ),
    ],
  };
}
