import { z } from 'zod';
import { defineId } from '../../slack/blocks.js';

/** The buttons and menus that lead to projects. */
export const ids = {
  /** A project's card. */
  card: defineId('project.card', z.object({ id: z.number() })),
  /** All that was found for what was typed. */
  list: defineId('project.list', z.object({ typed: z.string() })),
  /** A menu that is searched by typing; what is chosen is the project's id. */
  find: defineId('project.find', z.object({})),
};
