import { type Outcome, refuse } from '../../../feature.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';

export const words = {
  unknownSheet: {
    zh: (said: string) => ({
      wrong: `没有叫“${said}”的表`,
      instead:
        '`/ledger 导出`，后面可写 台账、上报、卡点、操作记录、目标、灯、关口、变化、数字、交办、督办单、六个一、复盘、要素指标、要素申请、要素配置、招商活动、招商任务、线索、到位资金、全部',
    }),
    en: (said: string) => ({
      wrong: `There is no sheet “${said}”`,
      instead:
        '`/ledger export`, with ledger, reports, obstacles, activity, goals, lights, gates, changes, numbers, items, slips, reviews, lessons, pools, requests, allocations, activities, duties, leads, funds or all behind it',
    }),
  },
} as const satisfies Phrases;

/** There is no sheet of that name. `said`: what was typed. */
export const unknownSheetRefusal = (said: string, language: Language): Outcome =>
  refuse(inLanguage(words, language).unknownSheet(escapeText(clip(said, 30))));
