import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';
import { hasBrowser, inBrowser, launchBrowser, openPage, PHONE } from '../support/page.js';

describe.runIf(hasBrowser)('on a phone, in the page', inBrowser, () => {
  let browser: Browser;
  let county: County;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    county = await openCounty();
  }, 60_000);
  afterEach(() => county.close());

  /** The first button of that name after a text of a message. */
  const buttonAfter = (message: Locator, text: string, name: string): Locator =>
    message.getByText(text).locator(`xpath=following::button[normalize-space()="${name}"][1]`);

  async function send(page: Page, title: string, fields: Record<string, string>, submit: string): Promise<void> {
    const form = page.getByRole('dialog', { name: title });
    for (const [label, value] of Object.entries(fields)) await form.getByLabel(label).first().fill(value);
    await form.getByRole('button', { name: submit, exact: true }).click();
    // On a slow machine the window says that it is being saved, and later that it was.
    const saved = page.getByRole('dialog').filter({ hasText: '已经办好' });
    await expect
      .poll(async () => (await page.getByRole('dialog').count()) - (await saved.count()), { timeout: 20_000 })
      .toBe(0);
    if (await saved.isVisible()) await page.keyboard.press('Escape');
  }

  it('an owner answers the prompt with its four buttons, and each row is marked where it stands', async () => {
    const { client } = county.opened;
    const owner = await client.person.findFirstOrThrow({ where: { key: 'hezhiyuan' } });
    await client.project.updateMany({ where: { code: { in: ['P-006', 'P-010'] } }, data: { ownerId: owner.id } });
    // Of a roadmap only the first open step is asked about.
    await client.milestone.updateMany({
      where: {
        OR: [
          { name: { in: ['用地', '施工许可', '开工'] }, project: { code: 'P-001' } },
          { name: '立项', project: { code: 'P-061' } },
        ],
      },
      data: { percent: 100, doneOn: '2020-05-31', reportedOn: '2020-05-31' },
    });
    // What was said of it ten days ago keeps pace: it is only asked about because nothing was said since.
    await county.opened.client.milestone.updateMany({
      where: { name: '设备安装', project: { code: 'P-001' } },
      data: { percent: 20, reportedOn: '2020-06-08' },
    });
    await county.clock({ set: '2020-06-18T08:30:00+08:00' });
    const page = await openPage(browser, county, 'hezhiyuan', '消息', PHONE);
    const prompt = page.getByRole('article').filter({ hasText: /6月18日(，请报|的 ?\d+项都已回复)/ });
    await prompt.waitFor();
    const messages = await page.getByRole('article').count();

    await buttonAfter(prompt, '设备安装 · P-001', '正常').click();
    await prompt.getByText('已回复：按序时推进').waitFor();
    await buttonAfter(prompt, '用地 · P-006', '完成').click();
    await prompt.getByText('已回复：6月18日完成').waitFor();
    await buttonAfter(prompt, '施工许可 · P-061', '要晚').click();
    await send(page, '要晚', { 新的完成日期: '2020-07-05', 说明: '等环评' }, '上报');
    await prompt.getByText('已回复：预计7月5日完成，等环评').waitFor();
    await buttonAfter(prompt, '用地 · P-010', '卡住').click();
    await send(page, '卡住', { 卡在哪里: '土地指标未批，影响开工' }, '上报');
    await prompt.getByText('已回复：卡住，卡点1号').waitFor();

    await prompt.getByText('6月18日的4项都已回复').waitFor();
    expect(await page.getByRole('article').count()).toBe(messages);
    const reports = await county.opened.client.report.count({ where: { person: { key: 'hezhiyuan' } } });
    expect(reports).toBe(3);
  }, 90_000);

  it('a leader opens a number of the digest, sees the list, claims what waits on them, and sees it change', async () => {
    const text = '/obstacle P-001 规定不允许跨区取水，政策卡住了，请县里协调';
    await county.act('hezhiyuan', { do: 'command', channel: '经济开发区-项目', text });
    await county.clock({ set: '2020-06-17T18:00:00+08:00' });
    const page = await openPage(browser, county, 'qiuzhen', '全县调度', PHONE);
    const digest = page.getByRole('article').filter({ hasText: '项目攻坚日报' }).first();
    await digest.getByRole('button', { name: '更多', exact: true }).first().click();
    await page.getByRole('dialog', { name: '更多' }).getByRole('button', { name: '卡点1', exact: true }).click();
    const list = page.getByRole('dialog', { name: '卡点1' });
    await list.getByText(/1号 P-001/).waitFor();
    await list.getByRole('button', { name: '关闭' }).first().click();
    await list.waitFor({ state: 'hidden' });

    await digest.getByRole('button', { name: /条回复/ }).click();
    const thread = page.getByRole('complementary', { name: '话题' });
    const waiting = thread.getByRole('article').filter({ hasText: /等\S+1/ });
    await buttonAfter(waiting, '1号 P-001', '卡片').click();
    const card = thread.getByRole('article').filter({ hasText: '卡点1号' }).last();
    await card.getByRole('button', { name: '认领', exact: true }).click();
    await send(page, '认领', { 承诺哪天办结: '2020-06-22' }, '认领');
    await thread.getByText('已认领，承诺6月22日').waitFor();

    // The card at their desk is another message of the same case: it says so too, without a new one.
    const desk = await openPage(browser, county, 'qiuzhen', '消息', PHONE);
    const own = desk.getByRole('article').filter({ hasText: '卡点1号' });
    await own.getByText('邱震认领，承诺6月22日').first().waitFor();
    expect(await own.count()).toBe(1);
    const kept = await county.opened.client.obstacle.findFirstOrThrow({ where: { number: 1 } });
    expect(kept.standing).toBe('claimed');
  }, 90_000);
});
