import {
  type AskLine,
  complete,
  type ObstacleLine,
  type PartialLine,
  type RefusedLine,
  type Understanding,
  understandLine,
} from '../../../domain/report-line.js';
import type { Ctx } from '../../../feature.js';
import type { SlackFile } from '../../../message.js';
import type { Names } from '../../../store/names.js';
import { LONGEST_LINE } from '../input.js';
import { lineContext, stated } from './line.js';
import { type Kept, type Refused, record } from './record.js';

/** A line as somebody typed it. */
export type Line = {
  readonly text: string;
  readonly surface: 'progress' | 'thread' | 'message';
  /** The code of the project in whose thread it stands. */
  readonly thread: string | null;
  readonly files: readonly SlackFile[];
};

/** What came of a line. */
export type Reported =
  | { readonly kind: 'kept'; readonly kept: readonly Kept[] }
  | { readonly kind: 'ask'; readonly ask: AskLine; readonly line: Line }
  | { readonly kind: 'misread'; readonly refused: RefusedLine; readonly names: Names }
  | { readonly kind: 'refused'; readonly refused: Refused }
  | { readonly kind: 'obstacle'; readonly obstacle: ObstacleLine; readonly line: Line }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'chat' };

/** Understands a line and keeps what it states. */
export async function reportLine(ctx: Ctx, line: Line): Promise<Reported> {
  if (line.text.length > LONGEST_LINE) return line.surface === 'thread' ? { kind: 'chat' } : { kind: 'too-long' };
  const names = await ctx.store.names(ctx.program);
  return keepUnderstood(
    ctx,
    line,
    names,
    understandLine(line.text, names.ledger, lineContext(ctx, names, line.surface, line.thread)),
  );
}

/** Goes on with a line about which something was asked, now that a candidate was pressed. */
export async function answerQuestion(ctx: Ctx, line: Line, partial: PartialLine, choice: string): Promise<Reported> {
  const names = await ctx.store.names(ctx.program);
  return keepUnderstood(
    ctx,
    line,
    names,
    complete(partial, choice, names.ledger, lineContext(ctx, names, line.surface, line.thread)),
  );
}

async function keepUnderstood(ctx: Ctx, line: Line, names: Names, understood: Understanding): Promise<Reported> {
  switch (understood.act) {
    case 'none':
      return { kind: 'chat' };
    case 'ask':
      return { kind: 'ask', ask: understood, line };
    case 'refuse':
      return { kind: 'misread', refused: understood, names };
    case 'obstacle':
      return { kind: 'obstacle', obstacle: understood, line };
    case 'report': {
      const items = understood.items.map((item) => stated(item, names));
      const recorded = await record({
        ctx,
        items,
        said: line.text,
        files: line.files,
        countsAt: ctx.now,
        amends: null,
      });
      return 'refused' in recorded
        ? { kind: 'refused', refused: recorded.refused }
        : { kind: 'kept', kept: recorded.kept };
    }
  }
}
