import type { Button, KnownBlock } from '@slack/types';
import type { Ctx } from '../../../feature.js';
import { actions, button, context, header, section } from '../../../slack/blocks.js';
import type { CardObstacle } from '../../../store/cards.js';
import { inLanguage, type Language } from '../../../text/language.js';
import { ids as obstacleIds } from '../../obstacle/ids.js';
import { obstacleText } from '../../project/door.js';
import { homeWords } from '../words.js';

/** The obstacles that wait on somebody, each with what they can do about it. */
export function waitingBlocks(ctx: Ctx, waiting: readonly CardObstacle[], most: number): KnownBlock[] {
  if (waiting.length === 0) return [];
  const say = inLanguage(homeWords, ctx.language);
  const shown = waiting.slice(0, most);
  return [
    header(say.waiting(waiting.length > most ? `${most}+` : String(shown.length))),
    ...shown.flatMap((each) => [
      section(obstacleText(ctx, each, true), button(obstacleIds.card, { id: each.id }, say.details)),
      actions(...buttons(each, ctx.language)),
    ]),
    ...(waiting.length > most ? [context(say.moreWaiting)] : []),
  ];
}

function buttons({ id, version, standing, rung }: CardObstacle, language: Language): Button[] {
  const say = inLanguage(homeWords, language);
  if (standing === 'resolved')
    return [
      button(obstacleIds.press, { id, version, act: 'verify' }, say.verify, 'primary'),
      button(obstacleIds.act, { id, version, act: 'return' }, say.giveBack),
    ];
  return [
    ...(standing === 'open' ? [button(obstacleIds.act, { id, version, act: 'claim' }, say.claim, 'primary')] : []),
    button(obstacleIds.act, { id, version, act: 'resolve' }, say.resolve),
    ...(rung === 'commander' ? [] : [button(obstacleIds.act, { id, version, act: 'raise' }, say.raise)]),
  ];
}
