import { countEn } from '../../../domain/day-words.js';

/** What is said once an import was decided, and why something was not done. Names come escaped. */
export const settledWords = {
  whoImports: {
    zh: '把表格交给项目办的统筹人员导入；自己项目的进度用 `/progress` 上报',
    en: 'Give the file to a coordinator, who imports it; report your own projects with `/progress`',
  },
  spreadsheetOfOther: {
    zh: '台账表格只有统筹人员可以导入',
    en: 'Only coordinators import spreadsheets of the ledger',
  },
  gone: {
    zh: { wrong: '找不到这次导入', instead: '把表格再发一次' },
    en: { wrong: 'This import was not found', instead: 'Send the file again' },
  },
  fileGone: {
    zh: { wrong: '文件已经不在了', instead: '把表格再发一次' },
    en: { wrong: 'The file is not there any more', instead: 'Send the file again' },
  },
  tooBig: {
    zh: (megabytes: number) => ({
      wrong: `文件超过 ${megabytes} MB`,
      instead: '只留台账的工作表，删掉图片和多余的行列，再发',
    }),
    en: (megabytes: number) => ({
      wrong: `The file is larger than ${megabytes} MB`,
      instead: 'Keep the ledger’s sheets only, delete pictures, spare rows and columns, and send it again',
    }),
  },
  tooManyLines: {
    zh: (lines: number, most: number) => ({
      wrong: `表中有 ${lines} 个项目要变动，一次最多 ${most} 个`,
      instead: '按乡镇或类别分成几份，一份一份导入',
    }),
    en: (lines: number, most: number) => ({
      wrong: `${lines} projects would change; one import takes ${most}`,
      instead: 'Split the file by town or category and import one part after the other',
    }),
  },
  notAFile: {
    zh: { wrong: '没有附上表格', instead: '附上 .xlsx 或 .csv，再按导入' },
    en: { wrong: 'No file is attached', instead: 'Attach an .xlsx or .csv and press Import' },
  },
  decided: {
    zh: {
      previewed: { wrong: '这次导入还没有确认', instead: '按预览下的写入' },
      confirmed: { wrong: '这次导入已经写入，没有再写一次', instead: '要改，把表格再发一次' },
      undone: { wrong: '这次导入已经撤销', instead: '要重新导入，把表格再发一次' },
      discarded: { wrong: '这次导入已经放弃', instead: '要导入，把表格再发一次' },
    },
    en: {
      previewed: { wrong: 'This import is not confirmed yet', instead: 'Press the button under the preview' },
      confirmed: {
        wrong: 'This import was written already; nothing was written twice',
        instead: 'To change something, send the file again',
      },
      undone: { wrong: 'This import was undone', instead: 'To import it again, send the file again' },
      discarded: { wrong: 'This import was discarded', instead: 'To import it, send the file again' },
    },
  },

  written: { zh: (file: string) => `已写入台账：${file}`, en: (file: string) => `Written to the ledger: ${file}` },
  overtaken: {
    zh: (codes: string) => `预览之后又有新的上报，以上报为准：${codes}`,
    en: (codes: string) => `Reported after the preview; the reports stand: ${codes}`,
  },
  undoFor: {
    zh: (hours: number) => `${hours} 小时内可以撤销`,
    en: (hours: number) => `can be undone for ${hours} hours`,
  },
  undo: { zh: '撤销这次导入', en: 'Undo this import' },
  undone: { zh: (file: string) => `已撤销导入：${file}`, en: (file: string) => `Import undone: ${file}` },
  asBefore: { zh: '台账恢复到导入之前。', en: 'The ledger is as it was before.' },
  stayWithdrawn: {
    zh: (count: number) => `其中 ${count} 个新增项目已有上报或卡点，改为撤销，记录保留。`,
    en: (count: number) =>
      `${countEn(count, 'new project')} had reports or obstacles already: withdrawn, their record stays.`,
  },
  discarded: { zh: (file: string) => `已放弃导入：${file}`, en: (file: string) => `Import discarded: ${file}` },
  nothingChanged: { zh: '台账没有改动。', en: 'The ledger was not changed.' },
  stale: { zh: (file: string) => `没有写入：${file}`, en: (file: string) => `Not written: ${file}` },
  staleWhy: {
    zh: '预览之后台账又有改动：',
    en: 'The ledger was changed after the preview:',
  },
  someone: { zh: '系统', en: 'the system' },
  changeLine: {
    zh: (time: string, name: string, codes: string, count: number) => `${time} ${name} 改了 ${codes}（${count} 处）`,
    en: (time: string, name: string, codes: string, count: number) =>
      `${time} ${name}: ${codes} (${countEn(count, 'change')})`,
  },
  andMore: { zh: (codes: string) => `${codes} 等`, en: (codes: string) => `${codes} and others` },
  changedSince: {
    zh: (codes: string) => ({
      wrong: `不能撤销：导入之后又改过 ${codes}`,
      instead: '逐项改回，用 `/ledger` 修改；或导入改好的表格',
    }),
    en: (codes: string) => ({
      wrong: `It cannot be undone: ${codes} changed since`,
      instead: 'Change them back one by one with `/ledger`, or import a corrected file',
    }),
  },
  tooLate: {
    zh: (hours: number) => ({
      wrong: `写入已超过 ${hours} 小时，不能撤销`,
      instead: '导入改好的表格，或用 `/ledger` 逐项修改',
    }),
    en: (hours: number) => ({
      wrong: `It was written more than ${hours} hours ago and cannot be undone`,
      instead: 'Import a corrected file, or edit with `/ledger`',
    }),
  },
} as const;
