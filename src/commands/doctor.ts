import type { Config } from '../config.js';
import { openClient } from '../slack/calls.js';
import { type Language, languageOf } from '../text/language.js';
import { type Clock, followClock, systemClock } from '../time/clock.js';
import type { Finding } from './doctor/finding.js';
import { lookAtManifest } from './doctor/manifest.js';
import { lookAtSettings } from './doctor/settings.js';
import { lookAtStore, type Wanted } from './doctor/store.js';
import { lookAtReceiving, lookAtToken } from './doctor/token.js';
import { lookAtChannels, lookAtPeople } from './doctor/workspace.js';
import { readPlan } from './load-plan.js';
import { openLog } from './store.js';

type Environment = Readonly<Record<string, string | undefined>>;

const MARKS = { well: '✓', missing: '✗', unseen: '?' } as const;

/**
 * `gongjian doctor`: what is missing between here and a bot that works, each with what to do, in sentences; no secret is
 * repeated. A plan file stands in for the store's plan, to be looked at before it is loaded. Ends with 1 where something is
 * missing.
 */
export async function runDoctor(file: string | undefined, options: { language?: string }): Promise<void> {
  const language = options.language === undefined ? languageOf(process.env.LANG) : languageOf(options.language);
  const findings = await examine(process.env, file, language);
  process.stdout.write(`${report(findings, language)}\n`);
  if (findings.some(({ state }) => state === 'missing')) process.exitCode = 1;
}

/** Looks at everything that can be looked at, in the order in which it is put right. */
export async function examine(
  environment: Environment,
  file?: string,
  language: Language = 'zh',
): Promise<readonly Finding[]> {
  const { config, findings } = lookAtSettings(environment);
  const known = config.SLACK_BOT_TOKEN ? await lookAtToken(config) : { identity: null, findings: [] };
  const receiving = await lookAtReceiving(config, known.identity);
  const made = known.identity ? await lookAtManifest(config, known.identity, environment.SLACK_CONFIG_TOKEN) : [];
  const clock = await clockOf(config);
  const stored = await lookAtStore(config, {
    teamId: known.identity?.teamId ?? null,
    now: clock.now(),
    log: openLog({ ...config, LOG_LEVEL: 'silent' }),
  });
  clock.close();
  const wanted = file === undefined ? stored.wanted : await wantedBy(file, language);
  const client = openClient(config.SLACK_BOT_TOKEN ?? '', config.SLACK_API_URL);
  const around =
    known.identity && wanted
      ? [...(await lookAtChannels(client, known.identity.bot, wanted)), ...(await lookAtPeople(client, wanted))]
      : [];
  return [...findings, ...known.findings, ...receiving, ...made, ...stored.findings, ...around];
}

/** The time that the bot goes by: of a local workspace, where that is there. */
const clockOf = (config: Config): Promise<Clock> =>
  config.GONGJIAN_CLOCK
    ? followClock(config.GONGJIAN_CLOCK, console).catch(() => systemClock)
    : Promise.resolve(systemClock);

async function wantedBy(file: string, language: Language): Promise<Wanted> {
  const { channels, people } = await readPlan(file, null, language);
  return {
    channels: channels.map(({ name, digest }) => ({ name, unit: null, digest })),
    people: people.map(({ name, email }) => ({ name, email, tied: false })),
  };
}

/** A line for each thing, and how many are missing. */
export function report(findings: readonly Finding[], language: Language): string {
  const lacking = findings.filter(({ state }) => state === 'missing').length;
  const end = {
    zh: lacking === 0 ? '没有缺的。' : `缺 ${lacking} 样，标 ✗ 的从上往下办。`,
    en:
      lacking === 0
        ? 'Nothing is missing.'
        : `${lacking === 1 ? '1 thing is' : `${lacking} things are`} missing: see to what is marked ✗, from the top.`,
  };
  return [...findings.map(({ state, says }) => `${MARKS[state]} ${says[language]}`), '', end[language]].join('\n');
}
