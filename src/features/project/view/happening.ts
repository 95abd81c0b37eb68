import { dayAt, isLocalDay, timeAt } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { RUNG_LABELS } from '../../../domain/ladder.js';
import type { Step } from '../../../domain/obstacle.js';
import type { Words } from '../../../domain/plan.js';
import type { Program } from '../../../domain/program.js';
import type { Happening } from '../../../store/happenings.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import { moneyWords } from '../../../text/money.js';
import { fieldWords, happeningWords, standingWords } from '../words.js';

/** The names behind the ids and keys that the log keeps. */
export type LogNames = {
  readonly units: ReadonlyMap<number, Words>;
  readonly people: ReadonlyMap<number, Words>;
  readonly categories: ReadonlyMap<string, Words>;
  readonly sites: ReadonlyMap<string, Words>;
};

type Teller = {
  readonly language: Language;
  readonly program: Pick<Program, 'timeZone' | 'year'>;
  readonly names: LogNames;
};

const MOST_NOTE = 60;
const MOST_NAME = 30;

type Values = Readonly<Record<string, unknown>>;

/** What happened, as a clause that begins with who did it; typed texts are escaped. */
export function happeningText(happening: Happening, teller: Teller): string {
  const { language } = teller;
  const say = inLanguage(happeningWords, language);
  const who = happening.person === null ? say.itself : escapeText(happening.person[language]);
  const after = happening.after ?? {};
  const before = happening.before ?? {};
  const milestone = short(happening.milestone ?? textOf(after.name) ?? textOf(before.name) ?? '');
  switch (happening.action) {
    case 'report':
      return taken(say.reported(who, reportText(before, after, teller)), happening, teller);
    case 'amend':
      return taken(say.amended(who, reportText(before, after, teller)), happening, teller);
    case 'add-project':
      return say.added(who);
    case 'change-project':
      return say.changed(who, changeText(before, after, teller));
    case 'add-milestone':
      return say.addedMilestone(who, milestone);
    case 'remove-milestone':
      return say.removedMilestone(who, milestone);
    case 'change-milestone':
      return say.changed(who, say.ofMilestone(milestone, changeText(before, after, teller)));
    default:
      return stepText(who, happening.obstacle ?? 0, after as unknown as Step, teller);
  }
}

/** With its day and time, as a line of a life. */
export const happeningLine = (happening: Happening, teller: Teller): string => {
  const { timeZone, year } = teller.program;
  const day = dayWords(dayAt(happening.at, timeZone), teller.language, year);
  const time = timeAt(happening.at, timeZone);
  const head = teller.language === 'zh' ? `${day} ${time}　` : `${day}, ${time}: `;
  return `${head}${happeningText(happening, teller)}`;
};

const taken = (text: string, { undone }: Happening, { language }: Teller): string =>
  undone ? inLanguage(happeningWords, language).undone(text) : text;

const short = (name: string): string => escapeText(clip(name.replace(/\s+/g, ' '), MOST_NAME));
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const listOf = (parts: readonly string[], language: Language): string =>
  parts.filter((part) => part !== '').join(language === 'zh' ? '，' : ', ');

function reportText(before: Values, after: Values, { language, program }: Teller): string {
  const say = inLanguage(happeningWords, language);
  const day = (value: string) => (isLocalDay(value) ? dayWords(value, language, program.year) : escapeText(value));
  const milestone = textOf(after.milestone);
  const percent = typeof after.percent === 'number' ? after.percent : null;
  const was = typeof before.percent === 'number' && before.percent !== percent ? `${before.percent}% → ` : '';
  const reached = percent === null ? '' : percent === 100 ? say.done : `${percent}%`;
  const forecast = textOf(after.forecast);
  const note = textOf(after.note);
  return listOf(
    [
      milestone === null ? '' : `${short(milestone)} ${percent === null ? '' : was}${reached}`.trim(),
      forecast === null ? '' : say.forecast(day(forecast)),
      typeof after.investment === 'number' ? say.investment(moneyWords(after.investment, language)) : '',
      note === null ? '' : escapeText(clip(note.replace(/\s+/g, ' '), MOST_NOTE)),
    ],
    language,
  );
}

/** `期限 6 月 30 日 → 8 月 31 日，原因：…`; fields that nobody reads are left out. */
function changeText(before: Values, after: Values, teller: Teller): string {
  const { language } = teller;
  const say = inLanguage(happeningWords, language);
  const fields = inLanguage(fieldWords, language);
  const parts = (Object.keys(fields) as (keyof typeof fields)[])
    .filter((field) => field in after && after[field] !== before[field])
    .map((field) =>
      say.fromTo(fields[field], valueText(field, before[field], teller), valueText(field, after[field], teller)),
    );
  const reason = textOf(after.reason) ?? textOf(after.pauseReason);
  return listOf(
    [...parts, reason === null ? '' : say.reason(escapeText(clip(reason.replace(/\s+/g, ' '), MOST_NOTE)))],
    language,
  );
}

function valueText(field: keyof typeof fieldWords, value: unknown, { language, program, names }: Teller): string {
  const say = inLanguage(happeningWords, language);
  if (value === null || value === undefined || value === '') return say.nothing;
  const named = (found: Words | undefined): string => escapeText(found?.[language] ?? String(value));
  switch (field) {
    case 'unitId':
      return named(names.units.get(Number(value)));
    case 'ownerId':
    case 'sponsorId':
      return named(names.people.get(Number(value)));
    case 'category':
      return named(names.categories.get(String(value)));
    case 'site':
      return named(names.sites.get(String(value)));
    case 'standing':
      return value === 'open' || value === 'paused' || value === 'withdrawn'
        ? inLanguage(standingWords, language)[value]
        : escapeText(String(value));
    case 'totalInvestment':
    case 'yearPlan':
      return moneyWords(Number(value), language);
    default: {
      const text = String(value);
      return isLocalDay(text) ? dayWords(text, language, program.year) : short(text);
    }
  }
}

function stepText(who: string, number: number, step: Step, { language, program }: Teller): string {
  const say = inLanguage(happeningWords, language);
  switch (step.kind) {
    case 'flagged':
      return say.flagged(who, number);
    case 'claimed':
      return say.claimed(who, number, dayWords(step.promisedFor, language, program.year));
    case 'resolved':
      return say.resolved(who, number);
    case 'raised': {
      const rung = RUNG_LABELS[step.to][language];
      return step.by === null ? say.raisedItself(number, rung) : say.raised(who, number, rung);
    }
    case 'handed-over':
      return say.handedOver(who, number);
    case 'succeeded':
      return say.succeeded(who, number);
    case 'returned':
      return say.returned(who, number);
    case 'verified':
      return say.verified(who, number);
    case 'withdrawn':
      return say.withdrawn(who, number);
    case 'commented':
      return say.commented(who, number);
    default:
      return say.lapsed(number);
  }
}
