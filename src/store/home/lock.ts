import { readFileSync, readlinkSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** How often the owner marks its lock as alive, in ms, and after how long without a mark another machine takes it over. */
const markEvery = 1_000;
const deadAfter = 6_000;

/** A folder that only this process uses, until `release`. */
export interface FolderLock {
  release(): Promise<void>;
}

interface Owner {
  process: number;
  place: string;
}

/**
 * Holds `folder` (made if missing) for this process. The lock itself is a local socket named after the folder's identity:
 * the system hands it to one process and takes it back the moment that process is gone, so that there is no stale lock
 * to judge. The file beside it names the owner, and speaks to containers that share the folder but not the socket.
 * Throws an error that names the owner.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'lock.json');
  const { dev, ino } = await stat(folder, { bigint: true });
  const socket = await listen(socketName(`gongjian-${dev}-${ino}`), async () => inUse(folder, await readOwner(file)));
  try {
    await waitForOtherPlace(folder, file);
    const owner: Owner = { process: process.pid, place: thisPlace() };
    const written = `${file}.${process.pid}`;
    await writeFile(written, `${JSON.stringify(owner)}\n`);
    await rename(written, file);
  } catch (error) {
    await close(socket);
    throw error;
  }
  const marking = setInterval(() => {
    const now = new Date();
    // A mark that fails (the folder was removed) is no reason to stop: the socket still holds on this machine.
    utimes(file, now, now).catch(() => {});
  }, markEvery);
  marking.unref();
  return {
    async release() {
      clearInterval(marking);
      await rm(file, { force: true });
      await close(socket);
    },
  };
}

/** Another container or machine marks its lock every second; one that stopped doing so is gone. */
async function waitForOtherPlace(folder: string, file: string): Promise<void> {
  const owner = await readOwner(file);
  if (!owner || owner.place === thisPlace()) return;
  const before = await markedAt(file);
  for (let waited = 0; waited < deadAfter; waited += markEvery / 2) {
    const marked = await markedAt(file);
    if (marked === null) return;
    if (marked !== before) throw inUse(folder, owner);
    if (Date.now() - marked > 10 * deadAfter) return;
    await new Promise((resolve) => setTimeout(resolve, markEvery / 2));
  }
}

async function markedAt(file: string): Promise<number | null> {
  return stat(file).then(
    (found) => found.mtimeMs,
    () => null,
  );
}

async function readOwner(file: string): Promise<Owner | null> {
  try {
    const owner: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof owner !== 'object' || owner === null || !('process' in owner) || !('place' in owner)) return null;
    return { process: Number(owner.process), place: String(owner.place) };
  } catch {
    return null;
  }
}

function inUse(folder: string, owner: Owner | null): Error {
  const elsewhere = owner && owner.place !== thisPlace() ? ' of another container or machine' : '';
  const who = owner ? `process ${owner.process}${elsewhere}` : 'another process';
  return new Error(
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
