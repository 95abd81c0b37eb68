import type { LocalDay } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { leftOver } from '../../../domain/review-agenda.js';
import type { Paper, PaperPart } from '../../../papers/paper.js';
import type { ItemCase } from '../../../store/action-items.js';
import type { FirmNeed } from '../../../store/firm-needs.js';
import type { Contact } from '../../../store/people.js';
import type { SlotCase } from '../../../store/review-slots.js';
import { clip } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { indicatorWords, type SeenIndicators, valueWords } from '../../indicator/door.js';
import type { Acts } from '../model.js';
import { reviewName } from '../reviews.js';

/** The plan's own limit: more characters nobody reads. */
export const PAPER_LETTERS = 4000;
/** What of a decision is kept however many there are: its beginning says what it is about. */
const LEAST_LETTERS = 20;

const words = {
  head: { zh: (review: string) => `${review}纪要`, en: (review: string) => `Minutes: ${review}` },
  decided: { zh: (count: number) => `会议议定${count}件事项`, en: (count: number) => `Decided: ${count}` },
  none: { zh: '会议没有议定事项。', en: 'Nothing was decided.' },
  item: {
    zh: (place: number, number: number, text: string, who: string, day: string) =>
      `${place}．${text}。由${who}负责，${day}前完成（交办${number}号）。`,
    en: (place: number, number: number, text: string, who: string, day: string) =>
      `${place}. ${text}. ${who}, by ${day} (item ${number}).`,
  },
  toldHead: { zh: (count: number) => `提出${count}件`, en: (count: number) => `Needs told: ${count}` },
  told: {
    zh: (place: number, number: number, text: string, how: string) => `${place}．${text}。${how}（卡点${number}号）。`,
    en: (place: number, number: number, text: string, how: string) => `${place}. ${text}. ${how} (obstacle ${number}).`,
  },
  answer: {
    zh: (where: string, day: string) => `由${where}在${day}前答复`,
    en: (where: string, day: string) => `${where} answers by ${day}`,
  },
  met: { zh: '已办结', en: 'Met' },
  cleared: { zh: '已办，等核实', en: 'Cleared, to be verified' },
  more: {
    zh: (count: number) => `另有${count}件，见交办事项清单。`,
    en: (count: number) => `And ${count} more on the list.`,
  },
  moreTold: {
    zh: (count: number) => `另有${count}件，见卡点清单。`,
    en: (count: number) => `And ${count} more among the obstacles.`,
  },
  droppedHead: { zh: '不再办理', en: 'Dropped' },
  dropped: {
    zh: (number: number, text: string, why: string) => `交办${number}号：${text}。原因：${why}。`,
    en: (number: number, text: string, why: string) => `Item ${number}: ${text}. Why: ${why}.`,
  },
  leftHead: { zh: '没有议定，转下次会议', en: 'Not decided, for next time' },
  obstacle: {
    zh: (number: number, code: string, name: string) => `卡点${number}号（${code} ${name}）`,
    en: (number: number, code: string, name: string) => `obstacle ${number} (${code} ${name})`,
  },
  indicators: { zh: (month: string) => `${month}经济指标`, en: (month: string) => `Indicators of ${month}` },
  comment: { zh: '纪要', en: 'Minutes' },
  somebody: { zh: '（已离开）', en: '(left)' },
} as const satisfies Phrases;

/** A paper names the year of each day: it is read when the year is over. */
const paperDay = (day: LocalDay, language: Language): string => dayWords(day, language, 0);

/** The minutes of a review as a paper for the file: what was decided, each with its owner and day, and no talk. */
export function minutesPaper(
  { program }: Pick<Acts, 'program'>,
  given: {
    readonly slot: SlotCase;
    readonly items: readonly ItemCase[];
    readonly people: ReadonlyMap<number, Contact>;
    /** The unit in which somebody works. */
    readonly units: ReadonlyMap<number, { readonly zh: string; readonly en: string }>;
    /** What was told on a visit: each is an obstacle. */
    readonly needs: readonly FirmNeed[];
    /** What it looked at, where it is an economic analysis. */
    readonly indicators: SeenIndicators | null;
  },
  language: Language,
): Paper {
  const { slot, items, needs } = given;
  const entries = items.length + needs.length;
  const found = program.policy.mechanisms.reviews.find(({ key }) => key === slot.review);
  const say = inLanguage(words, language);
  const paper = (letters: number, most: number): Paper => ({
    head: say.head(found?.name[language] ?? slot.review),
    line: { left: program.name[language], right: paperDay(slot.day, language) },
    parts: partsOf(given, items, { language, letters, most, year: program.year }),
    signed: [],
    language,
  });
  const whole = paper(PAPER_LETTERS, entries);
  if (lettersOf(whole) <= PAPER_LETTERS) return whole;
  const bare = lettersOf(paper(LEAST_LETTERS, entries));
  const room = Math.floor((PAPER_LETTERS - bare) / Math.max(1, entries)) + LEAST_LETTERS;
  if (room >= LEAST_LETTERS) return paper(room, entries);
  // So many that not even their beginnings fit: the lists have them all.
  const each = Math.ceil(bare / entries);
  const most = Math.floor((PAPER_LETTERS - each) / each);
  return paper(
    LEAST_LETTERS,
    downFrom(most, (fewer) => lettersOf(paper(LEAST_LETTERS, fewer)) <= PAPER_LETTERS),
  );
}

