import type { KnownBlock } from '@slack/types';
import { daysBetween, type LocalDay } from '../../../domain/day.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import { daysAtRungs, tellLife } from '../../../domain/obstacle.js';
import type { WorkCalendar } from '../../../domain/workday.js';
import { button, section } from '../../../slack/blocks.js';
import { quoted } from '../../../text/escape.js';
import type { Phrases } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { Seen } from '../model.js';
import { words as claimedWords } from './claimed.js';
import { labels } from './labels.js';
import type { PhrasesOf } from './parts.js';
import { caseWords } from './parts.js';
import { words as resolvedWords } from './resolved.js';
import { withdrawnStep } from './withdrawn.js';

export const words = {
  ...caseWords,
  urgentFor: { zh: (reason: string) => `加急：${reason}`, en: (reason: string) => `Urgent: ${reason}` },
  urgentAsked: {
    zh: (reason: string) => `要加急，等单位负责人同意：${reason}`,
    en: (reason: string) => `Asks to be urgent; the unit head agrees: ${reason}`,
  },
  milestone: { zh: (name: string) => `卡住：${name}`, en: (name: string) => `Blocks ${name}` },
  raisedBy: {
    zh: (name: string, day: string) => `${name}提出，${day}起`,
    en: (name: string, day: string) => `By ${name}, since ${day}`,
  },
  help: { zh: (text: string) => `请求支持：${text}`, en: (text: string) => `Help asked: ${text}` },
  refersTo: { zh: (number: number) => `同${number}号`, en: (number: number) => `see obstacle ${number}` },
  files: { zh: (names: string) => `附件：${names}`, en: (names: string) => `Attached: ${names}` },
  waits: {
    zh: (who: string, rung: string) => `等${who}（${rung}）`,
    en: (who: string, rung: string) => `Waits on ${who} (${rung})`,
  },
  waitsAlone: { zh: (who: string) => `等${who}`, en: (who: string) => `Waits on ${who}` },
  nobodyThere: { zh: (rung: string) => `${rung}无人在岗`, en: (rung: string) => `Nobody is there at the ${rung}` },
  here: {
    zh: (day: string, number: number) => `本级自${day}，全程第${number}天`,
    en: (day: string, number: number) => `Here since ${day}, day ${number} in all`,
  },
  lapsedLine: {
    zh: (moment: string) => `本级限${moment}，已过；已在最高一级`,
    en: (moment: string) => `Its limit of ${moment} has passed; it is at the top`,
  },
  unconfirmed: {
    zh: (who: string) => `${who}提出，还没有确认，不计灯`,
    en: (who: string) => `By ${who}, unconfirmed: no light yet`,
  },
  confirms: {
    zh: (who: string, limit: string) => `等${who}确认，${limit}`,
    en: (who: string, limit: string) => `${who} confirms, ${limit}`,
  },
  decides: {
    zh: (who: string, limit: string) => `有异议，等${who}定，${limit}`,
    en: (who: string, limit: string) => `Disputed; ${who} decides, ${limit}`,
  },
  queried: { zh: '已退回补充，期限停1个工作日', en: 'Queried: the clock stopped for one workday' },
  promiseAsked: {
    zh: (day: string, who: string) => `要到${day}，等${who}同意`,
    en: (day: string, who: string) => `${day} is asked for; ${who} agrees`,
  },
  verifies: {
    zh: (who: string, moment: string) => `等${who}核实，限${moment}`,
    en: (who: string, moment: string) => `${who} verifies by ${moment}`,
  },
  dismissed: {
    zh: (reason: string) => `不属卡点：${reason}`,
    en: (reason: string) => `No obstacle: ${reason}`,
  },
  dismissedBy: { zh: (who: string) => `${who}定`, en: (who: string) => `Decided by ${who}` },
  mayTakeUp: {
    zh: (moment: string) => `不同意可提一次，${moment}前`,
    en: (moment: string) => `It may be taken up once, by ${moment}`,
  },
  closedLine: {
    zh: (day: string, number: number) => `${day}已销号，全程${number}天`,
    en: (day: string, number: number) => `Closed ${day}, on day ${number}`,
  },
  withdrawnLine: { zh: (day: string) => `${day}已撤回`, en: (day: string) => `Taken back ${day}` },
  endedLine: { zh: (day: string) => `${day}已结，不计入`, en: (day: string) => `Ended ${day}; it counts nowhere` },
  atRungs: { zh: (parts: string) => `${parts}个工作日`, en: (parts: string) => `Workdays: ${parts}` },
  promises: {
    zh: (kept: number, missed: number) =>
      `承诺${kept + missed}次：${[kept > 0 ? `兑现${kept}` : '', missed > 0 ? `未兑现${missed}` : ''].filter(Boolean).join('，')}`,
    en: (kept: number, missed: number) =>
      `Promises: ${[kept > 0 ? `${kept} kept` : '', missed > 0 ? `${missed} missed` : ''].filter(Boolean).join(', ')}`,
  },
} as const satisfies Phrases;

