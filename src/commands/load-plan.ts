import { readConfig } from '../config.js';
import type { Plan } from '../domain/plan.js';
import { planErrorWords, readPlanFile } from '../plan/index.js';
import { openClient } from '../slack/calls.js';
import { assembleStore, type Store } from '../store/index.js';
import type { Language } from '../text/language.js';
import { followClock, systemClock } from '../time/clock.js';
import { Told } from './fault-words.js';
import { openConfiguredStore, openLog } from './store.js';

/** A plan is written in Chinese, and servers without a locale are no sign of who reads. */
const ownLanguage = (): Language => (process.env.LANG?.startsWith('en') ? 'en' : 'zh');

/** A checked plan; throws what is wrong with the file, fault by fault with line and column. `mechanisms`: as readPlanFile. */
export async function readPlan(
  file: string,
  mechanisms: string | null = null,
  language: Language = ownLanguage(),
): Promise<Plan> {
  const read = await readPlanFile(file, mechanisms);
  if ('plan' in read) return read.plan;
  throw new Told(read.errors.map((error) => planErrorWords(error, language)).join('\n'));
}

/** Loads a plan into a workspace's store; says what it did. */
export async function load(
  store: Store,
  workspace: { id: string; name: string },
  plan: Plan,
  now: number,
): Promise<string> {
  const loaded = await store.transaction(async (tx) => {
    const result = await tx.programs.load(workspace, plan, now);
    if ('programId' in result) {
      await tx.activity.add([
        {
          workspaceId: workspace.id,
          programId: result.programId,
          at: now,
          personId: null,
          action: 'load-plan',
          thing: 'program',
          thingId: result.programId,
          after: { key: plan.key, projects: plan.projects.length },
          cause: `load-plan:${plan.key}`,
        },
      ]);
    }
    return result;
  });
  return 'exists' in loaded
    ? `${plan.name.zh} (${plan.key}) is loaded already; nothing was changed.`
    : `Loaded ${plan.name.zh} (${plan.key}): ${plan.projects.length} projects, ${plan.people.length} people, ${plan.goals.length} goals.`;
}

export async function loadPlan(file: string, options: { workspace?: string }): Promise<void> {
  const config = readConfig(process.env);
  const plan = await readPlan(file);
  const workspace = options.workspace
    ? { id: options.workspace, name: options.workspace }
    : await askSlack(config.SLACK_BOT_TOKEN, config.SLACK_API_URL);
  const log = openLog(config);
  const clock = config.GONGJIAN_CLOCK ? await followClock(config.GONGJIAN_CLOCK, log) : systemClock;
  process.stderr.write(`Loading ${file}. A store that has to be made first takes up to a minute.\n`);
  const opened = await openConfiguredStore(config, log);
  try {
    const store = assembleStore(opened, () => Promise.reject(new Error('loading a plan sends no jobs')));
    process.stdout.write(`${await load(store, workspace, plan, clock.now())}\n`);
  } finally {
    clock.close();
    await opened.close();
  }
}

async function askSlack(token: string | undefined, slackApiUrl: string | undefined) {
  if (!token)
    throw new Told('Which workspace? Give --workspace T… or set SLACK_BOT_TOKEN, so that Slack can be asked.');
  const identity = await openClient(token, slackApiUrl).auth.test();
  return { id: identity.team_id ?? identity.enterprise_id ?? '', name: identity.team ?? '' };
}
