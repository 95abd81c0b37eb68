import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

/** Serves the built web page. An address without an extension is the page itself, which reads it. */
export async function servePage(
  directory: string | undefined,
  pathname: string,
  response: ServerResponse,
): Promise<void> {
  if (directory === undefined) {
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('This sandbox runs without its web page; the control face is under /_sandbox/.\n');
    return;
  }
  const wanted = extname(pathname) === '' ? 'index.html' : pathname;
  const path = normalize(join(directory, wanted));
  const found = path.startsWith(normalize(directory) + sep) ? await stat(path).catch(() => undefined) : undefined;
  if (!found?.isFile()) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('Not found\n');
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'",
    'Cache-Control': wanted === 'index.html' ? 'no-cache' : 'public, max-age=31536000, immutable',
  });
  createReadStream(path).pipe(response);
}
