import { z } from 'zod';
import { LIMITS } from '../limits.js';
import { bounded, several } from './text.js';

const label = bounded(LIMITS.chartLabel);
const point = z.strictObject({ label, value: z.number() });
const segment = z.strictObject({ label, value: z.number().positive('must be more than 0') });
const pie = z.strictObject({ type: z.literal('pie'), segments: several(segment, LIMITS.chartSeries) });

const drawn = {
  series: several(z.strictObject({ name: label, data: several(point, LIMITS.chartCategories) }), LIMITS.chartSeries),
  axis_config: z.strictObject({
    categories: several(label, LIMITS.chartCategories),
    x_label: bounded(LIMITS.chartTitle).optional(),
    y_label: bounded(LIMITS.chartTitle).optional(),
  }),
};
const axes = (['bar', 'area', 'line'] as const).map((type) => z.strictObject({ type: z.literal(type), ...drawn }));

interface Drawn {
  series: { name: string; data: { label: string }[] }[];
  axis_config: { categories: string[] };
}

/** Each series has one point for every category, and a name of its own. */
function onItsAxis({ series, axis_config: { categories } }: Drawn, context: z.RefinementCtx): void {
  const fault = (path: PropertyKey[], message: string) =>
    context.addIssue({ code: 'custom', path: ['chart', ...path], message });
  if (new Set(categories).size !== categories.length) fault(['axis_config', 'categories'], 'must be unique');
  const names = new Set<string>();
  series.forEach(({ name, data }, index) => {
    if (names.has(name)) fault(['series', index, 'name'], 'must be unique');
    names.add(name);
    const labels = new Set(data.map((one) => one.label));
    if (labels.size !== data.length || data.length !== categories.length || categories.some((one) => !labels.has(one)))
      fault(['series', index, 'data'], 'must have one value for every category');
  });
}

/** A chart that Slack draws itself. */
export const dataVisualization = z
  .strictObject({
    type: z.literal('data_visualization'),
    block_id: bounded(LIMITS.blockId).optional(),
    title: bounded(LIMITS.chartTitle),
    chart: z.discriminatedUnion('type', [pie, ...axes], { error: 'must be pie, bar, area or line' }),
  })
  .superRefine(({ chart }, context) => {
    if (chart.type !== 'pie') onItsAxis(chart, context);
  });
