import { overdueDays } from '../../../domain/action-item.js';
import { dayAt, daysBetween } from '../../../domain/day.js';
import { countEn } from '../../../domain/day-words.js';
import { type DenominatorChange, denominatorWords } from '../../../domain/denominator-change.js';
import type { ChangedProject, Digest, JudgedGoal, LitProject, Unreported } from '../../../domain/digest/compute.js';
import type { Change, FactItem, FactSlip, ShownBy } from '../../../domain/digest/facts.js';
import type { WaitingObstacle } from '../../../domain/digest/obstacles.js';
import { evidenceWords } from '../../../domain/evidence.js';
import type { GateState } from '../../../domain/gate.js';
import { judgementOfGate, judgementWords } from '../../../domain/judgement.js';
import { type Light, RUNGS, type Rung } from '../../../domain/plan.js';
import { clip, escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import { cutToFit } from '../../../text/row.js';
import { slipTitle } from '../../slip/door.js';
import { redDays } from './count-rows.js';
import { words as eventWords } from './event-rows.js';
import { haveWords, neededWords, outcome } from './goal-values.js';
import type { Phrases } from './phrases.js';
import { shortName, stepName } from './rows.js';

/** One item of a list or a reply. */
export const words = {
  sponsor: { zh: (name: string) => `包保${name}`, en: (name: string) => `sponsor ${name}` },
  nthDay: { zh: (days: number) => `第${days}天`, en: (days: number) => `day ${days}` },
  number: { zh: (number: number) => `${number}号`, en: (number: number) => `No. ${number}` },
  hereSince: {
    zh: (day: string, days: number) => `本级自${day}，全程第${days}天`,
    en: (day: string, days: number) => `here since ${day}, day ${days} in all`,
  },
  overdue: { zh: '超期', en: 'overdue' },
  urgent: { zh: '急', en: 'urgent' },
  promised: { zh: (day: string) => `承诺${day}`, en: (day: string) => `promised ${day}` },
  dueBy: { zh: (day: string) => `限${day}`, en: (day: string) => `by ${day}` },
  daysOverdue: { zh: (days: number) => `超期${days}天`, en: (days: number) => `${countEn(days, 'day')} overdue` },
  actionItem: { zh: (number: number) => `交办${number}号`, en: (number: number) => `Item ${number}` },
  doneOn: { zh: (day: string) => `${day}办结`, en: (day: string) => `done ${day}` },
  answered: { zh: '已答复待定', en: 'answered' },
  toVerify: { zh: '已办结，待核实', en: 'resolved, to be verified' },
  askedSince: { zh: (day: string) => `${day}起问`, en: (day: string) => `asked since ${day}` },
  rung: { zh: (rung: Rung) => RUNG_ZH[rung], en: (rung: Rung) => RUNG_EN[rung] },
  toldOn: { zh: (day: string) => `补报${day}`, en: (day: string) => `told ${day}` },
  metOn: { zh: (day: string) => `${day}补上`, en: (day: string) => `made good ${day}` },
  turnedRed: { zh: '变红', en: 'Turned red' },
  turnedGreen: { zh: '变绿', en: 'Turned green' },
  finished: { zh: '完成', en: 'Done' },
  postponed: { zh: '延期', en: 'Postponed' },
  postponedBefore: {
    zh: (first: string, times: number) => `，原定${first}，延期${times}次`,
    en: (first: string, times: number) => `, first due ${first}, ${times} times`,
  },
  missed: { zh: '承诺未兑现', en: 'Promise missed' },
} as const satisfies Catalogue;

const RUNG_ZH: Readonly<Record<Rung, string>> = {
  unit: '单位',
  department: '部门',
  sponsor: '包保',
  commander: '总指挥',
};
const RUNG_EN: Readonly<Record<Rung, string>> = {
  unit: 'unit',
  department: 'department',
  sponsor: 'sponsor',
  commander: 'commander',
};

export const ICONS: Readonly<Record<Light, string>> = { red: '🔴', amber: '🟡', green: '🟢' };

/** A project in two or three rows: who answers for it and for how long it has been so, then why. */
export function litItem(each: LitProject, digest: Digest, phrases: Phrases): string {
  const own = inLanguage(words, phrases.language);
  const { project, lit } = each;
  const days = redDays(digest, project.id);
  const rest = [phrases.name(project.unitName, phrases.zh ? 8 : 18) ?? '', ...(days === null ? [] : [own.nthDay(days)])]
    .filter(Boolean)
    .map((part) => ` · ${part}`)
    .join('');
  const icon = lit.light === null ? '' : `${ICONS[lit.light]} `;
  const named = cutToFit(shortName(project), (cut) => `${icon}${cut}${rest}`, phrases.language);
  return [`${icon}*${escapeText(named)}*${escapeText(rest)}`, ...phrases.reasonLines(each).map(escapeText)].join('\n');
}

/** `4号 P-068 老城棚改：126户未签约`, then where it is, since when, and what was promised. */
export function obstacleItem(each: WaitingObstacle, digest: Digest, phrases: Phrases): string {
  const own = inLanguage(words, phrases.language);
  const { colon, day } = phrases;
  const lit = projectOf(digest, each.projectId);
  const project = lit === null ? each.code : shortName(lit.project);
  const head = `${own.number(each.number)} ${project}${colon}`;
  const text = clip(each.text.replace(/\s+/g, ' '), 60);
  const here = day(dayAt(each.since, digest.program.timeZone));
  const stands = [
    recipientOf(each, phrases),
    own.hereSince(here, each.days + 1),
    ...(each.overdue ? [own.overdue] : []),
    ...(each.urgent ? [own.urgent] : []),
    ...(each.standing === 'claimed' && each.promisedFor !== null ? [own.promised(day(each.promisedFor))] : []),
    ...(each.standing === 'resolved' ? [own.toVerify] : []),
  ];
  return `*${escapeText(head.slice(0, -colon.length))}*${colon}${escapeText(text)}\n${escapeText(phrases.list(stands))}`;
}

/** `督〔2020〕9号（红） P-010 热处理中心：开工`, then which unit is to answer it and by when. */
export function slipItem(slip: FactSlip, digest: Digest, phrases: Phrases): string {
  const own = inLanguage(words, phrases.language);
  const { colon, day, language } = phrases;
  const lit = slip.projectId === null ? null : projectOf(digest, slip.projectId);
  const project = lit === null ? slip.code : shortName(lit.project);
  const matter = slip.text === '' && slip.milestone !== null ? stepName(slip.milestone, language) : slip.text;
  const head = `*${escapeText(slipTitle(digest.program.year, slip, language))}*${project === null ? '' : ` ${escapeText(project)}`}`;
  const late = daysBetween(slip.dueDay, digest.day);
  const stands = [
    phrases.name(slip.unitName, phrases.zh ? 8 : 18) ?? '',
    own.dueBy(day(slip.dueDay)),
    ...(late > 0 ? [own.daysOverdue(late)] : []),
    ...(slip.standing === 'answered' ? [own.answered] : []),
  ];
  return `${head}${colon}${escapeText(clip(matter.replace(/\s+/g, ' '), 60))}\n${escapeText(phrases.list(stands))}`;
}

/** Who has an obstacle now: its department, else its rung. */
export const recipientOf = ({ departmentName, rung }: WaitingObstacle, phrases: Phrases): string =>
  phrases.name(departmentName, phrases.zh ? 6 : 16) ?? inLanguage(words, phrases.language).rung(rung);

export const projectOf = ({ red, amber, green, unlit }: Digest, id: number): LitProject | null =>
  [...red, ...amber, ...green, ...unlit].find(({ project }) => project.id === id) ?? null;

/** An action item: who is to do what, and by when. */
export function actionItem(item: FactItem, digest: Digest, phrases: Phrases): string {
  const own = inLanguage(words, phrases.language);
  const { colon, day } = phrases;
  const lit = item.projectId === null ? null : projectOf(digest, item.projectId);
  const project = lit === null ? item.code : shortName(lit.project);
  const head = `*${own.actionItem(item.number)}*${project === null ? '' : ` ${escapeText(project)}`}`;
  const late = overdueDays(item, digest.day);
  const stands = [
    phrases.name(item.ownerName, phrases.zh ? 8 : 18) ?? '',
    item.endedOn === null ? own.dueBy(day(item.due)) : own.doneOn(day(item.endedOn)),
    ...(late > 0 ? [own.daysOverdue(late)] : []),
  ];
  return `${head}${colon}${escapeText(clip(item.text.replace(/\s+/g, ' '), 60))}\n${escapeText(phrases.list(stands))}`;
}

/** A project about which nobody answered: which unit's, and about what since when. */
export function unreportedItem({ project, items }: Unreported, phrases: Phrases): string {
  const own = inLanguage(words, phrases.language);
  const unit = phrases.name(project.unitName, phrases.zh ? 8 : 18) ?? '';
  const asked = items
    .slice(0, 3)
    .map(
      (each) =>
        `${stepName(each.milestone, phrases.language)}${phrases.zh ? '，' : ', '}${own.askedSince(phrases.day(each.since))}`,
    );
  const rest = items.length > asked.length ? [phrases.shared.more(items.length - asked.length)] : [];
  return [`*${escapeText(shortName(project))}* · ${escapeText(unit)}`, ...[...asked, ...rest].map(escapeText)].join(
    '\n',
  );
}

/** `单位4、部门3、包保3、总指挥1`. */
export function rungCounts({ obstacles }: Digest, { language, zh }: Phrases): string {
  const own = inLanguage(words, language);
  const counts = RUNGS.flatMap((rung) => {
    const count = obstacles.filter((each) => each.rung === rung).length;
    return count === 0 ? [] : [`${own.rung(rung)}${zh ? '' : ' '}${count}`];
  });
  return counts.join(zh ? '、' : ', ');
}

/** `项目开工率 58.3%（35/60）：能过`. */
export function goalItem(goal: JudgedGoal, phrases: Phrases): string {
  const { language, colon, zh } = phrases;
  const name = clip(goal.goal.name[language], zh ? 20 : 40);
  const { gate, judgement } = goal;
  if (judgement === 'not-entered') return escapeText(`${name}${colon}${outcome(goal, phrases)}`);
  const have = haveWords(goal, gate, phrases);
  const says = judgement === 'none' ? '' : `${zh ? '：' : ': '}${outcome(goal, phrases, true)}`;
  return escapeText(`${name} ${have}${says}`);
}

/** `6月30日项目开工率要60%：未过关，35/60，7月3日补上`: a gate that has passed, for good; null: it has not. */
export function gateItem(goal: JudgedGoal, gate: GateState, phrases: Phrases): string | null {
  if (gate.daysLeft >= 0) return null;
  const own = inLanguage(words, phrases.language);
  const { language, zh, day, list } = phrases;
  const verdict = judgementWords(judgementOfGate(gate, goal.judgement), language);
  const then = { ...goal, state: { ...goal.state, value: gate.judged ?? goal.state.value }, before: null };
  const parts = [
    verdict,
    ...(gate.judged === undefined ? [] : [haveWords(then, gate, phrases, true)]),
    ...(gate.toldOn === undefined ? [] : [own.toldOn(day(gate.toldOn))]),
    ...(gate.metOn === undefined ? [] : [own.metOn(day(gate.metOn))]),
  ];
  const name = goal.goal.name[language];
  const needed = neededWords(goal, gate, phrases);
  return escapeText(`${day(gate.on)}${zh ? '' : ' '}${name}${zh ? `要${needed}：` : ` ${needed}: `}${list(parts)}`);
}

/** What was reported of a project, and by which cause what shows it is handed over. */
type ReportItem = { readonly text: string; readonly shown: ShownBy | undefined };

/** What was reported about a milestone: from where to where, the words that came with it, how many photos and files show it. */
export function reportItems(
  { project, changes, figures }: ChangedProject,
  digest: Digest,
  phrases: Phrases,
): readonly ReportItem[] {
  const { shared, language, zh, yuan, list } = phrases;
  const shownWords = (shown: ShownBy | undefined): string[] =>
    shown === undefined ? [] : [evidenceWords(shown.evidence, language)];
  const blank = zh ? '' : ' ';
  return [
    ...changes.map((each) => {
      const head =
        `${project.code} ${stepName(each.milestone, language)}${blank}${moveOf(each, digest, phrases)}`.trimEnd();
      const parts = [
        head,
        ...(each.percent !== 100 && each.forecast !== null && each.forecast !== each.forecastBefore
          ? [shared.forecast(phrases.day(each.forecast))]
          : []),
        ...(each.late ? [shared.lateReport] : []),
        ...shownWords(each.shown),
      ];
      const note = each.note === '' ? '' : `\n>${escapeText(clip(each.note.replace(/\s+/g, ' '), 60))}`;
      return { text: `${escapeText(list(parts))}${note}`, shown: each.shown };
    }),
    ...(figures === null
      ? []
      : [
          {
            text: escapeText(
              list([
                `${project.code} ${shared.figures}${blank}${figures.before === null ? '' : `${yuan(figures.before)}→`}${yuan(figures.doneInvestment)}`,
                ...shownWords(figures.shown),
              ]),
            ),
            shown: figures.shown,
          },
        ]),
  ];
}

/** `25%→35%`, `90%→完成`. */
function moveOf({ before, percent, doneOn }: Change, { day: today }: Digest, phrases: Phrases): string {
  if (percent === null) return '';
  const on = doneOn !== null && doneOn !== today ? phrases.bracket(phrases.day(doneOn)) : '';
  const to = percent === 100 ? `${phrases.shared.done}${on}` : `${percent}%`;
  return before === null || before === percent ? to : `${before}%→${to}`;
}

/** Everything that is otherwise than at the digest before, a row each, in the order in which the top tells it. */
export function eventItems(digest: Digest, phrases: Phrases): string[] {
  const { language, colon, day } = phrases;
  const own = inLanguage(words, language);
  const said = inLanguage(eventWords, language);
  const { red, green, done, postponed, missed, denominatorChanges } = digest.events;
  const line = (what: string, rest: string) => `${what}${colon}${escapeText(rest)}`;
  const comma = phrases.zh ? '，' : ', ';
  return [
    ...red.map((each) => line(own.turnedRed, `${shortName(each.project)}${comma}${phrases.shortReason(each)}`)),
    ...green.map(({ project }) => {
      const moved = postponed.find(({ projectId }) => projectId === project.id);
      return line(own.turnedGreen, `${shortName(project)}${moved === undefined ? '' : said.moved(day(moved.to))}`);
    }),
    ...done.map(({ project, change }) =>
      line(own.finished, `${shortName(project)}${comma}${stepName(change.milestone, language)}`),
    ),
    ...postponed.map(({ lit, milestone, from, to, first, times }) =>
      line(
        own.postponed,
        `${shortName(lit.project)}${comma}${stepName(milestone, language)}${phrases.zh ? '' : ' '}${day(from)}→${day(to)}${times > 1 ? own.postponedBefore(day(first), times) : ''}`,
      ),
    ),
    ...missed.map(({ number, project, at }) => {
      const on = day(dayAt(at, digest.program.timeZone));
      return line(own.missed, `${said.obstacle(number)} ${project === null ? '' : shortName(project)}${comma}${on}`);
    }),
    ...denominatorChanges.map((change) => denominatorItem(change, digest, phrases)),
  ];
}

/** A project that came, went, or counts in another category, and why. */
function denominatorItem(change: DenominatorChange, { categories }: Digest, phrases: Phrases): string {
  const { language, colon } = phrases;
  const called = (key: string | null) => escapeText(categories.get(key ?? '')?.[language] ?? key ?? '');
  const what = denominatorWords[change.kind](called(change.from), called(change.to))[language];
  const why = change.reason === null ? '' : phrases.bracket(escapeText(clip(change.reason, 100)));
  return `${escapeText(`${change.code} ${clip(change.name, 20)}`)}${colon}${what}${why}`;
}
