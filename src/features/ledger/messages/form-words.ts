/** The forms of importing. */
export const formWords = {
  importTitle: { zh: '导入台账', en: 'Import the ledger' },
  importSubmit: { zh: '导入', en: 'Import' },
  file: { zh: '台账表格（.xlsx、.csv）', en: 'Spreadsheet (.xlsx, .csv)' },
  fileHint: {
    zh: '按县里原来的样子就行：合并的表头、3.5亿元、6月底前都能读。先出预览，确认后才写入。也可以把表格直接发到和我的私信里。',
    en: 'As the county keeps it: merged heads, 3.5亿元, 6月底前 are all read. A preview comes first; nothing is written before you confirm. You may also send the file to me as a direct message.',
  },
  close: { zh: '关闭', en: 'Close' },
  save: { zh: '保存', en: 'Save' },

  columnsTitle: { zh: '对列名', en: 'Match columns' },
  columnsAbout: {
    zh: '这些列没有认出来。选定后会记住，下次不用再选。',
    en: 'These columns were not recognised. What you choose is remembered for the next file.',
  },
  columnsKnown: { zh: '以前选定、现在照用的列：', en: 'Matched before, and used again:' },
  forget: { zh: '不再记住', en: 'Forget this' },
  asMilestone: { zh: (head: string) => `节点“${head}”的时间`, en: (head: string) => `Day of milestone “${head}”` },
  ignored: { zh: '不导入', en: 'Do not import' },

  namesTitle: { zh: '定名字', en: 'Decide names' },
  namesAbout: {
    zh: '台账里没有这些名字。可以新建、选已有的，或留空；不选的留空。',
    en: 'The ledger does not have these names. Make them, choose one that is there, or leave them blank; what is not chosen stays blank.',
  },
  more: {
    zh: (count: number) => `另有 ${count} 个，保存后再打开接着定`,
    en: (count: number) => `${count} more: save and open this form again`,
  },
  likely: {
    zh: (row: string, name: string) => `${row}“${name}”`,
    en: (row: string, name: string) => `${row}: “${name}”`,
  },
  likelyHint: { zh: '是已有的项目改了名，还是新项目', en: 'A project under a new name, or a new one' },
  newProject: { zh: '是新项目', en: 'It is a new project' },
  unit: { zh: (name: string) => `单位“${name}”`, en: (name: string) => `Unit “${name}”` },
  category: { zh: (name: string) => `类别“${name}”`, en: (name: string) => `Category “${name}”` },
  person: { zh: (name: string) => `人员“${name}”`, en: (name: string) => `Person “${name}”` },
  search: { zh: '输入名字查找', en: 'Type to search' },
  make: { zh: '按表中的名字新建', en: 'Make it, as the file writes it' },
  blank: { zh: '留空', en: 'Leave blank' },
  others: { zh: '没有逐个定的人员和单位', en: 'People and units not decided one by one' },
  othersEach: { zh: '留空，以后再定', en: 'Leave blank for now' },
  othersMake: { zh: '全部按表中的名字新建', en: 'Make all of them, as the file writes them' },
} as const;
