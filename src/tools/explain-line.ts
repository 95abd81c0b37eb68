import { readFile } from 'node:fs/promises';
import { dayAt, type LocalDay } from '../domain/day.js';
import { cleanLine } from '../domain/report-line/clean-line.js';
import { findCodes } from '../domain/report-line/project-mention.js';
import { readLine, weighed } from '../domain/report-line/read.js';
import { weigh } from '../domain/report-line/reading.js';
import { risksOf } from '../domain/report-line/risks.js';
import { LEARNED } from '../domain/report-line/weights.js';
import { indexLedger, type LineProject } from '../domain/report-line.js';
import { readPlanFile, seedPlan } from '../plan/index.js';
import { systemClock } from '../time/clock.js';
import { contextOf, gotOf, readPhrasesLedger, understandRow } from './understand.js';

/**
 * A line to be explained: `where` and `owns` (codes, parted by commas) as in a phrases file. Without a ledger it speaks of the
 * plan that the demo opens with; who owns nothing else then owns what the line names by its code.
 */
export type ExplainOptions = {
  readonly ledger?: string;
  readonly where: string;
  readonly owns: string;
};

const MOST_READINGS = 6;
const MOST_SIGNS = 8;

/** How a line was read: its mentions, its likeliest readings with what speaks for and against them, and what came of it. */
export async function explainLine(text: string, options: ExplainOptions): Promise<string> {
  const { today, projects } =
    options.ledger === undefined ? await planLedger() : readPhrasesLedger(await readFile(options.ledger, 'utf8'));
  const ledger = indexLedger(projects);
  const named = findCodes(cleanLine(text).plain, text, ledger).flatMap(({ codes }) => codes);
  const owns = options.owns === '' ? named : options.owns.split(',').filter(Boolean);
  const row = { id: '', where: options.where, owns, text, expected: [] };
  const context = contextOf(row, today);
  const readings = readLine(cleanLine(text), ledger, context, LEARNED, null);
  const sheet = readings[0]?.sheet;
  const lines = ['mentions'];
  for (const { kind, tag, start, end } of sheet?.pieces ?? [])
    if (kind !== 'mark' && kind !== 'text')
      lines.push(`  ${kind}${tag === null ? '' : ` ${tag}`}: ${sheet?.line.plain.slice(start, end)}`);
  lines.push('readings');
  const deciding = { text, ledger, context, answers: [] };
  for (const { reading, understood, probability } of weighed(readings, deciding).slice(0, MOST_READINGS)) {
    lines.push(`  ${probability.toFixed(3)} ${JSON.stringify(gotOf(understood))}`);
    const signs = [...new Set(reading.evidence.flatMap((each) => each.spell()))]
      .map((sign) => ({ sign, weight: weigh([sign], LEARNED) }))
      .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
      .slice(0, MOST_SIGNS);
    lines.push(`        ${signs.map(({ sign, weight }) => `${sign} ${weight}`).join(', ')}`);
    const risks = understood.act === 'report' ? risksOf(reading) : [];
    if (risks.length > 0) lines.push(`        at risk: ${JSON.stringify(risks)}`);
  }
  lines.push('understood', `  ${JSON.stringify(gotOf(understandRow(row, ledger, today)))}`);
  return lines.join('\n');
}

async function planLedger(): Promise<{ readonly today: LocalDay; readonly projects: readonly LineProject[] }> {
  const read = await readPlanFile(seedPlan);
  if (!('plan' in read)) throw new Error('the plan of the demo cannot be read');
  const { plan } = read;
  const projects = plan.projects.map(({ code, name, nicknames, milestones }) => ({
    code,
    name,
    nicknames,
    milestones: milestones.map((milestone) => ({ name: milestone.name, percent: null })),
  }));
  return { today: dayAt(systemClock.now(), plan.timeZone), projects };
}
