import type { Button } from '@slack/types';
import { dayAt, type Instant, timeAt } from '../../../domain/day.js';
import { may } from '../../../domain/permission.js';
import type { Ctx } from '../../../feature.js';
import { button } from '../../../slack/blocks.js';
import type { CardObstacle } from '../../../store/cards.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import { ids as leadIds } from '../../lead/ids.js';
import { obstacleVerbs } from '../../obstacle/door.js';
import { ids as obstacleIds } from '../../obstacle/ids.js';
import { type ListRequest, nudgeInList } from '../ids.js';
import type { Phrases } from './phrases.js';

/** What the reader of a list may do from its rows. */
export const words = {
  nudge: { zh: '催一下', en: 'Nudge' },
  claim: { zh: '认领', en: 'Claim' },
  instruct: { zh: '批示', en: 'Instruct' },
  nudged: {
    zh: (moment: string) => `已催，${moment}；今天不再催`,
    en: (moment: string) => `Nudged at ${moment}; not again today`,
  },
} as const satisfies Catalogue;

/** Who reads a list, and what stands now of what it names: the open obstacles of its projects, who was nudged today. */
export type Acting = {
  readonly ctx: Pick<Ctx, 'person' | 'program' | 'language'>;
  readonly obstacles: readonly CardObstacle[];
  readonly nudged: ReadonlyMap<number, Instant>;
  /** Whether they see what each county leader's month lacks. */
  readonly seesDuty: boolean;
};

export type RowProject = {
  readonly id: number;
  readonly ownerId: number | null;
  readonly unitId: number;
  readonly sponsorId: number | null;
};

type Ways = { readonly said: string | null; readonly ways: readonly Button[] };
export const NOTHING: Ways = { said: null, ways: [] };

/** Beside its card: a nudge, the claim of an obstacle that the reader holds, an instruction; none that would be refused. */
export function projectWays(
  { ctx, obstacles, nudged }: Acting,
  request: ListRequest,
  project: RowProject,
  { day }: Phrases,
): Ways {
  const own = inLanguage(words, ctx.language);
  const thing = { ...project, programId: ctx.program.id };
  const at = nudged.get(project.id);
  const nudges = may(ctx.person, 'nudge', thing).allowed;
  const mine = [ctx.person.id, ...ctx.person.standsInFor];
  const held = obstacles.find(
    (each) =>
      each.projectId === project.id &&
      each.standing === 'open' &&
      each.confirmation === null &&
      each.holderId !== null &&
      mine.includes(each.holderId),
  );
  const moment =
    at === undefined
      ? ''
      : `${day(dayAt(at, ctx.program.timeZone))}${ctx.language === 'zh' ? '' : ' '}${timeAt(at, ctx.program.timeZone)}`;
  return {
    said: at === undefined || !nudges ? null : own.nudged(moment),
    ways: [
      ...(nudges && at === undefined ? [button(nudgeInList, { request, project: project.id }, own.nudge)] : []),
      ...(held === undefined
        ? []
        : [button(obstacleIds.act, { id: held.id, version: held.version, act: 'claim' as const }, own.claim)]),
      ...(may(ctx.person, 'instruct', thing).allowed
        ? [button(leadIds.instruct, { project: project.id }, own.instruct)]
        : []),
    ],
  };
}

/** What the reader may do with an obstacle of a list as it stands now; nothing where it is closed by now. */
export function obstacleWays(acting: Acting | undefined, id: number): readonly Button[] {
  const found = acting?.obstacles.find((each) => each.id === id);
  return acting === undefined || found === undefined ? [] : obstacleVerbs(acting.ctx, found);
}
