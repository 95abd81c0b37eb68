import { countEn } from '../../../domain/day-words.js';
import type { ComparedLine } from '../../../domain/ledger-compare/index.js';
import type { SheetFault } from '../../../domain/ledger-sheet/index.js';
import type { Message } from '../../../message.js';
import { section } from '../../../slack/blocks.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { MOST_LISTS } from '../limits.js';
import type { Previewed, Reader } from '../model.js';
import { type Sayings, sayings } from './sayings.js';

export const words = {
  groups: {
    zh: {
      changed: (count: number) => `变更${count}个`,
      new: (count: number) => `新增${count}个`,
      withdrawn: (count: number) => `退出${count}个（表中划去的行）`,
      faults: (count: number) => `有误${count}处，这些格没有导入`,
      warnings: (count: number) => `提示${count}处，请核对`,
      doubts: (count: number) => `可有几种读法${count}处，按第一种`,
      likely: (count: number) => `像已有项目${count}行，定下之前不写入`,
      names: (count: number) => `台账里没有的名字${count}个，定下之前留空`,
      absent: (count: number) => `表中没有${count}个，保持不变`,
    },
    en: {
      changed: (count: number) => `${count} changed`,
      new: (count: number) => `${count} new`,
      withdrawn: (count: number) => `${count} withdrawn (rows struck out in the file)`,
      faults: (count: number) => `${countEn(count, 'fault')}: these cells are left out`,
      warnings: (count: number) => `${countEn(count, 'warning')}: please check`,
      doubts: (count: number) => `${countEn(count, 'cell')} with several readings: the first is taken`,
      likely: (count: number) =>
        `${countEn(count, 'row')} like a project of the ledger: not written before it is decided`,
      names: (count: number) => `${countEn(count, 'name')} that the ledger does not have: blank until decided`,
      absent: (count: number) => `${count} not in the file: they stay as they are`,
    },
  },
  more: {
    zh: (count: number) => `另有${count}个，保存后再打开接着定`,
    en: (count: number) => `${count} more: save and open this form again`,
  },
  readings: {
    zh: (first: string, others: string) => `取“${first}”，也可读作 ${others}`,
    en: (first: string, others: string) => `taken as “${first}”, may be ${others}`,
  },
  mayBe: { zh: (names: string) => `可能是 ${names}`, en: (names: string) => `may be ${names}` },
  times: {
    zh: (count: number) => `出现${count}次`,
    en: (count: number) => `named ${count === 1 ? 'once' : `${count} times`}`,
  },
} as const satisfies Phrases;

type Group = keyof (typeof words.groups)['zh'];

/** Of a list that goes on over several messages, each as long as one reads without getting lost, and well inside Slack's 13,000. */
const LONGEST_SECTION = 2_400;
const SECTIONS = 4;
// A project that comes in with 30 milestones is not told milestone by milestone.
const MOST_DIFFERENCES = 8;

