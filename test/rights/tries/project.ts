import type { RightsCounty } from '../county.js';
import type { Try } from './index.js';
import { forMembers, projectThing, secretWord, tryOf } from './things.js';

/** What is built, in words that no other county has: next door there are projects of the same names. */
export async function builtSecretly({ opened, project }: RightsCounty): Promise<string> {
  const content = secretWord();
  await opened.client.project.update({ where: { id: project.id }, data: { content } });
  return content;
}

export const projectTries: Readonly<Record<string, readonly Try[]>> = {
  'project.card': [
    tryOf('see-project', async (county) => ({
      arriving: { value: { id: county.project.id } },
      thing: projectThing(county),
      secret: await builtSecretly(county),
      shows: true,
    })),
  ],
  'project.list': [
    forMembers(async () => ({ arriving: { value: { typed: '项目' } }, thing: null })),
    tryOf('see-project', async (county) => ({
      arriving: { value: { typed: 'P-001' } },
      thing: projectThing(county),
      secret: await builtSecretly(county),
      shows: true,
      filtered: true,
    })),
  ],
  'project.find': [
    tryOf('see-project', async (county) => ({
      arriving: { value: {}, chosen: String(county.project.id) },
      thing: projectThing(county),
      secret: await builtSecretly(county),
      shows: true,
    })),
  ],
  'project.find?': [
    tryOf('see-project', async (county) => ({
      arriving: { text: county.project.name },
      thing: projectThing(county),
      secret: `"value":"${county.project.id}"`,
      shows: true,
      filtered: true,
    })),
  ],
};
