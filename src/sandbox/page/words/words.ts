import { createContext, useContext } from 'react';
import type { PageLanguage } from '../wire.js';
import { en } from './en.js';
import { type Words, zh } from './zh.js';

export const wordsOf: Record<PageLanguage, Words> = { zh, en };

export const localeOf: Record<PageLanguage, string> = { zh: 'zh-CN', en: 'en-GB' };

/** The page language that goes with a person's Slack locale. */
export function languageOf(locale: string | undefined): PageLanguage {
  return locale === undefined || locale.startsWith('zh') ? 'zh' : 'en';
}

export const LanguageContext = createContext<PageLanguage>('zh');

export const useLanguage = (): PageLanguage => useContext(LanguageContext);

export const useWords = (): Words => wordsOf[useContext(LanguageContext)];
