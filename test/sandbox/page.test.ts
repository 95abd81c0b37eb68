import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hasBrowser, inBrowser } from '../support/page.js';
import { composer, drop, open, openChannel, phone, png, sandbox, say, useBrowser } from './page-browser.js';

describe.runIf(hasBrowser)('the workspace in a browser', inBrowser, () => {
  useBrowser();

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
    await page.getByRole('button', { name: '1条回复' }).waitFor();
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
    await page.getByRole('button', { name: '1条回复' }).click();
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
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
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
    await page.getByRole('img', { name: '现场.png' }).waitFor();
    expect(await page.evaluate(`document.querySelector('img[alt="现场.png"]').decode().then(() => 'drawn')`)).toBe(
      'drawn',
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /六月台账\.xlsx/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('六月台账.xlsx');
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

  it('a channel can be joined from the list, and a person written to', async () => {
    const page = await open('/?as=li');
    const list = page.getByRole('navigation');
    await list.getByText('未加入的频道（1）').click();
    await list.getByRole('button', { name: '招商' }).click();
    await page.getByRole('button', { name: '加入频道' }).click();
    await page.getByRole('textbox', { name: '发消息到 #招商' }).waitFor();
    await list.getByRole('button', { name: '发私信' }).click();
    const picker = page.getByRole('dialog', { name: '发私信' });
    await picker.getByRole('searchbox').fill('王芳');
    await picker.getByRole('button', { name: '王芳' }).click();
    const box = page.getByRole('textbox', { name: '发消息到 王芳' });
    await box.fill('晚上碰一下');
    await box.press('Enter');
    const other = await open('/?as=wang');
    await other.getByRole('navigation').getByRole('button', { name: '李明 1' }).click();
    await other.getByText('晚上碰一下').waitFor();
  });

  it('the link of a message opens it for whoever follows it, however long ago it was', async () => {
    const said = await sandbox.act({ as: 'he', do: 'say', channel: '开发区', text: '很久以前的话' });
    for (let n = 0; n < 250; n += 1) await sandbox.act({ as: 'he', do: 'say', channel: '开发区', text: `第${n}条` });
    const { ts, channel } = said as unknown as { ts: string; channel: string };
    const page = await open(`/archives/${channel}/p${ts.replace('.', '')}`);
    // As on a busy machine: each reading is there after what the page does by itself.
    await page.route('**/_sandbox/screen?*', async (route) => {
      await sleep(300);
      await route.continue();
    });
    await page.getByRole('button', { name: '李明' }).click();
    const old = page.getByText('很久以前的话');
    await old.waitFor();
    await expect.poll(async () => (await old.boundingBox())?.y ?? -1).toBeGreaterThan(50);
    await page.getByRole('button', { name: '到最新' }).click();
    await page.getByText('第249条').waitFor();
  });
});
