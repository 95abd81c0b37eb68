import { type Block, type Element, optionsOf, type Placed, placedElements, plain } from '../block-kit/shapes.js';
import { readable } from '../lines.js';
import { blocksOf, type Place, stateOf } from '../payloads.js';
import type { Channel, Person } from '../workspace/records.js';
import type { World } from '../world.js';
import { ControlError, channelFor, sample } from './fault.js';

/** Something to press, and the option chosen with it, if the label named one. */
export interface Target {
  place: Place;
  placed: Placed;
  option?: string;
}

const DOTS = ['⋯', '…', '...', 'overflow'];

/** The names under which a menu goes: its placeholder, what is chosen in it, the text beside it. */
function menuNames(place: Place, { block, element }: Placed): string[] {
  const names = [plain(element.placeholder), plain(block.label), readable(plain(block.text))];
  const held = stateOf(place)[block.block_id ?? '']?.[element.action_id ?? '']?.selected_option;
  if (typeof held === 'object' && held !== null && 'text' in held)
    names.push(plain(held.text as { type: 'plain_text'; text: string }));
  if (element.type === 'overflow') names.push(...DOTS);
  return names.filter((name) => name !== '').map((name) => name.trim());
}

function bare(label: string): string {
  return label.replace(/:[\w+-]+:/g, '').trim();
}

function sameLabel(one: string, other: string): boolean {
  return one.trim() === other.trim() || (bare(one) !== '' && bare(one) === bare(other));
}

/** Whether an element stands with these words: in its own block, or in the texts above it up to the buttons before. */
function standsBeside({ block }: Placed, blocks: readonly Block[], words: string): boolean {
  const reads = (one: Block) => readable(plain(one.text)).includes(words);
  if (reads(block)) return true;
  for (let index = blocks.indexOf(block) - 1; index >= 0; index -= 1) {
    const above = blocks[index];
    if (!above || above.type === 'actions') return false;
    if (reads(above)) return true;
  }
  return false;
}

/** The element that carries this label; `menu > option` names a menu and its option. */
function labelled(place: Place, label: string, beside?: string): Target | undefined {
  const blocks = blocksOf(place);
  const every = placedElements(blocks);
  const all = beside === undefined ? every : every.filter((placed) => standsBeside(placed, blocks, beside));
  for (const placed of all)
    if (placed.element.type === 'button' && sameLabel(plain(placed.element.text), label)) return { place, placed };
  const cut = label.lastIndexOf(' > ');
  const head = cut < 0 ? '' : label.slice(0, cut).trim();
  const option = cut < 0 ? label.trim() : label.slice(cut + 3).trim();
  for (const placed of all) {
    const { element } = placed;
    if (element.type === 'button') continue;
    const ticks = element.type === 'checkboxes' || element.type === 'radio_buttons';
    const named = head === '' ? ticks || label.startsWith('> ') : menuNames(place, placed).includes(head);
    if (named && holds(element, option.replace(/^> /, ''))) return { place, placed, option: option.replace(/^> /, '') };
  }
  return undefined;
}

/** Selects of people, channels or days take any word; lists must have the option. */
function holds(element: Element, option: string): boolean {
  const options = optionsOf(element);
  if (options.length === 0) return element.type !== 'plain_text_input';
  return options.some((one) => one.text.text.trim() === option || one.value === option);
}

/** Everything pressable here, as it reads. */
function labels(place: Place): string[] {
  return placedElements(blocksOf(place)).flatMap((placed) => {
    if (placed.element.type === 'button') return [plain(placed.element.text)];
    if (placed.block.type === 'input') return [];
    const name = menuNames(place, placed)[0] ?? placed.element.action_id ?? '';
    return [`${name} > …`];
  });
}

function inPlace(
  place: Place,
  label: string | undefined,
  actionId: string | undefined,
  beside?: string,
): Target | undefined {
  if (actionId !== undefined) {
    const placed = placedElements(blocksOf(place)).find(({ element }) => element.action_id === actionId);
    if (placed && label !== undefined && placed.element.type !== 'button')
      return { place, placed, option: label.split(' > ').at(-1) ?? label };
    return placed ? { place, placed } : undefined;
  }
  return label === undefined ? undefined : labelled(place, label, beside);
}

