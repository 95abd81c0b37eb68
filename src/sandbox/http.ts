import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that is refused before anything is done. */
export class BadRequest extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const MOST_BYTES = 1_200_000_000;

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const part = chunk as Buffer;
    size += part.length;
    if (size > MOST_BYTES) throw new BadRequest(413, 'The request is too large.');
    chunks.push(part);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

export function answerJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    ...headers,
  });
  response.end(body);
}

/** Fields of a multipart or urlencoded body; a file's bytes come as a Buffer. */
export async function readForm(body: Buffer, contentType: string): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  if (contentType.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData();
    for (const [key, value] of form.entries())
      values[key] = typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer());
    return values;
  }
  for (const [key, value] of new URLSearchParams(body.toString('utf8'))) values[key] = value;
  return values;
}

/** A loopback peer, a loopback name (no rebound DNS name), and no page of another origin behind it. */
export function fromHere(request: IncomingMessage): boolean {
  const peer = request.socket.remoteAddress ?? '';
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const { origin } = request.headers;
  const here = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(peer) && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(host);
  return here && (origin === undefined || origin === `http://${request.headers.host}`);
}
