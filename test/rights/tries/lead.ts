import type { Try } from './index.js';
import { noPlace, projectThing, secretWord, tryOf } from './things.js';

export const leadTries: Readonly<Record<string, readonly Try[]>> = {
  'lead.nudge': [
    tryOf('nudge', async (county) => ({
      arriving: { value: { project: county.project.id } },
      thing: projectThing(county),
    })),
  ],
  'lead.instruct': [
    tryOf('instruct', async (county) => ({
      arriving: { value: { project: county.project.id } },
      thing: projectThing(county),
    })),
  ],
  'lead.instruct-form': [
    tryOf('instruct', async (county) => ({
      arriving: {
        sent: { metadata: { place: noPlace, project: county.project.id }, fields: { text: `先调剂${secretWord()}` } },
      },
      thing: projectThing(county),
    })),
  ],
};
