import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

const zone = '经济开发区-项目';

describe('in a workspace where another app has taken the names', { timeout: 60_000 }, () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty({ prefix: 'gj-' });
  });
  afterAll(() => county.close());
  const type = (text: string, channel = zone) => county.act('hezhiyuan', { do: 'command', channel, text });
  const answer = async () => (await county.newest('hezhiyuan', zone)).join('\n');

  it('the commands carry the prefix, and each works behind /gongjian', async () => {
    expect((await county.attempt('hezhiyuan', { do: 'command', channel: zone, text: '/progress' })).ok).toBe(false);
    await type('/gj-progress P-001 设备安装 20%');
    expect(await answer()).toContain('设备安装 20%');
    await type('/gj-gongjian 上报 P-001 设备安装 30%');
    expect(await answer()).toContain('设备安装 30%');
    await type('/gj-gongjian obstacle list 我的');
    expect(await answer()).toContain('卡点');
    await type('/gj-gongjian 上报');
    expect((await county.screen('hezhiyuan')).modal?.title).toBe('上报进度');
    await county.act('hezhiyuan', { do: 'close' });
    await type('/gj-gongjian 请假');
    expect((await county.screen('hezhiyuan')).modal).not.toBeNull();
  });
});
