import type { KnownBlock, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Message } from '../../message.js';
import type { Store } from '../../store/index.js';
import type { Clock } from '../../time/clock.js';
import { callFailure, repeatable } from '../calls.js';
import type { Arrival } from '../receive/payload.js';
import type { WithPicture } from './pictures.js';

/** Words of the network for a connection that never was. */
const UNCONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** So long it waits for Slack to take the connection, and then to answer. */
const PATIENCE_MS = 10_000;

const blocksOf = (message: Message) => message.blocks as KnownBlock[];

/** Says things to the one person who did something: where they are, so that nobody else reads it. */
export function openAnswers({
  client,
  store,
  clock,
  withPicture,
  log,
}: {
  client: WebClient;
  store: Store;
  clock: Clock;
  withPicture: WithPicture;
  log: Logger;
}) {
  /** Answers through the address that came with the payload (5 uses, 30 minutes). False where it is spent. */
  async function respond(url: string, message: Message, replace: boolean): Promise<boolean> {
    const { blocks, pictured } = await withPicture(message);
    const send = async (shown: KnownBlock[]) => {
      // Every command is answered so: fetch of the same library takes six times as much of the processor. A start does without either.
      const { request } = await import('undici');
      const { statusCode, body } = await request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({
          response_type: 'ephemeral',
          replace_original: replace,
          text: message.text,
          blocks: shown,
        }),
        headersTimeout: PATIENCE_MS,
        bodyTimeout: PATIENCE_MS,
      });
      // Read, so that the connection is kept for the next one.
      await body.dump();
      return statusCode >= 200 && statusCode < 300;
    };
    try {
      // 5xx and 429 are not worth a second try: the fallback is another way. A picture that may not be shown is left out.
      return (await send(blocks)) || (pictured && (await send(blocksOf(message))));
    } catch (error) {
      log.debug({ err: error }, 'the answer to a response address was lost');
      // Where nobody took the connection it did not arrive. Else it may have; twice is worse than a repeated question.
      return !UNCONNECTED.has((error as { code?: string }).code ?? '');
    }
  }

  /** Written down and delivered like every post, in the direct messages of the person. */
  async function sayDirectly(
    arrival: Arrival,
    programId: number | null,
    message: Message,
    channelId: string,
    threadTs: string | null,
  ): Promise<void> {
    await store.transaction(async (tx) => {
      await tx.posts.write({
        workspaceId: arrival.workspaceId,
        programId,
        channelId,
        threadTs,
        dedupeKey: `answer:${arrival.key}`,
        body: message,
        at: clock.now(),
      });
      tx.deliver(channelId);
    });
  }

  return {
    respond,

    /** Says something to the person alone. */
    async notify(arrival: Arrival, programId: number | null, message: Message): Promise<void> {
      const { channelId, threadTs } = arrival.place;
      if (arrival.kind === 'message' && channelId?.startsWith('D'))
        return sayDirectly(arrival, programId, message, channelId, threadTs);
      // What goes to a response address stands in the channel, also where the press was in a thread.
      const inThread = threadTs !== null && threadTs !== arrival.place.messageTs && !channelId?.startsWith('D');
      if (!inThread && arrival.responseUrl && (await respond(arrival.responseUrl, message, false))) return;
      if (channelId === null || channelId.startsWith('D'))
        return sayDirectly(arrival, programId, message, channelId ?? arrival.userId, threadTs);
      try {
        await client.chat.postEphemeral({
          channel: channelId,
          user: arrival.userId,
          text: message.text,
          blocks: (await withPicture(message)).blocks,
          ...(threadTs ? { thread_ts: threadTs } : {}),
        });
      } catch (error) {
        // A lost answer may have arrived; everything else did not.
        if (callFailure(error).kind !== 'lost') await sayDirectly(arrival, programId, message, arrival.userId, null);
      }
    },

    /** Puts a message in the place of the one whose button was pressed. */
    async replace(arrival: Arrival, programId: number | null, message: Message): Promise<void> {
      const { channelId, messageTs } = arrival.place;
      // A direct message may have been addressed to the person instead of the channel.
      const dedupeKey =
        channelId && messageTs
          ? ((await store.posts.dedupeKeyAt(channelId, messageTs)) ??
            (await store.posts.dedupeKeyAt(arrival.userId, messageTs)))
          : null;
      if (channelId && dedupeKey) {
        return store.transaction(async (tx) => {
          const owner = await tx.posts.byDedupeKey(arrival.workspaceId, dedupeKey);
          const target = owner?.channelId ?? channelId;
          await tx.posts.write({
            workspaceId: arrival.workspaceId,
            programId,
            channelId: target,
            dedupeKey,
            body: message,
            at: clock.now(),
          });
          tx.deliver(target);
        });
      }
      if (arrival.responseUrl && (await respond(arrival.responseUrl, message, true))) return;
      await this.notify(arrival, programId, message);
    },

    /** Shows a person's home tab. */
    async publishHome(userId: string, blocks: readonly KnownBlock[]): Promise<void> {
      await repeatable(log, () =>
        client.views.publish({ user_id: userId, view: { type: 'home', blocks: [...blocks] } }),
      );
    },

    /** Opens a form; the trigger lives 3 s and opens one. Null where it was too late. */
    async open(triggerId: string, view: ModalView): Promise<string | null> {
      try {
        return (await client.views.open({ trigger_id: triggerId, view })).view?.id ?? null;
      } catch (error) {
        log.warn({ failure: callFailure(error) }, 'a form could not be opened');
        return null;
      }
    },

    /** Puts another form in the place of one that is open; false where it was closed meanwhile. */
    async update(viewId: string, view: ModalView): Promise<boolean> {
      try {
        await repeatable(log, () => client.views.update({ view_id: viewId, view }));
        return true;
      } catch (error) {
        log.debug({ failure: callFailure(error) }, 'a form could not be updated');
        return false;
      }
    },
  };
}

export type Answers = ReturnType<typeof openAnswers>;
