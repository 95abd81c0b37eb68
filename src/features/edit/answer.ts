import type { Ctx, Outcome } from '../../feature.js';
import { changedMessage } from './messages/changed.js';
import { deniedRefusal, formKept, notChanged } from './messages/refusals.js';
import type { ProjectChanged } from './model.js';

/** What became of a change that a line or a press asked for. */
export function changedOutcome(ctx: Ctx, changed: ProjectChanged): Outcome {
  switch (changed.kind) {
    case 'changed':
      return { kind: 'say', message: changedMessage(changed, ctx.language, ctx.program.year) };
    case 'denied':
      return deniedRefusal(changed, ctx.language);
    default:
      return notChanged(changed.kind, ctx.language);
  }
}

/** The same of a form: where somebody was quicker it stays open, with all that was typed, and says so at `field`. */
export const formOutcome = (ctx: Ctx, changed: ProjectChanged, field: string): Outcome =>
  changed.kind === 'stale' || changed.kind === 'gone'
    ? formKept(field, changed.kind, ctx.language)
    : changedOutcome(ctx, changed);
