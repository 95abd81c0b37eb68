import { type ItemState, overdueDays } from '../../../domain/action-item.js';
import { daysBetween, type LocalDay, weekday } from '../../../domain/day.js';
import { countEn, dayWords } from '../../../domain/day-words.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import type { Program } from '../../../domain/program.js';
import type { ItemCase } from '../../../store/action-items.js';
import type { Contact } from '../../../store/people.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { reviewName } from '../reviews.js';

const words = {
  weekdays: { zh: ['一', '二', '三', '四', '五', '六', '日'], en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] },
  weekday: { zh: (day: string, of: string) => `${day}周${of}`, en: (day: string, of: string) => `${of} ${day}` },
  number: { zh: (number: number) => `交办${number}号`, en: (number: number) => `Item ${number}` },
  overdue: { zh: (days: number) => `，超期${days}天`, en: (days: number) => `, ${countEn(days, 'day')} overdue` },
  inTime: { zh: '，按期', en: ', in time' },
  late: { zh: (days: number) => `，晚${days}天`, en: (days: number) => `, ${countEn(days, 'day')} late` },
  closes: {
    zh: (step: string) => `报“${step}完成”即办结`,
    en: (step: string) => `Closed when ${step} is reported done`,
  },
  from: {
    zh: (day: string, review: string) => `出处：${day}${review}`,
    en: (day: string, review: string) => `From: ${day}, ${review}`,
  },
  noReview: { zh: (day: string) => `出处：${day}会外交办`, en: (day: string) => `From: ${day}, outside of a review` },
  fromGate: {
    zh: (gate: string) => `出处：${gate}关口复盘`,
    en: (gate: string) => `From: looking back on the gate of ${gate}`,
  },
  what: { zh: (text: string) => `事：${text}`, en: (text: string) => `What: ${text}` },
  somebody: { zh: '（已离开）', en: '(left)' },
} as const satisfies Phrases;

/** As it stands in a row: the whole text is on the card. */
export const ROW_LETTERS = 60;

type Setting = { readonly program: Pick<Program, 'year' | 'policy'>; readonly today: LocalDay };

/** What every message of reviews says, in the words of one language. */
export function itemPhrases({ program, today }: Setting, language: Language) {
  const say = inLanguage(words, language);
  const day = (of: LocalDay) => {
    const said = dayWords(of, language, program.year);
    return language === 'zh' ? said.replaceAll(' ', '') : said;
  };
  return {
    language,
    day,
    dayAndWeekday: (of: LocalDay) => say.weekday(day(of), say.weekdays[weekday(of) - 1] ?? ''),
    number: say.number,
    closes: (step: string) => say.closes(escapeText(milestoneName(step, language))),
    what: (text: string) => say.what(escapeText(text)),
    brief: (text: string) => escapeText(clip(text.replace(/\s+/g, ' '), ROW_LETTERS)),
    review: (key: string) => escapeText(reviewName(program, key, language)),
    name: (people: ReadonlyMap<number, Contact>, id: number | null) => {
      const found = id === null ? undefined : people.get(id);
      return found ? escapeText(language === 'zh' ? found.name : found.nameEn) : say.somebody;
    },
    overdue: ({ state }: { readonly state: Pick<ItemState, 'standing' | 'due'> }) => {
      const days = overdueDays(state, today);
      return days === 0 ? '' : say.overdue(days);
    },
    /** In time by the day that was decided first. */
    ended: ({ state }: Pick<ItemCase, 'state'>) => {
      const late = state.endedOn === null ? 0 : daysBetween(state.firstDue, state.endedOn);
      return late > 0 ? say.late(late) : say.inTime;
    },
    from: (
      { review, reviewDay, lessonGate }: Pick<ItemCase, 'review' | 'reviewDay' | 'lessonGate'>,
      decidedOn: LocalDay,
    ) => {
      if (lessonGate !== null) return say.fromGate(day(lessonGate));
      return review === null || reviewDay === null
        ? say.noReview(day(decidedOn))
        : say.from(day(reviewDay), escapeText(reviewName(program, review, language)));
    },
  };
}
