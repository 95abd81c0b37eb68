import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ledgerForm } from '../../src/sheets/form.js';
import { readFileHere } from '../../src/sheets/read-file.js';
import { compare, type Form } from './compare.js';

// The county's own file lies in this folder with the list of what is right in it.
const folder = new URL('./ledgers/', import.meta.url);

describe('the ledger of Dong’e 2020', async () => {
  const bytes = await readFile(new URL('dong-e-2020.xlsx', folder));
  const right = JSON.parse(await readFile(new URL('dong-e-2020.truth.json', folder), 'utf8')) as Form;
  const answer = await readFileHere({ bytes, name: 'dong-e-2020.xlsx', year: 2026 });
  if ('refused' in answer) throw new Error(answer.refused.wrong.en);
  const got = ledgerForm(answer.ledger) as unknown as Form;

  it('is read cell by cell as it was meant', () => {
    const { differences } = compare(right, got);
    expect(differences).toEqual([]);
    expect(got.projects).toHaveLength(80);
  });

  it('has exactly the faults that a careful reader finds', () => {
    const places = (faults: Form['faults']) =>
      faults.map(({ sheet, cell, level }) => `${sheet} ${cell} ${level}`).sort();
    expect(places(got.faults)).toEqual(places(right.faults));
  });

  it('names each cell that can be read in two ways', () => {
    const places = (doubts: Form['ambiguous']) =>
      doubts.map(({ sheet, cell, field }) => `${sheet} ${cell} ${field}`).sort();
    expect(places(got.ambiguous)).toEqual(places(right.ambiguous));
  });
});
