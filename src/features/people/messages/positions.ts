import { type Outcome, refuse } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, divider, header, section } from '../../../slack/blocks.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids } from '../ids.js';
import type { SeenPosition } from '../model.js';
import { holderWords } from './parts.js';
import { phrases } from './phrases.js';
import { countsWords } from './responsibilities.js';

/** Phrases of this message, zh-CN and English side by side. */
export const words = {
  line: phrases.line,
  successor: phrases.successor,
  bind: phrases.bind,
  list: { zh: '岗位', en: 'Positions' },
  none: {
    zh: '还没有岗位。岗位名下的项目、节点、卡点随人走：换人时一次移交。',
    en: 'There are no positions yet. What belongs to a position goes with whoever holds it: one change hands all of it over.',
  },
  leavesMore: phrases.leavesMore,
  make: { zh: '新设岗位', en: 'New position' },
  unknownPosition: {
    zh: (what: string) => ({
      wrong: `没有“${what}”这个岗位。`,
      instead: '/people position 看岗位；换人：/people position 镇长 张三。',
    }),
    en: (what: string) => ({
      wrong: `There is no position “${what}”.`,
      instead: '/people position shows them; a successor: /people position Mayor Zhang San.',
    }),
  },
} as const satisfies Phrases;

const MOST_ROWS = 15;

/** All positions, with who holds them and what they bring. */
export function positionsMessage(seen: readonly SeenPosition[], language: Language): Message {
  const say = inLanguage(words, language);
  const rows = seen.slice(0, MOST_ROWS).flatMap(({ position, work, duties }) => [
    section(
      `${say.line(escapeText(position.name), holderWords(position, language))}\n${countsWords(work, language, duties)}`,
    ),
    {
      ...actions(
        button(ids.successor, { position: position.id }, say.successor),
        ...(position.holderId === null ? [] : [button(ids.bind, { position: position.id }, say.bind)]),
      ),
      block_id: `position-${position.id}`,
    },
  ]);
  return {
    text: say.list,
    blocks: [
      header(say.list),
      ...(seen.length === 0 ? [section(say.none)] : rows),
      ...(seen.length > MOST_ROWS ? [context(say.leavesMore(seen.length - MOST_ROWS))] : []),
      divider,
      actions(button(ids.position, {}, say.make, 'primary')),
    ],
  };
}

/** No position is called so, or it is gone. */
export const unknownPosition = (called: string, language: Language): Outcome =>
  refuse(inLanguage(words, language).unknownPosition(escapeText(called)));
