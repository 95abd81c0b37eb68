import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { typeOf, WORKBOOK, withType } from '../../src/slack/receive/file-type.js';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const zip = (name: string): Uint8Array => zipSync({ [name]: bytes('<x/>') });

describe('a file without a name’s ending', () => {
  it.each([
    ['a photo', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'image/jpeg'],
    ['a picture of the screen', bytes('\x89PNG\r\n\x1a\n'), 'image/png'],
    ['a photo of a phone', bytes('\0\0\0\x18ftypheic'), 'image/heic'],
    ['a scan', bytes('%PDF-1.4\n'), 'application/pdf'],
    ['a workbook', zip('xl/workbook.xml'), WORKBOOK],
    ['a letter', zip('word/document.xml'), null],
    ['a text', bytes('P-001 80%'), null],
    ['nothing', new Uint8Array(), null],
  ])('%s is known by its bytes', (_, given, type) => {
    expect(typeOf(given)).toBe(type);
  });

  it('is only read where nothing else tells what it is', async () => {
    const read = async () => ({ name: '1', bytes: bytes('%PDF-1.4') });
    const nameless = { id: 'F1', name: '1', mimetype: 'application/octet-stream', bytes: 8 };
    expect(await withType(nameless, read)).toEqual({ ...nameless, mimetype: 'application/pdf' });
    const never = () => Promise.reject(new Error('read'));
    const photo = { ...nameless, name: '现场.jpg', mimetype: '' };
    expect(await withType(photo, never)).toEqual(photo);
    const typed = { ...nameless, mimetype: 'image/png' };
    expect(await withType(typed, never)).toEqual(typed);
    expect(await withType(nameless, async () => 'gone' as const)).toEqual(nameless);
  });
});