/** What its file is called, and what is said with it. */
export function minutesFile(
  { program }: Pick<Acts, 'program'>,
  slot: SlotCase,
  language: Language,
): { readonly name: string; readonly comment: string } {
  const say = inLanguage(words, language);
  const review = reviewName(program, slot.review, language).replace(/[\\/:*?"<>|\s]+/g, language === 'zh' ? '' : ' ');
  return { name: `${slot.day} ${review} ${say.comment}.docx`, comment: say.comment };
}

/** How many characters somebody has to read. */
export const lettersOf = ({ head, line, parts, signed }: Paper): number =>
  [
    ...[head, line.left, line.right, ...signed],
    ...parts.flatMap((part) =>
      part.kind === 'form' ? part.rows.flatMap(({ label, value }) => [label, value]) : [part.text],
    ),
  ].reduce((sum, text) => sum + [...text].length, 0);

/** The first of `from`, one fewer, … that will do. */
const downFrom = (from: number, does: (count: number) => boolean): number =>
  from <= 0 || does(from) ? from : downFrom(from - 1, does);

type Setting = {
  readonly language: Language;
  readonly letters: number;
  readonly most: number;
  readonly year: number;
};

function partsOf(
  { slot, people, units, needs, indicators }: Parameters<typeof minutesPaper>[1],
  all: readonly ItemCase[],
  { language, letters, most, year }: Setting,
): readonly PaperPart[] {
  const say = inLanguage(words, language);
  const text = (of: string) => clip(of.replace(/\s+/g, ' ').replace(/[。.]$/u, ''), letters);
  const who = (id: number): string => {
    const person = people.get(id);
    if (person === undefined) return say.somebody;
    const name = language === 'zh' ? person.name : person.nameEn;
    const unit = units.get(id)?.[language];
    if (unit === undefined) return name;
    return language === 'zh' ? `${name}（${unit}）` : `${name} (${unit})`;
  };
  const heading = (of: string): PaperPart => ({ kind: 'heading', text: of });
  const paragraph = (of: string): PaperPart => ({ kind: 'paragraph', text: of });
  const decided = all.filter(({ state }) => state.standing !== 'dropped');
  const dropped = all.filter(({ state }) => state.standing === 'dropped');
  const shown = decided.slice(0, most);
  const told = needs.slice(0, Math.max(0, most - shown.length));
  const how = ({ standing, at, answerBy }: FirmNeed): string =>
    standing === 'closed'
      ? say.met
      : standing === 'resolved'
        ? say.cleared
        : say.answer(at[language], paperDay(answerBy, language));
  const left = leftOver(slot.agenda ?? [], all).flatMap((line) =>
    line.kind === 'obstacle'
      ? [say.obstacle(line.number, line.code, line.nickname ?? line.projectName)]
      : line.kind === 'red'
        ? [`${line.code} ${line.nickname ?? line.projectName}`]
        : [],
  );
  return [
    ...(indicators === null ? [] : indicatorParts(indicators, year, language)),
    ...(decided.length === 0
      ? needs.length === 0
        ? [paragraph(say.none)]
        : []
      : [heading(say.decided(decided.length))]),
    ...shown.map((item, place) =>
      paragraph(
        say.item(place + 1, item.number, text(item.text), who(item.ownerId), paperDay(item.state.firstDue, language)),
      ),
    ),
    ...(decided.length > shown.length ? [paragraph(say.more(decided.length - shown.length))] : []),
    ...(needs.length === 0 ? [] : [heading(say.toldHead(needs.length))]),
    ...told.map((need, place) => paragraph(say.told(place + 1, need.number, text(need.text), how(need)))),
    ...(needs.length > told.length ? [paragraph(say.moreTold(needs.length - told.length))] : []),
    ...(dropped.length === 0 ? [] : [heading(say.droppedHead)]),
    ...dropped
      .slice(0, most)
      .map((item) => paragraph(say.dropped(item.number, text(item.text), text(item.state.dropReason ?? '')))),
    ...(left.length === 0
      ? []
      : [
          heading(say.leftHead),
          paragraph(`${left.join(language === 'zh' ? '、' : ', ')}${language === 'zh' ? '。' : '.'}`),
        ]),
  ];
}

/** The indicators that the meeting looked at, each with what was revised of it. */
function indicatorParts({ sheet, revisions }: SeenIndicators, year: number, language: Language): readonly PaperPart[] {
  const phrases = indicatorWords(year, language);
  const rows = sheet.indicators.map((indicator) => {
    const of = revisions.filter(({ name }) => name === indicator.name).map(phrases.revised);
    const value = valueWords(indicator, sheet.month, language);
    return { label: indicator.name, value: [value, ...of].join(language === 'zh' ? '；' : '; ') };
  });
  return [
    { kind: 'heading', text: inLanguage(words, language).indicators(phrases.month(sheet.month)) },
    { kind: 'form', rows },
  ];
}
