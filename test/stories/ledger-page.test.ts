import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';
import { hasBrowser, inBrowser, launchBrowser } from '../support/page.js';

/**
 * The county's 80 projects are previewed, from dropping the file to seeing the counts, within so many times what a line and its
 * answer take in the same page: 2.4 s where an answer takes 0.3.
 */
const SHOWN_WITHIN_ANSWERS = 8;

describe.runIf(hasBrowser)('the ledger in the page, as a coordinator sees it', inBrowser, () => {
  let browser: Browser;
  let county: County;
  beforeEach(async () => {
    browser = await launchBrowser();
    county = await openCounty();
  }, 60_000);
  afterEach(async () => {
    await browser?.close();
    await county?.close();
  });

  /** Drops a file on the conversation, as one does from a folder. */
  async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
    const data = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      const decoded = Uint8Array.from(atob('${bytes.toString('base64')}'), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([decoded], ${JSON.stringify(name)}));
      return transfer;
    })()`);
    const log = page.getByRole('log').first();
    for (const type of ['dragenter', 'dragover', 'drop']) await log.dispatchEvent(type, { dataTransfer: data });
    const box = page.getByRole('textbox', { name: /^发消息/ });
    await page.getByText(name).last().waitFor();
    await box.press('Enter');
  }

  /** Asks for a project's card; returns how long its answer took, in ms. */
  async function answer(page: Page, code: string): Promise<number> {
    const asked = performance.now();
    const box = page.getByRole('textbox', { name: /^发消息/ });
    await box.fill(`/gongjian ${code}`);
    await box.press('Enter');
    await page
      .getByRole('article')
      .filter({ hasText: `${code} ` })
      .last()
      .waitFor();
    return performance.now() - asked;
  }

  it('is dropped, previewed, confirmed, exported, and dropped again without a change', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, acceptDownloads: true });
    const page = await context.newPage();
    await page.goto(`${county.sandbox.url}/?as=renchangqing`);
    await page.getByRole('navigation').getByRole('button', { name: '消息' }).first().click();

    // The first answer of a bot that just began says nothing of the second.
    await answer(page, 'P-001');
    const answered = await answer(page, 'P-002');

    const began = performance.now();
    await drop(page, '2020年重点项目台账.xlsx', await readFile('test/sheets/ledgers/dong-e-2020.xlsx'));
    const preview = page.getByRole('article').filter({ hasText: '新增 0、变更 61、不变 19' });
    await preview.waitFor({ timeout: 20_000 });
    const shown = performance.now() - began;
    console.log(`preview ${Math.round(shown)} ms, an answer ${Math.round(answered)} ms`);
    expect(shown / answered).toBeLessThan(SHOWN_WITHIN_ANSWERS);
    await preview.getByRole('img', { name: /^导入预览/ }).waitFor();

    await preview.getByRole('button', { name: '写入：变更 61' }).click();
    await page.getByRole('article').filter({ hasText: '已写入台账' }).waitFor();

    const box = page.getByRole('textbox', { name: /^发消息/ });
    await box.fill('/ledger 导出 全部');
    await box.press('Enter');
    const link = page.getByRole('link', { name: /全部-2020-06-17\.xlsx/ });
    await link.waitFor({ timeout: 20_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const bytes = await readFile(await download.path());
    await drop(page, '导出.xlsx', bytes);
    await page.getByRole('article').filter({ hasText: '新增 0、变更 0、不变 80' }).waitFor({ timeout: 20_000 });
    await page.getByText('表格与台账一致，没有要写入的').waitFor();
  }, 90_000);
});
