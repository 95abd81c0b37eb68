import { moneyWords } from '../text/money.js';
import type { LocalDay } from './day.js';
import { dayWords, yearWords } from './day-words.js';
import type { Light, Stage, Words } from './plan.js';

/** Why a project counts towards a goal, or does not. Amounts in 10k yuan. */
export type Because =
  | { readonly kind: 'stage-reached'; readonly stage: Stage; readonly needed: Stage }
  | {
      readonly kind: 'stage-not-reached';
      readonly stage: Stage;
      readonly needed: Stage;
      /** When the plan expects it; null where it names no day. */
      readonly due: LocalDay | null;
    }
  | { readonly kind: 'light'; readonly light: Light; readonly notWorseThan: Light }
  | { readonly kind: 'start-not-due'; readonly start: LocalDay }
  | { readonly kind: 'investment'; readonly done: number; readonly needed: number; readonly yearPlan: number }
  | { readonly kind: 'figures'; readonly done: number }
  | { readonly kind: 'no-figures' | 'no-year-plan' | 'paused' | 'withdrawn' };

export const STAGE_WORDS: Readonly<Record<Stage, Words>> = {
  lead: { zh: '跟进', en: 'lead' },
  signed: { zh: '签约', en: 'signed' },
  landed: { zh: '落地', en: 'landed' },
  started: { zh: '开工', en: 'started' },
  completed: { zh: '竣工', en: 'completed' },
  operating: { zh: '投产', en: 'operating' },
};

export const LIGHT_WORDS: Readonly<Record<Light, Words>> = {
  green: { zh: '绿灯', en: 'green' },
  amber: { zh: '黄灯', en: 'amber' },
  red: { zh: '红灯', en: 'red' },
};

/** A light where there is no room for its word; never without it where it is read aloud. */
export const LIGHT_MARKS: Readonly<Record<Light, string>> = { red: '🔴', amber: '🟡', green: '🟢' };

/** A clause for a list line: `已开工`, `尚未开工，计划6月25日`. `year`: the program's, and `today` the reader's day, see dayWords. */
export function becauseWords(because: Because, language: keyof Words, year: number, today: LocalDay): string {
  const day = (of: LocalDay) => dayWords(of, language, year);
  const ofYear = yearWords(year, today, language);
  return language === 'zh' ? inChinese(because, day, ofYear) : inEnglish(because, day, ofYear);
}

function inChinese(because: Because, day: (of: LocalDay) => string, year: string): string {
  switch (because.kind) {
    case 'stage-reached':
      return `已${STAGE_WORDS[because.stage].zh}`;
    case 'stage-not-reached':
      return `尚未${STAGE_WORDS[because.needed].zh}（${STAGE_WORDS[because.stage].zh}阶段）${because.due === null ? '，没有计划时间' : `，计划${day(because.due)}`}`;
    case 'light':
      return `${LIGHT_WORDS[because.light].zh}，要求不差于${LIGHT_WORDS[because.notWorseThan].zh}`;
    case 'start-not-due':
      return `计划${day(because.start)}开工，未到时间`;
    case 'investment':
      return `${year}完成 ${moneyWords(because.done, 'zh')}，序时应达 ${moneyWords(because.needed, 'zh')}，全年计划 ${moneyWords(because.yearPlan, 'zh')}`;
    case 'figures':
      return `${year}完成 ${moneyWords(because.done, 'zh')}`;
    case 'no-figures':
      return '没有上报完成投资';
    case 'no-year-plan':
      return '没有年度计划投资';
    case 'paused':
      return '已暂停，仍在目标之内';
    case 'withdrawn':
      return '已退出，不再计入总数';
  }
}

function inEnglish(because: Because, day: (of: LocalDay) => string, year: string): string {
  switch (because.kind) {
    case 'stage-reached':
      return STAGE_WORDS[because.stage].en;
    case 'stage-not-reached':
      return `not ${STAGE_WORDS[because.needed].en} yet (${STAGE_WORDS[because.stage].en}), ${because.due === null ? 'no day is planned' : `planned for ${day(because.due)}`}`;
    case 'light':
      return `${LIGHT_WORDS[because.light].en}; ${LIGHT_WORDS[because.notWorseThan].en} or better is asked`;
    case 'start-not-due':
      return `start is planned for ${day(because.start)}, not due yet`;
    case 'investment':
      return `${moneyWords(because.done, 'en')} done ${year}, pace is ${moneyWords(because.needed, 'en')}, the year's plan ${moneyWords(because.yearPlan, 'en')}`;
    case 'figures':
      return `${moneyWords(because.done, 'en')} done ${year}`;
    case 'no-figures':
      return 'no investment was reported';
    case 'no-year-plan':
      return 'no investment is planned for the year';
    case 'paused':
      return 'paused, still part of the goal';
    case 'withdrawn':
      return 'withdrawn, no longer part of the goal';
  }
}
