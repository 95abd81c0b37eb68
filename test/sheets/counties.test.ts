import { describe, expect, it } from 'vitest';
import { ledgerForm } from '../../src/sheets/form.js';
import { readFileHere } from '../../src/sheets/read-file.js';
import type { Expected } from './counties/county.js';
import { COUNTIES } from './counties/index.js';

const rows = (projects: readonly { sheet?: unknown; row: unknown }[], sheets: boolean) =>
  projects.map(({ sheet, row }) => (sheets ? `${sheet} ${row}` : `${row}`));

describe.each(COUNTIES)('a county with $title', async (county) => {
  const answer = await readFileHere({ bytes: await county.bytes(), name: county.file, year: 2020 });
  if ('refused' in answer) throw new Error(answer.refused.wrong.en);
  const got = ledgerForm(answer.ledger);

  it('has the projects of its rows and no others', () => {
    const sheets = county.projects.some(({ sheet }) => sheet !== undefined);
    expect(rows(got.projects, sheets)).toEqual(rows(county.projects, sheets));
    expect(got.withdrawn.map(({ name }) => name)).toEqual(county.withdrawn ?? []);
  });

  it.each(county.projects.map((expected) => [expected.name, expected] as const))(
    '%s is read as it was meant',
    (_, expected) => {
      const project = got.projects.find(({ name, row }) => row === expected.row && name === expected.name);
      expect(fieldsOf(project as unknown as Expected, expected)).toEqual(expected);
    },
  );

  it('names its doubtful cells', () => {
    const named = [...new Set([...got.faults, ...got.ambiguous].map(({ cell }) => cell))];
    expect(named).toEqual(expect.arrayContaining([...county.named]));
    if (county.exact) expect(named.sort()).toEqual([...county.named].sort());
    if (county.unknown) expect(got.unknownColumns.map(({ cell }) => cell)).toEqual(county.unknown);
  });
});

/** Of what was read, the fields that were expected. */
function fieldsOf(project: Expected | undefined, expected: Expected): unknown {
  const fields = Object.keys(expected).map((field) => {
    const value = project?.[field];
    if (field !== 'milestones') return [field, value];
    const milestones = (value ?? []) as unknown as readonly { name: string; due: string | null }[];
    return [field, Object.fromEntries(milestones.map(({ name, due }) => [name, due]))];
  });
  return Object.fromEntries(fields);
}
