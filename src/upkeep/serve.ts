import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Meters } from './meters.js';

/** What has to be well for work to be done. Each answers within a moment, or rejects. */
export type Checks = Readonly<Record<'store' | 'slack' | 'jobs', () => Promise<boolean>>>;

/** A check that takes longer has failed. */
const PATIENCE_MS = 2_000;

/**
 * `/live`: the loop turns. `/ready`: 200 where all checks pass, else 503; which one did not is in the body. `/metrics`: for
 * Prometheus. On a port of its own, as Slack's can be reached from outside. Resolves when it listens.
 */
export async function serveUpkeep(port: number, checks: Checks, meters: Pick<Meters, 'read'>) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://upkeep').pathname;
    const answer = async () => {
      if (request.method !== 'GET') return response.writeHead(405).end();
      if (path === '/live') return response.end('ok\n');
      if (path === '/ready') {
        const found = await checked(checks);
        const well = allPass(found);
        return response
          .writeHead(well ? 200 : 503, { 'content-type': 'application/json' })
          .end(`${JSON.stringify(found)}\n`);
      }
      if (path !== '/metrics') return response.writeHead(404).end();
      const { type, text } = await meters.read();
      return response.writeHead(200, { 'content-type': type }).end(text);
    };
    answer().catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const allPass = (found: Record<string, boolean>): boolean => Object.values(found).every(Boolean);

/** What /ready says, in a word: Slack's port, which strangers reach, says no more. */
export const isWell = async (checks: Checks): Promise<boolean> => allPass(await checked(checks));

async function checked(checks: Checks): Promise<Record<string, boolean>> {
  const found = Object.entries(checks).map(async ([name, check]) => {
    let late: NodeJS.Timeout | undefined;
    const patience = new Promise<boolean>((resolve) => {
      late = setTimeout(resolve, PATIENCE_MS, false);
    });
    const well = await Promise.race([check().catch(() => false), patience]);
    clearTimeout(late);
    return [name, well] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}
