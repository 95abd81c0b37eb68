import type { DataTableBlock } from '@slack/types';
import { useState } from 'react';
import { numbered } from '../text/numbered.js';
import { useWords } from '../words/words.js';
import { Cell } from './table.js';

const USUAL_PAGE = 5;

type Row = DataTableBlock['rows'][number];
type Order = { readonly column: number; readonly way: 'ascending' | 'descending' };

/** A table that sorts by any column, up and down, and turns its pages; its first row is the head. */
export function DataTable({ block }: { block: DataTableBlock }) {
  const words = useWords();
  const [order, setOrder] = useState<Order | null>(null);
  const [page, setPage] = useState(0);
  const [head = [], ...rows] = block.rows;
  const size = block.page_size ?? USUAL_PAGE;
  const pages = Math.ceil(rows.length / size);
  const header = block.row_header_column_index ?? 0;
  const shown = sorted(rows, order).slice(page * size, (page + 1) * size);
  const sort = (column: number) => {
    setPage(0);
    setOrder({ column, way: order?.column === column && order.way === 'ascending' ? 'descending' : 'ascending' });
  };
  return (
    <div className="data-table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box has to be reachable by keyboard */}
      <div className="table-frame" tabIndex={0}>
        <table>
          <caption>{block.caption}</caption>
          <thead>
            <tr>
              {numbered(head).map(({ key, item }) => {
                const way = order?.column === key ? order.way : undefined;
                return (
                  <th key={key} scope="col" aria-sort={way ?? 'none'}>
                    <button type="button" className="sort" onClick={() => sort(key)}>
                      <Cell cell={item} />
                      <span aria-hidden="true">{way === undefined ? ' ↕' : way === 'ascending' ? ' ↑' : ' ↓'}</span>
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {numbered(shown).map((row) => (
              <tr key={row.key}>
                {numbered(row.item).map(({ key, item }) =>
                  key === header ? (
                    <th key={key} scope="row">
                      <Cell cell={item} />
                    </th>
                  ) : (
                    <td key={key} className={item.type === 'raw_number' ? 'number' : undefined}>
                      <Cell cell={item} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <div className="pages">
          <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {words.previousPage}
          </button>
          <span aria-live="polite">
            {page + 1}/{pages}
          </span>
          <button type="button" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
            {words.nextPage}
          </button>
        </div>
      )}
    </div>
  );
}

function sorted(rows: readonly Row[], order: Order | null): readonly Row[] {
  if (order === null) return rows;
  const { column, way } = order;
  const sign = way === 'ascending' ? 1 : -1;
  return [...rows].sort((one, other) => sign * compare(one[column], other[column]));
}

function compare(one: Row[number] | undefined, other: Row[number] | undefined): number {
  if (one?.type === 'raw_number' && other?.type === 'raw_number') return one.value - other.value;
  const text = (cell: Row[number] | undefined) =>
    cell === undefined ? '' : cell.type === 'rich_text' ? JSON.stringify(cell.elements) : cell.text;
  return text(one).localeCompare(text(other), 'zh');
}
