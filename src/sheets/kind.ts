import type { RefusalKey } from './refusals.js';

/** What a file is by its bytes; its name's ending is not believed. */
export type FileKind = { readonly is: 'zip' | 'text' } | { readonly is: 'refused'; readonly because: RefusalKey };

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];
// An encrypted workbook is an OLE file that holds a stream of this name, in UTF-16.
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
// The first bytes of pictures, PDF, RAR, 7z, gzip and old BIFF sheets: none of them is text.
const OTHERS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
];
const OLD: readonly (readonly number[])[] = [
  [0x09, 0x08],
  [0x09, 0x04],
  [0x09, 0x02, 0x06],
];

export function kindOfFile(bytes: Uint8Array): FileKind {
  const begins = (signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (bytes.length === 0) return { is: 'refused', because: 'empty' };
  if (begins(OLE))
    return {
      is: 'refused',
      because: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(ENCRYPTED) ? 'encrypted' : 'old',
    };
  if (OLD.some(begins)) return { is: 'refused', because: 'old' };
  if (OTHERS.some(begins)) return { is: 'refused', because: 'other' };
  if (begins(ZIP)) return { is: 'zip' };
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1').toLowerCase();
  if (/<(?:!doctype html|html|table|body)[\s>]/.test(start)) return { is: 'refused', because: 'web' };
  if (start.includes('schemas-microsoft-com:office:spreadsheet')) return { is: 'refused', because: 'old' };
  return { is: 'text' };
}
