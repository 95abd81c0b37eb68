import { z } from 'zod';
import { viewJson } from '../../api-json.js';
import { homeOpened } from '../../events.js';
import { messageShortcutPayload, shortcutPayload } from '../../payloads.js';
import type { Person } from '../../workspace/records.js';
import type { World } from '../../world.js';
import { type Acted, ControlError, channelFor, sample } from '../fault.js';
import { acknowledged } from './acknowledged.js';
import { toast } from './press.js';

export const homeAct = z.object({ tab: z.enum(['home', 'messages']).default('home') });
export const shortcutAct = z.object({
  name: z.string(),
  message: z.object({ channel: z.string(), ts: z.string() }).optional(),
});

/** Opens the app's home tab. */
export async function home(world: World, person: Person, act: z.infer<typeof homeAct>): Promise<Acted> {
  if (act.tab === 'home' && !world.manifest.homeTab)
    throw new ControlError(`${world.manifest.botName} has no home tab (its manifest does not turn it on).`);
  const { channel } = world.channels.direct([world.identity.botUserId, person.id]);
  const view = world.views.home(person.id);
  const shown = view && act.tab === 'home' ? viewJson(world, view) : undefined;
  const ackMs = await acknowledged(homeOpened(world, person.id, channel, act.tab, shown));
  return { ok: true, ackMs, error: null };
}

/** Uses a shortcut: a global one, or one on a message. */
export async function shortcut(world: World, person: Person, act: z.infer<typeof shortcutAct>): Promise<Acted> {
  const type = act.message ? 'message' : 'global';
  const all = world.manifest.shortcuts.filter((one) => one.type === type);
  const found = all.find((one) => one.name === act.name) ?? all.find((one) => one.callbackId === act.name);
  if (!found)
    throw new ControlError(
      `There is no ${type} shortcut '${act.name}'. There are: ${sample(all.map((one) => one.name))}`,
    );
  const payload = act.message ? onMessage() : shortcutPayload(world, person, found);
  const ack = await world.delivery.ask('interactive', payload);
  if (ack.ok) return { ok: true, ackMs: ack.ms, error: null };
  return toast(world, person, `${found.name} failed with the error "operation_timeout"`);

  function onMessage() {
    const channel = channelFor(world, person, act.message?.channel);
    const message = channel.byTs.get(act.message?.ts ?? '');
    if (!message || !found)
      throw new ControlError(`There is no message ${act.message?.ts} in '${channel.name}' to use '${act.name}' on.`);
    return messageShortcutPayload(world, person, found, channel, message);
  }
}
