import type { Act, ActAnswer, ClockReading, Manifest, Person, Place, Screen } from './wire.js';

/** The page's only door to the sandbox: the control face on the page's own origin. */

/** What went wrong on the way to the sandbox, or what it said in its own words. */
export class ControlError extends Error {}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`/_sandbox/${path}`, init);
  const body = (await response.json().catch(() => null)) as (T & { error?: string }) | null;
  if (!response.ok || body === null) throw new ControlError(body?.error ?? `HTTP ${response.status}`);
  return body;
}

function send<T>(path: string, body: unknown): Promise<T> {
  return ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function query(parameters: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) if (value !== undefined) search.set(key, String(value));
  return search.toString();
}

export const readPeople = () => ask<Person[]>('people');
export const readManifest = () => ask<Manifest>('manifest');

/** What `as` sees. Only `channel` carries messages, the newest `limit` of them; `thread` comes in full. */
export const readScreen = (as: string, part: { channel?: string; limit?: number; thread?: string }) =>
  ask<Screen>(`screen?${query({ as, ...part })}`);

export const readClock = () => ask<ClockReading>('clock');
export const moveClock = (move: { set: string } | { advance: string }) =>
  send<{ ok?: boolean; error?: string } & Partial<ClockReading>>('clock', move);

/** Does something as a person; answers once the bot has acknowledged, or with what Slack would show. */
export const act = (deed: Act) => send<ActAnswer>('act', deed);

export interface Suggestion {
  text: { type: 'plain_text'; text: string };
  value: string;
  description?: { text: string };
}

/** Options of an external select for what has been typed so far. */
export async function suggest(as: string, place: Place, blockId: string, actionId: string, typed: string) {
  const where = 'message' in place ? { channel: place.message.channel, ts: place.message.ts } : { in: place.in };
  const answer = await ask<{
    options?: Suggestion[];
    groups?: { label: { text: string } | string; options: Suggestion[] }[];
  }>(`suggest?${query({ as, query: typed, blockId, actionId, ...where })}`);
  return answer;
}

export const fileAddress = (as: string, id: string) => `/_sandbox/file/${encodeURIComponent(id)}?${query({ as })}`;
export const streamAddress = (as: string) => `/_sandbox/stream?${query({ as })}`;
