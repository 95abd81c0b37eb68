import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type LocalDay, localDay } from '../domain/day.js';
import type { Matter } from '../domain/plan.js';
import type { Weights } from '../domain/report-line/reading.js';
import {
  indexLedger,
  type LineContext,
  type LineProject,
  type Understanding,
  understandLine,
} from '../domain/report-line.js';

const day = z.string().transform((text) => localDay(text));

const ledgerFile = z.object({
  today: day,
  timeZone: z.string().optional(),
  projects: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      nicknames: z.array(z.string()).default([]),
      milestones: z.array(z.string()),
    }),
  ),
  reports: z.array(z.object({ project: z.string(), milestone: z.string(), percent: z.number(), on: day })).default([]),
});

const item = z.object({
  project: z.string().nullish(),
  milestone: z.string().nullish(),
  percent: z.number().nullish(),
  done: z.boolean().optional(),
  doneOn: z.string().nullish(),
  forecast: z.string().nullish(),
  investmentWan: z.number().nullish(),
  note: z.string().optional(),
});
const single = z.union([
  item.extend({ act: z.literal('report') }),
  z.object({ act: z.literal('reports'), items: z.array(item) }),
  z.object({
    act: z.literal('obstacle'),
    project: z.string().optional(),
    milestone: z.string().nullish(),
    matter: z.string().optional(),
    kind: z.string().nullish(),
    since: z.string().nullish(),
  }),
  z.object({ act: z.literal('ask'), about: z.string().optional(), candidates: z.array(z.string()).default([]) }),
  z.object({ act: z.literal('refuse'), why: z.string().optional() }),
  z.object({ act: z.literal('none') }),
]);
const expectation = z.union([z.object({ or: z.array(single) }), single]);

type Item = z.infer<typeof item>;
/** One reading that a row allows. */
export type Single = z.infer<typeof single>;

/** A row of a phrases file: who typed what where, and every reading of it that is right. */
export type PhraseRow = { id: string; where: string; owns: string[]; text: string; expected: Single[] };

