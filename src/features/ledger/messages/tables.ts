import { becauseWords } from '../../../domain/because.js';
import { dayAt, type Instant, timeAt } from '../../../domain/day.js';
import { yearWords } from '../../../domain/day-words.js';
import { evidenceWords } from '../../../domain/evidence.js';
import { goalWords } from '../../../domain/goal-words.js';
import { RUNG_LABELS } from '../../../domain/ladder.js';
import { FOR_READING } from '../../../domain/ledger-sheet/index.js';
import { STANDING_LABELS } from '../../../domain/obstacle/words.js';
import { KIND_LABELS, MATTER_LABELS } from '../../../domain/obstacle-words.js';
import type { Table, TableValue } from '../../../sheets/table.js';
import { inLanguage } from '../../../text/language.js';
import { MOST_ROWS } from '../limits.js';
import type { Exported, Reader, SheetName } from '../model.js';
import { activityRows } from './activity.js';
import { words as exportWords } from './export-words.js';
import { factorTables } from './factor-tables.js';
import { itemTables } from './item-tables.js';
import type { Laid } from './laid.js';
import { promotionTables } from './promotion-tables.js';
import { exactTime, proofTables } from './proof-tables.js';
import { slipTables } from './slip-table.js';

/** The tables of an export beside the ledger's own, those that were asked for. */
export function exportTables(exported: Exported, now: Instant, reader: Reader): readonly Table[] {
  const { language, program } = reader;
  const words = inLanguage(exportWords, language);
  const time = (at: Instant | null) =>
    at === null ? '' : `${dayAt(at, program.timeZone)} ${timeAt(at, program.timeZone)}`;
  // What is exported after its year is called by the year: 今年 is another one by then.
  const year = yearWords(program.year, dayAt(now, program.timeZone), language);
  const table = (name: SheetName, columns: readonly Laid[], rows: Table['rows'], frozenColumns: number): Table => ({
    name: words.sheets[name],
    title: words.titleOf(program.name[language], words.sheets[name]),
    note: [
      words.asAt(time(now)),
      FOR_READING[language],
      ...(rows.length >= MOST_ROWS ? [words.newest(MOST_ROWS)] : []),
    ].join(language === 'zh' ? '　' : '. '),
    columns: columns.map(([head, kind, width]) => ({
      head: words.heads[head].replace(words.thisYear, year),
      kind,
      width,
    })),
    rows,
    frozenColumns,
  });
  const people = new Map(exported.ledger.people.map(({ id, name, nameEn }) => [id, language === 'zh' ? name : nameEn]));
  const person = (id: number | null) => (id === null ? '' : (people.get(id) ?? ''));
  const of = (projectId: number): readonly [string, string] => {
    const project = exported.projects.get(projectId);
    return [project?.code ?? '', project?.name ?? ''];
  };
  const { reports, obstacles, activity, goals, proof } = exported;
  const since = new Map(proof?.digest.obstacles.map((each) => [each.number, each.since]));
  const overdue = new Set(proof?.digest.obstacles.flatMap((each) => (each.overdue ? [each.number] : [])));
  const hereSince = (number: number) => exactTime(since.get(number) ?? null, program.timeZone);
  return [
    ...(reports === null
      ? []
      : [
          table(
            'reports',
            [
              ['time', 'text', 17],
              ['person', 'text', 12],
              ['code', 'text', 10],
              ['project', 'text', 30],
              ['milestone', 'text', 14],
              ['percent', 'percent', 9],
              ['doneOn', 'day', 12],
              ['forecast', 'day', 12],
              ['investment', 'amount', 14],
              ['note', 'paragraph', 30],
              ['said', 'paragraph', 36],
              ['onDay', 'day', 12],
              ['evidence', 'text', 14],
              ['standing', 'text', 18],
              ['countedAt', 'text', 20],
            ],
            reports.map((each): TableValue[] => [
              time(each.at),
              each.person[language],
              ...of(each.projectId),
              each.milestone,
              each.percent,
              each.doneOn,
              each.forecast,
              each.investment,
              each.note,
              each.said,
              each.onDay,
              evidenceWords(each.evidence, language),
              each.undoneAt === null ? words.valid : words.takenBack(time(each.undoneAt)),
              exactTime(each.countsAt, program.timeZone),
            ]),
            4,
          ),
        ]),
    ...(obstacles === null
      ? []
      : [
          table(
            'obstacles',
            [
              ['number', 'count', 7],
              ['code', 'text', 10],
              ['project', 'text', 28],
              ['milestone', 'text', 12],
              ['kind', 'text', 10],
              ['matter', 'text', 12],
              ['text', 'paragraph', 36],
              ['help', 'paragraph', 24],
              ['since', 'day', 12],
              ['urgent', 'text', 7],
              ['standing', 'text', 10],
              ['rung', 'text', 12],
              ['department', 'text', 14],
              ['holder', 'text', 10],
              ['raisedBy', 'text', 10],
              ['claimedBy', 'text', 10],
              ['promised', 'day', 12],
              ['deadline', 'text', 17],
              ['resolution', 'paragraph', 30],
              ['closedOn', 'text', 17],
              ['flaggedAt', 'text', 20],
              ['hereSince', 'text', 20],
              ['pastLimit', 'text', 8],
            ],
            obstacles.map((each): TableValue[] => [
              each.number,
              ...of(each.projectId),
              each.milestone,
              KIND_LABELS[each.kind][language],
              MATTER_LABELS[each.matter][language],
              each.text,
              each.help,
              each.since,
              each.urgent ? words.yes : words.no,
              each.withdrawn ? words.withdrawn : STANDING_LABELS[each.standing][language],
              RUNG_LABELS[each.rung][language],
              each.departmentId === null ? '' : (exported.names.units.get(each.departmentId)?.name[language] ?? ''),
              person(each.holderId),
              person(each.raisedById),
              person(each.claimedById),
              each.promisedFor,
              each.standing === 'closed' ? '' : time(each.deadline),
              each.resolution,
              time(each.closedAt),
              exactTime(each.recordedAt, program.timeZone),
              hereSince(each.number),
              overdue.has(each.number) ? words.yes : '',
            ]),
            3,
          ),
        ]),
    ...(activity === null
      ? []
      : [
          table(
            'activity',
            [
              ['time', 'text', 17],
              ['actor', 'text', 12],
              ['action', 'text', 14],
              ['thing', 'text', 34],
              ['before', 'paragraph', 40],
              ['after', 'paragraph', 40],
            ],
            activityRows(activity, exported, time, reader),
            3,
          ),
        ]),
    ...itemTables(exported, reader, table, { person, project: of, dayAt: (at) => dayAt(at, program.timeZone) }),
    ...slipTables(exported, reader, table, { project: of, dayAt: (at) => dayAt(at, program.timeZone) }),
    ...factorTables(exported, reader, table, person),
    ...promotionTables(exported, reader, table, person),
    ...(goals === null
      ? []
      : [
          table(
            'goals',
            [
              ['goal', 'text', 24],
              ['value', 'text', 18],
              ['gate', 'text', 34],
              ['code', 'text', 10],
              ['project', 'text', 34],
              ['counts', 'text', 12],
              ['why', 'paragraph', 44],
            ],
            goalRows(goals, reader),
            1,
          ),
        ]),
    ...(proof === null
      ? []
      : proofTables(proof, exported.projects, reader).map(({ name, columns, rows, frozen }) =>
          table(name, columns, rows, frozen),
        )),
  ];
}

