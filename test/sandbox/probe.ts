import { App, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { expect } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.js';
import { manifest } from './manifest.js';

/** A small workspace: four people, a public, a private and a bot-less channel. */
export function workspace(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return startSandbox({
    manifest,
    people: [
      { handle: 'he', name: '何志远', title: '县长', admin: true },
      { handle: 'wang', name: '王秀英', title: '项目办' },
      { handle: 'li', name: '李建国', title: '住建局', email: 'li@example.org' },
      { handle: 'smith', name: 'Anna Smith', locale: 'en-US' },
    ],
    channels: [
      { name: 'general', members: 'all', bot: true, purpose: '全县' },
      { name: 'leaders', private: true, members: ['he'], bot: true },
      { name: 'lounge', members: ['wang', 'li'] },
      { name: 'secret', private: true, members: ['wang'] },
    ],
    ...options,
  });
}

/** The official client, without its own retries, so that a test sees each answer. */
export function client(sandbox: Sandbox): WebClient {
  return new WebClient(sandbox.botToken, {
    slackApiUrl: `${sandbox.url}/api/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
}

/** The official framework over Socket Mode. */
export function bolt(sandbox: Sandbox): App {
  return new App({
    token: sandbox.botToken,
    appToken: sandbox.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${sandbox.url}/api/` },
  });
}

/** Slack's error code of a call that must fail. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    const { data } = error as { data?: { error?: string } };
    if (data?.error !== undefined) return data.error;
    throw error;
  }
  throw new Error('The call was expected to be refused, and was not.');
}

interface Screen {
  channels: { id: string; name: string; unread: number; messages: ScreenMessage[] }[];
  modal: { title: string; lines: string[]; errors: Record<string, string>; depth: number; trouble?: string } | null;
  home: { lines: string[] } | null;
  toast: { text: string } | null;
}

export interface ScreenMessage {
  ts: string;
  from: string;
  text: string;
  thread: string | null;
  ephemeral: boolean;
  edited: boolean;
  files: { id: string; name: string }[];
  lines: string[];
}

export async function screen(sandbox: Sandbox, as: string, settled = true): Promise<Screen> {
  return (await sandbox.screen(as, settled)) as unknown as Screen;
}

/** The messages that a person sees in one channel. */
export async function messages(sandbox: Sandbox, as: string, channel: string): Promise<ScreenMessage[]> {
  const seen = await screen(sandbox, as);
  return seen.channels.find((one) => one.name === channel)?.messages ?? [];
}

/** Resolves once it holds. @param most milliseconds after which it is given up. */
export const until = async (condition: () => boolean, most = 6000) => {
  const end = performance.now() + most;
  while (!condition() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(condition()).toBe(true);
};
