import { createHash } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Nine characters that depend on the words alone, so that a second sandbox with the same people has the same ids. */
function stable(...words: string[]): string {
  const digest = createHash('sha256').update(words.join('\u0000')).digest();
  let out = '';
  for (let index = 0; index < 9; index += 1) out += BASE32[(digest[index] ?? 0) % 32];
  return out;
}

function digits(length: number, ...words: string[]): string {
  const digest = createHash('sha256').update(words.join('\u0000')).digest();
  let out = '';
  for (let index = 0; index < length; index += 1) out += String((digest[index] ?? 0) % 10);
  return out;
}

function hexadecimal(length: number, ...words: string[]): string {
  return createHash('sha256').update(words.join('\u0000')).digest('hex').slice(0, length);
}

export const personId = (handle: string) => `U${stable('person', handle)}`;
export const channelId = (name: string) => `C${stable('channel', name)}`;
export const directId = (one: string, other: string) => `D${stable('direct', ...[one, other].sort())}`;
export const groupId = (members: readonly string[]) => `G${stable('group', ...[...members].sort())}`;
export const teamId = (name: string) => `T${stable('team', name)}`;
export const appId = (name: string) => `A${stable('app', name)}`;
export const botId = (name: string) => `B${stable('bot', name)}`;

/** Tokens and the secret have Slack's shapes, and the same app name and seed give the same ones, so that a bot can be restarted. */
export function credentials(name: string, seed: number) {
  const words = ['credentials', name, String(seed)];
  const app = appId(name);
  return {
    botToken: `xoxb-${digits(12, 'a', ...words)}-${digits(13, 'b', ...words)}-${hexadecimal(24, 'c', ...words)}`,
    appToken: `xapp-1-${app}-${digits(13, 'd', ...words)}-${hexadecimal(64, 'e', ...words)}`,
    configurationToken: `xoxe.xoxp-1-${hexadecimal(64, 'h', ...words)}`,
    signingSecret: hexadecimal(32, 'f', ...words),
    verificationToken: hexadecimal(24, 'g', ...words),
  };
}

/** Makes ids of things that come and go (views, files, events, triggers): a prefix, then a counter in base 36. */
export class Counter {
  private readonly seen = new Map<string, number>();

  constructor(private origin: number) {}

  /** After this, ids are unlike any that were given before the origin was read. */
  get reached(): number {
    return this.origin + Math.max(0, ...this.seen.values());
  }

  startAfter(reached: number): void {
    this.origin = Math.max(this.origin, reached + 1);
  }

  next(prefix: string): string {
    const number = (this.seen.get(prefix) ?? 0) + 1;
    this.seen.set(prefix, number);
    return `${prefix}${(this.origin + number).toString(36).toUpperCase().padStart(9, '0')}`;
  }
}
