import { type Feature, on } from '../../feature.js';
import { ids } from './ids.js';
import { choose, showHome } from './see.js';

/** The home tab of each role. */
export const home: Feature = {
  name: 'home',
  home: showHome,
  actions: [on.press(ids.asked, ['member'], choose)],
};
