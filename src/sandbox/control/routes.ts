import type { IncomingMessage, ServerResponse } from 'node:http';
import { personColour } from '../api-json.js';
import { placedElements } from '../block-kit/shapes.js';
import { faultsSchema } from '../faults.js';
import { answerJson, fromHere, readBody } from '../http.js';
import { blocksOf } from '../payloads.js';
import type { Person } from '../workspace/records.js';
import type { World } from '../world.js';
import { actAs } from './act.js';
import { ControlError, personNamed } from './fault.js';
import { placeNamed } from './find.js';
import { screenOf } from './screen.js';
import { setUp } from './set-up.js';
import { stream } from './stream.js';
import { suggested } from './suggest.js';
import { duration, settingTime } from './wall-time.js';

type Query = URLSearchParams;
type Route = (world: World, query: Query, body: unknown) => Promise<unknown> | unknown;

function clockFace(world: World) {
  const now = world.clock.now();
  const { timeZone } = world.identity;
  return {
    now: new Date(now).toISOString(),
    epochMs: now,
    running: !world.clock.still,
    rate: world.clock.still ? 0 : 1,
    timeZone,
    moving: world.moves.moving,
    followers: world.moves.following,
  };
}

async function moveClock(world: World, _query: Query, body: unknown) {
  const request = (typeof body === 'object' && body !== null ? body : {}) as { set?: unknown; advance?: unknown };
  if ((request.set === undefined) === (request.advance === undefined))
    throw new ControlError(
      "Give 'set' ('18:00', 'YYYY-MM-DD HH:mm', an ISO instant) or 'advance' ('2h', '1d', 'PT30M').",
    );
  const by = request.advance === undefined ? 0 : duration(request.advance);
  const { timeZone } = world.identity;
  // Read once before it is queued, so that a mistake is answered at once.
  if (request.set !== undefined) settingTime(request.set, world.clock.now(), timeZone);
  await world.moves.to((now) => (request.set === undefined ? now + by : settingTime(request.set, now, timeZone)));
  return { ok: true, ...clockFace(world) };
}

function peopleOf(world: World): unknown {
  return world.people
    .all()
    .filter((person) => !person.bot)
    .map((person: Person) => ({
      id: person.id,
      handle: person.handle,
      name: person.name,
      title: person.title,
      locale: person.locale,
      admin: person.admin,
      colour: `#${personColour(person)}`,
      ...(person.tries && { tries: person.tries }),
      ...(person.teamId !== world.identity.teamId && { team: person.teamId }),
    }));
}

function manifestFace(world: World): unknown {
  const { manifest, identity } = world;
  return {
    workspace: identity.teamName,
    bot: {
      id: identity.botUserId,
      name: manifest.botName,
      home: manifest.homeTab,
      messages: manifest.messagesTab,
    },
    description: manifest.description,
    commands: manifest.commands.map((one) => ({
      command: one.command,
      description: one.description,
      usage: one.usageHint,
    })),
    shortcuts: manifest.shortcuts,
    timeZone: identity.timeZone,
  };
}

async function screenFace(world: World, query: Query): Promise<unknown> {
  const person = personNamed(world, query.get('as'));
  if (query.get('settled') === 'true') await world.moves.settled();
  const limit = Number(query.get('limit') ?? Number.NaN);
  return screenOf(world, person, {
    channel: query.get('channel') ?? undefined,
    limit: Number.isFinite(limit) ? limit : undefined,
    before: query.get('before') ?? undefined,
    thread: query.get('thread') ?? undefined,
  });
}

async function suggestFace(world: World, query: Query): Promise<unknown> {
  const person = personNamed(world, query.get('as'));
  const channel = query.get('channel');
  const ts = query.get('ts');
  const message = channel !== null && ts !== null ? { channel, ts } : undefined;
  const place = placeNamed(world, person, { message, in: query.get('in') ?? (message ? undefined : 'modal') });
  const placed =
    place &&
    placedElements(blocksOf(place)).find(
      ({ block, element }) => block.block_id === query.get('blockId') && element.action_id === query.get('actionId'),
    );
  if (!place || !placed) throw new ControlError('There is no such select there.');
  const answer = await suggested(world, person, place, placed.block, placed.element, query.get('query') ?? '');
  return { ok: true, ...answer };
}

