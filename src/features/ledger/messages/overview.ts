import { type Ctx, type Outcome, refuse } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, header, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids as editIds } from '../../edit/ids.js';
import { ids } from '../ids.js';

/** What `/ledger` alone says. */
export const words = {
  title: { zh: '台账', en: 'The ledger' },
  import: {
    zh: '*导入*：把县里的台账表格（.xlsx、.csv）直接发给我，或输入 `/ledger 导入`。先看预览，确认后才写入，一天内可以撤销。',
    en: '*Import*: send me the county’s spreadsheet (.xlsx, .csv), or type `/ledger import`. A preview comes first; nothing is written before you confirm, and it can be undone for a day.',
  },
  export: {
    zh: '*导出*：`/ledger 导出` 得到台账表格；`上报`、`卡点`、`操作记录`、`目标`、`全部` 写在后面，例如 `/ledger 导出 全部`。只有您能看的内容。',
    en: '*Export*: `/ledger export` gives the ledger as a spreadsheet; add `reports`, `obstacles`, `activity`, `goals` or `all`, such as `/ledger export all`. It holds what you may see.',
  },
  template: {
    zh: '*模板*：`/ledger 模板` 得到带下拉选项的空表。',
    en: '*Template*: `/ledger template` gives an empty sheet with drop-downs.',
  },
  edit: {
    zh: '*修改*：`/ledger 新增`；`/ledger 修改 P-017`；`/ledger 退出 P-017 企业放弃`；`/ledger 改类 P-017 骨干企业 已投产`；`/ledger 暂停 P-017 8月31日 等规划`、`/ledger 恢复 P-017`。每次改动都留旧值、新值和原因，一天内可以撤销。',
    en: '*Edit*: `/ledger add`; `/ledger edit P-017`; `/ledger withdraw P-017 the firm gave up`; `/ledger recategorise P-017 backbone in operation`; `/ledger pause P-017 2020-08-31 planning`, `/ledger resume P-017`. Each change keeps the old, the new and the reason, and can be undone for a day.',
  },
  postpone: {
    zh: '*延期*：`/ledger 延期 P-017 主体封顶8月31日 雨季停工`。会越过目标关口的，要包保领导同意。',
    en: '*Postpone*: `/ledger postpone P-017 主体封顶 2020-08-31 stopped by rain`. Where it would pass a goal’s gate, the sponsor has to consent.',
  },
  addButton: { zh: '新增项目', en: 'New project' },
  importButton: { zh: '导入表格', en: 'Import a spreadsheet' },
  exportButton: { zh: '导出台账', en: 'Export the ledger' },
  exportAll: { zh: '导出全部', en: 'Export everything' },
  templateButton: { zh: '下载模板', en: 'Get the template' },
  unknown: {
    zh: (said: string) => ({
      wrong: `看不懂“${said}”`,
      instead:
        '`/ledger 导入`、`导出`、`模板`、`新增`、`修改`、`延期`、`退出`、`改类`、`暂停`、`恢复`；只打 `/ledger` 看说明',
    }),
    en: (said: string) => ({
      wrong: `“${said}” is not understood`,
      instead:
        '`/ledger import`, `export`, `template`, `add`, `edit`, `postpone`, `withdraw`, `recategorise`, `pause` or `resume`; `/ledger` alone explains',
    }),
  },
} as const satisfies Phrases;

/** What `/ledger` can do for the one who asks. */
export function overviewMessage({ language }: Pick<Ctx, 'language'>, mayEdit: boolean): Message {
  const say = inLanguage(words, language);
  return {
    text: say.title,
    blocks: [
      header(say.title),
      ...(mayEdit ? [section(say.import)] : []),
      ...(mayEdit ? [section(say.edit)] : []),
      section(say.postpone),
      section(say.export),
      section(say.template),
      actions(
        ...(mayEdit ? [button(ids.openImport, {}, say.importButton, 'primary')] : []),
        ...(mayEdit ? [button(editIds.add, {}, say.addButton)] : []),
        button(ids.export, { what: 'ledger' }, say.exportButton),
        button(ids.export, { what: 'all' }, say.exportAll),
        button(ids.template, {}, say.templateButton),
      ),
    ],
  };
}

/** A first word that means nothing here. */
export const unknownSubcommand = (said: string, { language }: Pick<Ctx, 'language'>): Outcome =>
  refuse(inLanguage(words, language).unknown(escapeText(clip(said, 40))));
