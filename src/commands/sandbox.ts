import { resolve } from 'node:path';
import { readConfig } from '../config.js';
import type { Plan } from '../domain/plan.js';
import { features } from '../features/index.js';
import { seedPlan } from '../plan/index.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/index.js';
import { manifest } from '../slack/manifest.js';
import { readPlan } from './load-plan.js';
import { endWith, pageDirectory, ready } from './running.js';
import { readsEnglish, suggestedFirst, suggestedPeople } from './what-to-try.js';

/** A local workspace with a plan's people and channels. */
export function openSandbox(
  plan: Plan,
  options: Pick<SandboxOptions, 'still' | 'onNews'> & {
    port: number;
    now: string;
    state?: string;
    requestUrl?: string;
    prefix?: string | undefined;
    /** The bot is in no channel yet: it has to be invited. */
    outside?: boolean | undefined;
  },
): Promise<Sandbox> {
  const page = pageDirectory();
  const tries = new Map(suggestedPeople(plan).map((each) => [each.key, each.tries]));
  return startSandbox({
    port: options.port,
    now: options.now,
    timeZone: plan.timeZone,
    workspace: plan.name.zh,
    people: suggestedFirst(plan).map((person) => ({
      handle: person.key,
      name: readsEnglish(person) ? person.nameEn : person.name,
      title: person.title.zh,
      locale: readsEnglish(person) ? ('en-US' as const) : ('zh-CN' as const),
      ...(person.email ? { email: person.email } : {}),
      ...(tries.has(person.key) ? { tries: tries.get(person.key) } : {}),
    })),
    channels: plan.channels.map((channel) => ({
      name: channel.name,
      purpose: channel.purpose.zh,
      private: channel.private,
      members: channel.members === 'all' ? ('all' as const) : [...channel.members],
      bot: !options.outside,
    })),
    manifest: manifest(features, {
      ...(options.requestUrl
        ? { receives: 'http' as const, url: new URL(options.requestUrl).origin }
        : { receives: 'socket' as const }),
      prefix: options.prefix,
    }),
    ...(options.requestUrl ? { requestUrl: options.requestUrl } : {}),
    ...(options.state ? { state: options.state } : {}),
    ...(page ? { pageDirectory: page } : {}),
    ...(options.still ? { still: true } : {}),
    ...(options.onNews ? { onNews: options.onNews } : {}),
  });
}

/** `npm run sandbox`: the workspace alone, with the tokens that a bot needs to join it. */
export async function runSandbox(options: { plan?: string; now: string; outside?: boolean }): Promise<void> {
  const config = readConfig(process.env);
  const sandbox = await openSandbox(await readPlan(options.plan ?? seedPlan), {
    port: config.PORT ?? 3000,
    now: options.now,
    prefix: config.GONGJIAN_PREFIX,
    outside: options.outside,
  });
  endWith(() => sandbox.close());
  ready({
    url: sandbox.url,
    SLACK_API_URL: `${sandbox.url}/api/`,
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    SLACK_SIGNING_SECRET: sandbox.signingSecret,
    SLACK_CONFIG_TOKEN: sandbox.configurationToken,
    GONGJIAN_CLOCK: sandbox.url,
    // Without it a bot that joins a local workspace takes the seed's plan.
    ...(options.plan ? { GONGJIAN_PLAN: resolve(options.plan) } : {}),
  });
}
