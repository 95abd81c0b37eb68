import { dayAt, type LocalDay } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { RUNG_LABELS, type Skipped } from '../../../domain/ladder.js';
import { countedWords, momentWords, workdaysWords } from '../../../domain/obstacle.js';
import { KIND_LABELS, MATTER_LABELS } from '../../../domain/obstacle-words.js';
import type { Rung } from '../../../domain/plan.js';
import type { Program } from '../../../domain/program.js';
import type { InputElement } from '../../../slack/blocks.js';
import type { ObstacleCase } from '../../../store/obstacles.js';
import type { Contact } from '../../../store/people.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import type { Seen } from '../model.js';

/** What cards, steps and notices of an obstacle are made of. */
export const caseWords = {
  number: { zh: (number: number) => `卡点${number}号`, en: (number: number) => `Obstacle ${number}` },
  returns: {
    zh: (count: number) => `已退回${count}次`,
    en: (count: number) => `returned ${count === 1 ? 'once' : `${count} times`}`,
  },
  standsInFor: {
    zh: (acting: string, holder: string) => `${acting}（代${holder}）`,
    en: (acting: string, holder: string) => `${acting} (for ${holder})`,
  },
  until: {
    zh: (moment: string, counted: string) => `限${moment}${counted}`,
    en: (moment: string, counted: string) => `until ${moment}${counted}`,
  },
  counted: { zh: (days: string) => `（${days}）`, en: (days: string) => ` (${days})` },
  skippedNone: {
    zh: (rung: string) => `${rung}没有责任人，越过`,
    en: (rung: string) => `passed by the ${rung}: nobody is named`,
  },
  skippedLeave: {
    zh: (rung: string, who: string) => `${rung}${who}请假且无人代理，越过`,
    en: (rung: string, who: string) => `passed by the ${rung}: ${who} is on leave and nobody stands in`,
  },
  somebody: { zh: '该级', en: 'the rung' },
  reason: { zh: '理由', en: 'Reason' },
} as const satisfies Phrases;

/** What people wrote is shown whole up to so many characters; the log keeps all of it. */
const MOST_TEXT = 600;

/** One case in the words of one language: its people, units, days, and what people typed. */
export function phrasesOf(
  seen: Pick<Seen, 'obstacle' | 'people' | 'units'>,
  language: Language,
  program: Pick<Program, 'timeZone' | 'year'>,
) {
  const { obstacle, people, units } = seen;
  const { state } = obstacle;
  const say = inLanguage(caseWords, language);
  const comma = language === 'zh' ? '，' : ', ';
  const stop = language === 'zh' ? '；' : '; ';

  const typed = (text: string) => escapeText(clip(text, MOST_TEXT));
  const close = (words: string) => (language === 'zh' ? words.replaceAll(' ', '') : words);
  const day = (of: Parameters<typeof dayWords>[0]) => close(dayWords(of, language, program.year));
  const moment = (at: number) => close(momentWords(at, program.timeZone, language, program.year));
  const workdays = (count: number) => close(workdaysWords(count, language));
  const named = (contact: Contact | undefined) =>
    contact ? escapeText(language === 'zh' ? contact.name : contact.nameEn) : say.somebody;
  const name = (id: number | null) => (id === null ? say.somebody : named(people.get(id)));
  const unit = (id: number | null) => {
    const found = id === null ? undefined : units.get(id);
    return found ? escapeText(found.name[language]) : RUNG_LABELS.department[language];
  };
  const rung = (of: Rung) => RUNG_LABELS[of][language];
  /** The rung with the unit that has it: 职能部门（自然资源局）. */
  const rungWith = (of: Rung, departmentId: number | null) => {
    const id = of === 'unit' ? obstacle.unitId : of === 'department' ? departmentId : null;
    if (id === null || !units.has(id)) return rung(of);
    return language === 'zh' ? `${rung(of)}（${unit(id)}）` : `${rung(of)} (${unit(id)})`;
  };

  const skipped = (passed: readonly Skipped[]): string =>
    passed
      .map((each) =>
        each.why === 'none-named'
          ? say.skippedNone(rung(each.rung))
          : say.skippedLeave(rung(each.rung), name(each.personId)),
      )
      .join(stop);

  const actor = (id: number, standsInFor: number | undefined) =>
    standsInFor === undefined ? name(id) : say.standsInFor(name(id), name(standsInFor));

  /** `限6月30日18:00（28、29、30日）` */
  const limit = (at: number, counted: readonly LocalDay[]): string =>
    say.until(moment(at), counted.length === 0 ? '' : say.counted(close(countedWords(counted, language))));
  const until = (): string => limit(state.deadline, state.counted);

  return {
    language,
    say,
    comma,
    stop,
    typed,
    day,
    moment,
    name,
    unit,
    rung,
    rungWith,
    actor,
    skipped,
    until,
    limit,
    workdays,
    dayAt: (at: number) => day(dayAt(at, program.timeZone)),
    dayOf: (at: number): LocalDay => dayAt(at, program.timeZone),
    timeZone: program.timeZone,
    zh: language === 'zh',
    kind: KIND_LABELS[state.kind][language],
    matter: MATTER_LABELS[obstacle.matter][language],
    title: say.number(obstacle.number),
    /** What rows call it: code and what the ledger calls it for short. */
    project: escapeText(shortProject(obstacle)),
    projectName: `${obstacle.code} ${escapeText(clip(obstacle.projectName, 40))}`,
  };
}

const NAME_LETTERS = 8;

export const shortProject = ({
  code,
  projectName,
  nickname,
}: Pick<ObstacleCase, 'code' | 'projectName' | 'nickname'>) =>
  `${code} ${projectName === '' ? '' : (nickname ?? clip(projectName.replace(/(?:项目|工程)$/u, ''), NAME_LETTERS))}`.trim();

/** A day as a row says it. */
export const shortDay = (
  { language, program }: { readonly language: Language; readonly program: Pick<Program, 'year'> },
  day: LocalDay,
): string => {
  const words = dayWords(day, language, program.year);
  return language === 'zh' ? words.replaceAll(' ', '') : words;
};

export type PhrasesOf = ReturnType<typeof phrasesOf>;

/** A field for a text of some lines, at most a thousand characters. */
export const written = (name: string, initial?: string): InputElement => ({
  type: 'plain_text_input',
  action_id: name,
  multiline: true,
  max_length: 1000,
  ...(initial ? { initial_value: initial } : {}),
});