/** Reads a phrases file (tab separated, first line is the header). Throws with the line's number where a row is broken. */
export function readPhrases(file: string): PhraseRow[] {
  return file
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .slice(1)
    .flatMap((line, place) => {
      if (line.trim() === '') return [];
      const [id = '', where = '', owns = '', text = '', expect = ''] = line.split('\t');
      try {
        const expected = expectation.parse(JSON.parse(expect));
        return [
          {
            id,
            where,
            owns: owns.split(',').filter(Boolean),
            text: unescaped(text),
            expected: 'or' in expected ? expected.or : [expected],
          },
        ];
      } catch (error) {
        throw new Error(`line ${place + 2} (${id}): ${error instanceof Error ? error.message : String(error)}`);
      }
    });
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\' };
const unescaped = (text: string): string =>
  text.replace(/\\([nt\\])/g, (_, letter: string) => ESCAPES[letter] ?? letter);

/** Reads a ledger of a phrases file. Percents are those of its `reports`. */
export function readPhrasesLedger(file: string): { today: LocalDay; projects: LineProject[] } {
  const { today, projects, reports } = ledgerFile.parse(JSON.parse(file));
  return {
    today,
    projects: projects.map((project) => ({
      ...project,
      milestones: project.milestones.map((name) => {
        const report = reports.findLast((each) => each.project === project.code && each.milestone === name);
        return { name, percent: report?.percent ?? null, on: report?.on ?? null, done: report?.percent === 100 };
      }),
    })),
  };
}

/** Who typed a row where, as the reader is told it: somebody who owns just these projects. */
export function contextOf(row: PhraseRow, today: LocalDay): LineContext {
  const owns = new Set(row.owns);
  const [surface = '', thread] = row.where.split(':');
  return {
    today,
    surface: surface === 'progress' || surface === 'obstacle' || surface === 'thread' ? surface : 'message',
    owns,
    mayReport: (code) => owns.has(code),
    ...(thread ? { threadProject: thread } : {}),
  };
}

/** Understands one row as if it had been typed there by somebody who owns just these projects. */
export function understandRow(
  row: PhraseRow,
  ledger: ReturnType<typeof indexLedger>,
  today: LocalDay,
  weights?: Weights,
): Understanding {
  return understandLine(row.text, ledger, contextOf(row, today), weights);
}

/** The phrases files call these matters by shorter words than the plan. */
export const FILE_MATTERS: Partial<Record<Matter, string>> = {
  'energy-quota': 'energy',
  'environmental-capacity': 'environment',
};

/** True where what was understood is one of the readings that a row allows (rules: "Comparing" of the phrases). */
export function isRight(understood: Understanding, expected: readonly Single[]): boolean {
  return expected.some((each) => agrees(understood, each));
}

function agrees(understood: Understanding, expected: Single): boolean {
  switch (expected.act) {
    case 'none':
      return understood.act === 'none';
    case 'refuse':
      return understood.act === 'refuse' && (expected.why === undefined || understood.why === expected.why);
    case 'ask':
      return (
        understood.act === 'ask' &&
        (expected.about === undefined || understood.about === expected.about) &&
        expected.candidates.every((candidate) => understood.candidates.includes(candidate))
      );
    case 'obstacle':
      return (
        understood.act === 'obstacle' &&
        (expected.project === undefined || understood.project === expected.project) &&
        (expected.matter === undefined || (FILE_MATTERS[understood.matter] ?? understood.matter) === expected.matter) &&
        // null in the file: not said, anything may be suggested.
        (expected.milestone == null || understood.milestone === expected.milestone) &&
        (expected.kind == null || understood.kind === expected.kind) &&
        (expected.since == null || understood.since === expected.since)
      );
    case 'report':
      return (
        understood.act === 'report' &&
        understood.items.length === 1 &&
        understood.items.some((each) => itemAgrees(each, expected))
      );
    case 'reports':
      return (
        understood.act === 'report' &&
        understood.items.length === expected.items.length &&
        expected.items.every((one) => understood.items.some((each) => itemAgrees(each, one)))
      );
  }
}

type Reported = Extract<Understanding, { act: 'report' }>['items'][number];
const compared = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

function itemAgrees(reported: Reported, expected: Item): boolean {
  const same = (key: keyof Item, value: unknown) => expected[key] === undefined || expected[key] === value;
  const note =
    expected.note === undefined ||
    (expected.note === '' ? compared(reported.note) === '' : compared(reported.note).includes(compared(expected.note)));
  return (
    same('project', reported.project) &&
    same('milestone', reported.milestone) &&
    same('percent', reported.percent) &&
    same('done', reported.done) &&
    ((expected.done === true && expected.doneOn === null) || same('doneOn', reported.doneOn)) &&
    same('forecast', reported.forecast) &&
    same('investmentWan', reported.investment) &&
    note
  );
}

/** What `understand FILE` is asked for. */
export type UnderstandOptions = { readonly file: string; readonly ledger: string };

/**
 * Runs a phrases file: the text to print (each wrong row with what was expected and understood, then the count), and the
 * counts. A silent misreading is a report or obstacle taken where the file expects another, or none.
 */
export async function understandFile(
  options: UnderstandOptions,
): Promise<{ text: string; right: number; total: number; silent: number }> {
  const [phrases, ledgerText] = await Promise.all([readFile(options.file, 'utf8'), readFile(options.ledger, 'utf8')]);
  const rows = readPhrases(phrases);
  const { today, projects } = readPhrasesLedger(ledgerText);
  const ledger = indexLedger(projects);
  const lines: string[] = [];
  let right = 0;
  let silent = 0;
  for (const row of rows) {
    const understood = understandRow(row, ledger, today);
    if (isRight(understood, row.expected)) {
      right += 1;
      continue;
    }
    const taken = understood.act === 'report' || understood.act === 'obstacle';
    if (taken) silent += 1;
    const expected = row.expected.map((each) => JSON.stringify(each)).join(' or ');
    lines.push(
      `${row.id} ${row.where}${row.owns.length > 0 ? ` (${row.owns.join(', ')})` : ''}: ${row.text.replace(/\n/g, '\\n')}`,
      `  expected   ${expected}`,
      `  understood ${JSON.stringify(shown(understood))}${taken ? '  (silent)' : ''}`,
    );
  }
  lines.push(`right ${right} of ${rows.length}, silent misreadings ${silent}`);
  return { text: lines.join('\n'), right, total: rows.length, silent };
}

/** What was understood in the shape in which the phrases files write what they expect, for others to judge. */
export function gotOf(understood: Understanding): unknown {
  switch (understood.act) {
    case 'none':
      return { act: 'none' };
    case 'refuse':
      return { act: 'refuse', why: understood.why };
    case 'ask':
      return { act: 'ask', about: understood.about, candidates: understood.candidates };
    case 'obstacle': {
      const { act, project, milestone, matter, kind, since } = understood;
      return { act, project, milestone, matter: FILE_MATTERS[matter] ?? matter, kind, since };
    }
    case 'report': {
      const items = understood.items.map(
        ({ project, milestone, percent, done, doneOn, forecast, investment, note }) => ({
          ...{ project, milestone, percent, done, doneOn, forecast, investmentWan: investment, note },
        }),
      );
      const [only, ...others] = items;
      return others.length === 0 ? { act: 'report', ...only } : { act: 'reports', items };
    }
  }
}

/** One line of JSON a row of a phrases file: `{"id", "got"}`. */
export async function understoodAsJson(options: UnderstandOptions): Promise<string> {
  const [phrases, ledgerText] = await Promise.all([readFile(options.file, 'utf8'), readFile(options.ledger, 'utf8')]);
  const { today, projects } = readPhrasesLedger(ledgerText);
  const ledger = indexLedger(projects);
  return readPhrases(phrases)
    .map((row) => `${JSON.stringify({ id: row.id, got: gotOf(understandRow(row, ledger, today)) })}\n`)
    .join('');
}

function shown(understood: Understanding): unknown {
  return understood.act === 'ask'
    ? { act: 'ask', about: understood.about, candidates: understood.candidates }
    : understood;
}
