import type { Button } from '@slack/types';
import { may } from '../../../domain/permission.js';
import type { Ctx } from '../../../feature.js';
import { button } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids } from '../../lead/ids.js';

export const words = {
  nudge: { zh: '催一下', en: 'Nudge' },
  instruct: { zh: '批示', en: 'Instruct' },
} as const satisfies Phrases;

type LedProject = {
  readonly id: number;
  readonly ownerId: number | null;
  readonly unitId: number | null;
  readonly sponsorId: number | null;
};

/** What the reader of a row that names a project may do as a leader. */
export function leadButtons(ctx: Pick<Ctx, 'person' | 'program' | 'language'>, project: LedProject): Button[] {
  const say = inLanguage(words, ctx.language);
  const thing = { ...project, programId: ctx.program.id };
  return [
    ...(may(ctx.person, 'nudge', thing).allowed ? [button(ids.nudge, { project: project.id }, say.nudge)] : []),
    ...(may(ctx.person, 'instruct', thing).allowed
      ? [button(ids.instruct, { project: project.id }, say.instruct)]
      : []),
  ];
}
