import type { ServerResponse } from 'node:http';
import type { Change } from '../changes.js';
import type { Person } from '../workspace/records.js';
import type { World } from '../world.js';

const GATHER_MS = 30;
const CLOCK_MS = 100;
const PING_MS = 15_000;

/** Server-sent events for one person: something they see has changed; the clock has moved. */
export function stream(world: World, person: Person, response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    Connection: 'keep-alive',
  });
  const send = (event: string, data: unknown) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const channels = new Set<string>();
  let views = false;
  let gathering: NodeJS.Timeout | undefined;
  let ticking: NodeJS.Timeout | undefined;

  const flush = () => {
    gathering = undefined;
    send('change', { channels: [...channels], ...(views && { modal: true, home: true }) });
    channels.clear();
    views = false;
  };
  const tick = () => {
    ticking = undefined;
    send('clock', { now: world.clock.now(), rate: 1, moving: world.moves.moving });
  };
  const see = (change: Change) => {
    if (change === 'clock') {
      ticking ??= setTimeout(tick, CLOCK_MS);
      return;
    }
    if (typeof change === 'object' && 'channel' in change) {
      const channel = world.channels.get(change.channel);
      if (!channel || !world.channels.isMember(channel, person.id)) return;
      channels.add(change.channel);
    } else if (change === 'people' || change.person === person.id) views = true;
    else return;
    gathering ??= setTimeout(flush, GATHER_MS);
  };

  tick();
  const unwatch = world.changes.watch(see);
  const ping = setInterval(() => response.write(': ping\n\n'), PING_MS);
  response.on('close', () => {
    unwatch();
    clearInterval(ping);
    clearTimeout(gathering);
    clearTimeout(ticking);
  });
}
