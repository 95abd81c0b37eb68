import type { ActionsBlockElement, InputBlockElement } from '@slack/types';
import { useWords } from '../words/words.js';
import { ButtonElement, OverflowElement } from './buttons.js';
import { FileElement } from './files.js';
import { ChoiceElement, DateElement, TextElement } from './inputs.js';
import { type ControlProps, SelectElement } from './selects.js';

/** Any interactive element; `control` names it and says whether the bot hears of each change. */
export function Element({ element, ...control }: { element: ActionsBlockElement | InputBlockElement } & ControlProps) {
  const words = useWords();
  switch (element.type) {
    case 'button':
      return <ButtonElement element={element} blockId={control.blockId} />;
    case 'overflow':
      return <OverflowElement element={element} blockId={control.blockId} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <ChoiceElement element={element} {...control} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <DateElement element={element} {...control} />;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextElement element={element} {...control} />;
    case 'file_input':
      return <FileElement element={element} {...control} />;
    case 'static_select':
    case 'external_select':
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
    case 'multi_static_select':
    case 'multi_external_select':
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return <SelectElement element={element} {...control} />;
    default:
      return <em className="unknown">{words.unknownBlock(element.type)}</em>;
  }
}

/** What an element outside of an input block is called: the text that it shows while it is empty. */
export function nameOf(element: ActionsBlockElement, fallback: string): string {
  if ('placeholder' in element && element.placeholder) return element.placeholder.text;
  return fallback;
}
