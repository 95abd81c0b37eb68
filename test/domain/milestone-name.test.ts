import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { milestoneEnglish, milestoneName } from '../../src/domain/milestone-name.js';
import { reasonWords } from '../../src/domain/reason.js';
import { day } from './given.js';

const corpora = new URL('report-line/corpora/', import.meta.url);
const names = readdirSync(corpora)
  .filter((file) => file.endsWith('.ledger.json'))
  .flatMap((file) => {
    const { projects } = JSON.parse(readFileSync(new URL(file, corpora), 'utf8')) as {
      projects: { milestones: (string | { name: string })[] }[];
    };
    return projects.flatMap(({ milestones }) =>
      milestones.map((each) => (typeof each === 'string' ? each : each.name)),
    );
  });

describe('a milestone for its English reader', () => {
  it.each([
    ['主体封顶', 'topping-out 主体封顶'],
    ['管道焊接', 'pipe welding 管道焊接'],
    ['看台主体', 'grandstand structure 看台主体'],
    ['冷库保温', 'cold store insulation 冷库保温'],
    ['污水处理厂', 'sewage works 污水处理厂'],
  ])('%s: what it means, with the word by which it is found', (name, said) => {
    expect(milestoneName(name, 'en')).toBe(said);
    expect(milestoneName(name, 'zh')).toBe(name);
  });

  it.each(['三池两坝', '3号楼封顶', 'topping-out', '主体封顶（一期）'])(
    '“%s” is not known wholly: it stays as it is',
    (name) => {
      expect(milestoneName(name, 'en')).toBe(name);
    },
  );

  it('covers what ledgers of seven trades call their steps, and a long name costs nothing', () => {
    const known = new Set(names.filter((name) => milestoneEnglish(name) !== null));
    expect(new Set(names).size).toBeGreaterThan(300);
    expect(known.size / new Set(names).size).toBeGreaterThan(0.95);
    expect(milestoneEnglish('安装'.repeat(5_000))).toBeNull();
  });

  it('in the reason of a light as well', () => {
    const reason = { light: 'red', kind: 'overdue', milestone: '施工许可', due: day('2020-06-10'), days: 7 } as const;
    expect(reasonWords(reason, 'en', 2020)).toBe('"permit 施工许可" was due 10 June, 7 days overdue');
    expect(reasonWords(reason, 'zh', 2020)).toContain('施工许可应于');
  });
});