/** All that a preview found, a line each, under the names of the groups; parted into messages for its thread. */
export function previewLists({ sheet, comparison }: Previewed, reader: Reader): readonly Message[] {
  const say = sayings(reader);
  const own = inLanguage(words, say.language);
  const { lines, likely, people, units, categories, absent } = comparison;
  const of = (kind: ComparedLine['kind']) => lines.filter((line) => line.kind === kind);
  const faults = [...sheet.faults, ...comparison.faults];
  const level = (wanted: SheetFault['level']) => faults.filter((fault) => fault.level === wanted);
  const names = [...units, ...people, ...categories].filter(({ chosen }) => chosen === null);
  const open = likely.filter(({ chosen }) => chosen === null);
  const groups: readonly (readonly [Group, readonly string[]])[] = [
    ['changed', of('changed').map((line) => changedLine(line, say))],
    ['new', of('new').map((line) => newLine(line, say))],
    [
      'withdrawn',
      of('withdrawn').map((line) => `*${say.text(`${line.code} ${line.name}`, 60)}* ${say.row(line.sheet, line.row)}`),
    ],
    [
      'likely',
      open.map(
        ({ sheet: name, row, name: project, candidates }) =>
          `${say.row(name, row)} *${say.text(project)}*${say.comma}${own.mayBe(say.join(candidates.map((each) => say.text(`${each.code} ${each.name}`))))}`,
      ),
    ],
    [
      'names',
      names.map(
        ({ name, times, sheet: of, cell }) =>
          `*${say.text(name)}* ${say.text(`${of} ${cell}`)}${say.comma}${own.times(times)}`,
      ),
    ],
    ['faults', level('error').map((fault) => faultLine(fault, say))],
    ['warnings', level('warning').map((fault) => faultLine(fault, say))],
    [
      'doubts',
      sheet.ambiguous.map(({ sheet: name, cell, field, accept }) => {
        const [first, ...others] = accept.map((each) => (each === null ? say.words.nothing : say.text(String(each))));
        return `${say.text(`${name} ${cell}`)} ${say.field(field)}${say.colon}${own.readings(first ?? '', say.join(others))}`;
      }),
    ],
    [
      'absent',
      inRows(
        absent.map(({ code, name }) => say.text(`${code} ${name}`, 24)),
        say,
      ),
    ],
  ];
  const counts: Partial<Record<Group, number>> = { absent: absent.length };
  return parted(
    groups.flatMap(([group, texts]) =>
      texts.length === 0 ? [] : [`\n*${own.groups[group](counts[group] ?? texts.length)}*`, ...texts],
    ),
    say,
  );
}

function changedLine(line: ComparedLine, say: Sayings): string {
  const shown = line.differences.slice(0, MOST_DIFFERENCES).map(say.difference);
  const rest = line.differences.length - shown.length;
  const all = rest > 0 ? [...shown, inLanguage(words, say.language).more(rest)] : shown;
  return `*${say.text(`${line.code} ${line.name}`, 60)}* ${say.row(line.sheet, line.row)}\n${all.join(say.comma)}`;
}

function newLine({ code, name, shows, differences }: ComparedLine, say: Sayings): string {
  const steps = differences.filter(({ field }) => field.startsWith('milestone:')).length;
  const parts = [shows.unit, shows.owner].flatMap((shown) => (shown === null ? [] : [say.value(shown)]));
  const money =
    shows.totalInvestment === null ? [] : [`${say.field('totalInvestment')} ${say.value(shows.totalInvestment)}`];
  const milestones = steps === 0 ? [] : [say.words.milestones(steps)];
  return `*${say.text(`${code} ${name}`, 60)}* ${[...parts, ...money, ...milestones].join(' · ')}`;
}

function faultLine({ sheet, cell, why, instead }: SheetFault, say: Sayings): string {
  return `${say.text(`${sheet} ${cell}`)}${say.colon}${say.text(why[say.language], 120)}${say.comma}${say.text(instead[say.language], 120)}`;
}

/** Short names, several a line. */
function inRows(texts: readonly string[], say: Sayings): string[] {
  const rows: string[] = [];
  for (let at = 0; at < texts.length; at += 10) rows.push(say.join(texts.slice(at, at + 10)));
  return rows;
}

function parted(lines: readonly string[], say: Sayings): readonly Message[] {
  const sections: string[] = [];
  let current = '';
  let left = 0;
  for (const line of lines) {
    if (sections.length === MOST_LISTS * SECTIONS) {
      left += 1;
    } else if (current !== '' && current.length + line.length + 1 > LONGEST_SECTION) {
      sections.push(current);
      current = line.trimStart();
    } else current = current === '' ? line.trimStart() : `${current}\n${line}`;
  }
  if (current !== '' && sections.length < MOST_LISTS * SECTIONS) sections.push(current);
  else if (current !== '') left += current.split('\n').length;
  const messages: Message[] = [];
  for (let at = 0; at < sections.length; at += SECTIONS) {
    const shown = sections.slice(at, at + SECTIONS);
    const last = at + SECTIONS >= sections.length && left > 0 ? [inLanguage(words, say.language).more(left)] : [];
    messages.push({ text: (shown[0] ?? '').slice(0, 200), blocks: [...shown, ...last].map((text) => section(text)) });
  }
  return messages;
}
