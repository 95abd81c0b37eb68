import type { Words } from '../../plan.js';
import { say } from './say.js';

const DAY_ZH = '写成 2020-06-30 或 6月底前';
const DAY_EN = 'write 2020-06-30 or 6月底前';

/** What can be doubtful about a date. */
export const DATES = {
  noDate: (field: Words, text: string) =>
    say(`${field.zh}“${text}”认不出是哪一天`, `${field.en} ‘${text}’ is no date that is understood`, DAY_ZH, DAY_EN),
  noSuchDay: (field: Words, text: string) =>
    say(`${field.zh}“${text}”没有这一天`, `${field.en} ‘${text}’ is a day that does not exist`, DAY_ZH, DAY_EN),
  farYear: (field: Words, text: string, year: number) =>
    say(
      `${field.zh}“${text}”与${year}年相差太远`,
      `${field.en} ‘${text}’ is far from ${year}`,
      '核对年份',
      'check the year',
    ),
  severalDates: (field: Words, text: string, day: string) =>
    say(
      `${field.zh}“${text}”有几个日期，取${day}`,
      `${field.en} ‘${text}’ holds several dates; ${day} was taken`,
      '只写一个日期',
      'write one date only',
    ),
  dateWithText: (field: Words, text: string, day: string) =>
    say(
      `${field.zh}“${text}”带有其他文字，取${day}`,
      `${field.en} ‘${text}’ holds other words; ${day} was taken`,
      '只写日期，其余写到备注',
      'write the date only, the rest as a remark',
    ),
  aboutDate: (field: Words, text: string, day: string) =>
    say(
      `${field.zh}“${text}”是约数，取${day}`,
      `${field.en} ‘${text}’ is approximate; ${day} was taken`,
      DAY_ZH,
      DAY_EN,
    ),
  dateReadings: (field: Words, text: string, days: readonly string[]) =>
    say(
      `${field.zh}“${text}”可以是 ${days.join(' 或 ')}`,
      `${field.en} ‘${text}’ can be ${days.join(' or ')}`,
      DAY_ZH,
      DAY_EN,
    ),
  bareMonth: (field: Words, text: string) =>
    say(`${field.zh}只写了“${text}”，按月份理解`, `${field.en} is only ‘${text}’; read as a month`, DAY_ZH, DAY_EN),
  doneUndated: (field: Words, text: string) =>
    say(
      `${field.zh}写的是“${text}”，没有日期`,
      `${field.en} says ‘${text}’ without a date`,
      '写上完成日期',
      'write the day on which it was done',
    ),
  startUnknown: (field: Words, text: string) =>
    say(
      `${field.zh}写的是“${text}”，没有日期`,
      `${field.en} says ‘${text}’ without a date`,
      '写上开工日期，或填写建设起止时间',
      'write the day, or fill in 建设起止时间',
    ),
  endBeforeStart: (end: string, start: string) =>
    say(
      `计划竣工 ${end} 早于计划开工 ${start}`,
      `the planned end ${end} is before the planned start ${start}`,
      '核对年份',
      'check the year',
    ),
  nodeUndated: (text: string) =>
    say(
      `节点“${text}”没有日期，未读入`,
      `the milestone ‘${text}’ has no date and was not read`,
      '写成 用地2月底，施工许可3月',
      'write 用地2月底，施工许可3月',
    ),
  guessedMilestone: (head: string) =>
    say(
      `“${head}”一列多是日期，按节点理解`,
      `the column ‘${head}’ mostly holds dates; read as a milestone`,
      '改成表内节点名称',
      'use a milestone’s name as head',
    ),
  guessedYear: (year: number) =>
    say(
      `表内没有写明年份，按${year}年理解`,
      `the sheet names no year; ${year} was taken`,
      '在标题写明年份',
      'name the year in the title',
    ),
} as const;
