import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser, inBrowser } from '../support/page.js';
import { composer, open, openChannel, png, say, useBrowser } from './page-browser.js';

/** The report's form, opened by its command. */
async function openForm(page: Page): Promise<Locator> {
  await say(page, '/progress');
  const form = page.getByRole('dialog', { name: '上报进度' });
  await form.waitFor();
  return form;
}

describe.runIf(hasBrowser)('what the bot shows, in a browser', inBrowser, () => {
  useBrowser();

  it('buttons, menus and selects in a message reach the bot, a confirmation first where the bot wants one', async () => {
    const page = await openChannel('he');
    await say(page, '/digest');
    await page.getByRole('button', { name: '认领' }).click();
    await page.getByText('@何志远 已认领').waitFor();
    await page.getByRole('button', { name: '提级' }).click();
    await page.getByRole('dialog', { name: '提级' }).getByRole('button', { name: '先不' }).click();
    expect(await page.getByText('已提到包保领导').count()).toBe(0);
    await page.getByRole('button', { name: '提级' }).click();
    await page.getByRole('dialog', { name: '提级' }).getByRole('button', { name: '确定提级' }).click();
    await page.getByText('已提到包保领导').waitFor();
    await page.getByRole('combobox', { name: '切换范围' }).click();
    await page.getByRole('option', { name: '姜楼镇' }).click();
    await page.getByText('选了 姜楼镇').waitFor();
    expect(await page.getByRole('combobox', { name: '切换范围' }).inputValue()).toBe('姜楼镇');
  });

  it('a form keeps all that was typed when the bot refuses or updates it, then sends it', async () => {
    const page = await openChannel('li');
    const form = await openForm(page);
    await form.getByRole('button', { name: '提交' }).click();
    await form.getByText('请填写此项').first().waitFor();
    await form.getByRole('combobox', { name: '项目' }).click();
    await page.getByRole('option', { name: 'P-062' }).click();
    await form.getByRole('textbox', { name: '完成百分比' }).fill('20');
    await form.getByRole('combobox', { name: '抄送' }).fill('王');
    await page.getByRole('option', { name: '王芳' }).click();
    await form.getByRole('combobox', { name: '责任部门' }).fill('财政');
    await page.getByRole('option', { name: '财政局' }).click();
    await form.getByLabel('现场照片').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: png });
    await form.getByText('现场.png').waitFor();

    await form.getByRole('button', { name: '提交' }).click();
    await form.getByRole('alert').filter({ hasText: '进度不能低于上次的 50%' }).waitFor();
    await form.getByRole('button', { name: '刷新' }).click();
    await form.getByText('已刷新。').waitFor();
    expect(await form.getByRole('textbox', { name: '完成百分比' }).inputValue()).toBe('20');
    expect(await form.getByRole('combobox', { name: '项目' }).inputValue()).toBe('P-062 乡村振兴示范片区');

    await form.getByRole('textbox', { name: '完成百分比' }).fill('85');
    await form.getByRole('button', { name: '提交' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('navigation').getByRole('button', { name: '消息' }).click();
    await page.getByText('已上报 P-062 乡村振兴示范片区 85%，照片1张，抄送1人，部门 财政局').waitFor();
  });

  it('the home tab shows what the bot published; its button opens a form, and Escape closes it', async () => {
    const page = await open('/?as=li');
    await page.getByRole('navigation').getByRole('button', { name: '主页' }).click();
    await page.getByRole('heading', { name: '今天的事' }).waitFor();
    await page.getByRole('button', { name: '现在上报' }).click();
    const form = page.getByRole('dialog', { name: '上报进度' });
    await form.getByRole('combobox', { name: '项目' }).click();
    await page.getByRole('option', { name: 'P-017' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('option', { name: 'P-017' }).waitFor({ state: 'detached' });
    expect(await form.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  });

  it('Enter does not send while an input method composes, and Shift+Enter starts a new line', async () => {
    const page = await openChannel('li');
    await composer(page).fill('jianglou');
    await composer(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    expect(await composer(page).inputValue()).toBe('jianglou');
    await composer(page).press('Shift+Enter');
    await composer(page).pressSequentially('第二行');
    await composer(page).press('Enter');
    await page.getByRole('article', { name: /李明/ }).getByText('第二行').waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
  });

  it('a command that the bot answers too late shows what Slack shows, and what was typed is not lost', async () => {
    const page = await openChannel('li');
    await say(page, '/late 重要的内容');
    await page.getByText('/late failed with the error "operation_timeout"').waitFor();
    expect(await composer(page).inputValue()).toBe('/late 重要的内容');
  });

  it('the clock runs, and moves when a button says so', async () => {
    const page = await openChannel('li');
    await page.getByRole('button', { name: /6月17日 星期三 09:1/ }).click();
    await page.getByRole('button', { name: '到 18:00' }).click();
    await page.getByRole('button', { name: /6月17日 星期三 18:00/ }).waitFor();
    await page.getByRole('button', { name: '次日 8:30' }).click();
    await page.getByRole('button', { name: /6月18日 星期四 08:30/ }).waitFor();
    await page.getByLabel('日期和时间').fill('2020-06-30T10:00');
    await page.getByRole('button', { name: '设定' }).click();
    await page.getByRole('button', { name: /6月30日 星期二 10:00/ }).waitFor();
    await page.keyboard.press('Escape');
    await say(page, '月底了');
    await page.getByRole('heading', { name: '今天 6月30日 星期二' }).waitFor();
  });

  it('the page speaks the language of the person, and switches by hand', async () => {
    const page = await open('/?as=anna');
    await page.getByRole('navigation').getByRole('button', { name: 'Messages' }).click();
    await page.getByRole('textbox', { name: /^Message / }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('textbox', { name: /^发消息到/ }).waitFor();
  });

  it('a form on top of another keeps what was typed below, and goes back to it', async () => {
    const page = await openChannel('li');
    const form = await openForm(page);
    await form.getByRole('textbox', { name: '完成百分比' }).fill('66');
    await form.getByRole('button', { name: '填写卡点' }).click();
    const above = page.getByRole('dialog', { name: '填写卡点' });
    await above.getByRole('textbox', { name: '卡在哪里' }).fill('土地指标未批');
    await above.getByRole('button', { name: '返回上报' }).click();
    expect(await form.getByRole('textbox', { name: '完成百分比' }).inputValue()).toBe('66');
    await form.getByRole('button', { name: '填写卡点' }).click();
    await above.getByRole('textbox', { name: '卡在哪里' }).fill('土地指标未批');
    await above.getByRole('button', { name: '提交卡点' }).click();
    await form.getByRole('button', { name: '取消' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('navigation').getByRole('button', { name: '消息' }).click();
    await page.getByText('卡点：土地指标未批').waitFor();
  });

  it('a table sorts by its numbers and turns its pages, and a chart says all that it shows', async () => {
    const page = await openChannel('li');
    await say(page, '/drawn');
    const message = page.getByRole('article', { name: /攻坚/ }).filter({ hasText: '红灯项目' });
    const table = message.getByRole('table', { name: '红灯项目' });
    const days = () => table.getByRole('cell').allInnerTexts();
    await table.getByRole('button', { name: '天数' }).click();
    expect(await days()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    await message.getByRole('button', { name: '下一页' }).click();
    expect(await days()).toEqual(['10', '11']);
    await table.getByRole('button', { name: '天数' }).click();
    expect((await days())[0]).toBe('11');
    await message
      .getByRole('figure', { name: /目标与关口/ })
      .getByText('完成 58.3')
      .waitFor();
  });

  it('Markdown, rich text, tables and links are drawn, and no markup of anybody’s is obeyed', async () => {
    const page = await openChannel('li');
    await say(page, '/text');
    const message = page.getByRole('article', { name: /攻坚/ });
    await message.getByRole('heading', { name: '周报' }).waitFor();
    await message.getByRole('cell', { name: '98.5' }).waitFor();
    await message.getByRole('listitem').filter({ hasText: '土地 12 亩' }).waitFor();
    // Nothing outside is fetched: the picture is named instead (and the harness watches every request).
    await message.getByRole('img', { name: '路线图' }).waitFor();
    expect(await message.getByRole('link', { name: '文件' }).getAttribute('href')).toBe(
      'https://example.org/a?b=1&c=2',
    );
    await message.getByText('<img src=x onerror=alert(1)>').waitFor();
    expect(await message.locator('b, img').count()).toBe(0);
  });
});
