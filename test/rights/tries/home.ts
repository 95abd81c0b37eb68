import type { Try } from './index.js';
import { forMembers } from './things.js';

export const homeTries: Readonly<Record<string, readonly Try[]>> = {
  'home.asked': [forMembers(async () => ({ arriving: { value: { asked: 'due' } }, thing: null }))],
};
