import type { Page } from 'playwright-core';

/** How many lines a message has on the screen of a page, its row of buttons being one, and in how many its buttons stand. */
export function renderedRows(page: Page, ts: string): Promise<{ readonly rows: number; readonly buttons: number }>;
