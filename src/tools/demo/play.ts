import type { Instant, LocalDay } from '../../domain/day.js';
import { words as orderWords } from '../../features/progress/messages/order.js';
import type { Store as OpenStore } from '../../store/home/open.js';
import type { Act, Place } from './act.js';
import type { Step } from './script.js';

/** What is played on: a local workspace, its bot at rest when asked, and the store to see what came of it. */
export type Stage = {
  readonly workspace: {
    readonly clock: { now(): Instant };
    advance(milliseconds: number): Promise<void>;
    act(request: Record<string, unknown>): Promise<{ readonly ok: boolean; readonly error: string | null }>;
    screen(as: string): Promise<Record<string, unknown>>;
  };
  readonly bot: { rest(): Promise<void> };
  readonly store: Pick<OpenStore, 'client'>;
};

/** Acts of so many minutes are played at one moment: each move of the clock costs the bot a look at all that is due. */
const MOMENT_MS = 30 * 60_000;

/** Between two acts that leave lines in one channel: what Slack allows there has grown back by then. */
const TURN_MS = 4_000;

/** Thrown where the bot made something else of an act than the story says. */
export class StoryError extends Error {
  override readonly name = 'StoryError';
}

/**
 * Plays the acts in order through the workspace, the clock going along, and checks day by day that exactly what the story
 * says was recorded. `told` hears each day that is done. Throws a StoryError with the line that was not understood.
 */
export async function play(
  acts: readonly Act[],
  end: Instant,
  { workspace, bot, store }: Stage,
  told: (day: LocalDay) => void = () => {},
): Promise<void> {
  const threads = new Map<string, string>();
  const check = await openCheck(store);
  const channelOf = await unitChannels(store);
  // A move begins when the bot is at rest, so that what was said before it is done.
  const go = async (to: Instant): Promise<void> => {
    const now = workspace.clock.now();
    if (to > now) await workspace.advance(to - now);
  };

  async function perform(act: Act): Promise<void> {
    const { deed } = act;
    const request =
      deed.do === 'press' || deed.do === 'submit'
        ? { ...deed }
        : {
            do: deed.do,
            text: deed.text,
            ...(await whereOf(deed.place)),
            ...(deed.do === 'say' && deed.files ? { files: deed.files } : {}),
          };
    const acted = await workspace.act({ as: act.as, ...request });
    if (!acted.ok) throw new StoryError(`${act.day} ${act.as} ${JSON.stringify(deed).slice(0, 200)}: ${acted.error}`);
  }

  /** A step that is done before an earlier one is asked about: in this story it is, and the earlier one goes on. */
  async function goOnBefore({ day, as, expect }: Act): Promise<void> {
    const done = 'steps' in expect ? expect.steps.filter(({ percent }) => percent === 100) : [];
    if (done.length === 0) return;
    await bot.rest();
    const lines = await lastLines(workspace, as);
    for (const { milestone } of done) {
      const label = orderWords.alone.zh(milestone ?? '');
      if (!lines.some((line) => line.includes(`[${label}]`))) continue;
      const acted = await workspace.act({ as, do: 'press', label });
      if (!acted.ok) throw new StoryError(`${day} ${as} [${label}]: ${acted.error}`);
    }
  }

  async function whereOf(place: Place): Promise<Record<string, string>> {
    if (place.in === 'bot') return { to: 'bot' };
    if (place.in === 'channel') return { channel: place.channel };
    const thread = threads.get(place.code) ?? (await threadOf(store, place.code));
    threads.set(place.code, thread);
    return { channel: place.channel, thread };
  }

  const story = moments(acts);
  for (const [place, moment] of story.entries()) {
    const [first] = moment;
    if (!first) continue;
    await go(first.at);
    for (const [round, turn] of turns(moment, channelOf).entries()) {
      if (round > 0) await go(first.at + round * TURN_MS);
      await Promise.all(turn.map(perform));
      for (const act of turn) await goOnBefore(act);
    }
    const next = story[place + 1]?.[0];
    if (next?.day !== first.day) {
      await bot.rest();
      await check(
        acts.filter((act) => act.day === first.day),
        workspace,
      );
      told(first.day);
    }
  }
  await go(end);
  await bot.rest();
}

