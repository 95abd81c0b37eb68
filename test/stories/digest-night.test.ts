import { afterEach, describe, expect, it } from 'vitest';
import { type County, openCounty, type Seen } from '../support/county.js';

let county: County | null = null;
afterEach(async () => {
  await county?.close();
  county = null;
});

const digestsOf = async (open: County): Promise<readonly Seen[]> =>
  (await open.seen('qiuzhen', '全县调度')).filter(({ lines }) => lines[0]?.includes('日报'));

describe('a digest that fell due while nothing ran', () => {
  it('found at night waits for the morning of the next working day, and says that it is late', async () => {
    county = await openCounty({ now: '2020-06-17T16:30:00+08:00' });
    await county.app.stop();
    await county.clock({ set: '2020-06-17T21:00:00+08:00' });
    const again = await county.startBot();
    await again.rest();
    await county.clock({ set: '2020-06-18T07:59:00+08:00' });
    expect(await digestsOf(county)).toEqual([]);
    await county.clock({ set: '2020-06-18T08:00:00+08:00' });
    await again.rest();
    const [late, ...more] = await digestsOf(county);
    expect(more).toEqual([]);
    expect(late?.lines.join('\n')).toMatch(/6月17日 周三.*日报[\s\S]*截至18:00.*补发/);
    await county.clock({ set: '2020-06-18T17:59:00+08:00' });
    expect(await digestsOf(county)).toHaveLength(1);
    await again.stop();
  });

  it('found on a day off waits until people work again; found in the afternoon it comes at once', async () => {
    county = await openCounty({ now: '2020-06-19T16:30:00+08:00' });
    await county.app.stop();
    await county.clock({ set: '2020-06-20T10:00:00+08:00' });
    const again = await county.startBot();
    await county.clock({ set: '2020-06-21T23:00:00+08:00' });
    await again.rest();
    expect(await digestsOf(county)).toEqual([]);
    await county.clock({ set: '2020-06-22T08:00:00+08:00' });
    await again.rest();
    expect(await digestsOf(county)).toHaveLength(1);
    await again.stop();
    await county.clock({ set: '2020-06-22T18:40:00+08:00' });
    const third = await county.startBot();
    await third.rest();
    const found = await digestsOf(county);
    expect(found).toHaveLength(2);
    expect(found.at(-1)?.lines.join('\n')).toContain('补发');
    await third.stop();
  });
});
