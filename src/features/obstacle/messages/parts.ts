import { dayAt, type LocalDay } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { RUNG_LABELS, type Skipped } from '../../../domain/ladder.js';
import { countedWords, momentWords, type Step, workdaysWords } from '../../../domain/obstacle.js';
import { KIND_LABELS, MATTER_LABELS } from '../../../domain/obstacle-words.js';
import type { Rung } from '../../../domain/plan.js';
import type { Program } from '../../../domain/program.js';
import type { InputElement } from '../../../slack/blocks.js';
import type { ObstacleCase } from '../../../store/obstacles.js';
import type { Contact } from '../../../store/people.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import type { Seen } from '../model.js';
import { caseWords } from './case-words.js';

export { caseWords } from './case-words.js';

/** What people wrote is shown whole up to so many characters; the log keeps all of it. */
const MOST_TEXT = 600;

/** One case in the words of one language: what its card, its steps and its reminders are made of. */
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

  /** A step as its thread and the card's life tell it, without a stop at its end. */
  function step(of: Step): string {
    const by = 'by' in of && of.by !== null ? actor(of.by, of.standsInFor) : '';
    switch (of.kind) {
      case 'flagged':
        if (of.confirmation) return say.stepFlaggedOutside(by);
        return [say.stepFlagged(by, rung(of.rung)), skipped(of.skipped)].filter(Boolean).join(stop);
      case 'claimed':
        return [
          say.stepClaimed(by, day(of.promisedFor)),
          of.reason ? say.claimedLater(typed(of.reason)) : '',
          of.consentBy ? say.claimedConsent(name(of.consentBy)) : '',
        ]
          .filter(Boolean)
          .join(comma);
      case 'confirmed':
        if (of.by === null) return say.stepStands;
        return of.upheld ? say.stepUpheld(by) : say.stepConfirmed(by);
      case 'disputed':
        return say.stepDisputed(by, typed(of.reason));
      case 'head-asked':
        return say.stepHeadAsked(name(of.toId));
      case 'urgent-confirmed':
        return say.stepUrgent(by);
      case 'promise-asked':
        return say.stepPromiseAsked(by, day(of.promisedFor), day(of.latest), typed(of.reason));
      case 'promise-refused':
        return say.stepPromiseRefused(by, day(of.promisedFor), typed(of.reason));
      case 'queried':
        return say.stepQueried(by, typed(of.text));
      case 'supplemented':
        return say.stepSupplemented(by, typed(of.text));
      case 'instructed':
        return say.stepInstructed(by, typed(of.text));
      case 'resolved':
        if (of.none) return say.stepDismissed(by, typed(of.what));
        return [say.stepResolved(by, typed(of.what)), of.rule === null ? '' : say.ruleLine(typed(of.rule))]
          .filter(Boolean)
          .join(stop);
      case 'raised':
        return [raised(of), skipped(of.skipped)].filter(Boolean).join(stop);
      case 'handed-over':
        return say.stepHandedOver(by, unit(of.toUnitId), typed(of.reason));
      case 'succeeded':
        return say.stepSucceeded(name(of.fromId), name(of.toId));
      case 'returned':
        return say.stepReturned(by, of.count, typed(of.reason));
      case 'verified':
        return say.stepVerified(by);
      case 'withdrawn':
        return withdrawn(of, by);
      case 'adopted':
        return say.stepAdopted(by);
      case 'commented':
        return say.stepCommented(by, typed(of.text));
      case 'lapsed':
        return of.why === 'silence' ? say.stepLapsedSilence(workdays(of.workdays)) : say.stepLapsedPromise;
      case 'unverified':
        return of.toCoordinators ? say.stepUnverifiedTold : say.stepUnverified;
      case 'announced':
      case 'half-way':
      case 'promise-due':
        return '';
    }
  }

  function withdrawn(of: Extract<Step, { kind: 'withdrawn' }>, by: string): string {
    switch (of.why) {
      case 'accepted':
        return say.stepAccepted(by);
      case 'unanswered':
        return say.stepUnanswered;
      case 'struck':
        return say.stepStruck(by, typed(of.reason ?? ''));
      case 'merged':
        return say.stepMerged(by, of.into ?? 0);
      default:
        return say.stepWithdrawn(by);
    }
  }

  function raised(of: Extract<Step, { kind: 'raised' }>): string {
    const to = rungWith(of.to, of.toUnitId);
    switch (of.why) {
      case 'asked':
        return say.stepRaised(of.by === null ? say.somebody : actor(of.by, of.standsInFor), to, typed(of.reason ?? ''));
      case 'silence':
        return say.stepSilence(workdays(of.workdays), to);
      case 'promise':
        return say.stepPromise(to);
      case 'absence':
        return say.stepAbsence(to);
    }
  }

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
    step,
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

export type PhrasesOf = ReturnType<typeof phrasesOf>;

/** A field for a text of some lines, at most a thousand characters. */
export const written = (name: string, initial?: string): InputElement => ({
  type: 'plain_text_input',
  action_id: name,
  multiline: true,
  max_length: 1000,
  ...(initial ? { initial_value: initial } : {}),
});
