import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';
import { hasBrowser, inBrowser, launchBrowser, openPage } from '../support/page.js';

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const photo = { name: 'site.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') };

describe.runIf(hasBrowser)('a conversation in the page', inBrowser, () => {
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

  async function type(page: Page, text: string): Promise<void> {
    const box = page.getByRole('textbox', { name: /^(发消息到|Message)/ });
    await box.fill(text);
    await box.press('Enter');
  }
  const said = (page: Page, text: string | RegExp) => page.getByRole('article').filter({ hasText: text }).last();

  it.each([
    {
      language: 'Chinese',
      official: 'hezhiyuan',
      messages: '消息',
      help: '帮助',
      helped: /发一句就记下/,
      attach: '添加文件',
      line: 'P-001 设备安装',
      asks: /百分之几/,
      kept: /设备安装 90%[\s\S]*附照片1张/,
      next: 'P-001 设备安装 92%',
      noted: /设备安装 92%（上次 90%）/,
      more: '更多',
      edit: '编辑',
      edited: 'P-001 设备安装 95%',
      amended: /已更正[\s\S]*设备安装 95%/,
      undo: '刚才报错了',
      undone: /已撤销，不再计入[\s\S]*设备安装 95%/,
    },
    {
      language: 'English',
      official: 'daniel-reed',
      messages: 'Messages',
      help: 'help',
      helped: /Send one line/,
      attach: 'Add files',
      line: 'P-044 signing',
      asks: /How many percent/,
      kept: /signing 签约 90%[\s\S]*1 photo attached/,
      next: 'P-044 signing 92%',
      noted: /signing 签约 92% \(before 90%\)/,
      more: 'More',
      edit: 'Edit',
      edited: 'P-044 signing 95%',
      amended: /Amended[\s\S]*signing 签约 95%/,
      undo: 'reported by mistake',
      undone: /Taken back; it no longer counts[\s\S]*signing 签约 95%/,
    },
  ])(
    'in $language: help, a photo with the line, 90 for an answer, an edit, an undo by word',
    async (story) => {
      const page = await openPage(browser, county, story.official, story.messages);
      await type(page, story.help);
      await said(page, story.helped).waitFor();

      await page.getByLabel(story.attach).setInputFiles(photo);
      await type(page, story.line);
      await said(page, story.asks).waitFor();
      await type(page, '90');
      await said(page, story.kept).waitFor();

      await type(page, story.next);
      await said(page, story.noted).waitFor();
      const own = page.getByRole('article').filter({ hasText: story.next }).first();
      await own.hover();
      await own.getByRole('button', { name: story.more, exact: true }).click();
      await page.getByRole('menuitem', { name: story.edit, exact: true }).click();
      const editor = page.getByRole('textbox', { name: story.edit, exact: true });
      await editor.fill(story.edited);
      await editor.press('Enter');
      await said(page, story.amended).waitFor();

      await type(page, story.undo);
      await said(page, story.undone).waitFor();
      const { client } = county.opened;
      const owner = await client.person.findFirstOrThrow({ where: { key: story.official } });
      const reports = await client.report.findMany({ where: { personId: owner.id }, orderBy: { id: 'asc' } });
      expect(reports.map(({ percent, undoneAt }) => [percent, undoneAt !== null])).toEqual([
        [90, false],
        [92, true],
        [95, true],
      ]);
    },
    90_000,
  );
});
