import type { DenominatorChange } from '../../../domain/denominator-change.js';
import type { Digest } from '../../../domain/digest/compute.js';
import type { DoneStep, Missed, PutOff } from '../../../domain/digest/events.js';
import type { LitProject } from '../../../domain/digest/goals.js';
import type { Words } from '../../../domain/plan.js';
import { clip } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import type { Phrases } from './phrases.js';
import { firstThatFits, type Named, nameRow, type Row, row, shortName, stepName } from './rows.js';

/** What changed since the digest before. A count of one is said by its project in English. */
export const words = {
  red: { zh: (count: number) => `变红${count}`, en: (count: number) => counted('Turned red', count) },
  green: { zh: (count: number) => `变绿${count}`, en: (count: number) => counted('Turned green', count) },
  done: { zh: (count: number) => `完成${count}`, en: (count: number) => counted('Done', count) },
  postponed: { zh: (count: number) => `延期${count}`, en: (count: number) => counted('Postponed', count) },
  missed: { zh: (count: number) => `承诺未兑现${count}`, en: (count: number) => counted('Promise missed', count) },
  denominatorChanges: { zh: (count: number) => `台账变动${count}`, en: (count: number) => counted('Ledger', count) },
  moved: { zh: (day: string) => `（延期到${day}）`, en: (day: string) => `, moved to ${day}` },
  putOff: {
    zh: (code: string, milestone: string, day: string) => `${code} ${milestone}到${day}`,
    en: (code: string, milestone: string, day: string) => `${code} ${milestone} to ${day}`,
  },
  obstacle: { zh: (number: number) => `${number}号`, en: (number: number) => `no. ${number}` },
  atRung: { zh: (rung: string) => `${rung}一级`, en: (rung: string) => rung },
  turned: {
    zh: (kind: DenominatorChange['kind']) => TURNED_ZH[kind],
    en: (kind: DenominatorChange['kind']) => TURNED_EN[kind],
  },
} as const satisfies Catalogue;

function counted(what: string, count: number): string {
  return count === 1 ? what : `${what} ${count}`;
}

const TURNED_ZH = { added: '新列入', withdrawn: '退出', restored: '恢复', recategorised: '改类别' } as const;
const TURNED_EN = { added: 'added', withdrawn: 'left the plan', restored: 'restored', recategorised: 'moved' } as const;

const RUNG_NAMES: Readonly<Record<'sponsor' | 'commander', Words>> = {
  sponsor: { zh: '包保领导', en: 'sponsor' },
  commander: { zh: '总指挥', en: 'commander' },
};

/** A row for each thing that happened since the digest before; what did not has none. */
export function eventRows(digest: Digest, phrases: Phrases): Readonly<Record<keyof Digest['events'], Row | null>> {
  const { language } = phrases;
  const own = inLanguage(words, language);
  const { red, green, done, postponed, missed, denominatorChanges } = digest.events;
  const some = <Each>(
    all: readonly Each[],
    lead: (count: number) => string,
    name: (each: Each) => Named,
  ): Row | null => (all.length === 0 ? null : nameRow(lead(all.length), all.map(name), language));
  return {
    red: red.length === 1 ? redRow(red, own.red(1), phrases) : some(red, own.red, projectNamed),
    green: some(green, own.green, (each) => greenNamed(each, postponed, phrases)),
    done: some(done, own.done, (each) => doneNamed(each, phrases)),
    postponed: some(postponed, own.postponed, (each) => putOffNamed(each, phrases)),
    missed: some(missed, own.missed, (each) => missedNamed(each, phrases)),
    denominatorChanges: some(denominatorChanges, own.denominatorChanges, (change) => denominatorNamed(change, phrases)),
  };
}

const projectNamed = ({ project }: LitProject): Named => ({ long: shortName(project), short: project.code });

/** The only one that turned red, with the reason that made it red. */
function redRow([only]: readonly LitProject[], lead: string, phrases: Phrases): Row | null {
  if (only === undefined) return null;
  const why = phrases.shortReason(only);
  const say = (what: string) => row(lead, `${phrases.colon}${what}`);
  const { project } = only;
  return firstThatFits(
    [say(`${shortName(project)} ${why}`), say(`${project.code} ${why}`), say(shortName(project)), say(project.code)],
    phrases.language,
  );
}

/** A light that turned because a day was moved says so. */
function greenNamed(each: LitProject, postponed: readonly PutOff[], { language, day }: Phrases): Named {
  const own = inLanguage(words, language);
  const moved = postponed.find(({ projectId }) => projectId === each.project.id);
  const { long, short } = projectNamed(each);
  return { long: moved === undefined ? long : `${long}${own.moved(day(moved.to))}`, short };
}

const doneNamed = ({ project, change }: DoneStep, { language }: Phrases): Named => ({
  long: `${project.code} ${stepName(change.milestone, language)}`,
  short: project.code,
});

function putOffNamed({ lit, milestone, to }: PutOff, { language, day }: Phrases): Named {
  const own = inLanguage(words, language);
  const { code } = lit.project;
  return { long: own.putOff(code, stepName(milestone, language), day(to)), short: code };
}

/** Whose promise it was: by unit, of leaders by their rung. */
function missedNamed({ number, project, rung, unitName }: Missed, { language, zh }: Phrases): Named {
  const own = inLanguage(words, language);
  const unit = rung === 'unit' ? (project?.unitName ?? null) : unitName;
  const who =
    rung === 'sponsor' || rung === 'commander'
      ? own.atRung(RUNG_NAMES[rung][language])
      : clip(unit?.[language] ?? '', zh ? 10 : 24);
  const short = own.obstacle(number);
  return { long: zh ? `${short} ${project?.code ?? ''} ${who}` : `${short}, ${who}`, short };
}

function denominatorNamed({ code, kind }: DenominatorChange, { language }: Phrases): Named {
  return { long: `${code} ${inLanguage(words, language).turned(kind)}`, short: code };
}
