import type { KnownBlock } from '@slack/types';
import { inLanguage, type Language } from '../../../text/language.js';
import { ids } from '../ids.js';
import { searchWords } from '../words.js';

/** A menu in which a project is found by typing; what is chosen opens its card. */
export const findBlock = (language: Language): KnownBlock => ({
  type: 'actions',
  elements: [
    {
      type: 'external_select',
      action_id: ids.find.id,
      min_query_length: 0,
      placeholder: { type: 'plain_text', text: inLanguage(searchWords, language).find },
    },
  ],
});