/** Acts of one moment, in order: those that lie within MOMENT_MS of the first, of the same day. */
function moments(acts: readonly Act[]): Act[][] {
  const groups: Act[][] = [];
  for (const act of acts) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && first.day === act.day && act.at - first.at < MOMENT_MS) group.push(act);
    else groups.push([act]);
  }
  return groups;
}

/** What can be done side by side: a person does one thing after the other, and a channel hears one thing after the other. */
function turns(moment: readonly Act[], channelOf: (code: string) => string): Act[][] {
  const rounds: Act[][] = [];
  const placed = new Map<string, number>();
  for (const act of moment) {
    const heard = 'steps' in act.expect ? act.expect.steps.map((step) => channelOf(step.code)) : [];
    const keys = [act.as, ...heard];
    const round = Math.max(...keys.map((key) => (placed.get(key) ?? -1) + 1));
    for (const key of keys) placed.set(key, round);
    rounds[round] = [...(rounds[round] ?? []), act];
  }
  return rounds;
}

async function threadOf(store: Stage['store'], code: string): Promise<string> {
  const project = await store.client.project.findFirstOrThrow({ where: { code } });
  const post = await store.client.post.findFirst({ where: { dedupeKey: `project:${project.id}` } });
  if (!post?.ts) throw new StoryError(`${code} has no thread yet`);
  return post.ts;
}

/** The Slack channel in which a project's reports are told. */
async function unitChannels(store: Stage['store']): Promise<(code: string) => string> {
  const projects = await store.client.project.findMany({ include: { unit: true } });
  const channels = new Map(projects.map((project) => [project.code, project.unit.channelId ?? project.code]));
  return (code) => channels.get(code) ?? code;
}

/** Compares what was recorded since the last look with what the acts say. */
async function openCheck(store: Stage['store']) {
  // What was there before this part of the story is another's to check.
  let report = (await store.client.report.aggregate({ _max: { id: true } }))._max.id ?? 0;
  let figures = (await store.client.figures.aggregate({ _max: { id: true } }))._max.id ?? 0;
  const codes = new Map((await store.client.project.findMany()).map((each) => [each.id, each.code]));
  const names = new Map((await store.client.milestone.findMany()).map((each) => [each.id, each.name]));

  return async (acts: readonly Act[], workspace: Stage['workspace']): Promise<void> => {
    const reports = await store.client.report.findMany({ where: { id: { gt: report } }, orderBy: { id: 'asc' } });
    const amounts = await store.client.figures.findMany({ where: { id: { gt: figures } }, orderBy: { id: 'asc' } });
    report = Math.max(report, ...reports.map((each) => each.id));
    figures = Math.max(figures, ...amounts.map((each) => each.id));
    const found = [
      ...reports.map((each) => `${codes.get(each.projectId)} ${names.get(each.milestoneId)} ${each.percent}`),
      ...amounts.map((each) => `${codes.get(each.projectId)} ${Number(each.doneInvestment)}`),
    ];
    for (const act of acts) {
      if (act.expect.is !== 'kept' && act.expect.is !== 'amended') continue;
      for (const line of act.expect.steps.flatMap(linesOf)) {
        const at = found.indexOf(line);
        if (at < 0)
          throw new StoryError(
            `${act.day} ${act.as}: '${line}' was not recorded from ${JSON.stringify(act.deed).slice(0, 300)}\n${await heard(workspace, act.as)}`,
          );
        found.splice(at, 1);
      }
    }
    if (found.length > 0) throw new StoryError(`${acts[0]?.day}: recorded beside the story: ${found.join('; ')}`);
  };
}

const linesOf = ({ code, milestone, percent, investment }: Step): string[] => [
  ...(milestone === null ? [] : [`${code} ${milestone} ${percent}`]),
  ...(investment === null ? [] : [`${code} ${investment}`]),
];

/** The last words that a person has before them: the refusal is among them. */
const heard = async (workspace: Stage['workspace'], as: string): Promise<string> =>
  (await lastLines(workspace, as)).join('\n').slice(-1500);

/** The newest two messages of each channel that a person sees. */
async function lastLines(workspace: Stage['workspace'], as: string): Promise<readonly string[]> {
  const { channels } = (await workspace.screen(as)) as { channels: { messages: { lines: string[] }[] }[] };
  return channels.flatMap((channel) => channel.messages.slice(-2).flatMap((message) => message.lines));
}
