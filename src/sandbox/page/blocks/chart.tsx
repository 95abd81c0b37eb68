import { numbered } from '../text/numbered.js';

type Point = { readonly label: string; readonly value: number };
type Series = { readonly name: string; readonly data: readonly Point[] };

/** A chart as an app sends it; the types of Slack's own packages do not have it yet. */
export interface ChartBlock {
  type: 'data_visualization';
  title: string;
  chart:
    | { type: 'pie'; segments: readonly Point[] }
    | {
        type: 'bar' | 'area' | 'line';
        series: readonly Series[];
        axis_config: { categories: readonly string[]; x_label?: string; y_label?: string };
      };
}

/** Bars for all kinds of charts: what matters here is that everything in it can be read, also aloud. */
export function Chart({ block }: { block: ChartBlock }) {
  const { chart } = block;
  const series = chart.type === 'pie' ? [{ name: '', data: chart.segments }] : chart.series;
  const labels = chart.type === 'pie' ? chart.segments.map(({ label }) => label) : chart.axis_config.categories;
  const largest = Math.max(...series.flatMap(({ data }) => data.map(({ value }) => Math.abs(value))), 0) || 1;
  const unit = chart.type === 'pie' ? undefined : chart.axis_config.y_label;
  return (
    <figure className="chart">
      <figcaption>
        {block.title}
        {unit && <small> · {unit}</small>}
      </figcaption>
      <dl>
        {numbered(labels).map((label) => (
          <div key={label.key} className="chart-group">
            <dt>{label.item}</dt>
            {numbered(series).map(({ key, item }) => {
              const value = item.data.find((point) => point.label === label.item)?.value ?? 0;
              return (
                <dd key={key} className={`chart-bar series-${key}`}>
                  <span className="bar" style={{ width: `${(Math.abs(value) / largest) * 60}%` }} aria-hidden="true" />
                  <span>
                    {item.name} {value}
                  </span>
                </dd>
              );
            })}
          </div>
        ))}
      </dl>
    </figure>
  );
}
