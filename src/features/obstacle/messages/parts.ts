import { dayAt } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { RUNG_LABELS, type Skipped } from '../../../domain/ladder.js';
import { countedWords, momentWords, type Step, workdaysWords } from '../../../domain/obstacle.js';
import { KIND_LABELS, MATTER_LABELS } from '../../../domain/obstacle-words.js';
import type { Rung } from '../../../domain/plan.js';
import type { Program } from '../../../domain/program.js';
import type { InputElement } from '../../../slack/blocks.js';
import type { Contact } from '../../../store/people.js';
import { clip, escapeText } from '../../../text/escape.js';
import type { Phrases } from '../../../text/language.js';
import { inLanguage, type Language } from '../../../text/language.js';
import type { Seen } from '../model.js';

export const caseWords = {
  number: { zh: (number: number) => `卡点 ${number} 号`, en: (number: number) => `Obstacle ${number}` },
  returns: {
    zh: (count: number) => `已退回 ${count} 次`,
    en: (count: number) => `returned ${count === 1 ? 'once' : `${count} times`}`,
  },
  standsInFor: {
    zh: (acting: string, holder: string) => `${acting}（代${holder}）`,
    en: (acting: string, holder: string) => `${acting} (for ${holder})`,
  },
  until: {
    zh: (moment: string, counted: string) => `限 ${moment} 前${counted}`,
    en: (moment: string, counted: string) => `until ${moment}${counted}`,
  },
  counted: {
    zh: (workdays: string, days: string) => `（${workdays}：${days}）`,
    en: (workdays: string, days: string) => ` (${workdays}: ${days})`,
  },
  ruleLine: { zh: (rule: string) => `已修改规定：${rule}`, en: (rule: string) => `Rule changed: ${rule}` },
  claim: { zh: '认领', en: 'Claim' },
  resolve: { zh: '办结', en: 'Resolve' },
  raise: { zh: '提级', en: 'Raise' },
  handOver: { zh: '转办', en: 'Hand over' },
  comment: { zh: '留言', en: 'Comment' },
  giveBack: { zh: '退回', en: 'Return' },
  withdraw: { zh: '撤回', en: 'Take back' },
  details: { zh: '看详情', en: 'Details' },
  close: { zh: '取消', en: 'Cancel' },
  stepFlagged: {
    zh: (who: string, rung: string) => `${who}提出，到${rung}`,
    en: (who: string, rung: string) => `${who} flagged it, to the ${rung}`,
  },
  stepClaimed: {
    zh: (who: string, day: string) => `${who}认领，承诺 ${day}办结`,
    en: (who: string, day: string) => `${who} claimed it, promised for ${day}`,
  },
  stepResolved: {
    zh: (who: string, what: string) => `${who}办结：${what}`,
    en: (who: string, what: string) => `${who} resolved it: ${what}`,
  },
  stepRaised: {
    zh: (who: string, to: string, reason: string) => `${who}提级到${to}：${reason}`,
    en: (who: string, to: string, reason: string) => `${who} raised it to the ${to}: ${reason}`,
  },
  stepSilence: {
    zh: (who: string, days: string, to: string) => `到期未认领，${who} ${days}没有动静，自动提级到${to}`,
    en: (who: string, days: string, to: string) =>
      `Nobody claimed it in time: ${who} was silent for ${days}. Raised to the ${to} by itself`,
  },
  stepPromise: {
    zh: (who: string, days: string, to: string) => `承诺未兑现：${who}认领已 ${days}，自动提级到${to}`,
    en: (who: string, days: string, to: string) =>
      `${who} missed the promise after ${days}. Raised to the ${to} by itself`,
  },
  stepAbsence: {
    zh: (to: string) => `无人在岗，直接到${to}`,
    en: (to: string) => `Nobody is there: straight to the ${to}`,
  },
  stepHandedOver: {
    zh: (who: string, from: string, to: string, reason: string) => `${who}从${from}转给${to}：${reason}`,
    en: (who: string, from: string, to: string, reason: string) =>
      `${who} handed it over from ${from} to ${to}: ${reason}`,
  },
  stepSucceeded: {
    zh: (from: string, to: string) => `改由${to}办理（原${from}）`,
    en: (from: string, to: string) => `${to} has it now, in the place of ${from}`,
  },
  stepReturned: {
    zh: (who: string, count: number, reason: string) => `${who}核实不通过，第 ${count} 次退回：${reason}`,
    en: (who: string, count: number, reason: string) =>
      `${who} did not find it cleared and returned it (${count}): ${reason}`,
  },
  stepVerified: { zh: (who: string) => `${who}核实，已销号`, en: (who: string) => `${who} verified it: closed` },
  stepWithdrawn: { zh: (who: string) => `${who}撤回`, en: (who: string) => `${who} took it back` },
  stepAdopted: {
    zh: (who: string) => `${who}改按现行期限执行`,
    en: (who: string) => `${who} took it over to the deadlines in force now`,
  },
  stepCommented: {
    zh: (who: string, text: string) => `${who}留言：${text}`,
    en: (who: string, text: string) => `${who}: ${text}`,
  },
  stepLapsedSilence: {
    zh: (who: string, days: string) => `到期未认领，${who} ${days}没有动静；已在最高一级`,
    en: (who: string, days: string) => `Nobody claimed it in time: ${who} was silent for ${days}; it is at the top`,
  },
  stepLapsedPromise: {
    zh: (who: string) => `${who}未兑现承诺；已在最高一级`,
    en: (who: string) => `${who} missed the promise; it is at the top`,
  },
  stepUnverified: { zh: '到期未核实，已提醒提出人', en: 'Not verified in time; who raised it was reminded' },
  stepUnverifiedTold: { zh: '仍未核实，已告知统筹人员', en: 'Still not verified; the coordinators were told' },
  skippedNone: {
    zh: (rung: string) => `${rung}没有明确责任人，越过`,
    en: (rung: string) => `passed by the ${rung}: nobody is named`,
  },
  skippedLeave: {
    zh: (rung: string, who: string) => `${rung}${who}请假且无人代理，越过`,
    en: (rung: string, who: string) => `passed by the ${rung}: ${who} is on leave and nobody stands in`,
  },
  somebody: { zh: '该级', en: 'the rung' },
} as const satisfies Phrases;

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
    dayAt: (at: number) => day(dayAt(at, program.timeZone)),
    kind: KIND_LABELS[state.kind][language],
    matter: MATTER_LABELS[obstacle.matter][language],
    title: say.number(obstacle.number),
    project: `${obstacle.code} ${escapeText(clip(obstacle.projectName, 40))}`,
  };
}

export type PhrasesOf = ReturnType<typeof phrasesOf>;

/** A field for a text of some lines, at most a thousand characters. */
export const written = (name: string, initial?: string): InputElement => ({
  type: 'plain_text_input',
  action_id: name,
  multiline: true,
  max_length: 1000,
  ...(initial ? { initial_value: initial } : {}),
});
