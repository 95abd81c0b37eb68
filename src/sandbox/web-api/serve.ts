import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Refused } from '../block-kit/refused.js';
import type { Asked, CallFault } from '../faults.js';
import { answerJson, BadRequest, readBody, readForm } from '../http.js';
import { directId } from '../ids.js';
import type { World } from '../world.js';
import { Args } from './args.js';
import { type Answer, type Method, needScope, RateLimited } from './method.js';
import { METHODS } from './methods.js';

interface Outcome {
  status: number;
  answer: Answer;
  retryAfter?: number;
}

/** Serves `/api/<method>`: token, scope, rate, the method itself, and whatever faults are set. */
export async function serveMethod(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const name = url.pathname.slice('/api/'.length);
  const since = performance.now();
  const { calls } = world;
  calls.working += 1;
  calls.stir();
  let args = new Args({});
  try {
    args = await readArgs(request, url);
    const fault = world.faults.ofCall();
    const outcome = await meet(world, name, args, request, fault);
    const delay = world.faults.delay();
    if (delay > 0) await wait(delay);
    const label = outcome.status === 200 ? outcomeOf(outcome.answer) : `http_${outcome.status}`;
    const drop = fault === 'drop';
    note(world, name, args, drop ? `dropped after ${label}` : label, drop ? 0 : outcome.status, since);
    if (drop) request.socket.destroy();
    else if (fault === 'fail-after') answerJson(response, 500, { ok: false, error: 'internal_error' });
    else
      answerJson(response, outcome.status, outcome.answer, {
        ...(outcome.retryAfter !== undefined && { 'Retry-After': String(outcome.retryAfter) }),
        'X-Slack-Req-Id': world.counter.next('R'),
        'X-OAuth-Scopes': [...world.manifest.scopes].join(','),
      });
  } catch (error) {
    if (!(error instanceof BadRequest)) throw error;
    note(world, name, args, error.message, error.status, since);
    answerJson(response, error.status, { ok: false, error: 'invalid_form_data' });
  } finally {
    calls.working -= 1;
    calls.stir();
  }
}

/** What the call comes to, the set fault included. `fail-after` and `drop` do what was asked and lose the answer. */
async function meet(
  world: World,
  name: string,
  args: Args,
  request: IncomingMessage,
  fault: CallFault | undefined,
): Promise<Outcome> {
  if (fault === 'limit') return limited(1);
  if (fault === 'fail-before') return { status: 503, answer: { ok: false, error: 'service_unavailable' } };
  const outcome = await perform(world, name, args, request);
  return fault === 'fail-after' ? { ...outcome, status: 500 } : outcome;
}

async function perform(world: World, name: string, args: Args, request: IncomingMessage): Promise<Outcome> {
  const method = METHODS.get(name);
  if (!method) return { status: 200, answer: { ok: false, error: 'unknown_method', req_method: name } };
  try {
    authorize(world, method, args, request);
    const seconds = world.rates.ofMethod(name, method.tier);
    if (seconds > 0) return limited(seconds);
    const error = world.faults.errorOf(asked(world, name, args));
    if (error === 'ratelimited') return limited(1);
    if (error !== undefined) throw new Refused(error);
    return { status: 200, answer: await method.run(world, args) };
  } catch (error) {
    if (error instanceof Refused) return { status: 200, answer: error.answer() };
    if (error instanceof RateLimited) return limited(error.seconds);
    throw error;
  }
}

function asked(world: World, method: string, args: Args): Asked {
  const given = args.text('channel') ?? args.text('channel_id') ?? '';
  const { botUserId } = world.identity;
  const idOf = (word: string) => {
    const person = world.people.find(word);
    return world.channels.find(word)?.id ?? (person && directId(botUserId, person.id));
  };
  const content = args.values.blocks ?? args.values.view ?? args.values.attachments;
  return {
    method,
    goesTo: (channel) => given !== '' && idOf(given) === idOf(channel),
    body: JSON.stringify(typeof content === 'string' ? readJson(content) : content) ?? '',
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function limited(seconds: number): Outcome {
  return { status: 429, answer: { ok: false, error: 'ratelimited' }, retryAfter: seconds };
}

function authorize(world: World, method: Method, args: Args, request: IncomingMessage): void {
  const header = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const token = header ?? args.text('token');
  if (!token) throw new Refused('not_authed');
  const { botToken, appToken, configurationToken } = world.identity;
  const kinds = new Map<string, Method['token']>([
    [botToken, 'bot'],
    [appToken, 'app'],
    [configurationToken, 'configuration'],
  ]);
  const kind = kinds.get(token);
  if (kind === undefined) throw new Refused('invalid_auth');
  if (method.token !== 'any' && method.token !== kind) throw new Refused('not_allowed_token_type');
  // A scope with a choice depends on the conversation: the method itself looks.
  for (const scope of method.scopes) if (method.token === 'bot' && !scope.includes('|')) needScope(world, scope);
}

async function readArgs(request: IncomingMessage, url: URL): Promise<Args> {
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  const query = Object.fromEntries(url.searchParams);
  if (body.length === 0) return new Args(query);
  if (!type.startsWith('application/json')) return new Args({ ...query, ...(await form(body, type)) });
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return new Args({ ...query, ...value });
  } catch {
    // Falls through to the refusal.
  }
  throw new BadRequest(200, 'invalid_json');
}

async function form(body: Buffer, type: string): Promise<Record<string, unknown>> {
  try {
    return await readForm(body, type);
  } catch {
    throw new BadRequest(200, 'invalid_form_data');
  }
}

function outcomeOf(answer: Answer): string {
  return answer.ok === true ? 'ok' : String(answer.error);
}

function note(world: World, method: string, args: Args, outcome: string, status: number, since: number): void {
  const now = world.clock.now();
  world.calls.add({
    time: new Date(now).toISOString(),
    epochMs: now,
    method,
    channel: args.text('channel') ?? args.text('channel_id') ?? args.text('user_id') ?? args.text('users') ?? null,
    outcome,
    status,
    ms: Math.round((performance.now() - since) * 100) / 100,
  });
}
