import { understandFile, understoodAsJson } from '../tools/understand.js';

/** Prints how many lines of a file are understood as expected; ends with 1 where one was silently misread. */
export async function runUnderstand(file: string, ledger: string, json: boolean): Promise<void> {
  if (json) {
    process.stdout.write(await understoodAsJson({ file, ledger }));
    return;
  }
  const { text, silent } = await understandFile({ file, ledger });
  process.stdout.write(`${text}\n`);
  if (silent > 0) process.exitCode = 1;
}
