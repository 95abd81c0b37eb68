import type { LineContext } from '../../domain/report-line.js';
import type { Ctx } from '../../feature.js';
import type { Names } from '../../store/names.js';

/** What the understanding of a line depends on beside its text: who types, where, and of which projects they may say so. */
export const lineContext = (
  ctx: Ctx,
  names: Names,
  surface: LineContext['surface'],
  thread: string | null,
  mayReport: LineContext['mayReport'],
): LineContext => ({
  today: ctx.today,
  surface,
  ...(thread === null ? {} : { threadProject: thread }),
  owns: names.ownedBy([ctx.person.id, ...ctx.person.standsInFor]),
  mayReport,
});
