import { describe, expect, it } from 'vitest';
import { projectIndex, type Searchable } from '../../src/domain/project-search.js';
import { readingsOf } from '../../src/text/pinyin.js';
import { quietMilliseconds } from '../support/processor.js';
import fc from '../support/properties.js';

const project = (id: number, name: string, more: Partial<Searchable> = {}): Searchable => ({
  id,
  code: `P-${String(id).padStart(3, '0')}`,
  name,
  nicknames: [],
  unitId: 1,
  ownerIds: [1],
  sponsorId: null,
  ...more,
});

const units = [
  { id: 1, names: ['经济开发区', 'Economic Development Zone', '开发区'] },
  { id: 2, names: ['新城街道', 'Xincheng Subdistrict'] },
];
const people = [
  { id: 1, names: ['何志远', 'He Zhiyuan'] },
  { id: 2, names: ['张德胜', 'Zhang Desheng'] },
  { id: 3, names: ['雷霞', 'Lei Xia'] },
];
const projects = [
  project(1, '阿胶健康城'),
  project(2, '东阿县人民医院新院区', { nicknames: ['新医院'], unitId: 2, ownerIds: [2] }),
  project(17, '阿胶健康城二期', { sponsorId: 3 }),
  project(170, '鲁西绿色肥料产业园'),
  project(18, 'LED 照明生产线', { ownerIds: [2, 1] }),
];
const index = projectIndex(projects, units, people);
const codes = (typed: string) => index.find(typed).map(({ id }) => projects.find((each) => each.id === id)?.code);

describe('a project is found', () => {
  it.each(['P-017', 'p017', 'p17', '17', '017', 'Ｐ－０１７', 'P 17'])('by its code, typed as %s', (typed) => {
    expect(codes(typed)[0]).toBe('P-017');
    expect(index.find(typed)[0]).toMatchObject({ covers: 'exact', by: 'code' });
  });

  it('by its code with those that begin so behind it, where no zeros were typed', () => {
    expect(codes('p17')).toEqual(['P-017', 'P-170']);
    expect(codes('17')).toEqual(['P-017', 'P-170']);
    expect(codes('P-001')).toEqual(['P-001']);
    expect(codes('P-01')).toEqual(['P-001', 'P-017', 'P-018']);
  });

  it('by its name, before those that only begin with it', () => {
    expect(codes('阿胶健康城')).toEqual(['P-001', 'P-017']);
    expect(codes('健康城二期')).toEqual(['P-017']);
    expect(index.find('阿胶健康城').map(({ covers }) => covers)).toEqual(['exact', 'start']);
  });

  it.each([
    ['ajjkc', 'P-001'],
    ['AJJKC', 'P-001'],
    ['ａｊｊｋｃ', 'P-001'],
    ['ajiaojiankangcheng', 'P-001'],
    ['a jiao jian kang cheng', 'P-001'],
    ['阿胶jkc', 'P-001'],
    ['ejjkc', 'P-001'],
    ['dexrm', 'P-002'],
    ['daxrm', 'P-002'],
    ['xyy', 'P-002'],
    ['lxlv', 'P-170'],
    ['ledzm', 'P-018'],
    ['led 照明', 'P-018'],
  ])('by how it is said: %s', (typed, code) => {
    expect(codes(typed)[0]).toBe(code);
  });

  it('by its nickname, unit, owner, co-owner and sponsor', () => {
    expect(codes('新医院')).toEqual(['P-002']);
    expect(codes('新城街道')).toEqual(['P-002']);
    expect(codes('xincheng')).toContain('P-002');
    expect(codes('张德胜')).toEqual(['P-002', 'P-018']);
    expect(codes('lei xia')).toEqual(['P-017']);
    expect(codes('lx')).toContain('P-017');
  });

  it('by several words at once, all of which must be met', () => {
    expect(codes('开发区 阿胶')).toEqual(['P-001', 'P-017']);
    expect(codes('开发区，二期')).toEqual(['P-017']);
    expect(codes('新城街道 阿胶')).toEqual([]);
  });

  it('by nothing where nothing was typed', () => {
    expect(codes('')).toEqual([]);
    expect(codes(' ，。')).toEqual([]);
  });
});

describe('where nothing is found', () => {
  const near = (typed: string) => index.near(typed, 3, () => true);
  it.each([
    ['阿交健康成', 1],
    ['阿胶康健城', 1],
    ['绿色肥料园区', 170],
    ['ajkjc', 1],
  ])('%s is near %i', (typed, id) => {
    expect(codes(typed)).toEqual([]);
    expect(near(typed)).toContain(id);
  });

  it('nothing is offered that has nothing to do with it, or may not be seen', () => {
    for (const typed of ['跨海大桥', 'xxxx', 'asdf', 'xyz', 'sdfsdf', 'test']) expect(near(typed), typed).toEqual([]);
    expect(index.near('阿交健康成', 3, (id) => id !== 1)).not.toContain(1);
  });
});

const HAN = [...'东阿胶健康城人民医院新区绿色肥料产业园生产线照明道路改造提升工程项目一二三期长行重乐'];
const names = fc.array(fc.constantFrom(...HAN), { minLength: 2, maxLength: 14 }).map((all) => all.join(''));

describe('for all names', () => {
  it('a project is in the first group for its own code, its name, its initials and its pinyin', () => {
    fc.assert(
      fc.property(fc.uniqueArray(names, { minLength: 1, maxLength: 20 }), fc.nat(), fc.nat(), (all, which, reading) => {
        const listed = all.map((name, at) => project(at + 1, name));
        const meant = listed[which % listed.length];
        if (!meant) return;
        const said = [...meant.name].map((character) => {
          const readings = readingsOf(character);
          return readings[reading % readings.length] ?? character;
        });
        const found = projectIndex(listed, [], []);
        const first = (typed: string) => {
          const [top, ...rest] = found.find(typed);
          return [top, ...rest]
            .filter((each) => each && each.covers === top?.covers && each.by === top.by)
            .map((each) => each?.id);
        };
        expect(first(meant.code)).toEqual([meant.id]);
        expect(first(meant.name)).toEqual([meant.id]);
        expect(first(said.map((sound) => sound[0]).join(''))).toContain(meant.id);
        expect(first(said.join(''))).toContain(meant.id);
      }),
    );
  });

  it('whatever is typed is answered, and only with projects that there are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        for (const { id } of index.find(typed)) expect(projects.some((each) => each.id === id)).toBe(true);
        expect(index.near(typed, 3, () => true).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe('ten thousand projects', () => {
  const picked = (seed: number) => HAN[(seed * 7919 + 13) % HAN.length] ?? '';
  const many = Array.from({ length: 10_000 }, (_, at) =>
    project(at + 1, Array.from({ length: 12 }, (_, letter) => picked(at * 31 + letter * (at % 17) + letter)).join('')),
  );
  const large = projectIndex(many, units, people);

  it.each([
    'P-9999',
    '17',
    many[5000]?.name ?? '',
    'ajjkc',
    'xxxxxx',
    '产业园',
    '开发区 工程',
    'nnnnnnnnnnnnnnnnnnnnnn',
    '不存在的名称',
  ])('are searched for %s in less than 50 ms', (typed) => {
    const search = () => {
      if (large.find(typed).length === 0) large.near(typed, 3, () => true);
    };
    search();
    expect(quietMilliseconds(search, 50)).toBeLessThan(50);
  });
});
