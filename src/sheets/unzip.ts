import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { LIMITS } from './limits.js';
import { Refused } from './refusals.js';

/**
 * The parts of an archive whose names `wanted` lets through. Bytes are counted while they are inflated, so that a bomb is
 * left after `LIMITS.inflatedBytes`, whatever sizes it declares. Names of parts are equal whatever their case (ECMA-376-2)
 * and come back in lower case.
 */
export async function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  const zip = await opened(bytes);
  if (zip.entryCount > LIMITS.parts) throw new Refused('inflates');
  const parts = new Map<string, Buffer>();
  let inflated = 0;
  for (let entry = await nextEntry(zip); entry !== null; entry = await nextEntry(zip)) {
    if (entry.isEncrypted()) throw new Refused('encrypted');
    // A path with / at its start or with \ is written by some tools; it means the same part.
    const name = entry.fileName.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
    if (!wanted(name) || parts.has(name)) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await contentOf(zip, entry)) {
      const piece = chunk as Buffer;
      inflated += piece.length;
      if (inflated > LIMITS.inflatedBytes) throw new Refused('inflates');
      chunks.push(piece);
    }
    parts.set(name, Buffer.concat(chunks));
  }
  return parts;
}

function opened(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true, strictFileNames: false, decodeStrings: true }, (error, zip) =>
      error ? reject(new Refused('damaged')) : resolve(zip),
    );
  });
}

function nextEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      zip.removeListener('entry', onEntry);
      zip.removeListener('end', onEnd);
      zip.removeListener('error', onError);
    };
    const onEntry = (entry: Entry) => {
      stop();
      resolve(entry);
    };
    const onEnd = () => {
      stop();
      resolve(null);
    };
    const onError = () => {
      stop();
      reject(new Refused('damaged'));
    };
    zip.once('entry', onEntry);
    zip.once('end', onEnd);
    zip.once('error', onError);
    zip.readEntry();
  });
}

function contentOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(new Refused('damaged')) : resolve(stream)));
  });
}