function setFaults(world: World, _query: Query, body: unknown): unknown {
  const parsed = faultsSchema.safeParse(body ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ControlError(
      `${issue?.path.map(String).join('.') || 'faults'}: ${issue?.message}. Shares are 0 to 1; 'slow' is milliseconds or { share, ms }; 'disconnect' is seconds; 'errors' are { method?, channel?, block?, error, times? }.`,
    );
  }
  world.faults.set(parsed.data);
  return { ok: true, faults: parsed.data };
}

/** Closes the bot's sockets now: as Slack does when it recycles them, with only a warning, or as a broken line does. */
function disconnect(world: World, _query: Query, body: unknown): unknown {
  const { how = 'refresh_requested' } = (typeof body === 'object' && body !== null ? body : {}) as { how?: unknown };
  if (how === 'warning') world.socketMode.warn();
  else if (how === 'refresh_requested' || how === 'cut') world.socketMode.disconnect(how !== 'cut');
  else throw new ControlError("'how' is 'refresh_requested', 'warning' or 'cut'.");
  return { ok: true, connections: world.socketMode.count };
}

const ROUTES: Record<string, Route> = {
  'GET people': peopleOf,
  'POST people': (world, _query, body) => ({ ok: true, ...setUp(world, body) }),
  'POST act': (world, _query, body) => actAs(world, body),
  'GET screen': screenFace,
  'GET clock': clockFace,
  'POST clock': moveClock,
  'POST faults': setFaults,
  'POST disconnect': disconnect,
  'GET calls': (world, query) => world.calls.since(query.get('since')),
  'GET manifest': manifestFace,
  'GET suggest': suggestFace,
};

/** Serves `/_sandbox/…`, to this machine only. */
export async function serveControl(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (!fromHere(request)) {
    answerJson(response, 403, { ok: false, error: 'The control face is for this machine only.' });
    return;
  }
  const path = url.pathname.slice('/_sandbox/'.length);
  try {
    if (request.method === 'GET' && path === 'stream')
      return stream(world, personNamed(world, url.searchParams.get('as')), response);
    if (request.method === 'GET' && path.startsWith('file/')) return file(world, url, response);
    const route = ROUTES[`${request.method} ${path}`];
    if (!route) {
      answerJson(response, 404, { ok: false, error: `There is no ${request.method} /_sandbox/${path}.` });
      return;
    }
    const body = request.method === 'POST' ? readJson(await readBody(request)) : undefined;
    answerJson(response, 200, await route(world, url.searchParams, body), { 'Cache-Control': 'no-store' });
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    answerJson(response, 400, { ok: false, error: error.message });
  }
}

function readJson(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new ControlError('The body is not JSON.');
  }
}

function file(world: World, url: URL, response: ServerResponse): void {
  const person = personNamed(world, url.searchParams.get('as'));
  const stored = world.files.get(url.pathname.slice('/_sandbox/file/'.length));
  const sees =
    stored &&
    [...stored.seenBy].some((place) => {
      const channel = world.channels.get(place);
      return place === person.id || (channel !== undefined && world.channels.isMember(channel, person.id));
    });
  if (!stored || !sees) {
    answerJson(response, 404, { ok: false, error: `${person.name} sees no such file.` });
    return;
  }
  const inline = /^image\/(png|jpeg|gif|webp)$/.test(stored.mimetype) ? 'inline' : 'attachment';
  response.writeHead(200, {
    'Content-Type': stored.mimetype,
    'Content-Length': stored.bytes.length,
    'Content-Disposition': `${inline}; filename*=UTF-8''${encodeURIComponent(stored.name)}`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, max-age=3600',
  });
  response.end(stored.bytes);
}
