// Takes the README's pictures from the running page: starts the demonstration, is several people, and looks.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}docs/pictures`;
mkdirSync(folder, { recursive: true });
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const bot = spawn(process.execPath, ['dist/main.js', 'start'], {
  cwd: root,
  env: { ...process.env, PORT: '0', SLACK_BOT_TOKEN: '' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const { url } = await new Promise((resolve, reject) => {
  bot.on('exit', (code) => reject(new Error(`the demonstration ended with ${code}`)));
  bot.stdout.on(
    'data',
    (data) => String(data).includes('"ready":true') && resolve(JSON.parse(String(data).split('\n')[0])),
  );
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: flags.split(' '),
});

const act = async (body) => {
  const answer = await (
    await fetch(`${url}/_sandbox/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).json();
  if (!answer.ok) throw new Error(`${JSON.stringify(body)}: ${answer.error}`);
};
const clock = (set) =>
  fetch(`${url}/_sandbox/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ set }),
  });
const channelId = async (as, name) => {
  const screen = await (await fetch(`${url}/_sandbox/screen?as=${as}&settled=true`)).json();
  // The direct messages with the bot have no name.
  const found = screen.channels.find(({ id, name: of }) => (name === 'bot' ? id.startsWith('D') : of === name));
  return found?.id ?? '';
};
const desktop = { width: 1360, height: 850 };
const phone = { width: 390, height: 844 };

// `npm run pictures -- import` takes that one only.
const only = process.argv.slice(2);

async function picture(file, as, channel, { size = desktop, dark = false, before } = {}) {
  if (only.length > 0 && !only.includes(file)) return;
  const page = await (
    await browser.newContext({ viewport: size, deviceScaleFactor: 2, colorScheme: dark ? 'dark' : 'light' })
  ).newPage();
  const at = channel === 'home' ? 'home' : await channelId(as, channel);
  await page.goto(`${url}/?as=${as}&channel=${at}`);
  await page
    .getByRole(channel === 'home' ? 'main' : 'log')
    .first()
    .waitFor({ timeout: 15_000 })
    .catch(() => {});
  await page.waitForTimeout(800);
  if (before) await before(page);
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${folder}/${file}.png` });
  await page.context().close();
}

try {
  const unit = '经济开发区-项目';
  await act({ as: 'hezhiyuan', do: 'command', channel: unit, text: '/progress P-001 设备安装 35% 首批设备已进场' });
  await picture('report', 'hezhiyuan', unit);
  await picture('report-phone', 'hezhiyuan', unit, { size: phone });
  await act({ as: 'hezhiyuan', do: 'command', channel: unit, text: '/progress P-001 设备安装 150%' });
  await picture('refusal', 'hezhiyuan', unit);
  await act({ as: 'zhangdesheng', do: 'command', channel: '新城街道-项目', text: '/progress' });
  await picture('form-phone', 'zhangdesheng', '新城街道-项目', { size: phone });
  await picture('home', 'hezhiyuan', 'home');
  await picture('home-leader', 'qiuzhen', 'home', { size: phone });
  await picture('home-unit-head', 'fenglizhi', 'home', { size: phone });
  await picture('home-coordinator', 'renchangqing', 'home', { size: { width: 1100, height: 1250 } });
  await act({ as: 'leixia', do: 'command', channel: '全县调度', text: '/gongjian hsxc' });
  await picture('card', 'leixia', '全县调度', {
    size: { width: 1060, height: 1500 },
    before: async (page) => {
      await page
        .getByRole('img', { name: /路线图/ })
        .last()
        .waitFor({ timeout: 15_000 });
      await page.waitForTimeout(500);
      const newest = page.getByRole('button', { name: '到最新' });
      if (await newest.isVisible()) await newest.click();
    },
  });
  await act({ as: 'hezhiyuan', do: 'command', channel: unit, text: '/obstacle P-001 用地手续迟迟没动静，开工推不动' });
  await picture('obstacle-phone', 'fenglizhi', unit, { size: phone });
  const ledger = readFileSync(`${root}test/sheets/ledgers/dong-e-2020.xlsx`).toString('base64');
  const files = [{ name: '2020年重点项目台账.xlsx', base64: ledger }];
  await act({ as: 'renchangqing', do: 'say', to: 'bot', text: '', files });
  await picture('import', 'renchangqing', 'bot', {
    before: async (page) => {
      await page
        .getByRole('img', { name: /^导入预览/ })
        .last()
        .waitFor({ timeout: 15_000 });
      await page.waitForTimeout(500);
    },
  });
  await clock('18:01');
  await picture('digest', 'leixia', '全县调度');
  await picture('digest-phone', 'leixia', '全县调度', { size: phone });
  await picture('digest-en', 'leixia', 'assault-year', { dark: true });
  await picture('list', 'leixia', '全县调度', {
    before: async (page) => {
      await page.getByRole('button', { name: /^红灯/ }).last().click();
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(700);
    },
  });
  await clock('2020-06-18 08:31');
  await picture('prompt-phone', 'hezhiyuan', 'bot', { size: phone });
} finally {
  await browser.close();
  bot.removeAllListeners('exit');
  bot.kill('SIGTERM');
}
process.exit(0);
