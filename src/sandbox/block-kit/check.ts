import { z } from 'zod';
import { LIMITS } from '../limits.js';
import { messageBlock, viewBlock } from './blocks.js';
import type { Block, ViewDraft } from './shapes.js';
import { placedElements } from './shapes.js';
import { bounded, plainText, several } from './text.js';

/** Why blocks or a view were refused: the Web API error, and each reason with the JSON pointer of its place. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly reasons: string[] = [],
  ) {
    super(`${code}: ${reasons.join('; ')}`);
  }

  /** The answer as Slack gives it. */
  answer(): Record<string, unknown> {
    if (this.reasons.length === 0) return { ok: false, error: this.code };
    return {
      ok: false,
      error: this.code,
      errors: this.reasons,
      response_metadata: { messages: this.reasons.map((reason) => `[ERROR] ${reason}`) },
    };
  }
}

function pointer(base: string, path: readonly PropertyKey[]): string {
  return [base, ...path.map(String)].join('/');
}

function reason(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `invalid additional property: ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_type' && issue.input === undefined && issue.message.startsWith('Invalid input'))
    return 'missing required field';
  return issue.message;
}

function refuse(error: z.ZodError, base: string): never {
  const issues = error.issues.slice(0, 20);
  const reasons = issues.map((issue) => `${reason(issue)} [json-pointer:${pointer(base, issue.path)}]`);
  const inBlocks = base.endsWith('/blocks') || issues.some((issue) => issue.path[0] === 'blocks');
  throw new Refused(inBlocks ? 'invalid_blocks' : 'invalid_arguments', reasons);
}

/** The rules that span blocks: ids are not used twice, one table, so much markdown. */
function acrossBlocks(blocks: readonly Block[], base: string): void {
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
  if (blocks.filter((block) => block.type === 'table').length > LIMITS.tablesInMessage.limit)
    reasons.push(`only one table allowed in a message [json-pointer:${base}]`);
  const markdown = blocks.filter((block) => block.type === 'markdown').map((block) => String(block.text).length);
  if (markdown.reduce((sum, length) => sum + length, 0) > LIMITS.markdownText.limit)
    reasons.push(
      `markdown must be less than ${LIMITS.markdownText.limit + 1} characters in all [json-pointer:${base}]`,
    );
  if (reasons.length > 0) throw new Refused('invalid_blocks', reasons);
}

/** Every character that a reader would see or a machine would carry as text. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + textLength(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  for (const [key, inner] of Object.entries(value))
    sum += typeof inner === 'string' ? (key === 'text' || key === 'alt_text' ? inner.length : 0) : textLength(inner);
  return sum;
}

const messageBlocks = several(messageBlock, LIMITS.messageBlocks, 0);
const viewBlocks = several(viewBlock, LIMITS.viewBlocks, 0);

/** @throws Refused with invalid_blocks or msg_blocks_too_long. */
export function checkMessageBlocks(blocks: unknown, base = '/blocks'): Block[] {
  const parsed = messageBlocks.safeParse(blocks);
  if (!parsed.success) refuse(parsed.error, base);
  const list = blocks as Block[];
  acrossBlocks(list, base);
  if (textLength(list) > LIMITS.messageBlockCharacters.limit) throw new Refused('msg_blocks_too_long');
  return list;
}

const metadata = {
  private_metadata: bounded(LIMITS.privateMetadata, 0).optional(),
  callback_id: bounded(LIMITS.callbackId, 0).optional(),
  external_id: bounded(LIMITS.externalId, 0).optional(),
};
const modal = z
  .strictObject({
    type: z.literal('modal'),
    title: plainText(LIMITS.viewTitle),
    submit: plainText(LIMITS.viewSubmit).optional(),
    close: plainText(LIMITS.viewClose).optional(),
    blocks: viewBlocks,
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...metadata,
  })
  .refine((view) => view.submit !== undefined || !view.blocks.some((block) => block.type === 'input'), {
    message: 'must be defined when an input block is in the blocks array',
    path: ['submit'],
  });
const home = z.strictObject({ type: z.literal('home'), blocks: viewBlocks, ...metadata });
const view = z.discriminatedUnion('type', [modal, home], { error: 'must be modal or home' });

/** @throws Refused with invalid_arguments (the view itself), invalid_blocks (its blocks) or view_too_large. */
export function checkView(draft: unknown, type: 'modal' | 'home'): ViewDraft {
  if (Buffer.byteLength(JSON.stringify(draft) ?? '') > LIMITS.viewBytes.limit) throw new Refused('view_too_large');
  const parsed = view.safeParse(draft);
  if (!parsed.success) refuse(parsed.error, '/view');
  const checked = draft as ViewDraft;
  if (checked.type !== type) throw new Refused('invalid_arguments', [`must be ${type} [json-pointer:/view/type]`]);
  acrossBlocks(checked.blocks, '/view/blocks');
  return checked;
}
