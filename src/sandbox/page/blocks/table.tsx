import type { TableBlock } from '@slack/types';
import { withEmoji } from '../text/emoji.js';
import { numbered } from '../text/numbered.js';
import { RichText } from './rich-text.js';

/** A table; its first row is the head, as Slack shows it. Wide ones scroll sideways within themselves. */
export function Table({ block }: { block: TableBlock }) {
  const [head, ...rows] = block.rows;
  const alignOf = (column: number) => ({ textAlign: block.column_settings?.[column]?.align ?? 'left' }) as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box has to be reachable by keyboard
    <div className="table-frame" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {numbered(head ?? []).map(({ key, item }) => (
              <th key={key} scope="col" style={alignOf(key)}>
                <Cell cell={item} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered(rows).map((row) => (
            <tr key={row.key}>
              {numbered(row.item).map(({ key, item }) => (
                <td key={key} style={alignOf(key)}>
                  <Cell cell={item} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type TableCell = TableBlock['rows'][number][number];

export function Cell({ cell }: { cell: TableCell }) {
  return cell.type === 'rich_text' ? <RichText block={cell} /> : withEmoji(cell.text);
}
