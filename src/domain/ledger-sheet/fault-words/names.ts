import type { Words } from '../../plan.js';
import { say } from './say.js';

/** What can be doubtful about people and units, and fields that are blank or not settled. */
export const NAMES = {
  blank: (field: Words) => say(`${field.zh}空白`, `${field.en} is blank`, `填写${field.zh}`, `fill in the ${field.en}`),
  open: (field: Words, text: string) =>
    say(
      `${field.zh}写的是“${text}”`,
      `${field.en} says ‘${text}’: not known yet`,
      `定下后填写${field.zh}`,
      `fill in the ${field.en} once it is settled`,
    ),
  severalNames: (field: Words, names: readonly string[]) =>
    say(
      `${field.zh}有${names.length}个名字，取 ${names[0]}`,
      `${field.en} holds ${names.length} names; ${names[0]} was taken`,
      '只写一人，其他人写到备注',
      'write one person, the others as a remark',
    ),
  oddName: (field: Words, text: string) =>
    say(
      `${field.zh}“${text}”不像姓名`,
      `${field.en} ‘${text}’ does not look like a name`,
      '只写姓名',
      'write the name only',
    ),
  severalUnits: (units: readonly string[]) =>
    say(
      `责任单位有${units.length}个，取 ${units[0]}`,
      `${units.length} units; ${units[0]} was taken`,
      '只写牵头的一个单位',
      'write the leading unit only',
    ),
  sameUnit: (unit: string, other: string) =>
    say(
      `“${unit}”与“${other}”应是同一单位`,
      `‘${unit}’ and ‘${other}’ seem to be the same unit`,
      `统一写成${other}`,
      `write ${other} throughout`,
    ),
  unitFromSheet: (name: string) =>
    say(
      `责任单位空白，取工作表名“${name}”`,
      `the unit is blank; the sheet's name ${name} was taken`,
      '填写责任单位',
      'fill in the unit',
    ),
  phone: (digits: number) =>
    say(`联系电话是${digits}位`, `the telephone number has ${digits} digits`, '核对号码', 'check the number'),
} as const;
