// Every evening's top of a replayed year in a real browser, 390 px wide, its rendered rows counted: at most 15, one row of
// buttons. `node test/oracle/tops-in-browser.mjs FOLDER`, a replay's output; after `npm run build`, with the machine's Chromium.
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { readPlan } from '../../dist/commands/load-plan.js';
import { openSandbox } from '../../dist/commands/sandbox.js';
import { seedPlan } from '../../dist/plan/index.js';
import { readFacts } from './facts.mjs';
import { renderedRows } from './rendered-rows.mjs';
import { SCREEN_ROWS, topsOf } from './tops.mjs';

const CHANNEL = '全县调度';
const PHONE = { width: 390, height: 844 };

const escapeText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The message that reads so: header, the line below it, rows, one row of buttons. */
function blocksOf([title, about, ...rest]) {
  const buttons = [...(rest.at(-1)?.matchAll(/\[([^\]]+)\]/g) ?? [])].map(([, label]) => label);
  const rows = buttons.length > 0 ? rest.slice(0, -1) : rest;
  const plain = (text) => ({ type: 'plain_text', text, emoji: false });
  return [
    { type: 'header', text: plain(title) },
    { type: 'context', elements: [{ type: 'mrkdwn', text: escapeText(about) }] },
    { type: 'section', text: { type: 'mrkdwn', text: escapeText(rows.join('\n')) } },
    ...(buttons.length === 0
      ? []
      : [
          {
            type: 'actions',
            elements: buttons.map((label, at) => ({ type: 'button', action_id: `top.${at}`, text: plain(label) })),
          },
        ]),
  ];
}

const { messages } = readFacts(process.argv[2] ?? join('replay', 'dong-e-2020', 'out'));
const tops = topsOf(messages, /^(?:全部\d+个项目|All \d+ projects)/);
const plan = await readPlan(seedPlan);
const sandbox = await openSandbox(plan, { port: 0, now: '2020-06-17T16:30:00+08:00' });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'],
});
const call = async (method, body) => {
  const response = await fetch(`${sandbox.url}/api/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${sandbox.botToken}` },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (answer.error === 'ratelimited') {
    // Slack's rates go by the workspace's clock.
    await fetch(`${sandbox.url}/_sandbox/clock`, { method: 'POST', body: JSON.stringify({ advance: '1m' }) });
    return call(method, body);
  }
  if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer)}`);
  return answer;
};
const screen = await (await fetch(`${sandbox.url}/_sandbox/screen?as=${plan.commander}`)).json();
const channel = screen.channels.find(({ name }) => name === CHANNEL)?.id;
const page = await (await browser.newContext({ viewport: PHONE })).newPage();
await page.goto(`${sandbox.url}/?as=${plan.commander}`);
await page.getByRole('navigation').getByRole('button', { name: CHANNEL }).click();
const first = tops[0];
const { ts } = await call('chat.postMessage', { channel, text: 'top', blocks: blocksOf(first.rows) });
const tall = [];
const counts = new Map();
for (const top of tops) {
  await call('chat.update', { channel, ts, text: 'top', blocks: blocksOf(top.rows) });
  await page.waitForFunction(
    ([at, title, last]) => {
      const text = document.querySelector(`[data-ts="${at}"] .blocks`)?.textContent ?? '';
      return text.includes(title) && text.includes(last);
    },
    [ts, top.rows[0].trim(), top.rows.at(-2).trim().slice(0, 6)],
    { timeout: 10_000 },
  );
  const { rows, buttons } = await renderedRows(page, ts);
  counts.set(rows, (counts.get(rows) ?? 0) + 1);
  if (rows > SCREEN_ROWS || buttons > 1) tall.push(`${top.channel} ${top.slot}: ${rows} rows, ${buttons} of buttons`);
}
await browser.close();
await sandbox.close();
const spread = [...counts].sort(([one], [other]) => one - other).map(([rows, many]) => `${rows}: ${many}`);
console.log(`${tops.length} tops at ${PHONE.width} px; rows: how many tops: ${spread.join(', ')}`);
console.log(tall.length === 0 ? `all have at most ${SCREEN_ROWS} rows and one of buttons` : tall.join('\n'));
process.exit(tall.length > 0 ? 1 : 0);
