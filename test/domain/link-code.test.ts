import { describe, expect, it } from 'vitest';
import { CODE_ALPHABET, CODE_LENGTH, codeWords, readCode } from '../../src/domain/link-code.js';
import fc from '../support/properties.js';

const code = fc
  .array(fc.constantFrom(...CODE_ALPHABET), { minLength: CODE_LENGTH, maxLength: CODE_LENGTH })
  .map((letters) => letters.join(''));

describe('a code', () => {
  it('has no character that is read as another', () => {
    expect(CODE_ALPHABET).not.toMatch(/[01258OILSZB]/);
    expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
  });

  it('is understood as it is read out, typed small, in full width, with blanks or strokes', () => {
    fc.assert(
      fc.property(code, (made) => {
        const wide = [...made].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)).join('');
        for (const typed of [made, codeWords(made), made.toLowerCase(), wide, ` ${[...made].join(' ')} `])
          expect(readCode(typed)).toBe(made);
      }),
    );
  });

  it('is nothing that people say', () => {
    for (const said of ['', '在吗', 'P-001 设备安装 15%', 'ACDEFGH', 'ACDEFGHJK', '/people link', 'hello there'])
      expect(readCode(said)).toBeNull();
  });
});
