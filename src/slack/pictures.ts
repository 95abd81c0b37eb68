import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Chart } from '../charts/chart.js';
import type { Message, Picture } from '../feature.js';
import { Closed, repeatable } from './calls.js';

/** A post waits so long for its picture; then it goes without. Longer would eat up the lease under which it is sent. */
const WAIT_MS = 15_000;
/** Slack works on a file before a block may show it: usually a second. */
const LOOK_AGAIN_MS = 250;
/** With its waits, as long as the wait above. */
const UPLOAD_TRIES = 6;
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
  const files = new Map<string, Promise<string | null>>();

  async function upload(picture: Picture, signal: AbortSignal): Promise<string> {
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
    const filename = `${picture.name}.png`;
    const place = await client.files.getUploadURLExternal({ filename, length: png.length, alt_text: picture.alt });
    const { upload_url: address, file_id: id } = place;
    if (!address || !id) throw new Error('files.getUploadURLExternal answered no address');
    const sent = await fetch(address, { method: 'POST', body: Buffer.from(png), signal }).catch(() => null);
    if (sent === null || sent.status >= 500) throw new Closed('the upload was not answered');
    if (!sent.ok) throw new Error(`the upload was answered with ${sent.status}`);
    await client.files.completeUploadExternal({ files: [{ id, title: picture.name }] });
    return id;
  }

  async function within(picture: Picture, key: string): Promise<string | null> {
    const signal = AbortSignal.timeout(waitMs);
    const tooLate = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('the picture took too long')));
    });
    try {
      return await Promise.race([upload(picture, signal), tooLate]);
    } catch (error) {
      log.warn({ err: error, picture: picture.name }, 'a post goes without its picture');
      setTimeout(() => files.delete(key), GIVEN_UP_MS).unref();
      return null;
    }
  }

  /** The file that shows it, or null where it cannot be had. */
  function fileOf(picture: Picture): Promise<string | null> {
    const key = JSON.stringify([picture.chart, picture.alt]);
    const known = files.get(key);
    if (known) return known;
    const oldest = files.keys().next().value;
    if (files.size >= REMEMBERED && oldest !== undefined) files.delete(oldest);
    const file = within(picture, key);
    files.set(key, file);
    return file;
  }

  /** `pictured`: whether there is one among them. */
  return async (message: Message): Promise<{ blocks: KnownBlock[]; pictured: boolean }> => {
    const blocks = [...message.blocks] as KnownBlock[];
    const { picture } = message;
    const file = picture ? await fileOf(picture) : null;
    if (!picture || file === null) return { blocks, pictured: false };
    blocks.splice(picture.before, 0, { type: 'image', slack_file: { id: file }, alt_text: picture.alt });
    return { blocks, pictured: true };
  };
}

export type WithPicture = ReturnType<typeof openPictures>;