export const headText = (phrases: PhrasesOf): string => `${phrases.title} · ${phrases.project}`;

/** How a card is looked at: on which day (none: a card that stays says what holds until its next step), and who is mentioned. */
export type Look = {
  readonly lead?: string;
  readonly today?: LocalDay;
  readonly mention?: string | null;
  readonly calendar?: WorkCalendar;
};

/** Number and project, what stands in the way, what it blocks, where it stands. */
export function face(seen: Seen, phrases: PhrasesOf, look: Look = {}): KnownBlock[] {
  const { obstacle } = seen;
  const say = inLanguage(words, phrases.language);
  const { typed } = phrases;
  const { urgentReason: urgent, state } = obstacle;
  const facts = [
    obstacle.milestone === null ? '' : say.milestone(typed(milestoneName(obstacle.milestone, phrases.language))),
    phrases.kind,
    phrases.matter,
    state.returns > 0 ? say.returns(state.returns) : '',
    obstacle.refersTo === null ? '' : say.refersTo(obstacle.refersTo),
  ];
  const lines = [
    `*${[look.lead, phrases.title, phrases.project].filter(Boolean).join(' · ')}*`,
    quoted(typed(obstacle.text)),
    facts.filter(Boolean).join(' · '),
    say.raisedBy(phrases.name(obstacle.raisedById), phrases.day(obstacle.since)),
    ...(urgent === null ? [] : [state.urgent ? `*${say.urgentFor(typed(urgent))}*` : say.urgentAsked(typed(urgent))]),
    ...(obstacle.help === null ? [] : [say.help(typed(obstacle.help))]),
    ...(obstacle.files.length === 0 ? [] : [say.files(typed(obstacle.files.map((file) => file.name).join('、')))]),
    standingLine(seen, phrases, look),
  ];
  const see = button(ids.files, { id: obstacle.id }, inLanguage(labels, phrases.language).files);
  return [section(lines.join('\n'), obstacle.files.length === 0 ? undefined : see)];
}

/** Where it stands now, and until when. */
export function standingLine(seen: Seen, phrases: PhrasesOf, look: Look = {}): string {
  return standingRows(seen, phrases, look).filter(Boolean).join('\n');
}

function standingRows(seen: Seen, phrases: PhrasesOf, look: Look): readonly string[] {
  const { obstacle } = seen;
  const { state } = obstacle;
  const say = inLanguage(words, phrases.language);
  const { name, typed, moment } = phrases;
  const rule = state.rule === null ? '' : inLanguage(resolvedWords, phrases.language).ruleChanged(typed(state.rule));
  switch (state.standing) {
    case 'closed': {
      const day = phrases.dayAt(state.closedAt ?? 0);
      if (!state.withdrawn)
        return [
          say.closedLine(day, dayNumber(seen, phrases, state.closedAt ?? 0)),
          rule,
          ...lifeRows(seen, phrases, look),
        ];
      const last = seen.steps.findLast(({ step }) => step.kind === 'withdrawn')?.step;
      const own = last?.kind !== 'withdrawn' || last.why === undefined;
      const by = own || last.by === null ? '' : phrases.actor(last.by, last.standsInFor);
      return own ? [say.withdrawnLine(day)] : [withdrawnStep(phrases, by, last), say.endedLine(day)];
    }
    case 'resolved': {
      const until = state.verifyBy ?? 0;
      if (state.dismissed)
        return [
          say.dismissed(typed(state.resolution ?? '')),
          say.dismissedBy(name(state.resolvedById)),
          state.takenUp ? '' : say.mayTakeUp(moment(until)),
        ];
      const verifiers = [...new Set([obstacle.raisedById, obstacle.ownerId])].filter((id) => id !== null).map(name);
      const who = verifiers.join(phrases.language === 'zh' ? '、' : ' or ');
      return [
        inLanguage(resolvedWords, phrases.language).resolvedBy(name(state.resolvedById), typed(state.resolution ?? '')),
        rule,
        say.verifies(who, moment(until)),
      ];
    }
    case 'claimed':
      return [
        inLanguage(claimedWords, phrases.language).claimedBy(
          name(state.claimedById),
          phrases.day(state.promisedFor ?? obstacle.since),
        ),
        here(seen, phrases, look),
      ];
    case 'open':
      return state.confirmation === null ? openRows(seen, phrases, look) : unconfirmedRows(seen, phrases);
  }
}

