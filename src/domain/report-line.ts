import { type Clause, clausesOf } from './report-line/clause.js';
import { type CleanLine, cleanLine } from './report-line/clean-line.js';
import { isCourtesy } from './report-line/courtesy.js';
import { ask, type Deciding, decideReport } from './report-line/decide-report.js';
import type { LineLedger } from './report-line/line-ledger.js';
import { MILESTONE_TERMS } from './report-line/milestone-terms.js';
import { type MilestoneWords, milestoneWords } from './report-line/milestone-words.js';
import { isObstacle, obstacleOf, tellsNone } from './report-line/obstacle-line.js';
import { findOpaque } from './report-line/other-figures.js';
import { chooseProjects, type ProjectChoice } from './report-line/project-choice.js';
import { readLine } from './report-line/read-line.js';
import type { AssignedClause } from './report-line/read-segments.js';
import { masked } from './report-line/token.js';
import type { Answer, LineContext, PartialLine, RefusalReason, Span, Understanding } from './report-line/types.js';

export { indexLedger, type LineLedger } from './report-line/line-ledger.js';
export { renderItem } from './report-line/render-item.js';
export type * from './report-line/types.js';

const COUNTY_WORDS = milestoneWords([...new Set(MILESTONE_TERMS.map((term) => term.names[0] ?? ''))]);
// Nobody reports in more; what is longer is a forwarded paper, and a figure torn out of it would be a misreading.
const LONGEST_LINE = 500;
const REMARK = /(?:^|[,。;\s])(?:备注|附注|note)\s*:\s*/;

/**
 * Understands what an official typed: a report, an obstacle, or what must be asked or refused first; `none` is chat.
 * Pure and total: any text gives an answer. Rules: phrases of the county ("Deciding"); what is in doubt is asked, never guessed.
 */
export function understandLine(text: string, ledger: LineLedger, context: LineContext): Understanding {
  return understand(text, ledger, context, []);
}

/** Goes on with a line after a candidate was pressed, without typing it again; may ask, or refuse, once more. */
export function complete(
  partial: PartialLine,
  choice: string,
  ledger: LineLedger,
  context: LineContext,
): Understanding {
  const answer: Answer = { about: partial.about, slot: partial.slot, choice };
  return understand(partial.text, ledger, context, [...partial.answers, answer]);
}

function understand(text: string, ledger: LineLedger, context: LineContext, answers: readonly Answer[]): Understanding {
  const whole = cleanLine(text);
  const { line, remark, cut } = readablePart(whole);
  const command = context.surface === 'progress' || context.surface === 'obstacle';
  if (!/[\p{L}\p{N}]/u.test(line.plain)) return command ? refuse('empty') : { act: 'none' };
  if (isCourtesy(line.plain)) return { act: 'none' };
  const opaque = findOpaque(line.plain);
  const readable = masked(line.plain, opaque);
  const clauses = clausesOf(readable);
  const forced = answers.find((answer) => answer.about === 'project')?.choice ?? null;
  const choice = chooseProjects(readable, line.text, clauses, ledger, context, forced);
  const known = [
    ...opaque.map((span) => ({ span, project: null })),
    ...choice.mentions.map((project) => ({ span: project as Span, project })),
  ];
  const deciding: Deciding = { text, ledger, context, answers };
  const bodyOf = masked(readable, choice.mentions);

  if (context.surface === 'obstacle') return obstacle(whole, bodyOf, choice, deciding);
  const assigned = clauses.map((clause, place) => assign(clause, choice.perClause[place] ?? [], ledger));
  const read = readLine(line, assigned, known, context.today);
  const codes = [...new Set(choice.perClause.flat())];
  const first = codes[0] ?? '';
  const understood = withRemark(cut ? unread(choice, deciding) : decideReport(read, first, deciding), remark);

  if (understood.act === 'none') return otherwise(line, bodyOf, choice, deciding, read.asks);
  if (choice.unknown !== null && forced === null) return refuse('unknown-project', { typed: choice.unknown });
  const open = choice.perClause.find((each) => each.length > 1);
  const told = understood.act === 'report' ? [...new Set(understood.items.map((item) => item.project))] : [first];
  const settledOnly = open === undefined && first !== '';
  if (settledOnly) {
    const foreign = codes.find(
      (code) => !context.mayReport(code) && (told.includes(code) || context.surface === 'progress'),
    );
    if (foreign !== undefined) {
      if (context.surface === 'thread' && !claims(understood)) return { act: 'none' };
      return refuse('not-owner', { project: foreign, ...mentioned(understood) });
    }
    return understood;
  }
  return ask('project', null, open ? [...new Set(open)] : projectsWith(bodyOf, choice, deciding), null, deciding);
}

// What stands behind 备注: is told to people, not to the reader.
function readablePart(whole: CleanLine): { line: CleanLine; remark: string; cut: boolean } {
  const mark = REMARK.exec(whole.plain);
  const end = Math.min(mark?.index ?? whole.plain.length, LONGEST_LINE);
  const line = { text: whole.text.slice(0, end), plain: whole.plain.slice(0, end) };
  return { line, remark: mark ? whole.text.slice(mark.index + mark[0].length) : '', cut: end === LONGEST_LINE };
}

function withRemark(understood: Understanding, remark: string): Understanding {
  if (understood.act !== 'report' || remark === '') return understood;
  const [first, ...others] = understood.items;
  if (first === undefined) return understood;
  return { act: 'report', items: [{ ...first, note: [first.note, remark].filter(Boolean).join(' ') }, ...others] };
}

