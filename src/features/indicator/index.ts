import type { Feature } from '../../feature.js';
import { on } from '../../on.js';
import { ids } from './ids.js';
import { seeIndicators } from './see.js';
import { openTake, takeIndicators } from './take.js';

/** Indicators of the economic analysis (经济运行分析), from the statistics office's spreadsheet of each month. */
export const indicator: Feature = {
  name: 'indicator',
  actions: [
    on.press(ids.see, ['see-goals'], seeIndicators),
    on.press(ids.openTake, ['lead-review'], openTake, { opensForm: true }),
  ],
  views: [on.form(ids.takeForm, ['lead-review'], takeIndicators)],
};
