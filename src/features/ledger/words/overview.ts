/** What `/ledger` alone says. */
export const overviewWords = {
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
  importButton: { zh: '导入表格', en: 'Import a spreadsheet' },
  exportButton: { zh: '导出台账', en: 'Export the ledger' },
  exportAll: { zh: '导出全部', en: 'Export everything' },
  templateButton: { zh: '下载模板', en: 'Get the template' },
  unknown: {
    zh: (said: string) => ({
      wrong: `看不懂“${said}”`,
      instead: '`/ledger 导入`、`/ledger 导出`、`/ledger 模板`；只打 `/ledger` 看说明',
    }),
    en: (said: string) => ({
      wrong: `“${said}” is not understood`,
      instead: '`/ledger import`, `/ledger export`, `/ledger template`; `/ledger` alone explains',
    }),
  },
} as const;
