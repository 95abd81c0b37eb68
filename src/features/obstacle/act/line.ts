import { kindOf, matterOf } from '../../../domain/matter.js';
import {
  type AskLine,
  complete,
  type LineContext,
  type ObstacleLine,
  type PartialLine,
  type RefusedLine,
  type Understanding,
  understandLine,
} from '../../../domain/report-line.js';
import type { Ctx } from '../../../feature.js';
import type { Names } from '../../../store/names.js';
import type { ObstacleFile } from '../../../store/obstacles.js';
import { type FlagFields, LONGEST_LINE, readReference, readUrgent } from '../input.js';
import { type Flagged, type Flagging, flagObstacle } from './flag.js';

/** A line as somebody typed it. */
export type Line = {
  readonly text: string;
  /** The code of the project in whose thread it stands. */
  readonly thread: string | null;
  readonly files: readonly ObstacleFile[];
};

/** What came of a line. */
export type Lined =
  | (Flagged & { readonly line: Line })
  | { readonly kind: 'ask'; readonly ask: AskLine; readonly names: Names; readonly line: Line }
  | { readonly kind: 'misread'; readonly refused: RefusedLine }
  | { readonly kind: 'none' | 'too-long' };

/** Understands a line and files what it tells. `anyway`: also where it says the same as an open one. */
export async function flagLine(ctx: Ctx, line: Line, anyway: boolean): Promise<Lined> {
  if (line.text.length > LONGEST_LINE) return { kind: 'too-long' };
  const names = await ctx.store.names(ctx.program);
  const { text } = readUrgent(line.text);
  return fileUnderstood(
    ctx,
    line,
    names,
    understandLine(text, names.ledger, lineContext(ctx, names, line.thread)),
    anyway,
  );
}

/** Goes on with a line about which something was asked, now that a candidate was pressed. */
export async function answerQuestion(ctx: Ctx, partial: PartialLine, choice: string): Promise<Lined> {
  const names = await ctx.store.names(ctx.program);
  const line: Line = { text: partial.text, thread: null, files: [] };
  const understood = complete(partial, choice, names.ledger, lineContext(ctx, names, null));
  return fileUnderstood(ctx, line, names, understood, false);
}

/** Files what another feature understood as an obstacle: a direct message, an answer to a prompt. */
export async function flagUnderstood(ctx: Ctx, told: ObstacleLine, line: Line): Promise<Lined> {
  return fileUnderstood(ctx, line, await ctx.store.names(ctx.program), told, false);
}

/** Files what a form states. What was left open is taken from the text. */
export async function flagForm(
  ctx: Ctx,
  fields: FlagFields,
  files: readonly ObstacleFile[],
  anyway: boolean,
): Promise<Flagged | { readonly kind: 'gone' }> {
  const names = await ctx.store.names(ctx.program);
  const project = names.byId.get(fields.projectId);
  if (!project) return { kind: 'gone' };
  const context = lineContext(ctx, names, project.code);
  const understood = understandLine(`${project.code} ${fields.text}`, names.ledger, context);
  const told = understood.act === 'obstacle' && understood.project === project.code ? understood : null;
  const plain = fields.text.normalize('NFKC').toLowerCase();
  return flagObstacle(
    ctx,
    {
      projectId: project.id,
      milestoneId: project.milestones.find((milestone) => milestone.name === told?.milestone)?.id ?? null,
      kind: fields.kind ?? told?.kind ?? kindOf(plain) ?? 'stumbling-block',
      matter: fields.matter ?? told?.matter ?? matterOf(plain),
      text: fields.text,
      help: fields.help,
      since: fields.since ?? told?.since ?? ctx.today,
      urgentReason: fields.urgentReason,
      refersTo: readReference(fields.text),
      files,
    },
    anyway,
  );
}

async function fileUnderstood(
  ctx: Ctx,
  line: Line,
  names: Names,
  understood: Understanding,
  anyway: boolean,
): Promise<Lined> {
  switch (understood.act) {
    case 'ask':
      return { kind: 'ask', ask: understood, names, line };
    case 'refuse':
      return { kind: 'misread', refused: understood };
    case 'obstacle':
      return { ...(await flagObstacle(ctx, flaggingOf(ctx, understood, line, names), anyway)), line };
    case 'report':
    case 'none':
      return { kind: 'none' };
  }
}

function flaggingOf(ctx: Ctx, told: ObstacleLine, line: Line, names: Names): Flagging {
  const project = names.byCode.get(told.project);
  if (!project) throw new Error(`a line was understood as about ${told.project}, which the ledger does not hold`);
  return {
    projectId: project.id,
    milestoneId: project.milestones.find((milestone) => milestone.name === told.milestone)?.id ?? null,
    kind: told.kind ?? 'stumbling-block',
    matter: told.matter,
    text: readUrgent(told.text).text,
    help: null,
    since: told.since ?? ctx.today,
    urgentReason: readUrgent(line.text).reason,
    refersTo: readReference(told.text),
    files: line.files,
  };
}

const lineContext = (ctx: Ctx, names: Names, thread: string | null): LineContext => ({
  today: ctx.today,
  surface: 'obstacle',
  ...(thread === null ? {} : { threadProject: thread }),
  owns: names.ownedBy([ctx.person.id, ...ctx.person.standsInFor]),
  // Anyone in the program may say what stands in the way of any project.
  mayReport: () => true,
});
