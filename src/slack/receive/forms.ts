import type { ModalView } from '@slack/types';
import type { Message } from '../../message.js';
import type { Language } from '../../text/language.js';
import { section } from '../blocks.js';
import { surfaceWords } from '../words.js';

/** The name of these windows, by which one is known that waits for its outcome. */
export const SAVING = 'surface.plain';

/** The forms of the surface itself: windows without fields, shown while something is read or saved. */
const bare = (title: string, close: string, blocks: ModalView['blocks']): ModalView => ({
  type: 'modal',
  callback_id: SAVING,
  title: { type: 'plain_text', text: title },
  close: { type: 'plain_text', text: close },
  blocks,
});

/** Opened before anything is read: Slack gives 3 s for opening a form, the store may need longer. */
export function loadingForm(language: Language): ModalView {
  const words = surfaceWords(language);
  return bare(words.loading, words.close, [section(words.loadingBody)]);
}

/** Shown in the place of a sent form whose outcome is not there yet. */
export function savingForm(language: Language): ModalView {
  const words = surfaceWords(language);
  return bare(words.saving, words.close, [section(words.savingBody)]);
}

/** What would have been said, where a form is open for it. */
export function messageForm(language: Language, message: Message): ModalView {
  const words = surfaceWords(language);
  return bare(words.name, words.close, message.blocks as ModalView['blocks']);
}
