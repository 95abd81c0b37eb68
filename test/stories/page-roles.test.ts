import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type County, openCounty } from '../support/county.js';
import { hasBrowser, inBrowser, launchBrowser, openPage } from '../support/page.js';

const hall = '全县调度';

describe.runIf(hasBrowser)('each role, in the page', { ...inBrowser, timeout: 90_000 }, () => {
  let browser: Browser;
  let county: County;
  beforeAll(async () => {
    browser = await launchBrowser();
    county = await openCounty();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await county.close();
  });

  const home = (person: string): Promise<Page> => openPage(browser, county, person, '主页');
  const shows = async (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 20_000 });

  /** Types into the message box and sends it, as a person does. */
  async function types(page: Page, text: string): Promise<void> {
    const box = page.getByRole('textbox').last();
    await box.fill(text);
    await box.press('Enter');
  }

  it('an official reports from the home tab', async () => {
    const page = await home('hezhiyuan');
    await shows(page, '我的节点');
    await page.getByRole('button', { name: '上报' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByText('上报进度').first().waitFor();
    await page.context().close();
  });

  it('a unit head sees the unit’s lights and opens the list behind one', async () => {
    const page = await home('fenglizhi');
    await shows(page, '本单位的项目');
    await page
      .getByRole('button', { name: /^(?:绿|黄|红)灯 ?\d+$/ })
      .last()
      .click();
    await page
      .getByRole('dialog')
      .getByText(/P-\d{3}/)
      .first()
      .waitFor();
    await page.context().close();
  });

  it('a leader finds a project by its initials, with its roadmap as a picture', async () => {
    const page = await openPage(browser, county, 'qiuzhen', hall);
    await types(page, '/gongjian ajjkc');
    await shows(page, /P-001 瑞胶堂阿胶健康产业园/);
    await page
      .getByRole('img', { name: /路线图/ })
      .first()
      .waitFor({ timeout: 20_000 });
    await page.context().close();
    const own = await home('qiuzhen');
    await shows(own, '您包保的项目');
    await own.context().close();
  });

  it('the commander has the whole plan on the home tab and the goals by a command', async () => {
    const page = await home('leixia');
    await shows(page, '全部项目');
    await shows(page, '目标与关口');
    await page.context().close();
    const channel = await openPage(browser, county, 'leixia', hall);
    await types(channel, '/goals');
    await shows(channel, /项目开工率/);
    await channel.context().close();
  });

  it('the coordinator has the plan’s health, the people and the year', async () => {
    const page = await home('renchangqing');
    await shows(page, '运行情况');
    await page.context().close();
    const channel = await openPage(browser, county, 'renchangqing', hall);
    await types(channel, '/people');
    await shows(channel, '我的名册');
    await types(channel, '/program');
    await shows(channel, '正在运行');
    await channel.context().close();
  });

  it('a viewer sees the plan and is asked for nothing', async () => {
    const page = await home('qixiaonan');
    await shows(page, '全部项目');
    expect(await page.getByRole('button', { name: '上报' }).count()).toBe(0);
    await page.context().close();
  });
});
