import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from '@slack/bolt';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { launchBrowser } from '../support/page.js';
import { pageWorkspace, startPageApp } from './page-app.js';

/** The page as it stands in src, built afresh, in a real browser, against a sandbox and an app of its own for each test. */

const desktop = { viewport: { width: 1440, height: 900 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let browser: Browser;
let pageDirectory: string;
let app: App;
const contexts: BrowserContext[] = [];
const faults: string[] = [];
/** The sandbox of the test that runs. */
export let sandbox: Sandbox;

/** Registers start and end; call it inside of `describe`. */
export function useBrowser(): void {
  beforeAll(async () => {
    pageDirectory = await mkdtemp(join(tmpdir(), 'sandbox-page-'));
    const configFile = fileURLToPath(new URL('../../src/sandbox/page/vite.config.ts', import.meta.url));
    await build({ configFile, logLevel: 'error', build: { outDir: pageDirectory } });
    browser = await launchBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await rm(pageDirectory, { recursive: true, force: true });
  });

  beforeEach(async () => {
    faults.length = 0;
    sandbox = await startSandbox({ ...pageWorkspace, pageDirectory });
    app = await startPageApp(sandbox);
  });

  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await app.stop();
    await sandbox.close();
    expect(faults, 'script errors and requests to other addresses').toEqual([]);
  });
}

/** A window of its own; every script error in it, and every request to another address, fails the test. */
export async function open(path: string, device: BrowserContextOptions = desktop): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', ...device });
  contexts.push(context);
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(sandbox.url) && !request.url().startsWith('data:')) faults.push(request.url());
  });
  await page.goto(sandbox.url + path);
  return page;
}

/** That person's window with the channel 攻坚指挥部 open. */
export async function openChannel(as: string): Promise<Page> {
  const page = await open(`/?as=${as}`);
  await page.getByRole('navigation').getByRole('button', { name: '攻坚指挥部' }).click();
  await page.getByRole('log').waitFor();
  return page;
}

export const composer = (page: Page): Locator => page.getByRole('textbox', { name: '发消息到 #攻坚指挥部' });

export async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}

/** Drops a file onto an element as the desktop would. */
export async function drop(target: Locator, name: string, type: string, bytes: Buffer): Promise<void> {
  const dataTransfer = await target.page().evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (sign) => sign.charCodeAt(0));
    transfer.items.add(new File([bytes], '${name}', { type: '${type}' }));
    return transfer;
  })()`);
  for (const event of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(event, { dataTransfer });
}
