import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Refused } from './block-kit/refused.js';
import { serveControl } from './control/routes.js';
import { answerJson, fromHere, readBody, readForm } from './http.js';
import { LIMITS } from './limits.js';
import { servePage } from './page-files.js';
import { respond } from './respond.js';
import { botSeesFile } from './web-api/files.js';
import { serveMethod } from './web-api/serve.js';
import type { World } from './world.js';

/** The one HTTP server behind all four faces. */
export function createSandboxServer(world: World, pageDirectory: string | undefined): Server {
  const server = createServer((request, response) => {
    void serve(world, pageDirectory, request, response).catch((error: unknown) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`sandbox: ${request.method} ${request.url}: ${text}\n`);
      if (response.headersSent) response.destroy();
      else answerJson(response, 500, { ok: false, error: 'internal_error' });
    });
  });
  server.on('upgrade', (request, socket, head) => {
    const url = addressOf(request);
    socket.on('error', () => socket.destroy());
    if (url.pathname === '/link/') world.socketMode.upgrade(request, socket, head, url);
    else if (url.pathname === '/_sandbox/clock/follow' && fromHere(request)) world.moves.upgrade(request, socket, head);
    else socket.destroy();
  });
  // Clients keep connections for long; a server that closes them first makes their next call fail.
  server.keepAliveTimeout = 120_000;
  return server;
}

function addressOf(request: IncomingMessage): URL {
  const address = request.url ?? '/';
  return URL.canParse(address, 'http://127.0.0.1')
    ? new URL(address, 'http://127.0.0.1')
    : new URL('http://127.0.0.1/');
}

async function serve(
  world: World,
  pageDirectory: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = addressOf(request);
  const { pathname } = url;
  if (pathname.startsWith('/api/')) return serveMethod(world, request, response, url);
  if (pathname.startsWith('/_sandbox/')) return serveControl(world, request, response, url);
  if (pathname.startsWith('/upload/v1/')) return upload(world, request, response, pathname);
  if (pathname.startsWith('/files-pri/')) return download(world, request, response, pathname);
  if (/^\/(commands|actions)\//.test(pathname) && request.method === 'POST')
    return answerToAddress(world, request, response, pathname);
  return servePage(pageDirectory, pathname, response);
}

/** A response_url: five uses, thirty minutes. */
async function answerToAddress(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<void> {
  world.calls.stir();
  const body = parse(await readBody(request));
  const target = world.addresses.use(pathname.split('/').at(-1) ?? '');
  if (typeof target === 'string') return answerJson(response, 404, { ok: false, error: target });
  try {
    if (body === undefined) throw new Refused('invalid_payload');
    const error = world.faults.errorOf({
      method: 'response_url',
      goesTo: (channel) => world.channels.find(channel)?.id === target.channel,
      body: JSON.stringify(body),
    });
    if (error !== undefined) throw new Refused(error);
    respond(world, target, body);
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end('ok');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    answerJson(response, 400, error.answer());
  }
}

function parse(body: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the bytes for an upload address, raw or as the first file of a form. */
async function upload(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<void> {
  world.calls.stir();
  const file = world.files.byUploadKey(pathname.slice('/upload/v1/'.length));
  const body = await readBody(request);
  if (!file || file.phase === 'complete') return answerJson(response, 404, { ok: false, error: 'file_not_found' });
  const type = request.headers['content-type'] ?? '';
  const form = type.startsWith('multipart/form-data') ? await readForm(body, type) : undefined;
  const bytes = form ? Object.values(form).find((part) => Buffer.isBuffer(part)) : body;
  const given = Buffer.isBuffer(bytes) ? bytes : Buffer.from(String(Object.values(form ?? {})[0] ?? ''));
  if (given.length > LIMITS.uploadBytes.limit)
    return answerJson(response, 413, { ok: false, error: 'file_upload_size_restricted' });
  file.bytes = given;
  file.size = given.length;
  file.phase = 'uploaded';
  response.writeHead(200, { 'Content-Type': 'text/plain' });
  response.end(`OK - ${given.length}`);
}

/** url_private: with the bot's token and files:read the bytes, else Slack's sign-in page with status 200, as Slack does. */
function download(world: World, request: IncomingMessage, response: ServerResponse, pathname: string): void {
  const id = /^\/files-pri\/[^/]*-(F[A-Z0-9]+)\//.exec(pathname)?.[1] ?? '';
  const file = world.files.get(id);
  const token = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const allowed = token === world.identity.botToken && world.manifest.scopes.has('files:read');
  if (!file || !allowed || !botSeesFile(world, file)) {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(
      '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to your workspace</body></html>',
    );
    return;
  }
  response.writeHead(200, { 'Content-Type': file.mimetype, 'Content-Length': file.bytes.length });
  response.end(file.bytes);
}
