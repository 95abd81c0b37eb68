import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';

describe('what is typed is what is kept', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
  });
  afterAll(() => county.close());
  const say = async (text: string) => {
    await county.act('hezhiyuan', { do: 'say', to: 'bot', text });
    return (await county.newest('hezhiyuan', 'bot')).join('\n');
  };
  const invested = async () =>
    (await county.opened.client.project.findFirst({ where: { code: 'P-061' } }))?.doneInvestment;

  it('amounts to the yuan, in whatever unit', async () => {
    expect(await say('P-061 完成投资12000000元')).toContain('1,200万元');
    expect(await invested()).toBe(1200);
    expect(await say('P-061 完成投资 1200.5万')).toContain('1,200.5万元');
    expect(await invested()).toBe(1200.5);
  });

  it('a percent with decimals', async () => {
    expect(await say('P-061 主体封顶 57.3%')).toContain('57.3%');
    const milestone = await county.opened.client.milestone.findFirst({
      where: { name: '主体封顶', project: { code: 'P-061' } },
    });
    expect(milestone?.percent).toBe(57.3);
  });

  it('the same line again is not noted twice', async () => {
    const before = await county.opened.client.report.count();
    await county.act('hezhiyuan', { do: 'command', to: 'bot', text: '/progress P-061 主体封顶 59%' });
    await county.act('hezhiyuan', { do: 'command', to: 'bot', text: '/progress P-061 主体封顶 59%' });
    expect((await county.newest('hezhiyuan', 'bot')).join('\n')).toContain('已报过');
    expect(await county.opened.client.report.count()).toBe(before + 1);
    await say('P-061 完成投资 1200.5万');
    const figures = await county.opened.client.figures.count();
    expect(await say('P-061 完成投资 1200.5万')).toContain('已报过');
    expect(await county.opened.client.figures.count()).toBe(figures);
  });

  it('cumulative figures that fall name the last ones and are not kept; called a correction, they are', async () => {
    const answer = await say('P-061 完成投资 350万');
    expect(answer).toContain('上次 1,200.5万元');
    expect(await invested()).toBe(1200.5);
    await say('更正 P-061 完成投资 350万');
    expect(await invested()).toBe(350);
    expect(await say('P-061 完成投资 999亿')).toContain('超过总投资');
    expect(await invested()).toBe(350);
  });
});
