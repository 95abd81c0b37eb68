import type { KnownBlock } from '@slack/types';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';

export const words = {
  find: { zh: '找项目：编号、名称、拼音首字母', en: 'Find a project: code, name, initials' },
} as const satisfies Phrases;

/** A menu in which a project is found by typing; what is chosen opens its card. */
export const findBlock = (language: Language): KnownBlock => ({
  type: 'actions',
  elements: [
    {
      type: 'external_select',
      action_id: ids.find.id,
      min_query_length: 0,
      placeholder: { type: 'plain_text', text: inLanguage(words, language).find },
    },
  ],
});
