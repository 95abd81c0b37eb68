import type { Block, KnownBlock } from '@slack/types';
import type { Chart } from './charts/chart.js';

/** What is said: a message with its picture, a file that somebody attached. Types alone. */
export type Message = {
  readonly text: string;
  readonly blocks: readonly (KnownBlock | Block)[];
  /** Drawn, uploaded and put among its blocks when it is sent. */
  readonly picture?: Picture;
  /** What Slack draws better itself, where it takes it. */
  readonly native?: Native;
};

/**
 * A table or chart of Slack's own, tried first. Such blocks are new, and refused where a workspace or a client is behind: then
 * the message goes with its picture and all of `blocks`, which say the same.
 */
export type Native = {
  readonly block: Block;
  /** It stands before the block of this index, and in the place of `instead` blocks from there on. */
  readonly before: number;
  readonly instead: number;
};

/** A picture that a post is sent with; where it cannot be had in time, the post is sent without it. */
export type Picture = {
  readonly chart: Chart;
  /** What it says to who cannot see it; up to 2,000 characters. */
  readonly alt: string;
  /** The file's name, without its ending. */
  readonly name: string;
  /** It stands before the block of this index. */
  readonly before: number;
};

export type SlackFile = {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  readonly bytes: number;
};