function openRows(seen: Seen, phrases: PhrasesOf, look: Look): readonly string[] {
  const { obstacle, actingId } = seen;
  const { state } = obstacle;
  const say = inLanguage(words, phrases.language);
  const { rung, departmentId, holderId } = state;
  const at =
    rung === 'unit' ? phrases.unit(obstacle.unitId) : rung === 'department' ? phrases.unit(departmentId) : null;
  const standsIn = holderId !== null && actingId !== null && actingId !== holderId;
  const holder = actingId === null ? null : phrases.actor(actingId, standsIn ? holderId : undefined);
  const who = look.mention ? `<@${look.mention}>` : holder;
  return [
    holderId === null || who === null
      ? say.nobodyThere(phrases.rungWith(rung, departmentId))
      : at === null
        ? say.waitsAlone(who)
        : say.waits(who, at),
    state.lapsed ? say.lapsedLine(phrases.moment(state.deadline)) : phrases.until(),
    state.query === 'asked' ? say.queried : '',
    state.promiseAskedFor === null
      ? ''
      : say.promiseAsked(phrases.day(state.promiseAskedFor), phrases.name(state.promiseAskedOf)),
    here(seen, phrases, look),
  ];
}

function unconfirmedRows({ obstacle }: Seen, phrases: PhrasesOf): readonly string[] {
  const say = inLanguage(words, phrases.language);
  const { confirmation, confirmerId, confirmBy } = obstacle.state;
  const limit = say.until(phrases.moment(confirmBy ?? 0), '');
  const who = phrases.name(confirmerId);
  return [
    say.unconfirmed(phrases.name(obstacle.raisedById)),
    confirmation === 'sponsor' ? say.decides(who, limit) : say.confirms(who, limit),
  ];
}

/** Its own clock and that of the case, each by its name: who has it since today is not late. Not where it began here today. */
function here(seen: Seen, phrases: PhrasesOf, { today }: Look): string {
  const { rungFrom } = seen.obstacle.state;
  const flagged = phrases.dayOf(seen.obstacle.recordedAt);
  const now = today ?? rungFrom;
  if (rungFrom <= flagged && now <= flagged) return '';
  return inLanguage(words, phrases.language).here(phrases.day(rungFrom), daysBetween(flagged, now) + 1);
}

const dayNumber = ({ obstacle }: Seen, phrases: PhrasesOf, at: number): number =>
  daysBetween(phrases.dayOf(obstacle.recordedAt), phrases.dayOf(at)) + 1;

/** What its life says once it is over: the working days of each rung, the promises. */
function lifeRows(seen: Seen, phrases: PhrasesOf, { calendar }: Look): readonly string[] {
  const say = inLanguage(words, phrases.language);
  const { zh } = phrases;
  const { stays, promises } = tellLife(seen.steps, seen.obstacle.state.departmentId);
  const kept = promises.filter((each) => each.kept).length;
  const rungs =
    calendar === undefined
      ? []
      : daysAtRungs(stays, { calendar, timeZone: phrases.timeZone }).map(({ rung, unitId, workdays }) => {
          const named =
            rung === 'unit'
              ? phrases.unit(seen.obstacle.unitId)
              : unitId === null
                ? phrases.rung(rung)
                : phrases.unit(unitId);
          return `${named}${zh ? '' : ' '}${workdays}`;
        });
  return [
    rungs.length === 0 ? '' : say.atRungs(rungs.join(zh ? '、' : ', ')),
    promises.length === 0 ? '' : say.promises(kept, promises.length - kept),
  ];
}

/** The project and what stands in its way, below a line that says what happened. */
export const about = ({ obstacle }: Seen, phrases: PhrasesOf): string =>
  `${phrases.project}\n${quoted(phrases.typed(obstacle.text))}`;
