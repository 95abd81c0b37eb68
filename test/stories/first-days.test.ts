import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const leaders = '全县调度';

describe('the first working days of a program', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ now: '2020-01-02T08:00:00+08:00' });
  });
  afterAll(() => county.close());

  it('accuse nobody: what the plan knows as done is not overdue, and who was not asked yet is not silent', async () => {
    for (const day of ['2020-01-02', '2020-01-03']) {
      await county.clock({ set: `${day}T18:00:00+08:00` });
      const told = (await county.seen('qiuzhen', leaders)).flatMap(({ lines }) => lines).join('\n');
      expect(told).toContain('项目攻坚日报');
      expect(told).not.toMatch(/红灯|超期|落后|未上报/);
      for (const person of ['hezhiyuan', 'jiangpeng']) {
        const asked = (await county.seen(person, 'bot')).flatMap(({ lines }) => lines).join('\n');
        expect(asked).not.toMatch(/超期|落后/);
      }
    }
  });
});
