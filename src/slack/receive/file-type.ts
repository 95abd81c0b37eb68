import type { SharedFile } from '../../feature.js';
import type { SlackFile } from '../../message.js';

/** As much of a file without a name's ending is looked at. */
const MOST_BYTES = 20 * 1024 * 1024;

const BEGINS: readonly (readonly [type: string, signature: RegExp])[] = [
  ['image/png', /^\x89PNG/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8/],
  ['image/webp', /^RIFF.{4}WEBP/s],
  ['image/heic', /^.{4}ftyp(?:heic|heix|mif1|msf1)/s],
  ['image/tiff', /^(?:II\*\0|MM\0\*)/],
  ['application/pdf', /^%PDF-/],
];

/** The type of a workbook as Excel and WPS write it. */
export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The type that the bytes of a file tell; null where they tell none. */
export function typeOf(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const known = BEGINS.find(([, signature]) => signature.test(start))?.[0];
  if (known !== undefined) return known;
  // A workbook is a zip that holds this part; the names of the parts stand in it as they are.
  const zip = start.startsWith('PK');
  return zip && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('xl/workbook') ? WORKBOOK : null;
}

/** A file with its type: where neither its name nor Slack tells it (a scan sent as “1”), its bytes do. */
export async function withType(
  file: SlackFile,
  read: (id: string, most: number) => Promise<SharedFile | 'too-big' | 'gone'>,
): Promise<SlackFile> {
  if (/\.[\p{L}\p{N}]{1,5}$/u.test(file.name) || !/^$|octet-stream|^binary/.test(file.mimetype)) return file;
  const found = await read(file.id, MOST_BYTES);
  return typeof found === 'string' ? file : { ...file, mimetype: typeOf(found.bytes) ?? file.mimetype };
}
