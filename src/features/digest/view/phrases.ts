import type { Instant, LocalDay } from '../../../domain/day.js';
import { dayAt, timeAt } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { goalWords } from '../../../domain/goal-words.js';
import type { Words } from '../../../domain/plan.js';
import type { Program } from '../../../domain/program.js';
import { type Reason, reasonWords } from '../../../domain/reason.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import type { ChangedProject, Digest, LitProject } from '../compute.js';
import { digestWords } from '../words.js';
import { clipWidth } from './lines.js';

/** Speaks of a digest's parts in one language, a line each; everything that people typed is escaped here. */
export function phrasesOf(program: Program, language: Language) {
  const words = inLanguage(digestWords, language);
  const zh = language === 'zh';
  const day = (of: LocalDay): string => dayWords(of, language, program.year);
  const list = (parts: readonly string[]): string => parts.join(zh ? '，' : ', ');
  const bracket = (text: string): string => (zh ? `（${text}）` : ` (${text})`);
  const colon = zh ? '：' : ': ';
  /** An English name takes twice the letters of the same in Chinese. */
  const name = (of: Words | null, most = zh ? 20 : 40): string | null =>
    of === null ? null : escapeText(clip(of[language], most));
  /** `width` in Chinese characters: the ledger's names are the same in both languages. */
  const projectName = (project: { code: string; name: string }, width: number): string =>
    escapeText(`${project.code} ${clipWidth(project.name, width)}`);

  /** `6 月 17 日 18:00`, the day left out where it is `on`. */
  function moment(instant: Instant, on: LocalDay | null): string {
    const its = dayAt(instant, program.timeZone);
    const time = timeAt(instant, program.timeZone);
    return its === on ? time : `${day(its)} ${time}`;
  }

  /** What is news to a digest: `今日变化`, `本周变化`, `6 月 15 日以来变化`; read on a later day, `6 月 17 日变化`. */
  function changesWord(
    { cadence, since, day: of }: Pick<Digest, 'cadence' | 'since' | 'day'>,
    past: boolean,
    today = of,
  ): string {
    if (since !== null) return words.changesFrom(day(since));
    if (today > of && cadence === 'daily') return words.changesOf(day(of));
    return past && cadence === 'daily' ? words.changesOn : words.changes(cadence);
  }

  /** `东阿县 2020 年项目攻坚行动 · 全部项目（80 个）`. */
  function about(digest: Digest): string {
    const most = zh ? 20 : 40;
    const scope = digest.scopeName === null ? words.wholePlan : digest.scopeName[language];
    const { red, amber, green, unlit } = digest;
    const count = words.projects(red.length + amber.length + green.length + unlit.length);
    return `${escapeText(clip(program.name[language], most))} · ${escapeText(clip(scope, most))}${bracket(count)}`;
  }

  const { quantity, yuan, value: goalValue, gate, line: goalLine } = goalWords(language, program.year);

  /** The most serious reason of a light, in so few words that a project takes one line of a phone. */
  function shortReason({ lit }: LitProject): string {
    const [reason] = lit.reasons;
    if (reason === undefined) return '';
    const milestone = 'milestone' in reason && reason.milestone !== null ? escapeText(clip(reason.milestone, 8)) : '';
    switch (reason.kind) {
      case 'overdue':
        return words.shortOverdue(milestone, reason.days);
      case 'blocked':
        return words.shortBlocked(milestone, reason.obstacle, reason.days);
      case 'behind':
        return words.shortBehind(milestone, Math.floor(reason.points));
      case 'start-missed':
        return words.shortStart(reason.days);
      default:
        return escapeText(reasonWords(reason, language, program.year));
    }
  }

  /** Why a project's light is what it is, the most serious reason first. */
  function reasons({ lit }: LitProject, most: number): string {
    return lit.reasons
      .slice(0, most)
      .map((reason) => escapeText(reasonWords(shortNames(reason), language, program.year)))
      .join(zh ? '；' : '; ');
  }

  function changeOf(change: ChangedProject['changes'][number], today: LocalDay, noteLength: number): string {
    const done = change.percent === 100;
    const doneOn = change.doneOn !== null && change.doneOn !== today ? bracket(day(change.doneOn)) : '';
    const to = change.percent === null ? '' : done ? `${words.done}${doneOn}` : `${change.percent}%`;
    const moved = change.before !== change.percent && change.before !== null && to !== '' ? `${change.before}% → ` : '';
    const parts = [
      `${escapeText(clip(change.milestone, 30))} ${moved}${to}`.trimEnd(),
      ...(!done && change.forecast !== null && change.forecast !== change.forecastBefore
        ? [words.forecast(day(change.forecast))]
        : []),
      ...(change.late ? [words.lateReport] : []),
      ...(change.note === '' ? [] : [escapeText(clip(change.note.replace(/\s+/g, ' '), noteLength))]),
    ];
    return list(parts);
  }

  function figuresOf(figures: NonNullable<ChangedProject['figures']>): string {
    const to = yuan(figures.doneInvestment);
    return figures.before === null ? words.firstFigures(to) : words.figures(yuan(figures.before), to);
  }

  /** One project's changes, a line each. */
  const changeLines = ({ changes, figures }: ChangedProject, today: LocalDay, noteLength: number): string[] => [
    ...changes.map((change) => changeOf(change, today, noteLength)),
    ...(figures === null ? [] : [figuresOf(figures)]),
  ];

  return {
    words,
    language,
    zh,
    day,
    list,
    bracket,
    colon,
    name,
    projectName,
    moment,
    about,
    changesWord,
    quantity,
    yuan,
    goalLine,
    goalValue,
    gate,
    shortReason,
    reasons,
    changeLines,
  };
}

export type Phrases = ReturnType<typeof phrasesOf>;

/** A ledger's milestone can be called by 200 characters; nobody reads further than this. */
function shortNames(reason: Reason): Reason {
  return 'milestone' in reason && reason.milestone !== null
    ? { ...reason, milestone: clip(reason.milestone, 30) }
    : reason;
}
