import type { Feature } from '../../feature.js';
import { on } from '../../on.js';
import { ids } from './ids.js';
import { choose, showHome } from './see.js';

/** The home tab of each role. */
export const home: Feature = {
  name: 'home',
  home: showHome,
  actions: [on.press(ids.asked, ['member'], choose)],
};
