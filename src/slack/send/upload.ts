import type { WebClient } from '@slack/web-api';
import { clip } from '../../text/escape.js';
import { Closed } from '../calls.js';

/** Slack takes a description of 1,000 characters with a file, half of what a block takes, and refuses the file of a longer one. */
const MOST_ALT = 1000;

/** What is to be uploaded; `alt`: what a picture says to who cannot see it. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array; readonly alt?: string };

/**
 * Brings a file's bytes to Slack and answers its id; nobody sees it before it is completed. An answer that was lost is a
 * `Closed`, after which all of it may be done again: the file of the first time is one that nobody sees.
 */
export async function upload(client: WebClient, { name, bytes, alt }: Upload, signal: AbortSignal): Promise<string> {
  const { upload_url: address, file_id: id } = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.length,
    // The SDK's type says alt_text, which Slack does not read.
    ...(alt === undefined ? {} : ({ alt_txt: clip(alt, MOST_ALT) } as object)),
  });
  if (!address || !id) throw new Error('files.getUploadURLExternal answered no address');
  const sent = await fetch(address, { method: 'POST', body: Buffer.from(bytes), signal }).catch(() => null);
  if (sent === null || sent.status >= 500) throw new Closed('the upload was not answered');
  if (!sent.ok) throw new Error(`the upload was answered with ${sent.status}`);
  return id;
}
