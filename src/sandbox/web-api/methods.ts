import { chat } from './chat.js';
import { conversations } from './conversations.js';
import { files } from './files.js';
import type { Method } from './method.js';
import { people } from './people.js';
import { validations } from './validate.js';
import { views } from './views.js';

/** Every method that there is; any other is an unknown_method. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({ ...people, ...chat, ...conversations, ...views, ...files, ...validations }),
);
