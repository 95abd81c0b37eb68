import type { LocalDay } from '../../domain/day.js';
import { findDays } from '../../domain/report-line/spoken-day.js';
import { addWorkdays, type WorkCalendar } from '../../domain/workday.js';
import type { UnitSeat } from '../../store/obstacles.js';
import type { NamedProject } from '../../store/projects.js';
import type { Draft } from './ids.js';
import type { LineFault } from './model.js';

/** Longer than this it is a document, and does not fit into the button that issues it. */
export const LONGEST_TEXT = 400;

/** A slip as a line states it; an obstacle by its number. */
export type ReadSlip = Omit<Draft, 'obstacle'> & { readonly obstacleNumber: number | null };

type Known = {
  readonly projects: readonly Pick<NamedProject, 'id' | 'code' | 'unitId' | 'milestones'>[];
  readonly units: readonly Pick<UnitSeat, 'id' | 'name'>[];
  readonly today: LocalDay;
  readonly calendar: WorkCalendar;
};

const CODE = /(?<![a-z0-9])[a-z]{1,4}-?\d{1,4}(?![\d-])/gi;
const OBSTACLE = /(?:卡点|obstacle)\s*#?\s*(\d{1,6})\s*号?/i;
const WORKDAYS = /(\d{1,2})\s*(?:个)?(?:工作日|working days?)/i;
const URGENT = /[\s,，。;；]*(?:加急|urgent)\s*[:：]\s*(.+)$/is;

/**
 * Reads `P-010 开工 加快进场 6月30日` or `高集镇 报送防汛值班表 3个工作日内 加急：…`: to whom, about what, until when. The unit is the
 * one that is named, else the project's. What is missing is said, never guessed.
 */
export function readSlipLine(typed: string, known: Known): { readonly slip: ReadSlip } | { readonly fault: LineFault } {
  const fault = (of: LineFault) => ({ fault: of });
  const plain = typed.normalize('NFKC').trim();
  const urgent = URGENT.exec(plain)?.[1]?.trim() ?? null;
  const line = plain.replace(URGENT, '').trim();
  const codes = [...new Set((line.match(CODE) ?? []).map((code) => code.toUpperCase()))];
  const dashed = (code: string) => code.replace('-', '');
  const named = codes.map((code) => known.projects.find((each) => dashed(each.code.toUpperCase()) === dashed(code)));
  const project = named.find((each) => each !== undefined);
  const strange = codes.find((code, index) => named[index] === undefined && code.includes('-'));
  if (strange !== undefined) return fault({ what: 'project', typed: strange });
  const obstacle = OBSTACLE.exec(line);
  const units = unitsIn(line, known.units);
  if (units.length > 1) return fault({ what: 'units' });
  const unit = units[0]?.id ?? project?.unitId;
  if (unit === undefined) return fault({ what: 'unit' });
  const due = dueOf(line, known);
  if (due === null) return fault({ what: 'day' });
  if (due < known.today) return fault({ what: 'past' });
  const text = withoutLead(line, known.units);
  if (text === '') return fault({ what: 'text' });
  if (text.length > LONGEST_TEXT || (urgent?.length ?? 0) > LONGEST_TEXT / 2) return fault({ what: 'too-long' });
  const milestone = project?.milestones.find(({ name }) => line.includes(name)) ?? null;
  return {
    slip: {
      unit,
      project: project?.id ?? null,
      milestone: milestone?.id ?? null,
      obstacleNumber: obstacle ? Number(obstacle[1]) : null,
      text,
      due,
      urgent,
    },
  };
}

/** The units that a line names; one whose name is a part of another's that stands there is not meant. */
function unitsIn(line: string, units: Known['units']) {
  const said = line.toLowerCase();
  const named = units.filter(
    ({ name }) => said.includes(name.zh.toLowerCase()) || said.includes(name.en.toLowerCase()),
  );
  return named.filter(
    (each) =>
      !named.some((other) => other !== each && other.name.zh.includes(each.name.zh) && other.name.zh !== each.name.zh),
  );
}

/** The one day to come that a line names, or so many working days; null: none, or several. 卡点7号 is no day. */
function dueOf(line: string, { today, calendar }: Known): LocalDay | null {
  const workdays = WORKDAYS.exec(line);
  if (workdays) return addWorkdays(today, Number(workdays[1]), calendar);
  const days = findDays(line.replace(OBSTACLE, ' ').toLowerCase(), today).flatMap(
    ({ past, coming }) => coming ?? past ?? [],
  );
  return days.length === 1 ? (days[0] ?? null) : null;
}

/** What is wanted, without the code and the unit in front of it, which the slip says by itself. */
function withoutLead(line: string, units: Known['units']): string {
  let text = line;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/^[\s,，:：、]+/, '').replace(/^[a-z]{1,4}-\d{1,4}(?!\d)/i, '');
    for (const { name } of units) if (text.startsWith(name.zh)) text = text.slice(name.zh.length);
  }
  return text.trim();
}
