import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from '@slack/bolt';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { pageWorkspace, startPageApp } from './page-app.js';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Drops a file onto an element as the desktop would. */
async function drop(target: Locator, name: string, type: string, bytes: Buffer): Promise<void> {
  await target.evaluate(
    (element, file) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0));
      transfer.items.add(new File([content], file.name, { type: file.type }));
      for (const kind of ['dragenter', 'dragover', 'drop'])
        element.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer }));
    },
    { name, type, base64: bytes.toString('base64') },
  );
}

describe.skipIf(!existsSync(executablePath))('the workspace in a browser', () => {
  let browser: Browser;
  let pageDirectory: string;
  let sandbox: Sandbox;
  let app: App;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    pageDirectory = await mkdtemp(join(tmpdir(), 'sandbox-page-'));
    const configFile = fileURLToPath(new URL('../../src/sandbox/page/vite.config.ts', import.meta.url));
    await build({ configFile, logLevel: 'error', build: { outDir: pageDirectory } });
    browser = await chromium.launch({ executablePath, args });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await rm(pageDirectory, { recursive: true, force: true });
  });

  beforeEach(async () => {
    sandbox = await startSandbox({ ...pageWorkspace, pageDirectory });
    app = await startPageApp(sandbox);
    faults.length = 0;
  });

  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await app.stop();
    await sandbox.close();
    expect(faults, 'errors in the browser').toEqual([]);
  });

  /** A window of that person; every script error and refused request in it fails the test. */
  async function open(path: string, device: BrowserContextOptions = desktop): Promise<Page> {
    const context = await browser.newContext({ locale: 'zh-CN', ...device });
    contexts.push(context);
    context.setDefaultTimeout(8000);
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(sandbox.url) && !request.url().startsWith('data:')) faults.push(request.url());
    });
    await page.goto(sandbox.url + path);
    return page;
  }
  const openChannel = async (as: string, name = '攻坚指挥部') => {
    const page = await open(`/?as=${as}`);
    await page.getByRole('navigation').getByRole('button', { name }).click();
    await page.getByRole('log').waitFor();
    return page;
  };
  const composer = (page: Page) => page.getByRole('textbox', { name: '发消息到 #攻坚指挥部' });
  const say = async (page: Page, text: string) => {
    await composer(page).fill(text);
    await composer(page).press('Enter');
  };
  const openForm = async (page: Page) => {
    await say(page, '/progress');
    const form = page.getByRole('dialog', { name: '上报进度' });
    await form.waitFor();
    return form;
  };

  it('a first visitor picks a person, searches for another, and the address keeps the choice', async () => {
    const page = await open('/');
    await page.getByRole('heading', { name: '选一个人，进入工作区' }).waitFor();
    await page.getByRole('searchbox', { name: '搜索姓名、职务' }).fill('财政');
    await page.getByRole('button', { name: '钱进' }).click();
    await page.waitForURL(/as=qian/);
    await page.reload();
    await page.getByRole('button', { name: '钱进', exact: true }).click();
    const picker = page.getByRole('dialog', { name: '选择人员' });
    await picker.getByRole('searchbox').fill('项目办');
    await picker.getByRole('searchbox').press('Enter');
    await page.waitForURL(/as=wang/);
    await page.getByRole('navigation').getByRole('button', { name: '督查' }).waitFor();
  });

  it('a slash command is completed with its usage, and its answer is seen by that person alone', async () => {
    const [li, he] = [await openChannel('li'), await openChannel('he')];
    await composer(li).fill('/pro');
    await li.getByRole('option', { name: /\/progress \[项目\]/ }).click();
    await composer(li).pressSequentially('P-017 80%');
    await composer(li).press('Enter');
    const answer = li.getByRole('article', { name: /攻坚/ }).filter({ hasText: '已上报 P-017 80%' });
    await answer.getByText('仅你可见').waitFor();
    await say(li, '大家好 @王芳');
    await he.getByRole('article', { name: /李明/ }).getByText('大家好').waitFor();
    expect(await he.getByText('已上报').count()).toBe(0);
  });

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
    await page.getByText('已上报 P-062 乡村振兴示范片区 85%，照片 1 张，抄送 1 人，部门 财政局').waitFor();
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

  it('a thread opens beside the conversation, takes replies, and refuses a slash command as Slack does', async () => {
    const page = await openChannel('li');
    await say(page, '塔吊已到位');
    const message = page.getByRole('article', { name: /李明/ });
    await message.hover();
    await message.getByRole('button', { name: '在话题中回复' }).click();
    const thread = page.getByRole('complementary', { name: '话题' });
    const reply = thread.getByRole('textbox', { name: '回复话题' });
    await reply.fill('下周三封顶');
    await reply.press('Enter');
    await thread.getByText('下周三封顶').waitFor();
    await page.getByRole('button', { name: '1 条回复' }).waitFor();
    await reply.fill('/progress');
    await reply.press('Enter');
    await thread.getByText('/progress is not supported in threads').waitFor();
    await thread.getByRole('button', { name: '关闭' }).click();
    await thread.waitFor({ state: 'detached' });
  });

  it('a message has a menu: the app’s shortcut, edit, delete', async () => {
    const page = await openChannel('li');
    await say(page, '土地指标未批');
    const message = page.getByRole('article', { name: /李明/ });
    const choose = async (item: string) => {
      await message.hover();
      await message.getByRole('button', { name: '更多' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await choose('编辑');
    await page.getByRole('textbox', { name: '编辑' }).fill('土地指标未批，影响开工');
    await page.getByRole('button', { name: '保存' }).click();
    await message.getByText('已编辑').waitFor();
    await choose('报为卡点');
    await page.getByRole('button', { name: '1 条回复' }).click();
    await page.getByRole('complementary').getByText('已报为卡点：土地指标未批，影响开工').waitFor();
    await say(page, '发错了');
    const wrong = page.getByRole('article').filter({ hasText: '发错了' });
    await wrong.hover();
    await wrong.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '删除' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await wrong.waitFor({ state: 'detached' });
  });

  it('on a phone the list, the conversation and the thread are screens of their own with a way back', async () => {
    const page = await open('/?as=li', phone);
    await page.getByRole('button', { name: '攻坚指挥部' }).tap();
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    await say(page, '手机上报');
    await page.getByText('手机上报').tap();
    await page.getByRole('menuitem', { name: '在话题中回复' }).tap();
    const thread = page.getByRole('complementary', { name: '话题' });
    await thread.getByText('手机上报').waitFor();
    expect(await composer(page).isVisible()).toBe(false);
    await thread.getByRole('button', { name: '返回' }).tap();
    await composer(page).waitFor();
    await page.getByRole('button', { name: '返回' }).tap();
    await page.getByRole('navigation').waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('a dropped file is sent with the message, shown to the others and heard by the bot', async () => {
    const page = await open('/?as=li');
    await page.getByRole('navigation').getByRole('button', { name: '消息' }).click();
    await drop(
      page.getByRole('log'),
      '六月台账.xlsx',
      'application/vnd.openxmlformats-officedocument',
      Buffer.from('x'),
    );
    await drop(page.getByRole('log'), '现场.png', 'image/png', png);
    await page.getByRole('button', { name: '移除 现场.png' }).waitFor();
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByText('收到文件：六月台账.xlsx、现场.png').waitFor();
    const picture = page.getByRole('img', { name: '现场.png' });
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(1);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /六月台账\.xlsx/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('六月台账.xlsx');
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

  it('unread marks count what came meanwhile and go when it is read', async () => {
    const page = await open('/?as=he');
    const entry = page.getByRole('navigation').getByRole('button', { name: /开发区/ });
    await entry.waitFor();
    await sandbox.act({ as: 'li', do: 'say', channel: '开发区', text: '第一条' });
    await sandbox.act({ as: 'li', do: 'say', channel: '开发区', text: '第二条' });
    await page.getByRole('navigation').getByRole('button', { name: '开发区 2' }).click();
    await page.getByText('第二条').waitFor();
    await page.getByRole('navigation').getByRole('button', { name: '开发区', exact: true }).waitFor();
  });
});
