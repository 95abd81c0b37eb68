import { LIMITS } from '../limits.js';
import { Refused } from './refused.js';
import type { Block } from './shapes.js';
import { placedElements } from './shapes.js';
import { textLength } from './text-length.js';

/** Slack counts more than text: a divider alone was seen to cost so much. */
const EACH_BLOCK = 125;
/** Those with a total of their own. */
const COUNTED_APART = new Set(['markdown', 'table', 'data_table']);

/** The rules that span blocks: ids are not used twice, so many tables and charts, so much markdown. @throws Refused */
export function acrossBlocks(blocks: readonly Block[], base: string): void {
  const reasons: string[] = [];
  const blockIds = new Set<string>();
  blocks.forEach((block, index) => {
    if (block.block_id === undefined) return;
    if (blockIds.has(block.block_id))
      reasons.push(`block_id already exists: ${block.block_id} [json-pointer:${base}/${index}/block_id]`);
    blockIds.add(block.block_id);
  });
  for (const block of blocks) {
    const actionIds = new Set<string>();
    for (const { element } of placedElements([block])) {
      if (element.action_id === undefined) continue;
      if (actionIds.has(element.action_id))
        reasons.push(
          `action_id already exists: ${element.action_id} [json-pointer:${base}/${blocks.indexOf(block)}/elements]`,
        );
      actionIds.add(element.action_id);
    }
  }
  const focused = placedElements(blocks).filter(({ element }) => element.focus_on_load === true);
  if (focused.length > 1) reasons.push(`only one element can have focus_on_load [json-pointer:${base}]`);
  const ofType = (type: string) => blocks.filter((block) => block.type === type);
  if (ofType('table').length > LIMITS.tablesInMessage.limit)
    reasons.push(`only one table allowed in a message [json-pointer:${base}]`);
  if (ofType('data_visualization').length > LIMITS.chartsInMessage.limit)
    reasons.push(`no more than ${LIMITS.chartsInMessage.limit} charts allowed in a message [json-pointer:${base}]`);
  const cells = ofType('data_table').reduce((sum, block) => sum + textLength(block.rows), 0);
  if (cells > LIMITS.dataTableCharacters.limit)
    reasons.push(
      `data tables must be less than ${LIMITS.dataTableCharacters.limit + 1} characters in all [json-pointer:${base}]`,
    );
  const markdown = ofType('markdown').map((block) => String(block.text).length);
  if (markdown.reduce((sum, length) => sum + length, 0) > LIMITS.markdownText.limit)
    reasons.push(
      `markdown must be less than ${LIMITS.markdownText.limit + 1} characters in all [json-pointer:${base}]`,
    );
  if (reasons.length > 0) throw new Refused('invalid_blocks', reasons);
}

/** What Slack measures a message's blocks by before it says msg_blocks_too_long. */
export function blockCharacters(blocks: readonly Block[]): number {
  const counted = blocks.filter((block) => !COUNTED_APART.has(block.type));
  return counted.length * EACH_BLOCK + textLength(counted);
}
