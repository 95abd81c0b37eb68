import type { Instant, LocalDay } from '../../domain/day.js';
import type { Step } from './script.js';

/** Where something is said: to the bot directly, in a channel, or in the thread of a project. */
export type Place =
  | { readonly in: 'bot' }
  | { readonly in: 'channel'; readonly channel: string }
  | { readonly in: 'thread'; readonly channel: string; readonly code: string };

/** What somebody does, as the local workspace's acts have it. */
export type Deed =
  | { readonly do: 'say'; readonly place: Place; readonly text: string; readonly files?: readonly DroppedFile[] }
  | { readonly do: 'command'; readonly place: Place; readonly text: string }
  | { readonly do: 'press'; readonly label: string; readonly beside?: string }
  | { readonly do: 'submit'; readonly fields: Readonly<Record<string, string>> };

export type DroppedFile = { readonly name: string; readonly mimetype: string; readonly base64: string };

/**
 * What the bot must make of an act; anything else fails the play.
 * - `kept`: exactly `steps` are recorded. `amended`: they take the place of what the person reported before.
 * - `silent`: nothing is recorded and nothing is asked: chat, a refusal (`told`), a question (`told`), an undo.
 */
export type Expectation =
  | { readonly is: 'kept' | 'amended'; readonly steps: readonly Step[] }
  | { readonly is: 'chat' | 'refused' | 'asked' | 'undone' | 'opened' };

/** One act of the story: when, who (key of a person), what, and what comes of it. */
export type Act = {
  readonly at: Instant;
  readonly day: LocalDay;
  readonly as: string;
  readonly deed: Deed;
  readonly expect: Expectation;
};
