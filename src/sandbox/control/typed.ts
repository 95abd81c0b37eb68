import { escapeText, unescapeText } from '../block-kit/escape.js';
import type { Person } from '../workspace/records.js';
import type { World } from '../world.js';

const KEPT = /(<@[UW][A-Z0-9]+>|<#C[A-Z0-9]+(?:\|[^>]*)?>|<!(?:here|channel|everyone)>)/;

/** Who is meant at the start of what follows an @: the longest known handle or name. */
function mentioned(world: World, run: string): { person: Person; length: number } | undefined {
  const bot = world.bot;
  for (const name of [world.manifest.botName, 'bot'])
    if (run.toLowerCase().startsWith(name.toLowerCase()) && !/^[A-Za-z0-9]/.test(run.slice(name.length)))
      return { person: bot, length: name.length };
  const word = /^[\p{L}\p{N}._-]+/u.exec(run)?.[0] ?? '';
  for (let length = word.length; length > 0; length -= 1) {
    const person = world.people.find(word.slice(0, length));
    if (person) return { person, length };
  }
  return undefined;
}

/** What a composer makes of typed text: mentions become `<@U…>`, channels `<#C…>`, links `<…>`, the rest is escaped. */
export function composed(world: World, text: string, named = false): string {
  return text
    .split(KEPT)
    .map((part, index) => (index % 2 === 1 ? part : composedPart(world, part, named)))
    .join('');
}

function composedPart(world: World, text: string, named: boolean): string {
  let out = '';
  let rest = text;
  while (rest !== '') {
    const next = /(?<![A-Za-z0-9._-])[@#]|https?:\/\//.exec(rest);
    if (!next) break;
    out += escapeText(rest.slice(0, next.index));
    rest = rest.slice(next.index);
    const { markup, length } = markupAt(world, rest, named);
    out += markup;
    rest = rest.slice(length);
  }
  return out + escapeText(rest);
}

function markupAt(world: World, rest: string, named: boolean): { markup: string; length: number } {
  if (rest.startsWith('http')) {
    const address = /^https?:\/\/[^\s<>"，。；、）】]*/.exec(rest)?.[0] ?? rest[0] ?? '';
    return { markup: `<${escapeText(address)}>`, length: address.length };
  }
  if (rest.startsWith('#')) {
    const name = /^#([\p{L}\p{N}_-]+)/u.exec(rest)?.[1];
    const channel = name === undefined ? undefined : world.channels.find(name);
    if (name === undefined || !channel || channel.kind !== 'public') return { markup: '#', length: 1 };
    return { markup: `<#${channel.id}${named ? `|${channel.name}` : ''}>`, length: name.length + 1 };
  }
  const all = /^@(here|channel|everyone)\b/.exec(rest);
  if (all) return { markup: `<!${all[1]}>`, length: all[0].length };
  const found = mentioned(world, rest.slice(1));
  if (!found) return { markup: '@', length: 1 };
  const { person, length } = found;
  return { markup: `<@${person.id}${named ? `|${person.handle}` : ''}>`, length: length + 1 };
}

/** The rich_text block that Slack adds to whatever a person types. */
export function typedBlocks(text: string): Record<string, unknown>[] {
  const elements = text.split(KEPT).flatMap((part): Record<string, unknown>[] => {
    const user = /^<@(U[A-Z0-9]+)>$/.exec(part)?.[1];
    if (user) return [{ type: 'user', user_id: user }];
    const channel = /^<#(C[A-Z0-9]+)/.exec(part)?.[1];
    if (channel) return [{ type: 'channel', channel_id: channel }];
    const range = /^<!(\w+)>$/.exec(part)?.[1];
    if (range) return [{ type: 'broadcast', range }];
    const links = part.split(/(<https?:[^>]+>)/);
    return links
      .map((one, index) =>
        index % 2 === 1
          ? { type: 'link', url: unescapeText(one.slice(1, -1)) }
          : { type: 'text', text: unescapeText(one) },
      )
      .filter((one) => one.type === 'link' || one.text !== '');
  });
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
}
