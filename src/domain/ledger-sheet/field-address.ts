import type { SheetField, SheetProject } from './types.js';

/** The address (C7) of a project's field: what differs can be shown at its cell. Undefined where the head has no such column. */
export function fieldAddress({ row, columns, elsewhere }: SheetProject, field: SheetField): string | undefined {
  const column = columns[field];
  return column === undefined ? undefined : (elsewhere[field] ?? `${column}${row}`);
}

/** The same for a note on the row: at its first cell where the head has no such column. */
export function noteAddress(project: SheetProject, field: SheetField): string {
  return fieldAddress(project, field) ?? `A${project.row}`;
}
