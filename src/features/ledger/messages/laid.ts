import type { TableColumn } from '../../../sheets/table.js';
import type { words } from './export-words.js';

type Head = keyof (typeof words.heads)['zh'];

/** A column of an export: its head, what it holds, and how wide it is. */
export type Laid = readonly [head: Head, kind: TableColumn['kind'], width: number];
