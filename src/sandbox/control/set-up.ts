import { z } from 'zod';
import { channelMade, memberJoined, personChanged, personJoined } from '../events.js';
import type { World } from '../world.js';
import { ControlError } from './fault.js';

/** Above so many in one request it is an import of a workspace that was there before: nobody is told. */
const TOLD = 100;

const person = z.object({
  id: z
    .string()
    .regex(/^[UW][A-Z0-9]{2,}$/)
    .optional(),
  handle: z.string().min(1),
  name: z.string().min(1),
  title: z.string().optional(),
  email: z.string().optional(),
  locale: z.enum(['zh-CN', 'en-US']).optional(),
  admin: z.boolean().optional(),
  guest: z.enum(['single', 'multi']).optional(),
  emailConfirmed: z.boolean().optional(),
  status: z.object({ text: z.string(), emoji: z.string().default('') }).optional(),
  tries: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }).optional(),
  team: z.string().optional(),
  deleted: z.boolean().optional(),
});
const channel = z.object({
  id: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,}$/)
    .optional(),
  name: z.string().min(1),
  purpose: z.string().optional(),
  private: z.boolean().optional(),
  members: z.union([z.literal('all'), z.array(z.string())]),
  bot: z.boolean().optional(),
});
const request = z.object({
  people: z.array(person).optional(),
  channels: z.array(channel).optional(),
  /** Whether the bot is told (team_join, user_change, member_joined_channel); by default up to 100 people. */
  announce: z.boolean().optional(),
});

export type SetUp = z.input<typeof request>;

/** Without `undefined` in optional places, as exact optional types want it. */
function given<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** Makes people and channels, or changes those that are there. Members are handles, names or ids. @throws ControlError */
export function setUp(world: World, body: unknown, quiet = false): { people: number; channels: number } {
  const parsed = request.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ControlError(`${issue?.path.map(String).join('.')}: ${issue?.message}`);
  }
  const { people = [], channels = [], announce = people.length <= TOLD } = parsed.data;
  const told = announce && !quiet;
  for (const draft of people) {
    const { person: put, fresh } = world.people.put(given(draft));
    if (told) void (fresh ? personJoined(world, put) : personChanged(world, put));
  }
  for (const draft of channels) {
    const members = draft.members === 'all' ? 'all' : draft.members.map((word) => memberId(world, draft.name, word));
    const before = world.channels.find(draft.name);
    const known = new Set(before?.members ?? []);
    const { channel: put, fresh } = world.channels.put({ ...given(draft), members });
    if (!told) continue;
    if (fresh) channelMade(world, put);
    for (const member of put.members) if (!known.has(member)) memberJoined(world, put, member);
  }
  world.changes.tell('people');
  return { people: people.length, channels: channels.length };
}

function memberId(world: World, name: string, word: string): string {
  if (word === 'bot') return world.identity.botUserId;
  const found = world.people.find(word);
  if (!found) throw new ControlError(`There is no person '${word}' to be a member of '${name}'.`);
  return found.id;
}
