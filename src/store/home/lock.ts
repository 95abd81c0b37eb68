import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { StoreRefused } from './refused.js';

/** How often the owner marks its lock as alive, in ms, and after how long without a mark another machine takes it over. */
const markEvery = 1_000;
const deadAfter = 6_000;

/**
 * How old, in ms, the owner's knowledge that the lock is its own may be when it writes. Who takes the lock over waits longer
 * than this before it touches the store. Between asking and writing the owner may be paused for any time: `takenOver`.
 */
const believedFor = 2_000;
const takeOverAfter = believedFor + 500;

/** A folder that only this process uses, until `release`. */
export interface FolderLock {
  readonly folder: string;
  /** What the owner's other threads know it by (`stillOwner`). */
  readonly token: string;
  /** False once another process took the folder: nothing may be written any more. Asked before each write, it is cheap. */
  held(): boolean;
  /** The owner before stopped marking its lock, and may be paused rather than gone. */
  readonly takenOver: boolean;
  release(): Promise<void>;
}

interface Owner {
  process: number;
  place: string;
  /** Another with each time that the folder is locked: containers may all have process 1. */
  token: string;
}

/**
 * Holds `folder` (made if missing) for this process. The lock itself is a local socket named after the folder's identity:
 * the system hands it to one process and takes it back the moment that process is gone, so that there is no stale lock
 * to judge. The file beside it names the owner, and speaks to containers that share the folder but not the socket.
 * Throws an error that names the owner.
 *
 * A machine that was paused finds, when it goes on, that its marks stopped and another has the folder: `held` is then
 * false, and `onLost` is called, at the latest with the next mark.
 */
export async function lockFolder(folder: string, onLost: (error: Error) => void = () => {}): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = fileIn(folder);
  const { dev, ino } = await stat(folder, { bigint: true });
  const socket = await listen(socketName(`gongjian-${dev}-${ino}`), async () => inUse(folder, await readOwner(file)));
  let takenOver = false;
  const owner: Owner = { process: process.pid, place: thisPlace(), token: randomUUID() };
  try {
    takenOver = await waitForOtherPlace(folder, file);
    const written = `${file}.${owner.token}`;
    await writeFile(written, `${JSON.stringify(owner)}\n`);
    await rename(written, file);
    if (takenOver) await new Promise((resolve) => setTimeout(resolve, takeOverAfter));
    if (readOwnerNow(file)?.token !== owner.token) throw inUse(folder, readOwnerNow(file));
  } catch (error) {
    await close(socket);
    throw error;
  }
  let believedAt = now();
  let lost = false;

  function mark(): void {
    const found = readOwnerNow(file);
    if (found && found.token !== owner.token) {
      lost = true;
      clearInterval(marking);
      onLost(new Error(`The store in ${folder} was taken over by process ${found.process} while this one was paused.`));
      return;
    }
    believedAt = now();
    try {
      // Somebody may have removed the mark by hand: without it, the folder would look free.
      if (!found) writeFileSync(file, `${JSON.stringify(owner)}\n`, { flag: 'wx' });
      utimesSync(file, new Date(), new Date());
    } catch {
      // A mark that fails (the folder was removed) is no reason to stop: the socket still holds on this machine.
    }
  }

  const marking = setInterval(mark, markEvery);
  marking.unref();
  return {
    folder,
    token: owner.token,
    takenOver,
    held() {
      if (!lost && Math.abs(now() - believedAt) > believedFor) mark();
      return !lost;
    },
    async release() {
      clearInterval(marking);
      if (!lost) await rm(file, { force: true });
      await close(socket);
    },
  };
}

/** Asked in another thread of the owner, which may be first to go on after a pause: as `held`, from the file alone. */
export function stillOwner(folder: string, token: string): () => boolean {
  let believedAt = Number.NEGATIVE_INFINITY;
  let lost = false;
  return () => {
    if (!lost && Math.abs(now() - believedAt) > believedFor) {
      const found = readOwnerNow(fileIn(folder));
      lost = found !== null && found.token !== token;
      believedAt = now();
    }
    return !lost;
  };
}

const fileIn = (folder: string): string => join(folder, 'lock.json');

/** The machine's own time: the monotonic one stands still while a machine sleeps. */
const now = (): number => Date.now();

/** Another container or machine marks its lock every second; one that stopped doing so is gone. True: one is, just now. */
async function waitForOtherPlace(folder: string, file: string): Promise<boolean> {
  const owner = await readOwner(file);
  if (!owner || owner.place === thisPlace()) return false;
  const before = await markedAt(file);
  for (let waited = 0; waited < deadAfter; waited += markEvery / 2) {
    const marked = await markedAt(file);
    if (marked === null) return false;
    if (marked !== before) throw inUse(folder, owner);
    if (Date.now() - marked > 10 * deadAfter) break;
    await new Promise((resolve) => setTimeout(resolve, markEvery / 2));
  }
  return true;
}

async function markedAt(file: string): Promise<number | null> {
  return stat(file).then(
    (found) => found.mtimeMs,
    () => null,
  );
}

async function readOwner(file: string): Promise<Owner | null> {
  return readFile(file, 'utf8').then(ownerIn, () => null);
}

function readOwnerNow(file: string): Owner | null {
  try {
    return ownerIn(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

const ownerShape = z.object({ process: z.number(), place: z.string(), token: z.string().default('') });

/** Null for what is no owner: a mark that was cut off. */
function ownerIn(text: string): Owner | null {
  try {
    return ownerShape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The folder is another process's. */
export class FolderInUse extends StoreRefused {}

function inUse(folder: string, owner: Owner | null): Error {
  const elsewhere = owner && owner.place !== thisPlace() ? ' of another container or machine' : '';
  const who = owner ? `process ${owner.process}${elsewhere}` : 'another process';
  return new FolderInUse(
    `The store in ${folder} is in use by ${who}; stop it first, choose another folder, or set DATABASE_URL to share a PostgreSQL server.`,
  );
}

/** What shares local sockets with us: the machine since its start and, on Linux, the network namespace. */
function thisPlace(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/net')}`;
  } catch {
    return hostname();
  }
}

/** Linux and Windows drop these names with their process; elsewhere a socket file stays and is tried before it is replaced. */
function socketName(name: string): string {
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

async function listen(name: string, refusal: () => Promise<Error>): Promise<Server> {
  try {
    return await listenOnce(name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    if (!name.startsWith('/') || (await answers(name))) throw await refusal();
    await rm(name, { force: true });
    return listenOnce(name).catch(async () => {
      throw await refusal();
    });
  }
}

function listenOnce(name: string): Promise<Server> {
  const server = createServer((connection) => connection.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(name, () => resolve(server.unref()));
  });
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(name, () => resolve(true));
    connection.once('error', () => resolve(false));
    connection.once('connect', () => connection.destroy());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
