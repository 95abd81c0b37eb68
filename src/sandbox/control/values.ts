import { fileJson } from '../api-json.js';
import { isDay } from '../block-kit/days.js';
import { type Element, type Option, optionsOf } from '../block-kit/shapes.js';
import { optionNamed, takesSeveral, valueKey } from '../workspace/form.js';
import type { InputValue, Person } from '../workspace/records.js';
import type { World } from '../world.js';
import { droppedFile } from './acts/speak.js';
import { ControlError, sample } from './fault.js';
import { wallTime } from './wall-time.js';

/** Finds the options of an external select; asks the bot. */
export type Suggest = (query: string) => Promise<Option[]>;

/** What a person puts into an input, from the words a script or page uses. @throws ControlError that names what there was to choose from. */
export async function toValue(
  world: World,
  person: Person,
  element: Element,
  given: unknown,
  suggest: Suggest,
): Promise<InputValue> {
  const { type } = element;
  const key = valueKey(type);
  if (key === undefined) throw new ControlError(`A ${type} takes no value.`);
  const several = takesSeveral(type);
  const words = Array.isArray(given) ? given : given === null || given === undefined || given === '' ? [] : [given];
  if (!several && words.length > 1) throw new ControlError(`A ${type} takes one value, not ${words.length}.`);
  const values = [];
  for (const word of words) values.push(await one(world, person, element, word, suggest));
  return { type, [key]: several ? values : (values[0] ?? null) };
}

async function one(world: World, person: Person, element: Element, word: unknown, suggest: Suggest): Promise<unknown> {
  const kind = element.type.replace(/^multi_/, '');
  switch (kind) {
    case 'static_select':
    case 'radio_buttons':
    case 'checkboxes':
      return chosen(optionsOf(element), word);
    case 'external_select':
      return typeof word === 'object' && word !== null ? word : external(String(word), suggest);
    case 'users_select':
      return userChosen(world, String(word));
    case 'conversations_select':
    case 'channels_select':
      return channelChosen(world, String(word));
    case 'datepicker':
      if (!isDay(String(word))) throw new ControlError(`'${String(word)}' is not a day as YYYY-MM-DD.`);
      return String(word);
    case 'timepicker':
      return matching(String(word), /^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:mm');
    case 'datetimepicker':
      return typeof word === 'number' ? word : Math.floor(wallTime(String(word), world.identity.timeZone) / 1000);
    case 'file_input':
      return file(world, person, word);
    default:
      return String(word);
  }
}

function chosen(options: readonly Option[], word: unknown): Option {
  const option = optionNamed(options, String(word));
  if (option) return option;
  throw new ControlError(`There is no option '${String(word)}'. There are: ${sample(options.map((o) => o.text.text))}`);
}

async function external(word: string, suggest: Suggest): Promise<Option> {
  const found = optionNamed(await suggest(word), word);
  // A bot may search by something else than the option's text: then look through what it offers at first.
  return found ?? chosen(await suggest(''), word);
}

function userChosen(world: World, word: string): string {
  const person = world.people.find(word);
  if (!person) throw new ControlError(`There is no person '${word}' to choose.`);
  return person.id;
}

function channelChosen(world: World, word: string): string {
  const channel = world.channels.find(word);
  if (!channel) throw new ControlError(`There is no channel '${word}' to choose.`);
  return channel.id;
}

function matching(word: string, shape: RegExp, what: string): string {
  if (!shape.test(word)) throw new ControlError(`'${word}' is not ${what}.`);
  return word;
}

/** A file already uploaded, by id, or its bytes. Handing it in lets the bot see it. */
function file(world: World, person: Person, word: unknown): Record<string, unknown> {
  const dropped = droppedFile.safeParse(word);
  const stored = dropped.success
    ? world.files.add(person.id, {
        name: dropped.data.name,
        mimetype: dropped.data.mimetype,
        bytes: Buffer.from(dropped.data.base64, 'base64'),
      })
    : world.files.get(typeof word === 'object' && word !== null && 'id' in word ? String(word.id) : String(word));
  if (!stored) throw new ControlError('A file is { name, mimetype, base64 } or the id of an uploaded one.');
  stored.seenBy.add(world.identity.botUserId);
  return fileJson(world, stored);
}
