/** The form of a list of what is right: what `ledger read` prints, field by field. */
export type Form = {
  readonly projects: readonly FormProject[];
  readonly faults: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly level?: string;
    readonly why?: string;
  }[];
  readonly ambiguous: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly field: string;
    readonly accept: readonly unknown[];
  }[];
};
export type FormProject = {
  readonly row: number;
  readonly sheet: string;
  readonly milestones: readonly { readonly name: string; readonly due: string | null }[];
  readonly [field: string]: unknown;
};

/** A cell that was read otherwise than it should have been. `named`: a fault or an ambiguity of ours points at its row. */
export type Difference = {
  readonly sheet: string;
  readonly row: number;
  readonly field: string;
  readonly expected: unknown;
  readonly got: unknown;
  readonly named: boolean;
};

const FIELDS = [
  'name',
  'category',
  'unit',
  'owner',
  'sponsor',
  'totalInvestmentWan',
  'yearPlanWan',
  'doneWan',
  'start',
  'end',
  'problem',
];

/** Names and other text are compared half-width and without blanks. */
const plain = (value: unknown) =>
  typeof value === 'string' ? value.normalize('NFKC').replace(/\s+/g, '') : (value ?? null);

/** Compares cell by cell. A reading that `right.ambiguous` accepts is right. */
export function compare(right: Form, got: Form): { cells: number; differences: Difference[]; percent: number } {
  const differences: Difference[] = [];
  let cells = 0;
  const keyOf = ({ sheet, row }: { sheet: string; row: number }) => `${sheet}\n${row}`;
  const found = new Map(got.projects.map((project) => [keyOf(project), project]));
  const check = (project: FormProject, field: string, expected: unknown, value: unknown) => {
    cells += 1;
    if (plain(expected) === plain(value)) return;
    const { sheet, row } = project;
    const accepted = right.ambiguous.some(
      (each) =>
        each.sheet === sheet &&
        each.cell.replace(/[A-Z]+/, '') === String(row) &&
        each.field === field &&
        each.accept.some((one) => plain(one) === plain(value)),
    );
    if (accepted) return;
    const named = [...got.faults, ...got.ambiguous].some(
      (each) => each.sheet === sheet && each.cell.replace(/[A-Z]+/, '') === String(row),
    );
    differences.push({ sheet, row, field, expected, got: value, named });
  };
  for (const project of right.projects) {
    const other = found.get(keyOf(project));
    found.delete(keyOf(project));
    for (const field of FIELDS) check(project, field, project[field], other?.[field]);
    const names = new Set([...project.milestones, ...(other?.milestones ?? [])].map(({ name }) => name));
    for (const name of names) {
      const due = (of: FormProject | undefined) => of?.milestones.find((each) => each.name === name)?.due;
      check(project, `milestone ${name}`, due(project), due(other));
    }
  }
  for (const project of found.values()) check(project, 'project', undefined, project.name);
  return { cells, differences, percent: cells === 0 ? 0 : (100 * (cells - differences.length)) / cells };
}
