import type { Feature } from '../../feature.js';
import { on } from '../../on.js';
import { ids } from './ids.js';
import { sendPage, showMonth, showRules, turnMonth } from './show.js';

/** Burden (负担): what the bot sent and spared, and the rules on burdens point by point. Found by `/gongjian 负担`. */
export const burden: Feature = {
  name: 'burden',
  actions: [
    on.press(ids.show, ['see-burden'], showMonth),
    on.press(ids.turn, ['see-burden'], turnMonth),
    on.press(ids.rules, ['see-burden'], showRules),
    on.press(ids.paper, ['see-burden'], sendPage),
  ],
};
