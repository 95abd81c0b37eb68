import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty, type Seen } from '../support/county.js';

const leaders = '全县调度';
const text = (message: Seen | undefined): string => message?.lines.join('\n') ?? '';

describe('the digest reaches the leaders with its chart', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
  });
  afterAll(() => county.close());
  const digests = async () => {
    const seen = await county.seen('qiuzhen', leaders);
    return {
      top: seen.findLast((each) => text(each).includes('日报')),
      goals: seen.findLast((each) => text(each).startsWith('目标')),
    };
  };

  it('at 18:00 the thread shows the goals as a picture that says what it shows, where Slack draws no charts', async () => {
    await county.faults({ errors: [{ block: 'data_visualization', error: 'invalid_blocks' }] });
    await county.clock({ set: '2020-06-17T18:00:00+08:00' });
    const { top, goals } = await digests();
    expect(text(top)).toContain('全部80个项目');
    expect(goals?.thread).toBe(top?.ts);
    const alt = goals?.lines.find((line) => line.includes('目标与关口 · 6月17日'));
    expect(alt).toMatch(/项目开工率 ?[\d.]+%（\d+\/60），6月30日：/);
  });

  it('a leader presses a number and sees the list behind it', async () => {
    const { top } = await digests();
    const label = /\[(红灯\d+)\]/.exec(text(top))?.[1] ?? '';
    await county.act('qiuzhen', { do: 'press', label, ts: top?.ts });
    const { modal } = await county.screen('qiuzhen');
    expect(modal?.title).toBe(label);
    expect(modal?.lines.join('\n')).toMatch(/第\d+天/);
  });
});

describe('what waits on the leaders', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
  });
  afterAll(() => county.close());

  it('stands in the digest as it stood at 18:00, and opens with one press', async () => {
    await county.act('hezhiyuan', {
      do: 'command',
      channel: '经济开发区-项目',
      text: '/obstacle P-001 规定不允许跨区取水，政策卡住了，请县里协调',
    });
    await county.clock({ set: '2020-06-17T18:00:00+08:00' });
    const seen = await county.seen('qiuzhen', leaders);
    const top = seen.findLast((each) => text(each).includes('日报'));
    expect(text(top)).toMatch(/卡点1：等\S+1/);
    const waiting = seen.findLast((each) => text(each).startsWith('等'));
    expect(waiting?.thread).toBe(top?.ts);
    expect(text(waiting)).toMatch(/1号 P-001 .*全程第1天/s);
  });
});
