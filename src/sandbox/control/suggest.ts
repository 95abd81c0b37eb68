import { suggestions } from '../block-kit/options.js';
import type { Block, Element, Option } from '../block-kit/shapes.js';
import { type Place, suggestionPayload } from '../payloads.js';
import type { Person } from '../workspace/records.js';
import type { World } from '../world.js';
import { ControlError } from './fault.js';

export interface Suggested {
  options?: Option[];
  groups?: { label: string; options: Option[] }[];
}

/** Asks the bot for the options of an external select. @throws ControlError when it did not answer with options. */
export async function suggested(
  world: World,
  person: Person,
  place: Place,
  block: Block,
  element: Element,
  query: string,
): Promise<Suggested> {
  // Slack has nowhere to ask: the menu stays empty.
  if (world.delivery.overHttp && world.manifest.optionsUrl === undefined) return { options: [] };
  const payload = suggestionPayload(world, person, place, block, element, query);
  const ack = await world.delivery.ask('interactive', payload);
  if (!ack.ok) throw new ControlError('The app did not answer with options in time.');
  const parsed = suggestions.safeParse(ack.payload);
  if (!parsed.success) throw new ControlError(`The app's options are not right: ${parsed.error.issues[0]?.message}`);
  const answer = ack.payload as {
    options?: Option[];
    option_groups?: { label: { text: string }; options: Option[] }[];
  };
  if (answer.option_groups)
    return { groups: answer.option_groups.map((one) => ({ label: one.label.text, options: one.options })) };
  return { options: answer.options ?? [] };
}

export function flat(answer: Suggested): Option[] {
  return answer.options ?? (answer.groups ?? []).flatMap((group) => group.options);
}
