import { z } from 'zod';
import { personChanged } from '../../events.js';
import type { Person } from '../../workspace/records.js';
import type { World } from '../../world.js';
import type { Acted } from '../fault.js';
import { acknowledged } from './acknowledged.js';

export const profileAct = z.object({
  name: z.string().min(1).optional(),
  title: z.string().optional(),
  email: z.string().optional(),
  locale: z.enum(['zh-CN', 'en-US']).optional(),
  /** `null` clears it. */
  status: z
    .object({ text: z.string(), emoji: z.string().default('') })
    .nullable()
    .optional(),
});

/** Edits one's own profile; the bot gets the whole person with each edit, also when nothing but the status is new. */
export async function profile(world: World, person: Person, act: z.infer<typeof profileAct>): Promise<Acted> {
  const { status, ...words } = act;
  const { person: changed } = world.people.put({
    id: person.id,
    handle: person.handle,
    name: words.name ?? person.name,
    ...(words.title !== undefined && { title: words.title }),
    ...(words.email !== undefined && { email: words.email }),
    ...(words.locale !== undefined && { locale: words.locale }),
    ...(status !== undefined && { status: status ?? { text: '', emoji: '' } }),
  });
  world.changes.tell('people');
  return { ok: true, ackMs: await acknowledged(personChanged(world, changed)), error: null };
}