/** The place that a request names. @throws ControlError when there is nothing there. */
export function placeNamed(
  world: World,
  person: Person,
  where: { message?: { channel: string; ts: string } | undefined; in?: string | undefined },
): Place | undefined {
  if (where.message) {
    const channel = channelFor(world, person, where.message.channel);
    const message = messageFor(channel, person, where.message.ts);
    if (!message) throw new ControlError(`${person.name} sees no message ${where.message.ts} in '${channel.name}'.`);
    return { kind: 'message', channel, message };
  }
  if (where.in === 'modal') {
    const view = world.views.modal(person.id);
    if (!view) throw new ControlError(`${person.name} has no open form.`);
    return { kind: 'view', view };
  }
  if (where.in === 'home') {
    const view = world.views.home(person.id);
    if (!view) throw new ControlError(`${person.name} has nothing on the home tab.`);
    return { kind: 'view', view };
  }
  return undefined;
}

export function messageFor(channel: Channel, person: Person, ts: string) {
  return channel.byTs.get(ts) ?? channel.ephemeral.get(person.id)?.find((message) => message.ts === ts);
}

/** Finds what to press: in the place named, or in the newest thing that this person sees that carries it. */
export function findTarget(
  world: World,
  person: Person,
  where: {
    message?: { channel: string; ts: string } | undefined;
    in?: string | undefined;
    label?: string | undefined;
    actionId?: string | undefined;
    blockId?: string | undefined;
    beside?: string | undefined;
  },
): Target {
  const { label, actionId, blockId, beside } = where;
  if (label === undefined && actionId === undefined)
    throw new ControlError("Give a 'label' or an 'actionId' to press.");
  const place = placeNamed(world, person, where);
  if (place) {
    const exact =
      blockId === undefined
        ? undefined
        : placedElements(blocksOf(place)).find(
            ({ block, element }) => block.block_id === blockId && element.action_id === actionId,
          );
    const target = exact ? { place, placed: exact } : inPlace(place, label, actionId, beside);
    if (target) return target;
    throw new ControlError(
      `There is no button '${label ?? actionId}' there; ${person.name} sees: ${sample(labels(place))}`,
    );
  }
  return newest(world, person, label, actionId, beside);
}

/** An open form lies over everything else; then messages and the home tab by time. */
function newest(
  world: World,
  person: Person,
  label: string | undefined,
  actionId: string | undefined,
  beside: string | undefined,
): Target {
  const seen: string[] = [];
  const modal = world.views.modal(person.id);
  const form: Place | undefined = modal && { kind: 'view', view: modal };
  const inForm = form && inPlace(form, label, actionId, beside);
  if (inForm) return inForm;
  if (form) seen.push(...labels(form));
  let best: { at: number; target: Target } | undefined;
  const offer = (at: number, target: Target | undefined) => {
    if (target && (!best || at > best.at)) best = { at, target };
  };
  for (const channel of world.channels.of(person.id)) {
    for (const list of [channel.interactive, channel.ephemeral.get(person.id) ?? []]) {
      for (let index = list.length - 1; index >= 0; index -= 1) {
        const message = list[index];
        if (!message || (best && micros(message.ts) <= best.at)) break;
        const place: Place = { kind: 'message', channel, message };
        const target = inPlace(place, label, actionId, beside);
        offer(micros(message.ts), target);
        if (target) break;
        if (seen.length < 40) seen.push(...labels(place));
      }
    }
  }
  const home = world.views.home(person.id);
  if (home) {
    offer(home.shown, inPlace({ kind: 'view', view: home }, label, actionId, beside));
    seen.push(...labels({ kind: 'view', view: home }));
  }
  if (best) return best.target;
  throw new ControlError(
    `There is no button '${label ?? actionId}'${beside === undefined ? '' : ` beside '${beside}'`}; ${person.name} sees: ${sample([...new Set(seen)])}`,
  );
}

function micros(ts: string): number {
  return Number(ts.replace('.', ''));
}
