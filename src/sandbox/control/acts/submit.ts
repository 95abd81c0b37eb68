import { z } from 'zod';
import { checkView } from '../../block-kit/check.js';
import { Refused } from '../../block-kit/refused.js';
import { type Placed, placedElements, plain } from '../../block-kit/shapes.js';
import { readable } from '../../lines.js';
import { closedPayload, type Place, submissionPayload } from '../../payloads.js';
import { shareFilesOf } from '../../posting.js';
import { valueKey } from '../../workspace/form.js';
import { formErrors } from '../../workspace/form-errors.js';
import type { Person, View } from '../../workspace/records.js';
import type { World } from '../../world.js';
import { type Acted, ControlError, sample } from '../fault.js';
import { put, type, typedValues } from './press.js';

export const submitAct = z.object({
  fields: z.record(z.string(), z.unknown()).optional(),
  values: typedValues.optional(),
});
export const closeAct = z.object({ all: z.boolean().optional() });

const TROUBLE = 'We had some trouble connecting. Try again?';

const answerShape = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
]);

/** Fills in the person's open form and submits it. */
export async function submit(world: World, person: Person, act: z.infer<typeof submitAct>): Promise<Acted> {
  const view = world.views.modal(person.id);
  if (!view) throw new ControlError(`${person.name} has no open form.`);
  if (!view.submit) throw new ControlError(`The form '${view.title?.text}' has no submit button.`);
  const place: Place = { kind: 'view', view };
  await type(world, person, place, act.values);
  for (const [label, value] of Object.entries(act.fields ?? {}))
    await put(world, person, place, fieldNamed(view, label), value);
  view.errors = formErrors(view.blocks, view.state, person.locale);
  delete view.trouble;
  if (Object.keys(view.errors).length > 0) return refused(world, view, null);
  world.changes.tell({ person: person.id });
  const ack = await world.delivery.ask('interactive', submissionPayload(world, person, view));
  if (!ack.ok) return trouble(world, view);
  try {
    return obey(world, person, view, ack.payload, ack.ms);
  } catch (error) {
    if (error instanceof Refused || error instanceof z.ZodError) return trouble(world, view, String(error.message));
    throw error;
  }
}

/** Does what the bot's acknowledgement says: close, show errors, show another view. */
function obey(world: World, person: Person, view: View, payload: Record<string, unknown>, ms: number): Acted {
  if (payload.response_action === undefined) {
    if (world.views.modal(person.id)?.id === view.id) world.views.pop(person.id);
    world.changes.tell({ person: person.id });
    return { ok: true, ackMs: ms, error: null };
  }
  const answer = answerShape.parse(payload);
  if (answer.response_action === 'errors') {
    const inputs = new Set(view.blocks.filter((one) => one.type === 'input').map((one) => one.block_id));
    const stray = Object.keys(answer.errors).filter((blockId) => !inputs.has(blockId));
    if (stray.length > 0) return trouble(world, view, `errors for blocks that are no inputs: ${stray.join(', ')}`);
    view.errors = answer.errors;
    return refused(world, view, ms);
  }
  if (answer.response_action === 'clear') world.views.clear(person.id);
  else {
    const draft = checkView(answer.view, 'modal');
    shareFilesOf(world, draft.blocks, person.id, '/view/blocks');
    if (answer.response_action === 'update') world.views.update(view, draft);
    else world.views.push(person.id, draft);
  }
  world.changes.tell({ person: person.id });
  return { ok: true, ackMs: ms, error: null };
}

function refused(world: World, view: View, ackMs: number | null): Acted {
  world.changes.tell({ person: view.person });
  const labels = new Map(view.blocks.map((block) => [block.block_id ?? '', plain(block.label)]));
  const errors = Object.fromEntries(
    Object.entries(view.errors).map(([blockId, text]) => [labels.get(blockId) || blockId, text]),
  );
  const error = Object.entries(errors)
    .map(([label, text]) => `${label}: ${text}`)
    .join('; ');
  return { ok: false, ackMs, error, errors, blockErrors: view.errors };
}

/** @param why for the one who reads the control face's answer; people only see that it did not work. */
function trouble(world: World, view: View, why?: string): Acted {
  view.trouble = TROUBLE;
  world.changes.tell({ person: view.person });
  return { ok: false, ackMs: null, error: TROUBLE, ...(why !== undefined && { why }) };
}

/** An input by its label, or by the text or placeholder beside a menu. @throws ControlError that names the labels. */
function fieldNamed(view: View, label: string): Placed {
  const takers = placedElements(view.blocks).filter(({ element }) => valueKey(element.type) !== undefined);
  const names = takers.map(({ block, element }) => [
    plain(block.label).trim(),
    readable(plain(block.text)).trim(),
    plain(element.placeholder).trim(),
    element.action_id ?? '',
  ]);
  for (let rank = 0; rank < 4; rank += 1) {
    const index = names.findIndex((one) => one[rank] !== '' && one[rank] === label.trim());
    const found = takers[index];
    if (found) return found;
  }
  const known = names.map((one) => one.find((name) => name !== '') ?? '');
  throw new ControlError(`The form '${view.title?.text}' has no field '${label}'. It has: ${sample(known)}`);
}

/** Dismisses the form on top, or all of them; the bot hears of it where it asked to. */
export async function close(world: World, person: Person, act: z.infer<typeof closeAct>): Promise<Acted> {
  const top = world.views.modal(person.id);
  if (!top) throw new ControlError(`${person.name} has no open form.`);
  const all = act.all === true || top.clear_on_close === true;
  const closed = all ? [...world.views.stack(person.id)].reverse() : [top];
  const payloads = closed
    .filter((view) => view.notify_on_close === true)
    .map((view) => closedPayload(world, person, view, all));
  if (all) world.views.clear(person.id);
  else world.views.pop(person.id);
  world.changes.tell({ person: person.id });
  const acks = await Promise.all(payloads.map((payload) => world.delivery.ask('interactive', payload)));
  return { ok: true, ackMs: acks[0]?.ok ? acks[0].ms : null, error: null };
}
