// Indicators of the economic analysis counted again from the spreadsheets alone, as they were sent (`sent` in the output folder): what
// each states, what it revises of the one before it, and every line and list that told of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plus } from './days.mjs';

/** A month's first day, of a head like `4月`. */
const monthOf = (head, year) => `${year}-${head.replace('月', '').padStart(2, '0')}-01`;
/** `12.30` is kept as `12.3`. */
const plain = (value) => (value.includes('.') ? value.replace(/\.?0+$/, '') : value);

/** What a spreadsheet states: its newest month, and of each indicator the values by month. */
function readSheet(text, year) {
  const [head, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const columns = head.flatMap((cell, column) =>
    /^\d+月$/.test(cell) ? [{ column, month: monthOf(cell, year) }] : [],
  );
  const [unit, over] = [head.indexOf('单位'), head.indexOf('同比')];
  const indicators = rows.map((row) => ({
    name: row[0],
    unit: row[unit] ?? '',
    over: plain(row[over] ?? ''),
    values: columns.filter(({ column }) => row[column] !== '').map(({ column, month }) => [month, plain(row[column])]),
  }));
  const months = columns.map(({ month }) => month);
  const month = indicators
    .flatMap(({ values }) => values.map(([of]) => of))
    .sort()
    .at(-1);
  return { month, months, indicators };
}

/** What a sheet states otherwise than the one before it did of a month that both have. */
const revisionsOf = (sheet, before) =>
  (before?.indicators ?? []).flatMap(({ name, values }) => {
    const now = sheet.indicators.find((each) => each.name === name);
    return now === undefined
      ? []
      : values
          .filter(([month]) => sheet.months.includes(month))
          .map(([month, was]) => ({ name, month, was, now: now.values.find(([of]) => of === month)?.[1] ?? null }))
          .filter((each) => each.was !== each.now);
  });

/** The spreadsheets of a replay in the order in which they came, and what of them an agenda and a list must say. */
export function openIndicators(folder, { acts, plan }) {
  const differ = [];
  const sheets = [];
  const year = plan.year;
  for (const { action, at, after: said } of acts) {
    if (action !== 'indicators-taken') continue;
    const sheet = readSheet(readFileSync(join(folder, 'sent', said.file), 'utf8'), year);
    const counted = [sheet.month, sheet.indicators.length];
    if (JSON.stringify(counted) !== JSON.stringify([said.month, said.indicators]))
      differ.push(`${said.file}: counted ${counted}, the log says ${said.month}, ${said.indicators}`);
    sheets.push({ ...sheet, at, file: said.file, revisions: revisionsOf(sheet, sheets.at(-1)) });
  }
  const named = (month) => `${Number(month.slice(5, 7))}月`;

  return {
    sheets,
    differ,
    /**
     * The agenda's line for a meeting of a day, as it was made at a moment, and again with each sheet that came until another (and
     * before somebody settled it).
     */
    line(day, made, until) {
      const about = `${plus(`${day.slice(0, 8)}01`, -1).slice(0, 8)}01`;
      let told = { month: about, sheet: null };
      for (const moment of [made, ...sheets.map(({ at }) => at).filter((at) => at > made && at <= until)]) {
        const newest = sheets.findLast(({ at }) => at <= moment);
        if (newest !== undefined && newest.month >= told.month) told = { month: newest.month, sheet: newest };
      }
      if (told.sheet === null) return `${named(told.month)}经济指标：还没有表`;
      const { indicators, revisions } = told.sheet;
      const revised = revisions.length === 0 ? '' : `，更正${revisions.length}处`;
      return `${named(told.month)}经济指标${indicators.length}项${revised}`;
    },
    /** What somebody is shown of a sheet, row by row. */
    rows({ month, indicators, revisions }) {
      return [
        `${named(month)}经济指标${indicators.length}项`,
        ...(revisions.length === 0 ? [] : [`更正${revisions.length}处`]),
        ...indicators.flatMap(({ name, unit, over, values }) => [
          name,
          `　${values.find(([of]) => of === month)?.[1]}${unit}，同比${over.startsWith('-') || over === '0' ? over : `+${over}`}%`,
          ...revisions
            .filter((each) => each.name === name)
            .map(({ month: of, was, now }) => `　更正：${named(of)}${now ?? '没有数'}（原${was}）`),
        ]),
      ];
    },
  };
}

/** Every list of indicators that somebody was shown, held against the spreadsheet that it names. */
export function checkIndicators(folder, facts) {
  const indicators = openIndicators(folder, facts);
  const differ = [...indicators.differ];
  let lists = 0;
  for (const { what, lines: parts } of facts.messages) {
    const lines = parts.flatMap((line) => line.split('\n'));
    if (what === 'deleted' || !/^\d+月经济指标\d+项$/.test(lines[0] ?? '')) continue;
    lists += 1;
    const sheet = indicators.sheets.find(({ file }) => lines.some((line) => line.endsWith(`传的表：${file}`)));
    if (sheet === undefined) {
      differ.push(`${lines[0]}: of no spreadsheet that was sent`);
      continue;
    }
    const counted = indicators.rows(sheet);
    const said = lines.slice(
      0,
      lines.findIndex((line) => line.includes('传的表：')),
    );
    if (JSON.stringify(counted) !== JSON.stringify(said))
      differ.push(`${sheet.file}: counted ${counted.join(' / ')}, said ${said.join(' / ')}`);
  }
  const revised = indicators.sheets.reduce((sum, { revisions }) => sum + revisions.length, 0);
  return { sheets: indicators.sheets.length, lists, revised, differ };
}
