import { dayAt } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { RUNG_LABELS, type Skipped } from '../../../domain/ladder.js';
import { countedWords, momentWords, type Step, workdaysWords } from '../../../domain/obstacle.js';
import { KIND_LABELS, MATTER_LABELS } from '../../../domain/obstacle-words.js';
import type { Rung } from '../../../domain/plan.js';
import type { Program } from '../../../domain/program.js';
import type { Contact } from '../../../store/people.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import type { Seen } from '../act/see.js';
import { words } from '../words.js';

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
  const say = inLanguage(words, language);
  const comma = language === 'zh' ? '，' : ', ';
  const stop = language === 'zh' ? '；' : '; ';

  const typed = (text: string) => escapeText(clip(text, MOST_TEXT));
  const day = (of: Parameters<typeof dayWords>[0]) => dayWords(of, language, program.year);
  const moment = (at: number) => momentWords(at, program.timeZone, language, program.year);
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
        return [say.stepFlagged(by, rung(of.rung)), skipped(of.skipped)].filter(Boolean).join(stop);
      case 'claimed':
        return say.stepClaimed(by, day(of.promisedFor));
      case 'resolved':
        return [say.stepResolved(by, typed(of.what)), of.rule === null ? '' : say.ruleLine(typed(of.rule))]
          .filter(Boolean)
          .join(stop);
      case 'raised':
        return [raised(of), skipped(of.skipped)].filter(Boolean).join(stop);
      case 'handed-over':
        return say.stepHandedOver(by, unit(of.fromUnitId), unit(of.toUnitId), typed(of.reason));
      case 'succeeded':
        return say.stepSucceeded(name(of.fromId), name(of.toId));
      case 'returned':
        return say.stepReturned(by, of.count, typed(of.reason));
      case 'verified':
        return say.stepVerified(by);
      case 'withdrawn':
        return say.stepWithdrawn(by);
      case 'adopted':
        return say.stepAdopted(by);
      case 'commented':
        return say.stepCommented(by, typed(of.text));
      case 'lapsed':
        return of.why === 'silence'
          ? say.stepLapsedSilence(name(of.silentId), workdaysWords(of.workdays, language))
          : say.stepLapsedPromise(name(of.silentId));
      case 'unverified':
        return of.toCoordinators ? say.stepUnverifiedTold : say.stepUnverified;
      case 'announced':
      case 'half-way':
        return '';
    }
  }

  function raised(of: Extract<Step, { kind: 'raised' }>): string {
    const to = rungWith(of.to, of.toUnitId);
    const days = workdaysWords(of.workdays, language);
    switch (of.why) {
      case 'asked':
        return say.stepRaised(of.by === null ? say.somebody : actor(of.by, of.standsInFor), to, typed(of.reason ?? ''));
      case 'silence':
        return say.stepSilence(name(of.silentId), days, to);
      case 'promise':
        return say.stepPromise(name(of.silentId), days, to);
      case 'absence':
        return say.stepAbsence(to);
    }
  }

  /** `6 月 30 日 18:00 前（3 个工作日：28、29、30 日）` */
  function until(): string {
    const counted =
      state.counted.length === 0
        ? ''
        : say.counted(workdaysWords(state.counted.length, language), countedWords(state.counted, language));
    return say.until(moment(state.deadline), counted);
  }

  return {
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
    dayAt: (at: number) => day(dayAt(at, program.timeZone)),
    kind: KIND_LABELS[state.kind][language],
    matter: MATTER_LABELS[obstacle.matter][language],
    title: say.number(obstacle.number),
    project: `${obstacle.code} ${escapeText(clip(obstacle.projectName, 40))}`,
  };
}

export type PhrasesOf = ReturnType<typeof phrasesOf>;
