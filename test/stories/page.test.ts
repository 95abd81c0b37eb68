import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';
import { hasBrowser, inBrowser, launchBrowser, openPage, PHONE } from '../support/page.js';

describe.runIf(hasBrowser)('a stranger tries it in the page', inBrowser, () => {
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

  const openAs = (person: string, channel: string, viewport?: { width: number; height: number }): Promise<Page> =>
    openPage(browser, county, person, channel, viewport);

  async function type(page: Page, text: string): Promise<void> {
    const box = page.getByRole('textbox', { name: /^(发消息到|Message)/ });
    await box.fill(text);
    await box.press('Enter');
  }

  const stories = [
    {
      language: 'Chinese',
      official: 'hezhiyuan',
      unit: '经济开发区-项目',
      line: '/progress P-001 设备安装 20% 塔吊已到位',
      kept: '已记下：',
      threadButton: /1条回复/,
      thread: '话题',
      threadLine: '何志远：设备安装 20%，说明：塔吊已到位',
      reader: 'leixia',
      digestChannel: '全县调度',
      digest: /项目攻坚日报/,
      more: '更多',
      changed: '上报1',
      list: /设备安装/,
      undo: '撤销',
      undone: '已撤销，不再计入：',
      today: /星期三 16:3/,
      to18: '到 18:00',
      corrected: /更正/,
    },
    {
      language: 'English',
      official: 'daniel-reed',
      unit: '商务和投资促进局-项目',
      line: '/progress P-044 signing 60%, draft exchanged',
      kept: 'Noted:',
      threadButton: /1 reply/,
      thread: 'Thread',
      threadLine: /60%/,
      reader: 'anna-keller',
      digestChannel: 'assault-year',
      digest: /Daily digest/,
      more: 'More',
      changed: 'Reports 1',
      list: /60%/,
      undo: 'Undo',
      undone: 'Taken back; it no longer counts:',
      today: /Wed.* 16:3|16:3.*Wed/,
      to18: 'To 18:00',
      corrected: /[Cc]orrected/,
    },
  ];

  it.each(stories)(
    'in $language: reports, sees the thread line, opens the digest, undoes, sees it corrected',
    async (story) => {
      const own = await openAs(story.official, story.unit);
      await type(own, story.line);
      await own.getByRole('article').filter({ hasText: story.kept }).waitFor();
      await own.getByRole('button', { name: story.threadButton }).first().click();
      await own.getByRole('complementary', { name: story.thread }).getByText(story.threadLine).waitFor();

      const leader = await openAs(story.reader, story.digestChannel);
      await leader.getByRole('button', { name: story.today }).click();
      await leader.getByRole('button', { name: story.to18 }).click();
      const digest = leader.getByRole('article').filter({ hasText: story.digest });
      await digest.first().waitFor({ timeout: 15_000 });
      await digest.first().getByRole('button', { name: story.more, exact: true }).first().click();
      const list = leader.getByRole('dialog');
      await list.getByRole('button', { name: story.changed, exact: true }).click();
      await list.getByText(story.list).first().waitFor();
      await leader.keyboard.press('Escape');

      await own.getByRole('article').filter({ hasText: story.kept }).getByRole('button', { name: story.undo }).click();
      await own.getByText(story.undone).waitFor();
      const corrected = leader.getByRole('article').filter({ hasText: story.corrected });
      await corrected.first().waitFor({ timeout: 15_000 });
      await corrected.first().getByRole('button', { name: story.more, exact: true }).first().click();
      await leader.getByRole('dialog').getByRole('button').nth(1).waitFor();
      expect(await leader.getByRole('dialog').getByRole('button', { name: story.changed, exact: true }).count()).toBe(
        0,
      );
    },
    90_000,
  );

  it('on a phone: the form, with a fault that keeps what was typed', async () => {
    const page = await openAs('zhangdesheng', '新城街道-项目', PHONE);
    await type(page, '/progress');
    const form = page.getByRole('dialog', { name: '上报进度' });
    await form.getByRole('textbox', { name: /说明/ }).fill('地基已验收');
    await form.getByRole('textbox', { name: /完成百分比/ }).fill('40');
    await form.getByRole('button', { name: '上报' }).click();
    await page.getByRole('article').filter({ hasText: '地基已验收' }).first().waitFor();
  }, 60_000);
});
