import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Chart } from '../../charts/chart.js';
import type { Message, Picture } from '../../message.js';
import { repeatable } from '../calls.js';
import { upload } from './upload.js';

/** A post waits so long for its picture; then it goes without. Longer would eat up the lease under which it is sent. */
const WAIT_MS = 15_000;
/** So long it is tried to have it after all: the post is edited then. */
const LATEST_MS = 300_000;
/** Slack works on a file before a block may show it: usually a second. */
const LOOK_AGAIN_MS = 250;
/** With the waits between them, half a minute of a network that is away. */
const UPLOAD_TRIES = 10;
/** For so long a picture that could not be had is not asked for again: 300 channels do not each wait for it. */
const GIVEN_UP_MS = 60_000;
/** Pictures whose file is remembered: a digest's goes to every channel of its scope, and is uploaded once. */
const REMEMBERED = 200;

/**
 * The blocks of a post with its picture among them. A picture that is the same is drawn and uploaded once; a process that
 * dies in between leaves a file that nobody sees.
 */
export function openPictures({
  client,
  draw,
  log,
  waitMs = WAIT_MS,
}: {
  client: WebClient;
  draw: (chart: Chart) => Promise<Uint8Array>;
  log: Logger;
  waitMs?: number;
}) {
  const files = new Map<string, Uploaded>();

  async function shown(picture: Picture, signal: AbortSignal): Promise<string> {
    const png = await draw(picture.chart);
    // Where an answer was lost, all of it is done again: the file of the first time is one that nobody sees.
    const id = await repeatable(log, () => uploadOnce(picture, png, signal), UPLOAD_TRIES);
    while (!signal.aborted) {
      const { file } = await repeatable(log, () => client.files.info({ file: id }), UPLOAD_TRIES);
      // Empty until the file has been worked on.
      if (file?.filetype) return id;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
    throw new Error('Slack did not get ready with the file in time');
  }

  async function uploadOnce(picture: Picture, png: Uint8Array, signal: AbortSignal): Promise<string> {
    const id = await upload(client, { name: `${picture.name}.png`, bytes: png, alt: picture.alt }, signal);
    await client.files.completeUploadExternal({ files: [{ id, title: picture.name }] });
    return id;
  }

  /** The file that shows it, or null where it cannot be had; when that was begun. */
  function fileOf(picture: Picture): Uploaded {
    const key = JSON.stringify([picture.chart, picture.alt]);
    const known = files.get(key);
    if (known) return known;
    const oldest = files.keys().next().value;
    if (files.size >= REMEMBERED && oldest !== undefined) files.delete(oldest);
    const file = shown(picture, AbortSignal.timeout(LATEST_MS)).catch((error: unknown) => {
      log.warn({ err: error, picture: picture.name }, 'a picture could not be had');
      setTimeout(() => files.delete(key), GIVEN_UP_MS).unref();
      return null;
    });
    const begun = { file, at: performance.now() };
    files.set(key, begun);
    return begun;
  }

  return async (message: Message): Promise<Pictured> => {
    const blocks = [...message.blocks] as KnownBlock[];
    const { picture } = message;
    if (!picture) return { blocks, pictured: false, notYet: false };
    const { file, at } = fileOf(picture);
    const id = await Promise.race([file, until(at + waitMs)]);
    if (id === undefined) {
      log.warn({ picture: picture.name }, 'a post goes without its picture for now');
      return { blocks, pictured: false, notYet: true };
    }
    if (id === null) return { blocks, pictured: false, notYet: false };
    blocks.splice(picture.before, 0, { type: 'image', slack_file: { id }, alt_text: picture.alt });
    return { blocks, pictured: true, notYet: false };
  };
}

type Uploaded = { readonly file: Promise<string | null>; readonly at: number };

/** `pictured`: whether there is one among the blocks. `notYet`: it is being made; what goes out without it can be edited. */
export type Pictured = { readonly blocks: KnownBlock[]; readonly pictured: boolean; readonly notYet: boolean };

export type WithPicture = ReturnType<typeof openPictures>;

/** Resolves at a moment of `performance.now`. */
const until = (moment: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, moment - performance.now()), undefined).unref();
  });
