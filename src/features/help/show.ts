import { leaveOn } from '../../domain/leave.js';
import type { Asked } from '../../domain/prompt.js';
import type { Ctx, Outcome } from '../../feature.js';
import { chooseAsked, chosenAsked } from '../prompt/door.js';
import { examplesOf } from './examples.js';
import { helpMessage } from './messages/help.js';
import { meMessage } from './messages/me.js';
import { settingsMessage } from './messages/settings.js';
import type { KnownSelf } from './model.js';

/** How to use the bot, by what the asker's roles may do. */
export async function showHelp(ctx: Ctx): Promise<Outcome> {
  const { units } = await ctx.store.search(ctx.program);
  return { kind: 'say', message: helpMessage(ctx, await examplesOf(ctx), units) };
}

/** What the asker chose. */
export async function showSettings(ctx: Ctx): Promise<Outcome> {
  return { kind: 'say', message: settingsMessage(ctx, await chosenAsked(ctx)) };
}

/** Another choice of what the morning asks about. */
export async function choose(ctx: Ctx, { asked }: { readonly asked: Asked }): Promise<Outcome> {
  await chooseAsked(ctx, asked);
  return { kind: 'replace', message: settingsMessage(ctx, asked) };
}

/** What the bot knows about the asker. */
export async function showMe(ctx: Ctx): Promise<Outcome> {
  return { kind: 'say', message: meMessage(ctx, await knowSelf(ctx)) };
}

async function knowSelf(ctx: Ctx): Promise<KnownSelf> {
  const { store, program, person, today } = ctx;
  const summary = await store.personSummaries.about(program.id, person.id);
  const { units, people } = await store.search(program);
  const leaves = (await store.leaves.from(program.id, today)).filter((leave) => leave.personId === person.id);
  const next = leaves.toSorted((one, other) => (one.from < other.from ? -1 : 1))[0] ?? null;
  const now = leaveOn(person.id, today, leaves);
  const leave = leaves.find((each) => each === now) ?? next;
  return { self: summary, units, people, leave, asked: await chosenAsked(ctx) };
}
