import type { LocalDay } from './day.js';
import { isDirective } from './decision-line/directive.js';
import { type Chargeable, doerIn, findMentions, isOne } from './decision-line/doer.js';
import { dueBy } from './decision-line/due-by.js';
import { cleanLine } from './report-line/clean-line.js';
import type { LineLedger } from './report-line/line-ledger.js';
import { masked } from './report-line/masked.js';
import { findCodes, findNames } from './report-line/project-mention.js';
import type { Span } from './report-line/types.js';
import type { WorkCalendar } from './workday.js';

export type { Chargeable } from './decision-line/doer.js';

/** Longer than this it is a document, and does not fit into the button that confirms it. */
export const LONGEST_DECISION = 400;

/** What of a decision a line says. What is missing or in doubt is asked; nothing of it is guessed. */
export type DecisionLine = {
  /** Whether it decides anything, said in a thread, where most of what is said is talk. */
  readonly directive: boolean;
  /** The one who is to do it; null: nobody, or one of `owners`. */
  readonly ownerId: number | null;
  readonly owners: readonly number[];
  readonly due: LocalDay | null;
  readonly counted: readonly LocalDay[];
  readonly days: readonly LocalDay[];
  /** What was said in place of a day: 尽快. */
  readonly saidOfDay: string | null;
  readonly project: string | null;
  /** A code that the ledger has not. */
  readonly strange: string | null;
  /** The step whose report ends it. */
  readonly milestone: string | null;
  readonly obstacle: number | null;
  /** What is to be done, without who and by when. */
  readonly text: string;
};

export type DecisionContext = {
  readonly today: LocalDay;
  readonly calendar: WorkCalendar;
  readonly ledger: LineLedger;
  /** Persons by their names, units by theirs and their aliases. */
  readonly chargeable: readonly Chargeable[];
  /** Of a Slack account, the name of the person behind it. */
  readonly nameOf: (slackUserId: string) => string | null;
};

const PING = /<@([A-Z0-9]+)(?:\|[^>]*)?>/g;
const NUMBERED = /^\s*[（(][一二三四五六七八九十\d]{1,3}[）)]\s*/;
const OBSTACLE = /(?:卡点|obstacle)\s*#?\s*(\d{1,6})\s*号?/i;
const ITEM = /(?:交办|item)\s*#?\s*\d{1,6}\s*号?/gi;
/** A paper about a step is not the step. */
const PAPER = /方案|材料|资料|清单|报告|意见|台账|情况|计划|会商|对接|摸清|调研|清点|缺口|勘测|资金(?!到位)/;

/** Reads `贺卫国 5个工作日内落实P-003 32亩用地`: who, what, by when, about which project, step and obstacle. Pure and total. */
export function readDecision(raw: string, context: DecisionContext): DecisionLine {
  const { today, calendar, ledger, chargeable, nameOf } = context;
  const named = raw.replace(PING, (_, id: string) => ` ${nameOf(id) ?? ''} `).replace(NUMBERED, '');
  const line = cleanLine(named);
  const { text, plain } = { text: line.text.replace(NUMBERED, ''), plain: line.plain.replace(NUMBERED, '') };
  const obstacle = OBSTACLE.exec(plain);
  const numbers: Span[] = [
    ...(obstacle ? [{ start: obstacle.index, end: obstacle.index + obstacle[0].length }] : []),
    ...[...plain.matchAll(ITEM)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  ];
  const mentions = findMentions(plain, chargeable);
  const codes = findCodes(masked(plain, numbers), text, ledger);
  const due = dueBy(masked(plain, [...numbers, ...codes]), today, calendar);
  const doer = doerIn(plain, mentions, chargeable);
  const names =
    codes.length > 0
      ? []
      : findNames(plain, text, ledger, [...numbers, ...mentions, ...due.spans]).filter(({ sure }) => sure);
  const projects = [...codes, ...names];
  const strange = projects.find(({ codes: of }) => of.length === 0)?.typed ?? null;
  const meant = [...new Set(projects.flatMap(({ codes: of }) => of))];
  const project = meant.length === 1 ? (meant[0] ?? null) : null;
  const ownerId = isOne(doer) ? (doer.ids[0] ?? null) : null;
  return {
    directive: isDirective(plain, doer, due),
    ownerId,
    owners: ownerId === null ? doer.ids : [],
    due: due.day,
    counted: due.counted,
    days: due.candidates,
    saidOfDay: due.said,
    project,
    strange,
    milestone: project === null ? null : stepIn(masked(plain, [...numbers, ...projects]), project, ledger),
    obstacle: obstacle ? Number(obstacle[1]) : null,
    text: withoutFrame(text, plain, [...due.spans, ...doer.spans]),
  };
}

/** The one step of a project that a line names, unless it only wants a paper about it. */
function stepIn(plain: string, code: string, ledger: LineLedger): string | null {
  const project = ledger.byCode.get(code);
  if (!project || PAPER.test(plain)) return null;
  const steps = ledger
    .wordsOf(project)
    .find(plain)
    .filter(({ likeness }) => likeness === 'name');
  const meant = new Set(steps.flatMap(({ milestones }) => milestones));
  const [only] = meant;
  return meant.size === 1 && only !== undefined ? (project.milestones[only]?.name ?? null) : null;
}

const EDGES = /^[\s,，、;；:：。.]+|[\s,，、;；:：]+$/gu;
const FRAME =
  /^(?:由|请|责成|于|在|要|责任(?:人|单位)|牵头单位|(?:完成)?(?:时限|时间|期限)|事项|同志|牵头|负责|within|by|to)(?=$|[\s,，、;；:：\p{Script=Han}])/u;
const TAIL = /(?:由|请|责成|于|在|\bby|\bwithin|(?:完成)?(?:时限|时间|期限)|责任(?:人|单位))[:：\s]*$/u;

/** What is left of the words once who and by when are taken out; the whole line where that leaves nothing. */
function withoutFrame(text: string, plain: string, spans: readonly Span[]): string {
  let left = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    if (start < at) continue;
    left = `${left}${text.slice(at, start)}`.replace(TAIL, '');
    at = end;
    const after = /^(?:同志)?\s*(?:总?牵头|总?负责)(?=[,，。;；\s]|$)/u.exec(plain.slice(at));
    at += after?.[0].length ?? 0;
  }
  let whole = `${left}${text.slice(at)}`;
  for (let before = ''; before !== whole; ) {
    before = whole;
    whole = whole.replace(EDGES, '').replace(FRAME, '');
  }
  return whole.replace(/([,，;；])(?:\s*[,，;；])+/gu, '$1').trim() || text.trim();
}
