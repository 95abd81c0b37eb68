import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ledgerForm } from '../../src/sheets/form.js';
import { readFileHere } from '../../src/sheets/read-file.js';

// The smallest spreadsheets that were once read wrongly, each beside the list of what is right in it.
const folder = new URL('./cases/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));

type Right = { readonly projects: readonly Readonly<Record<string, unknown>>[] };

describe('a spreadsheet that was read wrongly once', () => {
  it.each(names)('%s is read cell by cell', async (name) => {
    const bytes = await readFile(new URL(name, folder));
    const right = JSON.parse(await readFile(new URL(name.replace('.xlsx', '.truth.json'), folder), 'utf8')) as Right;
    const answer = await readFileHere({ bytes, name, year: 2020 });
    if ('refused' in answer) throw new Error(answer.refused.wrong.en);
    const got = ledgerForm(answer.ledger) as unknown as Right;
    const asked = got.projects.map((project, at) =>
      Object.fromEntries(Object.keys(right.projects[at] ?? project).map((field) => [field, project[field]])),
    );
    expect(asked).toEqual(right.projects);
  });
});
