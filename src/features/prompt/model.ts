import type { LocalDay } from '../../domain/day.js';
import type { Program } from '../../domain/program.js';
import type { PromptItem } from '../../store/prompts.js';
import type { Fallen, OutOfOrder, Refused } from '../progress/door.js';

/** What a prompt's message depends on beside the prompt. */
export type PromptContext = { readonly today: LocalDay; readonly program: Program };

/** What a row's button or form says about its milestone. */
export type Saying = {
  readonly percent: number | null;
  readonly done: boolean;
  readonly forecast: LocalDay | null;
  readonly note: string;
  /** What the person did, in words, for the log. */
  readonly said: string;
};

/** What came of an answer that reports. */
export type Reported = Exclude<Answered, { readonly kind: 'reason-needed' }>;

export type Answered =
  | { readonly kind: 'answered' }
  /** Something was said about it meanwhile, here or elsewhere. */
  | { readonly kind: 'already'; readonly item: PromptItem }
  /** The prompt is somebody else's, or its milestone is not in the ledger any more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly refused: Refused }
  /** Earlier steps of the project are open: what is meant is asked. */
  | { readonly kind: 'order'; readonly order: OutOfOrder }
  /** Taken back, percents would fall: why is to be said first. */
  | { readonly kind: 'reason-needed'; readonly falls: readonly Fallen[] }
  | { readonly kind: 'denied'; readonly why: string };
