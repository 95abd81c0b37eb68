import type { KnownBlock } from '@slack/types';
import type { Ctx } from '../../../feature.js';
import { actions, button, context, header, section } from '../../../slack/blocks.js';
import type { CardObstacle } from '../../../store/cards.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { obstacleVerbs } from '../../obstacle/door.js';
import { ids as obstacleIds } from '../../obstacle/ids.js';
import { obstacleText } from '../../project/door.js';

/** The obstacles that wait on a person, and those that they flagged. */
export const words = {
  waiting: {
    zh: (count: string) => `等您办的卡点${count}个`,
    en: (count: string) => `Obstacles that wait on you: ${count}`,
  },
  moreWaiting: { zh: '其余发 /obstacle 列表 等我 查看', en: 'the others: /obstacle list waiting' },
  details: { zh: '卡片', en: 'Card' },
  raised: { zh: '我的卡点', en: 'My obstacles' },
  moreRaised: { zh: '其余发 /obstacle 列表 我的 查看', en: 'the others: /obstacle list mine' },
} as const satisfies Phrases;

export const MOST_WAITING = 5;
export const MOST_RAISED = 4;

/** The obstacles that wait on somebody, each with what they can do about it. */
export function waitingBlocks(ctx: Ctx, waiting: readonly CardObstacle[]): KnownBlock[] {
  if (waiting.length === 0) return [];
  const say = inLanguage(words, ctx.language);
  const shown = waiting.slice(0, MOST_WAITING);
  return [
    header(say.waiting(String(waiting.length))),
    ...shown.flatMap((each) => [
      section(obstacleText(ctx, each, true)),
      actions(...obstacleVerbs(ctx, each), button(obstacleIds.card, { id: each.id }, say.details)),
    ]),
    ...(waiting.length > MOST_WAITING ? [context(say.moreWaiting)] : []),
  ];
}

/** The obstacles that the person flagged and that are still open. */
export function raisedBlocks(ctx: Ctx, raised: readonly CardObstacle[]): KnownBlock[] {
  if (raised.length === 0) return [];
  const say = inLanguage(words, ctx.language);
  return [
    header(say.raised),
    ...raised
      .slice(0, MOST_RAISED)
      .map((each) => section(obstacleText(ctx, each, true), button(obstacleIds.card, { id: each.id }, say.details))),
    ...(raised.length > MOST_RAISED ? [context(say.moreRaised)] : []),
  ];
}
