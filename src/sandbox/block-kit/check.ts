import { z } from 'zod';
import { LIMITS } from '../limits.js';
import { homeBlock, messageBlock, modalBlock } from './blocks.js';
import { Refused } from './refused.js';
import type { Block, ViewDraft } from './shapes.js';
import { bounded, plainText, several } from './text.js';
import { acrossBlocks, blockCharacters } from './together.js';

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

const messageBlocks = several(messageBlock, LIMITS.messageBlocks, 0);
const modalBlocks = several(modalBlock, LIMITS.viewBlocks, 0);
const homeBlocks = several(homeBlock, LIMITS.viewBlocks, 0);

/** @throws Refused with invalid_blocks or msg_blocks_too_long. */
export function checkMessageBlocks(blocks: unknown, base = '/blocks'): Block[] {
  const parsed = messageBlocks.safeParse(blocks);
  if (!parsed.success) refuse(parsed.error, base);
  const list = blocks as Block[];
  acrossBlocks(list, base);
  if (blockCharacters(list) > LIMITS.messageBlockCharacters.limit) throw new Refused('msg_blocks_too_long');
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
    blocks: modalBlocks,
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...metadata,
  })
  .refine((view) => view.submit !== undefined || !view.blocks.some((block) => block.type === 'input'), {
    message: 'must be defined when an input block is in the blocks array',
    path: ['submit'],
  });
const home = z.strictObject({ type: z.literal('home'), blocks: homeBlocks, ...metadata });
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
