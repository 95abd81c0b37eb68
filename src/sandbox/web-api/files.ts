import { z } from 'zod';
import { fileJson } from '../api-json.js';
import { checkMessageBlocks } from '../block-kit/check.js';
import { Refused } from '../block-kit/refused.js';
import { LIMITS } from '../limits.js';
import { post } from '../posting.js';
import type { StoredFile } from '../workspace/records.js';
import type { World } from '../world.js';
import { type Methods, postingChannel } from './method.js';

const completion = z.array(z.looseObject({ id: z.string(), title: z.string().optional() })).min(1);

/** A file that was shared where the bot is, or handed to it. */
export function botSeesFile(world: World, file: StoredFile): boolean {
  const bot = world.identity.botUserId;
  return [...file.seenBy].some((place) => {
    const channel = world.channels.get(place);
    return place === bot || (channel !== undefined && world.channels.isMember(channel, bot));
  });
}

export const files: Methods = {
  'files.info': {
    tier: 4,
    scopes: ['files:read'],
    token: 'bot',
    enforces: 'files that the bot can see; the type is empty until the file has been processed',
    run(world, args) {
      const file = world.files.get(args.required('file'));
      if (file?.phase !== 'complete' || !botSeesFile(world, file)) throw new Refused('file_not_found');
      return { ok: true, file: fileJson(world, file), comments: [], response_metadata: { next_cursor: '' } };
    },
  },
  'files.getUploadURLExternal': {
    tier: 4,
    scopes: ['files:write'],
    token: 'bot',
    enforces: 'a name and a length; the length of alt_txt',
    run(world, args) {
      const name = args.required('filename');
      const length = args.number('length');
      if (length <= 0) throw new Refused('invalid_arguments', ['must be greater than 0 [json-pointer:/length]']);
      if (length > LIMITS.uploadBytes.limit) throw new Refused('file_upload_size_restricted');
      // The official client sends alt_text, which Slack does not read.
      const alt = args.text('alt_txt');
      if (alt !== undefined && [...alt].length > LIMITS.fileAlt.limit) throw new Refused(LIMITS.fileAlt.error);
      const file = world.files.reserve(name, length, world.identity.botUserId, alt);
      return { ok: true, upload_url: `${world.url}/upload/v1/${file.uploadKey}`, file_id: file.id };
    },
  },
  'files.completeUploadExternal': {
    tier: 4,
    scopes: ['files:write'],
    token: 'bot',
    enforces:
      'the bytes must have arrived; membership of the channel to share in; usable in blocks only once processed',
    run(world, args) {
      const listed = completion.safeParse(args.object('files'));
      if (!listed.success)
        throw new Refused('invalid_arguments', ['must provide files with ids [json-pointer:/files]']);
      const done = listed.data.map(({ id, title }) => {
        const file = world.files.get(id);
        if (!file || file.user !== world.identity.botUserId) throw new Refused('file_not_found');
        if (file.phase === 'reserved') throw new Refused('file_not_found');
        if (file.phase === 'complete') throw new Refused('file_already_completed');
        return { file, title };
      });
      const places = args.text('channel_id') ? [args.text('channel_id')] : args.list('channels');
      const channels = places.map((place) => postingChannel(world, place));
      for (const { file, title } of done) world.files.complete(file, title);
      const thread = args.text('thread_ts');
      const blocks = args.object('blocks');
      for (const channel of channels) {
        post(world, channel, {
          user: world.identity.botUserId,
          text: args.text('initial_comment') ?? '',
          files: done.map(({ file }) => file.id),
          ...(blocks !== undefined && { blocks: checkMessageBlocks(blocks) }),
          ...(thread ? { thread } : {}),
          subtype: 'file_share',
        });
      }
      return { ok: true, files: done.map(({ file }) => fileJson(world, file)) };
    },
  },
};
