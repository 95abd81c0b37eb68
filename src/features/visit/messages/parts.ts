import { KIND_LABELS, matterLabel } from '../../../domain/obstacle-words.js';
import { isUnanswered } from '../../../domain/visit.js';
import type { FirmNeed } from '../../../store/firm-needs.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { itemPhrases } from '../../review/door.js';
import type { ReadNeed, Visit } from '../model.js';

type Setting = Parameters<typeof itemPhrases>[0];

const words = {
  answered: { zh: (by: string) => `限${by}答复`, en: (by: string) => `answered by ${by}` },
  number: { zh: (number: number) => `卡点${number}号`, en: (number: number) => `Obstacle ${number}` },
  done: { zh: '办结', en: 'Met' },
  resolved: { zh: '已办，等核实', en: 'Cleared, to be verified' },
  at: { zh: (at: string, more: string) => `在${at}，${more}`, en: (at: string, more: string) => `With ${at}, ${more}` },
  promised: { zh: (day: string) => `承诺${day}`, en: (day: string) => `promised ${day}` },
  taken: { zh: '已认领', en: 'taken on' },
  unanswered: { zh: (by: string) => `${by}前没有答复`, en: (by: string) => `no answer by ${by}` },
} as const satisfies Phrases;

const NAME_LETTERS = 12;

/** What every message about a visit says. */
export function visitPhrases(setting: Setting, language: Language) {
  const say = inLanguage(words, language);
  const phrases = itemPhrases(setting, language);
  return {
    day: phrases.day,
    dayAndWeekday: phrases.dayAndWeekday,
    brief: phrases.brief,
    number: say.number,
    firm: ({ firm }: Pick<Visit, 'firm'>) =>
      `${firm.code} ${escapeText(clip(firm.nicknames[0]?.text ?? firm.name, NAME_LETTERS))}`,
    /** `资金 · 绊脚石，限6月28日答复` */
    taken: ({ kind, matter, answerBy }: ReadNeed) =>
      `${matterLabel(matter, language)} · ${KIND_LABELS[kind][language]}${language === 'zh' ? '，' : ', '}${say.answered(phrases.day(answerBy))}`,
    /** What became of a need. */
    became: (need: FirmNeed) => {
      if (need.standing === 'closed') return say.done;
      if (need.standing === 'resolved') return say.resolved;
      const more =
        need.promisedFor !== null
          ? say.promised(phrases.day(need.promisedFor))
          : isUnanswered(need, setting.today)
            ? say.unanswered(phrases.day(need.answerBy))
            : need.claimed
              ? say.taken
              : say.answered(phrases.day(need.answerBy));
      return say.at(escapeText(need.at[language]), more);
    },
  };
}
