import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Program } from '../../domain/program.js';
import type { Store } from '../../store/index.js';
import type { Clock } from '../../time/clock.js';
import { repeatable } from '../calls.js';
import type { People } from './people.js';

/**
 * Ties a program to its workspace: people to their accounts by e-mail address, units to the channels that the plan
 * names, and the plan's digests to theirs. Again is harmless; what the workspace lacks stays untied until the next time.
 */
export async function linkProgram(
  { client, store, people, clock, log }: { client: WebClient; store: Store; people: People; clock: Clock; log: Logger },
  program: Program,
): Promise<void> {
  const linked = await people.linkAll(program.workspaceId);
  const named = new Map<string, string>();
  for (let cursor: string | undefined; ; ) {
    const page = {
      limit: 500,
      exclude_archived: true,
      types: 'public_channel,private_channel',
      ...(cursor ? { cursor } : {}),
    };
    const { channels, response_metadata } = await repeatable(log, () => client.conversations.list(page));
    for (const channel of channels ?? [])
      if (channel.name && channel.id && channel.is_member) named.set(channel.name, channel.id);
    cursor = response_metadata?.next_cursor;
    if (!cursor) break;
  }
  const present = program.policy.channels.flatMap((channel) => {
    const channelId = named.get(channel.name);
    return channelId ? [{ ...channel, channelId }] : [];
  });
  await store.programs.setUnitChannels(
    program.id,
    present.flatMap(({ unit, channelId }) => (unit === null ? [] : [{ unit, channelId }])),
  );
  for (const { digest, channelId } of present) {
    if (!digest) continue;
    const known = await store.subscriptions.ofChannel(program.id, channelId);
    if (known.length > 0) continue;
    await store.subscriptions.add({
      programId: program.id,
      channelId,
      cadence: 'daily',
      scope: digest.scope,
      language: digest.language,
      personId: null,
      sinceAt: clock.now(),
    });
  }
  log.info({ program: program.key, linked, channels: present.length }, 'the program is tied to its workspace');
}
