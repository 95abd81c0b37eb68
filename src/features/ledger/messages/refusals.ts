import { UNDO_HOURS } from '../../../domain/permission.js';
import type { Outcome } from '../../../feature.js';
import type { ImportStanding } from '../../../store/ledger-imports.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { Reader, Refused } from '../model.js';
import { codesWords, sayings } from './sayings.js';

/** Why something of an import or an export is not done, zh-CN and English side by side. Names come escaped. */
export const words = {
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
      wrong: `表中有${lines}个项目要变动，一次最多${most}个`,
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
  notSpreadsheet: {
    zh: { wrong: '没有导入：这不是表格', instead: '另存为 .xlsx 或 .csv，再发一次' },
    en: { wrong: 'Not imported: this is no spreadsheet', instead: 'Save it as .xlsx or .csv and send it again' },
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
} as const satisfies Phrases;

type In = Pick<Reader, 'language'>;
type Said = { readonly wrong: string; readonly instead: string };
const refused = (said: Said): Refused => ({ refused: { ...said, understood: null } });
const say = ({ language }: In) => inLanguage(words, language);

export const refuse = ({ refused: refusal }: Refused): Outcome => ({ kind: 'refuse', refusal });

export const whoImports = (reader: In): string => say(reader).whoImports;
/** Of who sent a spreadsheet and may not import it. */
export const spreadsheetOfOther = (denied: Refused, reader: In): Refused => ({
  refused: { ...denied.refused, wrong: say(reader).spreadsheetOfOther },
});
export const goneRefused = (reader: In): Refused => refused(say(reader).gone);
export const notSpreadsheet = (reader: In): Refused => refused(say(reader).notSpreadsheet);
export const fileGone = (reader: In): Refused => refused(say(reader).fileGone);
export const tooBig = (megabytes: number, reader: In): Refused => refused(say(reader).tooBig(megabytes));
export const tooManyLines = (lines: number, most: number, reader: In): Refused =>
  refused(say(reader).tooManyLines(lines, most));
export const noFile = (reader: In): Outcome => ({ kind: 'errors', errors: { file: say(reader).notAFile.wrong } });
export const decidedRefused = (standing: ImportStanding, reader: In): Refused => refused(say(reader).decided[standing]);
/** A press that comes twice, or late: nothing happens, and it is said why. */
export const alreadyDecided = (reader: In, standing: ImportStanding): Outcome =>
  refuse(decidedRefused(standing, reader));
export const changedSinceRefused = (codes: readonly string[], reader: Reader): Refused =>
  refused(say(reader).changedSince(codesWords(codes, sayings(reader))));
export const tooLateRefused = (reader: In): Refused => refused(say(reader).tooLate(UNDO_HOURS));
