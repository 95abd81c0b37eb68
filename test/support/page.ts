import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { County } from './county.js';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );

/** Stories in the page need the machine's Chromium. */
export const hasBrowser = existsSync(executablePath);

/**
 * Real browsers in real time: on a noisy machine one of a thousand stumbles once. Of the tests these alone, and test/chaos,
 * are tried again.
 */
export const inBrowser = { retry: process.env.CI ? 2 : 0 };

export const PHONE = { width: 390, height: 844 };

export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args });

/** The workspace as a person sees it, in a channel (by its name; `消息` for the bot's direct messages). */
export async function openPage(
  browser: Browser,
  county: County,
  person: string,
  channel: string,
  viewport = { width: 1440, height: 900 },
): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.goto(`${county.sandbox.url}/?as=${person}`);
  if (viewport.width < 600) await page.getByRole('navigation').waitFor();
  await page.getByRole('navigation').getByRole('button', { name: channel }).click();
  return page;
}
