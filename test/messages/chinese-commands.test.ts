import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

/**
 * A command with a word of English after it: what a Chinese reader is told to type is Chinese (walk 34). `/gongjian` takes the
 * initials of a project's name.
 */
const ENGLISH_AFTER_COMMAND = /\/(?!gongjian )[a-z]+ [a-z]{3,}/;

const golden = new URL('./', import.meta.url);

describe('what Chinese messages tell to type', async () => {
  const files = (await readdir(golden, { recursive: true })).filter((each) => each.endsWith('-zh.txt')).sort();

  it('is looked for in all of them', () => expect(files.length).toBeGreaterThan(50));

  it.each(files)('%s: no English subcommand', async (file) => {
    const lines = (await readFile(new URL(file, golden), 'utf8')).split('\n');
    expect(lines.filter((line) => ENGLISH_AFTER_COMMAND.test(line))).toEqual([]);
  });
});
