import type { Words } from '../domain/plan.js';
import { LIMITS } from './limits.js';

/** Why a file was not read, and what to send instead. */
export type Refusal = { readonly wrong: Words; readonly instead: Words };

const SEND_XLSX: Words = {
  zh: '在表格软件里另存为 .xlsx 再发',
  en: 'Save it as .xlsx in a spreadsheet program and send that',
};
const SMALLER: Words = {
  zh: '只留台账的工作表，删掉多余的行列、图片，再发',
  en: 'Keep the ledger’s sheets only, delete spare rows, columns and pictures, and send it again',
};

export const REFUSALS = {
  empty: {
    wrong: { zh: '文件是空的', en: 'The file is empty' },
    instead: { zh: '发有内容的 .xlsx 或 .csv', en: 'Send an .xlsx or .csv with something in it' },
  },
  tooBig: {
    wrong: {
      zh: `文件超过 ${LIMITS.fileBytes / 1024 / 1024} MB`,
      en: `The file is larger than ${LIMITS.fileBytes / 1024 / 1024} MB`,
    },
    instead: SMALLER,
  },
  inflates: { wrong: { zh: '文件解开后过大', en: 'The file is too large once it is unpacked' }, instead: SMALLER },
  tooMuch: {
    wrong: {
      zh: `内容超过 ${LIMITS.rows} 行或 ${LIMITS.cells} 格`,
      en: `More than ${LIMITS.rows} rows or ${LIMITS.cells} cells`,
    },
    instead: SMALLER,
  },
  tooLong: { wrong: { zh: '读取用时过长', en: 'Reading it took too long' }, instead: SMALLER },
  tooHeavy: { wrong: { zh: '读取占用内存过多', en: 'Reading it took too much memory' }, instead: SMALLER },
  encrypted: {
    wrong: { zh: '文件有打开密码', en: 'The file is locked with a password' },
    instead: { zh: '取消密码再发', en: 'Take the password off and send it again' },
  },
  old: { wrong: { zh: '这是旧格式（.xls 或 .et）', en: 'This is an old format (.xls or .et)' }, instead: SEND_XLSX },
  web: {
    wrong: { zh: '这是网页，只是扩展名改成了表格', en: 'This is a web page with a spreadsheet’s name' },
    instead: SEND_XLSX,
  },
  other: { wrong: { zh: '这不是 .xlsx 或 .csv 表格', en: 'This is no .xlsx or .csv spreadsheet' }, instead: SEND_XLSX },
  damaged: { wrong: { zh: '文件已损坏，打不开', en: 'The file is damaged and cannot be opened' }, instead: SEND_XLSX },
  noLedger: {
    wrong: { zh: '没有认出台账的表头', en: 'No ledger’s head was found' },
    instead: {
      zh: '表头写明项目名称、责任单位、总投资等，再发；模板见 /ledger 模板',
      en: 'Name the columns 项目名称, 责任单位, 总投资 and send it again; /ledger template has a template',
    },
  },
  noProjects: {
    wrong: { zh: '表头之下没有项目', en: 'There is no project under the head' },
    instead: { zh: '每行填一个项目，再发', en: 'Fill in a project in each row and send it again' },
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export type RefusalKey = keyof typeof REFUSALS;

/** Thrown inside the reading; `openSheet` makes it a value again. */
export class Refused extends Error {
  constructor(readonly because: RefusalKey) {
    super(because);
  }
}
