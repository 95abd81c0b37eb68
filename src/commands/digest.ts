import { readConfig } from '../config.js';
import { instantAt, isLocalDay } from '../domain/day.js';
import type { Program } from '../domain/program.js';
import { printDigest } from '../features/digest/print.js';
import { assembleStore } from '../store/index.js';
import { workCalendar } from '../time/calendar.js';
import { OWN_COMMAND, Told } from './fault-words.js';
import { openConfiguredStore, openLog } from './store.js';

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/;

/** The moment that was asked for; a day alone means the hour of its digest. */
function momentOf(text: string, program: Program): number {
  const [, day = '', time] = MOMENT.exec(text) ?? [];
  if (!isLocalDay(day)) throw new Told(`--at ${text}: give a day or a moment, such as 2020-06-17 or 2020-06-17T18:00.`);
  return instantAt(day, time ?? program.policy.prompts.digest, program.timeZone);
}

/** Prints the digest of the whole plan as it stood at a moment. */
export async function printDigestAt(options: { at: string; language: string; workspace?: string }): Promise<void> {
  const config = readConfig(process.env);
  const opened = await openConfiguredStore(config, openLog(config), { level: 'as found' });
  try {
    const store = assembleStore(opened, () => Promise.reject(new Error('printing sends no jobs')));
    const programs = (await store.programs.running()).filter(
      (each) => !options.workspace || each.workspaceId === options.workspace,
    );
    const [program, another] = programs;
    if (!program) throw new Told(`The store holds no program. Load one: ${OWN_COMMAND} load-plan FILE`);
    if (another)
      throw new Told(
        `The store holds several workspaces; give --workspace: ${programs.map((each) => each.workspaceId).join(', ')}`,
      );
    const language = options.language === 'en' ? 'en' : 'zh';
    process.stdout.write(
      `${await printDigest(store, program, workCalendar(program.policy.calendar), momentOf(options.at, program), language)}\n`,
    );
  } finally {
    await opened.close();
  }
}