function unread(choice: ProjectChoice, deciding: Deciding): Understanding {
  const [codes = []] = choice.perClause;
  if (deciding.context.surface !== 'progress') return { act: 'none' };
  return ask('milestone', null, wordsFor(codes, deciding.ledger)?.roadmap ?? [], codes[0] ?? null, deciding);
}

function assign(clause: Clause, codes: readonly string[], ledger: LineLedger): AssignedClause {
  const project = codes[0] === undefined ? undefined : ledger.byCode.get(codes[0]);
  return { ...clause, project: project?.code ?? null, words: project ? ledger.wordsOf(project) : COUNTY_WORDS };
}

// No report: in a conversation it may tell an obstacle; on the command line the person is still owed an answer.
function otherwise(
  line: CleanLine,
  body: string,
  choice: ProjectChoice,
  deciding: Deciding,
  asks: boolean,
): Understanding {
  const { context, ledger } = deciding;
  if (context.surface === 'progress') {
    if (choice.unknown !== null) return refuse('unknown-project', { typed: choice.unknown });
    return { act: 'none' };
  }
  const [codes = []] = choice.perClause;
  const words = wordsFor(codes, ledger);
  if (asks || !isObstacle(body, words)) return { act: 'none' };
  if (choice.unknown !== null) return refuse('unknown-project', { typed: choice.unknown });
  const [code, ...others] = new Set(codes);
  if (code === undefined) return { act: 'none' };
  // 资金不到位的抓紧: what leaders say under a post is an order, not a call for help.
  if (!context.mayReport(code) && /请|抓紧|务必|尽快|加快|必须|要求|落实|督促/.test(body)) return { act: 'none' };
  if (others.length > 0) return ask('project', null, [code, ...others], null, deciding);
  return obstacleOf(line, body, code, words ?? COUNTY_WORDS, context.today);
}

function obstacle(line: CleanLine, body: string, choice: ProjectChoice, deciding: Deciding): Understanding {
  const { context, ledger, answers } = deciding;
  const rest = body.replaceAll('\u0001', ' ').trim();
  if (choice.unknown !== null && !answers.some((answer) => answer.about === 'project'))
    return refuse('unknown-project', { typed: choice.unknown });
  const codes = [...new Set(choice.perClause.flat())];
  if (!/[\p{L}\p{N}]/u.test(rest) || tellsNone(rest, wordsFor(codes, ledger) ?? COUNTY_WORDS))
    return refuse('empty', { project: codes.length === 1 ? (codes[0] ?? null) : null });
  if (/[?吗]\s*$/.test(rest) && !isObstacle(rest, null)) return { act: 'none' };
  const [code] = codes;
  if (code === undefined || codes.length > 1)
    return ask('project', null, codes.length > 0 ? codes : [...context.owns], null, deciding);
  const words = wordsFor(codes, ledger) ?? COUNTY_WORDS;
  const told = obstacleOf(line, body, code, words, context.today);
  const pressed = answers.find((answer) => answer.about === 'milestone');
  if (pressed) return { ...told, milestone: pressed.choice };
  const says = /^(?:又|还|一直|已经?)?(?:卡住?|堵|停)(?:住|着|了|壳)*[。.!]*$/.test(rest);
  return says ? ask('milestone', null, words.roadmap, code, deciding) : told;
}

function wordsFor(codes: readonly string[], ledger: LineLedger): MilestoneWords | null {
  const project = codes[0] === undefined ? undefined : ledger.byCode.get(codes[0]);
  return project ? ledger.wordsOf(project) : null;
}

const MOST_OFFERED = 10;

// Nothing names the project: those of the speaker, else those that have what was named, as many as fit under a question.
function projectsWith(body: string, choice: ProjectChoice, { ledger, context }: Deciding): string[] {
  const codes = [...new Set(choice.perClause.flat())];
  if (codes.length > 0) return codes;
  if (context.owns.size > 0) return [...context.owns];
  const speaks = new Map<MilestoneWords, boolean>();
  const offered = ledger.projects.filter((project) => {
    const words = ledger.wordsOf(project);
    const known = speaks.get(words) ?? words.find(body).length > 0;
    speaks.set(words, known);
    return known && context.mayReport(project.code);
  });
  return offered.slice(0, MOST_OFFERED).map((project) => project.code);
}

// What leaders say under a post (争取月底封顶) is no report; a figure or an end told by somebody who may not is refused.
function claims(understood: Understanding): boolean {
  return understood.act === 'report'
    ? understood.items.some((item) => item.percent !== null || item.investment !== null)
    : understood.act === 'refuse';
}

function mentioned(understood: Understanding): Partial<Parameters<typeof refuse>[1]> {
  if (understood.act === 'report')
    return { milestone: understood.items[0]?.milestone ?? null, percent: understood.items[0]?.percent ?? null };
  return understood.act === 'refuse' ? { milestone: understood.milestone, percent: understood.percent } : {};
}

type Refused = Extract<Understanding, { act: 'refuse' }>;

function refuse(why: RefusalReason, told: Partial<Omit<Refused, 'act' | 'why'>> = {}): Refused {
  return {
    act: 'refuse',
    why,
    project: null,
    typed: null,
    milestone: null,
    percent: null,
    previous: null,
    day: null,
    ...told,
  };
}
