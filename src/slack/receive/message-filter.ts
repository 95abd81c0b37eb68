import type { Program } from '../../domain/program.js';
import type { ChangedMessage, SaidMessage, SharedFile } from '../../feature.js';
import type { Store } from '../../store/index.js';
import { unescapeText } from '../../text/escape.js';
import { withType } from './file-type.js';
import type { Arrival } from './payload.js';

/** The agenda of a review by its slot. */
const REVIEW = /^review:(\d+)$/;

type Files = readonly {
  id: string;
  name?: string | null | undefined;
  mimetype?: string | null | undefined;
  size?: number | null | undefined;
}[];

type Source = {
  readonly store: Store;
  readonly botUserId: string;
  readonly files: { readonly read: (id: string, most: number) => Promise<SharedFile | 'too-big' | 'gone'> };
};

/** Reads messages: which are meant for us, and in the thread of which project they stand. */
export function openMessageFilter({ store, botUserId, files: shared }: Source) {
  const mention = `<@${botUserId}>`;

  async function read(
    arrival: Arrival,
    program: Program,
    text: string,
    where: SaidMessage['where'],
    files: Files,
    ts: string,
  ): Promise<SaidMessage> {
    const { channelId, threadTs } = arrival.place;
    const root = threadTs ?? (where === 'shortcut' ? ts : null);
    const dedupeKey = channelId && root ? await store.posts.dedupeKeyAt(channelId, root) : null;
    const projectId = dedupeKey?.startsWith('project:') ? Number(dedupeKey.slice('project:'.length)) : null;
    const review = dedupeKey === null ? undefined : REVIEW.exec(dedupeKey)?.[1];
    const project = projectId === null ? undefined : (await store.names(program)).byId.get(projectId);
    return {
      text: unescapeText(text.replaceAll(mention, ' ')).trim(),
      where,
      threadOf: project ? { projectId: project.id, code: project.code } : null,
      ...(review === undefined ? {} : { reviewSlotId: Number(review) }),
      files: await Promise.all(
        files.map((file) =>
          withType(
            { id: file.id, name: file.name ?? file.id, mimetype: file.mimetype ?? '', bytes: file.size ?? 0 },
            shared.read,
          ),
        ),
      ),
      ts,
    };
  }

  return {
    /** A message that is direct, mentions us, or stands in a thread of ours; null for other talk, which is none of our business. */
    async forUs(
      arrival: Arrival & { readonly kind: 'message' },
      program: Program,
    ): Promise<SaidMessage | ChangedMessage | null> {
      const { event } = arrival.body;
      const direct = event.channel_type === 'im' || arrival.place.channelId?.startsWith('D');
      const where = direct ? 'direct' : event.text?.includes(mention) ? 'mention' : 'thread';
      if (where === 'thread' && !arrival.place.threadTs) return null;
      const said = await read(arrival, program, event.text ?? '', where, event.files ?? [], event.ts ?? '');
      if (where === 'thread' && !said.threadOf && said.reviewSlotId === undefined) return null;
      // A decision is read back as it was said first; what is edited afterwards is changed below it.
      if (said.reviewSlotId !== undefined && arrival.change !== null) return null;
      return arrival.change === null ? said : { ...said, change: arrival.change, of: arrival.of };
    },

    /** The message on which a shortcut was used. */
    pointedAt: (
      arrival: Arrival & { kind: 'shortcut' | 'action' | 'view' | 'suggestion' },
      program: Program,
    ): Promise<SaidMessage> => {
      const message = arrival.body.message;
      return read(arrival, program, message?.text ?? '', 'shortcut', message?.files ?? [], message?.ts ?? '');
    },
  };
}

export type MessageFilter = ReturnType<typeof openMessageFilter>;
