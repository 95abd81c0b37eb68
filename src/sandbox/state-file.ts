import { readFile, rename, writeFile } from 'node:fs/promises';
import { refile } from './workspace/messages.js';
import type { Channel, Message, Person, StoredFile, View } from './workspace/records.js';
import type { World } from './world.js';

const VERSION = 1;
const LATER_MS = 1000;

interface SavedChannel
  extends Omit<Channel, 'members' | 'top' | 'byTs' | 'threads' | 'interactive' | 'ephemeral' | 'read'> {
  members: string[];
  messages: Message[];
  ephemeral: [string, Message[]][];
  read: [string, string][];
}

interface Saved {
  version: number;
  /** Epoch milliseconds of the sandbox's clock: it never opens before it. */
  now: number;
  counter: number;
  people: Person[];
  channels: SavedChannel[];
  homes: View[];
  files: (Omit<StoredFile, 'bytes' | 'seenBy'> & { bytes: string; seenBy: string[] })[];
}

function save(world: World): string {
  const saved: Saved = {
    version: VERSION,
    now: world.clock.now(),
    counter: world.counter.reached,
    people: world.people.all().filter((person) => !person.bot),
    channels: world.channels.all().map((channel) => {
      const { top: _top, byTs, threads: _threads, interactive: _interactive, ...rest } = channel;
      return {
        ...rest,
        members: [...channel.members],
        messages: [...byTs.values()].sort((one, other) => (one.ts < other.ts ? -1 : 1)),
        ephemeral: [...channel.ephemeral],
        read: [...channel.read],
      };
    }),
    homes: world.views.allHomes(),
    files: world.files
      .all()
      .map((file) => ({ ...file, bytes: file.bytes.toString('base64'), seenBy: [...file.seenBy] })),
  };
  return JSON.stringify(saved);
}

/** Reads the workspace back, if the file is there. @throws an Error that says which file cannot be read. */
export async function loadState(world: World, path: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return;
  let saved: Saved;
  try {
    saved = JSON.parse(text) as Saved;
  } catch {
    throw new Error(`The sandbox's state file ${path} cannot be read; remove it to begin anew.`);
  }
  if (saved.version !== VERSION)
    throw new Error(`The sandbox's state file ${path} has version ${saved.version}, not ${VERSION}; remove it.`);
  if (saved.now > world.clock.now()) world.clock.jump(saved.now);
  world.counter.startAfter(saved.counter);
  for (const person of saved.people) world.people.restore(person);
  for (const file of saved.files)
    world.files.restore({
      ...file,
      bytes: Buffer.from(file.bytes, 'base64'),
      seenBy: new Set(file.seenBy),
      readyAt: file.phase === 'complete' ? 0 : Number.POSITIVE_INFINITY,
    });
  for (const { messages, members, ephemeral, read, ...rest } of saved.channels) {
    const channel: Channel = {
      ...rest,
      members: new Set(members),
      top: [],
      byTs: new Map(),
      threads: new Map(),
      interactive: [],
      ephemeral: new Map(ephemeral),
      read: new Map(read),
    };
    for (const message of messages) {
      channel.byTs.set(message.ts, message);
      if (message.thread === undefined || message.broadcast) channel.top.push(message);
      if (message.thread !== undefined)
        channel.threads.set(message.thread, [...(channel.threads.get(message.thread) ?? []), message]);
      refile(channel, message);
    }
    world.channels.restore(channel);
  }
  for (const view of saved.homes) world.views.restoreHome(view);
}

/** Writes the workspace about a second after a change, whole and in one rename, and once more on close. */
export function keepState(world: World, path: string): { close(): Promise<void> } {
  // A large workspace takes long to write: then it is written less often, so that this never takes more than a twentieth of the time.
  let cost = 0;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const write = async () => {
    const half = `${path}.${process.pid}.half`;
    const began = performance.now();
    await writeFile(half, save(world), { mode: 0o600 });
    await rename(half, path);
    cost = performance.now() - began;
  };
  const unwatch = world.changes.watch((change) => {
    if (change === 'clock' || timer !== undefined) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        writing = writing.then(write).catch((error: unknown) => {
          process.stderr.write(`sandbox: cannot write ${path}: ${String(error)}\n`);
        });
      },
      Math.max(LATER_MS, 20 * cost),
    );
  });
  return {
    async close() {
      unwatch();
      clearTimeout(timer);
      await writing;
      await write();
    },
  };
}