/** Each goal with the list behind it: what counts, what does not, and why. */
function goalRows({ goals }: NonNullable<Exported['goals']>, { language, program }: Reader): Table['rows'] {
  const words = inLanguage(exportWords, language);
  const say = goalWords(language, program.year);
  return goals.flatMap((seen): TableValue[][] => {
    const { goal, state, gate, hidden, judgement, today } = seen;
    const about = [
      goal.name[language],
      judgement === 'not-entered' ? '' : say.value(seen),
      gate === null ? '' : say.gate(goal, gate, judgement).replaceAll('*', ''),
    ];
    const judged = [
      ...state.counted.map((each) => ({ each, as: words.counted })),
      ...state.notCounted.map((each) => ({ each, as: words.notCounted })),
      ...state.left.map((each) => ({ each, as: words.leftOut })),
    ];
    const shown = judged.filter(({ each }) => !hidden.has(each.code));
    const rows = shown.map(({ each, as }) => [
      ...about,
      each.code,
      each.name,
      as,
      becauseWords(each.because, language, program.year, today),
    ]);
    const rest = judged.length - shown.length;
    if (rest > 0) rows.push([...about, '', words.hidden(rest), '', '']);
    return rows.length === 0 ? [[...about, '', '', '', '']] : rows;
  });
}
