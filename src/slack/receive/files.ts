import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { SharedFile } from '../../feature.js';
import { callFailure, repeatable } from '../calls.js';
import { upload } from '../send/upload.js';

/** Nobody waits longer for the bytes of a file. */
const FETCH_MS = 30_000;

/** Whether our token may be shown to who has this address: anybody can put a file into a workspace that lies elsewhere. */
export function isSlacks(address: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, hostname } = new URL(address);
  if (apiUrl && host === new URL(apiUrl).host) return true;
  return protocol === 'https:' && /(^|\.)slack(-gov)?\.com$/.test(hostname);
}

/** Fetches what people attach, and hands files to people in their direct messages. */
export function openFiles({
  client,
  token,
  apiUrl,
  log,
}: {
  client: WebClient;
  token: string;
  /** Where the settings say that Slack is; its host is asked with our token besides Slack's own. */
  apiUrl: string | undefined;
  log: Logger;
}) {
  /** The file's bytes, not more than `most`. Only Slack's own address is asked, with our token. */
  async function fetchBytes(address: string, most: number): Promise<SharedFile['bytes'] | 'too-big'> {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(FETCH_MS),
    });
    if (!response.ok || !response.body) throw new Error(`the file was answered with ${response.status}`);
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of response.body as AsyncIterable<Uint8Array>) {
      length += part.length;
      if (length > most) return 'too-big';
      parts.push(part);
    }
    return new Uint8Array(Buffer.concat(parts));
  }

  return {
    /** A file that was shared with us; `too-big` for more than `most` bytes, `gone` where it cannot be had. */
    async read(id: string, most: number): Promise<SharedFile | 'too-big' | 'gone'> {
      try {
        const { file } = await repeatable(log, () => client.files.info({ file: id }));
        const address = file?.url_private_download ?? file?.url_private;
        if (!file || !address || file.is_external || !isSlacks(address, apiUrl)) return 'gone';
        if ((file.size ?? 0) > most) return 'too-big';
        const bytes = await fetchBytes(address, most);
        return bytes === 'too-big' ? bytes : { name: file.name ?? id, bytes };
      } catch (error) {
        log.info({ err: error, file: id }, 'a file could not be had');
        return 'gone';
      }
    },

    /** Puts files into a person's direct messages, with what is said about them. Throws where Slack does not take them. */
    async hand(userId: string, given: readonly SharedFile[], comment: string): Promise<void> {
      const { channel } = await repeatable(log, () => client.conversations.open({ users: userId }));
      if (!channel?.id) throw new Error('conversations.open answered no channel');
      const files: { id: string; title: string }[] = [];
      for (const file of given)
        files.push({
          id: await repeatable(log, () => upload(client, file, AbortSignal.timeout(FETCH_MS))),
          title: file.name,
        });
      try {
        await client.files.completeUploadExternal({
          files: files as [{ id: string; title: string }],
          channel_id: channel.id,
          initial_comment: comment,
        });
      } catch (error) {
        // Its answer may be lost although it worked: a file that comes twice is worse than one to be asked for again.
        if (callFailure(error).kind !== 'lost') throw error;
        log.info({ err: error }, 'whether a file arrived is not known');
      }
    },
  };
}

export type Files = ReturnType<typeof openFiles>;
