import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan, PlanReview } from '../../src/domain/plan.js';
import { type County, openCounty } from '../support/county.js';
import { hasBrowser, inBrowser, launchBrowser, openPage, PHONE } from '../support/page.js';
import { promoting } from '../support/promoting.js';
import { weeklyReview, withReviews } from '../support/reviews.js';

const hall = '全县调度';
const supervision: PlanReview = { ...weeklyReview, channel: hall, about: ['obstacles', 'items'] };
const planned = (seed: Plan): Plan => withReviews(supervision)(promoting(seed));
const TWO_MINUTES = 120_000;

/** Factors, slips, promotion and reviews as their people meet them: in a browser, most of them on a phone. */
describe.runIf(hasBrowser)('the mechanisms, in the page', { ...inBrowser, timeout: 180_000 }, () => {
  let browser: Browser;
  let county: County;
  beforeAll(async () => {
    browser = await launchBrowser();
    county = await openCounty({ now: '2020-06-22T15:30:00+08:00', plan: planned });
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await county.close();
  });

  const box = (page: Page) => page.getByRole('textbox', { name: /^发消息到/ });
  async function types(page: Page, text: string): Promise<void> {
    await box(page).fill(text);
    await box(page).press('Enter');
  }
  const press = (where: Locator, name: string) => where.getByRole('button', { name, exact: true }).last().click();
  const newest = (page: Page, text: string | RegExp) => page.getByRole('article').filter({ hasText: text }).last();

  it('an owner asks for land, its department gives it, and the owner verifies the obstacle that it clears', async () => {
    const owner = await openPage(browser, county, 'jiangpeng', '大桥镇-项目', PHONE);
    await types(owner, '/obstacle P-003 用地指标缺口32亩，影响开工');
    await newest(owner, '卡点1号').waitFor();
    await types(owner, '/factor P-003');
    await press(newest(owner, '用地指标缺口32亩'), '申请32亩');
    await newest(owner, '已申请：土地32亩').waitFor();

    const department = await openPage(browser, county, 'heweiguo', '自然资源局-项目');
    await types(department, '/factor 土地 43亩');
    await press(newest(department, '记一批指标？'), '确认');
    await newest(department, '已记：土地43亩').waitFor();
    await types(department, '/factor 土地');
    await press(newest(department, '1家要32亩'), '看图');
    await department
      .getByRole('img', { name: /6月22日起的指标：剩43\/43亩/ })
      .last()
      .waitFor();
    await press(newest(department, '1家要32亩'), '配置');
    await press(newest(department, '1家要32亩'), '配32亩');
    await newest(department, '已配P-003 土地32亩，剩11亩').waitFor();

    const desk = await openPage(browser, county, 'jiangpeng', '消息', PHONE);
    await press(newest(desk, '卡点1号'), '核实销号');
    await expect
      .poll(async () => (await county.opened.client.obstacle.findFirstOrThrow({ where: { number: 1 } })).standing)
      .toBe('closed');
    for (const page of [owner, department, desk]) await page.context().close();
  });

  it('a unit head signs a slip, answers it on a phone, and sees another close by the ordinary report', async () => {
    const { client } = county.opened;
    const coordinator = await openPage(browser, county, 'renchangqing', hall);
    const issue = async (text: string) => {
      await types(coordinator, text);
      await press(newest(coordinator, '签发督办单'), '签发');
    };
    const slip = (number: number) => client.slip.findFirstOrThrow({ where: { number } });
    await issue('/slip P-001 加快进场 6月30日');
    const head = await openPage(browser, county, 'fenglizhi', '经济开发区-项目', PHONE);
    await press(newest(head, '督〔2020〕1号'), '答复');
    const form = head.getByRole('dialog', { name: '答复' });
    await form.getByLabel('办得怎么样').first().fill('已进场30人');
    await form.getByRole('button', { name: '答复', exact: true }).click();
    await newest(head, '冯立志答复：已进场30人').waitFor();
    expect(await slip(1)).toMatchObject({ standing: 'answered', signedById: expect.any(Number) });
    await types(coordinator, '/slip 1');
    await press(newest(coordinator, '冯立志答复：已进场30人'), '接受');
    await newest(head, '6月22日办结').waitFor();

    const step = await client.milestone.findFirstOrThrow({
      where: { project: { code: 'P-001' }, doneOn: null, OR: [{ percent: null }, { percent: { lt: 100 } }] },
      orderBy: { ordinal: 'asc' },
    });
    await issue(`/slip P-001 ${step.name} 抓紧 6月30日`);
    await newest(head, '督〔2020〕2号').waitFor();
    const owner = await openPage(browser, county, 'hezhiyuan', '经济开发区-项目', PHONE);
    await types(owner, `/progress P-001 ${step.name} 完成`);
    await expect.poll(async () => (await slip(2)).standing, { timeout: 30_000 }).toBe('closed');
    await newest(head, '督〔2020〕2号').getByText('6月22日办结').waitFor();
    for (const page of [coordinator, head, owner]) await page.context().close();
  });

  it('a leader reports a trip on a phone in one line, and sees that the month’s duty is done', async () => {
    const leader = await openPage(browser, county, 'baixianzhong', '消息', PHONE);
    await types(leader, '/promotion');
    await newest(leader, '还差1次').waitFor();
    await types(leader, '/promotion 6月16日带队赴苏州考察装备制造，对接2家');
    await press(newest(leader, '记一次招商活动？'), '确认');
    await newest(leader, '已记，6月1/1').waitFor();
    await types(leader, '/promotion');
    await newest(leader, '这个月的完成了').waitFor();
    await leader.context().close();
  });

  it('the coordinator runs a review from its agenda to its minutes in under two minutes', async () => {
    await county.clock({ set: '2020-06-22T16:00:00+08:00' });
    const page = await openPage(browser, county, 'renchangqing', hall);
    const agenda = newest(page, '6月23日周二 · 督办会');
    await agenda.waitFor({ timeout: 60_000 });
    await county.clock({ set: '2020-06-23T09:30:00+08:00' });
    const began = performance.now();
    await agenda
      .getByRole('button', { name: /回复|话题/ })
      .first()
      .click();
    const thread = page.getByRole('complementary', { name: '话题' });
    const reply = thread.getByRole('textbox').first();
    const decisions = ['贺卫国 5个工作日内落实P-003 32亩用地', '姜鹏 6月30日前报P-003开工方案'];
    for (const [index, decision] of decisions.entries()) {
      await reply.fill(decision);
      await reply.press('Enter');
      await press(thread.getByRole('article').filter({ hasText: '记成交办事项' }).last(), '确认');
      await thread
        .getByText(`交办${index + 1}号`)
        .first()
        .waitFor();
    }
    await press(agenda, '已开');
    const minutes = page.getByRole('article').filter({ hasText: '定了2件' }).last();
    await minutes.waitFor({ timeout: 60_000 });
    expect(performance.now() - began).toBeLessThan(TWO_MINUTES);
    expect(await county.opened.client.actionItem.findMany({ orderBy: { number: 'asc' } })).toMatchObject([
      { due: '2020-07-01' },
      { due: '2020-06-30' },
    ]);
    await page.context().close();
  });
});
