import { createContext, useContext } from 'react';
import type { PageLanguage } from '../wire.js';
import { useLanguage, useWords } from '../words/words.js';

export const SetLanguageContext = createContext<(language: PageLanguage) => void>(() => {});

/** Chinese or English for the page itself; the bot follows the person's own setting. */
export function LanguageSwitch() {
  const words = useWords();
  const language = useLanguage();
  const set = useContext(SetLanguageContext);
  return (
    <fieldset className="switch" aria-label={words.language}>
      <button type="button" aria-pressed={language === 'zh'} onClick={() => set('zh')}>
        中文
      </button>
      <button type="button" aria-pressed={language === 'en'} onClick={() => set('en')}>
        EN
      </button>
    </fieldset>
  );
}
