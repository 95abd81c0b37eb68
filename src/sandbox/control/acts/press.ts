import { z } from 'zod';
import { type Element, optionsOf, placedElements } from '../../block-kit/shapes.js';
import { actionsPayload, blocksOf, type Place, stateOf } from '../../payloads.js';
import { optionNamed, valueKey, valuesOf } from '../../workspace/form.js';
import type { Person } from '../../workspace/records.js';
import type { World } from '../../world.js';
import { type Acted, ControlError } from '../fault.js';
import { findTarget, placeNamed, type Target } from '../find.js';
import { flat, suggested } from '../suggest.js';
import { toValue } from '../values.js';

const where = {
  message: z.object({ channel: z.string(), ts: z.string() }).optional(),
  in: z.enum(['modal', 'home']).optional(),
};
/** Values by block_id and action_id, as the web page keeps them while a person types. */
export const typedValues = z.record(z.string(), z.record(z.string(), z.unknown()));

export const pressAct = z.object({
  ...where,
  label: z.string().optional(),
  actionId: z.string().optional(),
  blockId: z.string().optional(),
  /** Words of the text that it stands with: of its own block, or of the one above. */
  beside: z.string().optional(),
  value: z.unknown().optional(),
  values: typedValues.optional(),
});
export const selectAct = z.object({
  ...where,
  blockId: z.string(),
  actionId: z.string(),
  value: z.unknown(),
  text: z.string().optional(),
  values: typedValues.optional(),
});

/** Puts what the page holds into the place's state. */
export async function type(
  world: World,
  person: Person,
  place: Place,
  values: z.infer<typeof typedValues> | undefined,
): Promise<void> {
  if (!values) return;
  for (const { block, element } of placedElements(blocksOf(place))) {
    const held = values[block.block_id ?? '']?.[element.action_id ?? ''];
    if (held === undefined || valueKey(element.type) === undefined) continue;
    await put(world, person, place, { block, element }, held);
  }
}

/** One value into the place's state. */
export async function put(
  world: World,
  person: Person,
  place: Place,
  { block, element }: Target['placed'],
  given: unknown,
): Promise<void> {
  const value = await toValue(world, person, element, given, async (query) =>
    flat(await suggested(world, person, place, block, element, query)),
  );
  valuesOf(stateOf(place), block.block_id ?? '')[element.action_id ?? ''] = value;
}

/** Presses a button, chooses from a menu, ticks a box. A confirm dialog is accepted. */
export async function press(world: World, person: Person, act: z.infer<typeof pressAct>): Promise<Acted> {
  const target = findTarget(world, person, act);
  const { place, placed } = target;
  await type(world, person, place, act.values);
  const option = act.value !== undefined ? act.value : target.option;
  const { element } = placed;
  if (element.type === 'button') return send(world, person, place, placed, buttonPart(element));
  if (element.type === 'overflow') {
    const chosen = optionNamed(optionsOf(element), String(option ?? ''));
    if (!chosen) throw new ControlError(`Say which option of the menu: 'menu > option'.`);
    return send(world, person, place, placed, { selected_option: chosen });
  }
  if (option === undefined) throw new ControlError(`Say what to choose: 'menu > option'.`);
  const given =
    element.type === 'checkboxes' && act.value === undefined ? toggled(place, target, String(option)) : option;
  await put(world, person, place, placed, given);
  return dispatch(world, person, place, placed);
}

/** Chooses or types in an input; the bot hears of it where Slack tells it. */
export async function select(world: World, person: Person, act: z.infer<typeof selectAct>): Promise<Acted> {
  const place = placeNamed(world, person, act);
  if (!place) throw new ControlError("Say where: message, in: 'modal' or in: 'home'.");
  const placed = placedElements(blocksOf(place)).find(
    ({ block, element }) => block.block_id === act.blockId && element.action_id === act.actionId,
  );
  if (!placed) throw new ControlError(`There is no input ${act.blockId}/${act.actionId} there.`);
  await type(world, person, place, act.values);
  const external = placed.element.type === 'external_select' && act.text !== undefined;
  const given = external ? { text: { type: 'plain_text', text: act.text }, value: String(act.value) } : act.value;
  await put(world, person, place, placed, given);
  return dispatch(world, person, place, placed);
}

/** An input inside an input block is told of only with dispatch_action; one in a section or actions block always. */
function dispatch(world: World, person: Person, place: Place, placed: Target['placed']): Promise<Acted> | Acted {
  if (placed.block.type === 'input' && placed.block.dispatch_action !== true)
    return { ok: true, ackMs: null, error: null };
  const { block, element } = placed;
  const value = stateOf(place)[block.block_id ?? '']?.[element.action_id ?? ''] ?? { type: element.type };
  return send(world, person, place, placed, {
    ...value,
    ...(element.placeholder && { placeholder: element.placeholder }),
  });
}

function toggled(place: Place, { placed: { block, element } }: Target, word: string): string[] {
  const value = stateOf(place)[block.block_id ?? '']?.[element.action_id ?? ''];
  const chosen = (value?.selected_options ?? []) as { value: string }[];
  const option = optionNamed(optionsOf(element), word);
  const values = chosen.map((one) => one.value);
  const now = option?.value ?? word;
  return values.includes(now) ? values.filter((one) => one !== now) : [...values, now];
}

function buttonPart(element: Element): Record<string, unknown> {
  return {
    text: element.text,
    ...(element.value !== undefined && { value: element.value }),
    ...(element.style !== undefined && { style: element.style }),
    ...(element.url !== undefined && { url: element.url }),
  };
}

async function send(
  world: World,
  person: Person,
  place: Place,
  { block, element }: Target['placed'],
  part: Record<string, unknown>,
): Promise<Acted> {
  world.changes.tell(place.kind === 'message' ? { channel: place.channel.id } : { person: person.id });
  const action = { type: element.type, action_id: element.action_id, block_id: block.block_id, ...part };
  const ack = await world.delivery.ask('interactive', actionsPayload(world, person, place, action));
  if (ack.ok) return { ok: true, ackMs: ack.ms, error: null };
  return toast(world, person, `${world.manifest.botName} didn't respond (operation_timeout). Try again?`);
}

/** What Slack shows beside messages and forms when the app did not answer. */
export function toast(world: World, person: Person, text: string): Acted {
  world.toasts.set(person.id, { text, at: new Date(world.clock.now()).toISOString() });
  world.changes.tell({ person: person.id });
  return { ok: false, ackMs: null, error: text };
}
