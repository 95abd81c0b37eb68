import type { Manifest, Person } from '../wire.js';

/** What the composer offers while somebody types. */
export interface Offer {
  kind: 'command' | 'person';
  key: string;
  label: string;
  detail: string;
  /** What stands in the text when it is taken. */
  insert: string;
}

export interface Completion {
  kind: Offer['kind'];
  /** Where the word under way starts in the text. */
  start: number;
  offers: Offer[];
}

const offeredAtMost = 8;

/**
 * What could be meant by the word before the caret: a slash command when the text starts with it, a person after an @.
 * @param caret position in `text`
 */
export function complete(text: string, caret: number, manifest: Manifest, people: Person[]): Completion | null {
  const typed = text.slice(0, caret);
  if (/^\/\S*$/.test(typed)) {
    const offers = manifest.commands
      .filter((one) => one.command.toLowerCase().startsWith(typed.toLowerCase()))
      .map(
        (one): Offer => ({
          kind: 'command',
          key: one.command,
          label: [one.command, one.usage].filter(Boolean).join(' '),
          detail: one.description ?? '',
          insert: `${one.command} `,
        }),
      );
    return offers.length > 0 ? { kind: 'command', start: 0, offers: offers.slice(0, 50) } : null;
  }
  const mention = /(?:^|[^\p{L}\p{N}@.])@([^\s@]{0,20})$/u.exec(typed);
  if (!mention) return null;
  const sought = (mention[1] ?? '').toLowerCase();
  const bot: Person = { id: manifest.bot.id, handle: '', name: manifest.bot.name };
  const offers: Offer[] = [];
  for (const person of [bot, ...people]) {
    const text_ = `${person.name} ${person.handle} ${person.title ?? ''}`.toLowerCase();
    if (!text_.includes(sought)) continue;
    offers.push({
      kind: 'person',
      key: person.id,
      label: person.name,
      detail: person.title ?? '',
      insert: `@${person.name} `,
    });
    if (offers.length === offeredAtMost) break;
  }
  return offers.length > 0 ? { kind: 'person', start: caret - sought.length - 1, offers } : null;
}

/**
 * The text as Slack stores it: names that were picked become mentions.
 * @param picked ids by the name that stands in the text after an @
 */
export function withMentions(text: string, picked: ReadonlyMap<string, string>): string {
  const names = [...picked.keys()].sort((a, b) => b.length - a.length);
  return names.reduce((all, name) => all.replaceAll(`@${name}`, `<@${picked.get(name)}>`), text);
}

/** The reverse, for editing: mentions as names. A person who is not known stays as Slack stores them. */
export function withNames(text: string, nameOf: (id: string) => string | undefined): string {
  return text.replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (whole, id: string) => {
    const name = nameOf(id);
    return name === undefined ? whole : `@${name}`;
  });
}
