import { z } from 'zod';
import { type Instant, instantAt, isLocalDay, type LocalDay } from '../../domain/day.js';

const moment = z.string().regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/, 'give a moment as "2020-06-17 09:05"');
const base = {
  at: moment,
  /** Key of the person in the plan. */
  who: z.string().min(1),
  /** Words that the person must be shown by it; the replay fails where they are not. */
  sees: z.string().min(1).optional(),
};
const fields = z.record(z.string(), z.string());
/** A file of the replay's folder, put into the open form at a label. */
const attach = z.strictObject({
  label: z.string().min(1),
  file: z
    .string()
    .regex(/^(?:[^/.][^/]*\/)*[^/.][^/]*\.(?:csv|xlsx)$/u, 'give a spreadsheet of the folder, as indicators/4月.csv'),
});

/** A photo of a site, drawn when it is sent: so far up as `percent` says. */
const photo = z.strictObject({ name: z.string().min(1), percent: z.int().min(0).max(100) });

const say = z.strictObject({
  ...base,
  say: z.string().min(1),
  /** A channel by its name; left out, to the bot directly. */
  in: z.string().min(1).optional(),
  /** The code of the project in whose thread it is said. */
  thread: z.string().min(1).optional(),
  /** Words of the first line of a message in the channel, in whose thread it is said; where there is none, nothing is. */
  under: z.string().min(1).optional(),
  photo: photo.optional(),
});
const command = z.strictObject({
  ...base,
  command: z.string().regex(/^\/\S/, 'a command begins with a slash'),
  in: z.string().min(1).optional(),
  /** The file that comes of it is kept under this name, for who counts again from it. */
  keeps: z
    .string()
    .regex(/^[\w-]+\.\w+$/, 'give a file name, as export-2020-06.xlsx')
    .optional(),
});
/**
 * The newest such button before the person's eyes, and what is filled into the form that it opens. `beside`: words of the
 * text that it stands with. `perhaps`: where there is none any more, nothing happens.
 */
const press = z.strictObject({
  ...base,
  press: z.string().min(1),
  beside: z.string().min(1).optional(),
  fill: fields.optional(),
  attach: attach.optional(),
  perhaps: z.literal(true).optional(),
});
/** Fills in the open form, by its labels, and sends it. */
const fill = z.strictObject({ ...base, fill: fields });
/**
 * A row of this morning's question, by milestone and code as it reads ("主体封顶 · P-017"), answered by a button and, where
 * that opens a form, what is filled in. Who was not asked about it says `else`, to the bot, or nothing.
 */
const answer = z.strictObject({
  ...base,
  answer: z.string().min(1),
  with: z.string().min(1),
  fill: fields.optional(),
  else: z.string().min(1).optional(),
});

/** Every row of this morning's question that has this button, from the top; at most so many. */
const answers = z.strictObject({ ...base, answers: z.string().min(1), most: z.int().min(1).max(20) });

/** Opens the bot's home tab: its buttons are before the person's eyes then. */
const home = z.strictObject({ ...base, home: z.literal(true) });

const happening = z.union([say, command, press, answer, answers, home, fill]);
/** In this order: what presses may carry what is filled in. */
const SHAPES = { say, command, press, answer, answers, home, fill } as const;

/** One line of a replay's script: who does what at which moment. */
export type Happening = z.infer<typeof happening>;
export type Photo = z.infer<typeof photo>;
export type Attachment = z.infer<typeof attach>;

/** A happening with the file and line on which it stands, and its moment. */
export type ScriptLine = { readonly where: string; readonly at: Instant; readonly does: Happening };

/** What is wrong with a script: file, line and field. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

const MOST_FAULTS = 20;

/** Reads a script, JSON Lines in the order of time. Throws a ScriptError that names each line and field that is wrong. */
export function readScript(text: string, file: string, who: ReadonlySet<string>, timeZone: string): ScriptLine[] {
  const faults: string[] = [];
  const lines: ScriptLine[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '' || written.startsWith('//')) continue;
    const line = index + 1;
    const fault = (what: string) => faults.push(`${file}:${line}: ${what}`);
    const read = readLine(written);
    if ('faults' in read) {
      for (const each of read.faults) fault(each);
      continue;
    }
    const { does } = read;
    const [day = '', time = ''] = does.at.split(' ');
    if (!isLocalDay(day)) {
      fault(`at: there is no day ${day}`);
      continue;
    }
    const at = instantAt(day as LocalDay, time, timeZone);
    if (at < (lines.at(-1)?.at ?? at)) fault(`at: ${does.at} is before the line above`);
    if (!who.has(does.who)) fault(`who: the plan has no person ${does.who}`);
    lines.push({ where: `${file}:${line}`, at, does });
  }
  if (faults.length > 0) {
    const more = faults.length > MOST_FAULTS ? [`… ${faults.length - MOST_FAULTS} more`] : [];
    throw new ScriptError([...faults.slice(0, MOST_FAULTS), ...more].join('\n'));
  }
  return lines;
}

function readLine(written: string): { readonly does: Happening } | { readonly faults: readonly string[] } {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch (error) {
    return { faults: [`this is no JSON: ${error instanceof Error ? error.message : String(error)}`] };
  }
  const kinds = Object.keys(SHAPES) as (keyof typeof SHAPES)[];
  const kind = kinds.find((each) => typeof value === 'object' && value !== null && each in value);
  if (!kind) return { faults: [`say what happens, by one of ${kinds.join(', ')}`] };
  const parsed = SHAPES[kind].safeParse(value);
  if (parsed.success) return { does: parsed.data };
  return { faults: parsed.error.issues.map((issue) => `${issue.path.join('.') || kind}: ${issue.message}`) };
}
