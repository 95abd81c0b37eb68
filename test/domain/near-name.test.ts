import { describe, expect, it } from 'vitest';
import { namedExactly, nearestNames } from '../../src/domain/near-name.js';
import fc from '../support/properties.js';

const people = [
  { name: '何志远', nameEn: 'He Zhiyuan' },
  { name: '何志原', nameEn: 'He Zhiyuan' },
  { name: '张德胜', nameEn: 'Zhang Desheng' },
  { name: '章德生', nameEn: 'Zhang Desheng' },
  { name: '雷霞', nameEn: 'Lei Xia' },
];
const names = (called: string, most = 5) => nearestNames(called, people, most).map(({ name }) => name);

describe('who may be meant by a name', () => {
  it('is first who is called so, in either language, with blanks, titles and case left out', () => {
    expect(names('何志远')[0]).toBe('何志远');
    expect(names('雷 霞（书记）')).toEqual(['雷霞']);
    expect(names('lei xia')).toEqual(['雷霞']);
  });

  it('is then who sounds so, whose name holds it, or who is one character apart', () => {
    expect(names('张得胜')[0]).toBe('张德胜');
    expect(names('志远')).toContain('何志远');
    expect(names('何志强')).toEqual(['何志远', '何志原']);
  });

  it('is nobody for a name that is like none', () => {
    expect(names('王大锤')).toEqual([]);
    expect(names('')).toEqual([]);
  });

  it('always finds whoever is called exactly that', () => {
    fc.assert(
      fc.property(fc.constantFrom(...people), (person) => {
        expect(namedExactly(person.name, people)).toContain(person);
        expect(nearestNames(person.name, people, 1)[0]?.name).toBe(person.name);
      }),
    );
  });
});
