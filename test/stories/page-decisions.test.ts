import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderedRows } from '../oracle/rendered-rows.mjs';
import { type County, openCounty } from '../support/county.js';
import { hasBrowser, inBrowser, launchBrowser, openPage, PHONE } from '../support/page.js';

const hall = '全县调度';
const commander = 'leixia';

const rowsOf = async (message: Locator): Promise<number> =>
  (await renderedRows(message.page(), (await message.getAttribute('data-ts')) ?? '')).rows;

describe.runIf(hasBrowser)('from the digest to a decision, on a phone', { ...inBrowser, timeout: 120_000 }, () => {
  let browser: Browser;
  let county: County;
  beforeAll(async () => {
    browser = await launchBrowser();
    county = await openCounty();
    // Once, so that a browser that stumbled can be tried again.
    await county.act('hezhiyuan', {
      do: 'command',
      channel: '经济开发区-项目',
      text: '/obstacle P-001 土地指标未批，影响开工',
    });
    await county.act(commander, { do: 'command', channel: hall, text: '/obstacle 1' });
    await county.act(commander, { do: 'press', label: '⋯ > 提到我这级' });
    await county.act(commander, { do: 'submit', fields: { 为什么提到您这级: '要省厅批次' } });
    await county.clock({ set: '2020-06-17T18:04:00+08:00' });
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await county.close();
  });

  const press = (where: Locator | Page, name: string | RegExp) =>
    where.getByRole('button', { name, exact: true }).first().click();
  const newestDigest = (page: Page) => page.getByRole('article').filter({ hasText: '项目攻坚日报' }).last();
  const closeAll = async (page: Page) => {
    await expect
      .poll(async () => {
        await page.keyboard.press('Escape');
        return page.getByRole('dialog').count();
      })
      .toBe(0);
  };

  async function types(page: Page, text: string): Promise<void> {
    const box = page.getByRole('textbox').last();
    await box.fill(text);
    await box.press('Enter');
  }

  it('the commander: two presses to the open form of a claim, two to that of an instruction, two to a nudge', async () => {
    const page = await openPage(browser, county, commander, hall, PHONE);
    await closeAll(page);
    const digest = newestDigest(page);
    await digest.waitFor();
    const rows = await rowsOf(digest);
    expect(rows).toBeGreaterThan(4);
    expect(rows).toBeLessThanOrEqual(15);

    await press(digest, '等我办');
    await press(page.getByRole('dialog', { name: '等您1' }), '认领');
    const claim = page.getByRole('dialog', { name: '认领' });
    await claim.waitFor();
    expect(await claim.getByLabel('承诺哪天办结').first().inputValue()).toBe('');
    await closeAll(page);

    await press(digest, /^红灯\d+$/);
    await press(page.getByRole('dialog', { name: /^红灯\d+$/ }), '批示');
    const instruction = page.getByRole('dialog', { name: '批示' });
    await instruction.waitFor();
    expect(await instruction.getByRole('textbox').first().inputValue()).toBe('');
    await closeAll(page);

    await press(digest, /^红灯\d+$/);
    await press(page.getByRole('dialog', { name: /^红灯\d+$/ }), '催一下');
    await page
      .getByText(/已催，6月17日18:0\d；今天不再催/)
      .first()
      .waitFor();
    expect(await county.opened.client.activity.count({ where: { action: 'nudge' } })).toBe(1);
    await page.context().close();
  });

  it('an owner moves an overdue date: the day stays, and the sponsor is asked with the effect before them', async () => {
    const { client } = county.opened;
    const step = () =>
      client.milestone.findFirstOrThrow({
        where: { name: '用地', project: { code: 'P-003' } },
        include: { project: { include: { owner: true, sponsor: true } } },
      });
    const { due, project } = await step();
    const [owner, sponsor] = [project.owner, project.sponsor];
    if (!owner || !sponsor) throw new Error('P-003 has neither owner nor sponsor');
    const own = await openPage(browser, county, owner.key, '消息', PHONE);
    await types(own, '/ledger 延期 P-003 用地 2020-12-31 材料补正');
    await own.getByText(`要${sponsor.name}同意`).first().waitFor();
    expect((await step()).due).toBe(due);
    const desk = await openPage(browser, county, sponsor.key, '消息', PHONE);
    const asked = desk.getByRole('article').filter({ hasText: `${owner.name}申请延期` });
    for (const said of [/已超期\d+天/, /(灯|序时)：\S+ → \S+/, '材料补正'])
      await asked.getByText(said).first().waitFor();
    await press(asked, '同意');
    await desk.getByText(`${sponsor.name}已同意`).first().waitFor();
    expect(await step()).toMatchObject({ due: '2020-12-31', firstDue: due, postponed: 1 });
    await own.context().close();
    await desk.context().close();
  });

  it('a gate that was missed is read the morning after, on one screen', async () => {
    await county.close();
    county = await openCounty({ now: '2020-06-30T17:50:00+08:00' });
    await county.clock({ set: '2020-07-01T09:00:00+08:00' });
    const page = await openPage(browser, county, commander, hall, PHONE);
    const before = await page.getByRole('article').count();
    await types(page, '/digest');
    await expect.poll(() => page.getByRole('article').count(), { timeout: 20_000 }).toBeGreaterThan(before);
    const digest = newestDigest(page);
    await digest
      .getByText(/未过关.*项目开工率/)
      .first()
      .waitFor();
    expect(await rowsOf(digest)).toBeLessThanOrEqual(15);
    await page.context().close();
  });
});
