import { say } from './say.js';

/** What can be doubtful about a line, a sheet or a cell as such. */
export const LINES = {
  noName: () =>
    say('没有项目名称', 'no project name', '填写项目名称，或删掉这一行', 'fill in the name, or delete the row'),
  twice: (name: string, where: string) =>
    say(
      `“${name}”在 ${where} 已有`,
      `‘${name}’ is at ${where} already`,
      '删掉重复的一行，或改名区分',
      'delete one, or tell them apart by name',
    ),
  hidden: (name: string) =>
    say(
      `“${name}”在隐藏行，已读入`,
      `‘${name}’ is in a hidden row; it was read`,
      '不要的行请删除',
      'delete the row if it is not wanted',
    ),
  struckRow: (name: string) =>
    say(
      `“${name}”整行划掉，按退出处理`,
      `‘${name}’ is struck out; read as withdrawn`,
      '仍要保留的，去掉删除线',
      'take the line off if it stays',
    ),
  struckText: (text: string, kept: string) =>
    say(
      `划掉的“${text}”不计，取“${kept}”`,
      `‘${text}’ is struck out; ‘${kept}’ was taken`,
      '删去划掉的文字',
      'delete what is struck out',
    ),
  broken: (error: string) =>
    say(`公式没有结果（${error}）`, `the formula has no result (${error})`, '写成数字或文字', 'write the value itself'),
  comment: (text: string) =>
    say(
      `有批注“${text}”，未读入`,
      `there is a remark ‘${text}’ on it, which was not read`,
      '要改的，直接改在格里',
      'put what it says into the cell',
    ),
  moreLines: (text: string) =>
    say(
      `同一项目另有一行“${text}”，未读入`,
      `the same project has another line ‘${text}’, not read`,
      '写到一格里',
      'put it into one cell',
    ),
  count: (label: string, said: number, found: number) =>
    say(
      `“${label}”写${said}个，读到${found}个`,
      `‘${label}’ says ${said}, ${found} were read`,
      '核对个数',
      'check the number',
    ),
  nestedCategory: (inner: string, outer: string) =>
    say(
      `“${inner}”在“${outer}”之下，类别取“${inner}”`,
      `‘${inner}’ is under ‘${outer}’; it was taken as category`,
      '每个项目写明类别',
      'write the category in each row',
    ),
  carriedCategory: (category: string) =>
    say(
      `类别空白，取上一行的“${category}”`,
      `the category is blank; ${category} of the row above was taken`,
      '填写类别',
      'fill in the category',
    ),
  readAsSection: (label: string) =>
    say(
      `“${label}”独占一行，按类别理解`,
      `‘${label}’ stands alone; it was read as a category`,
      '是项目的，补全这一行',
      'complete the row if it is a project',
    ),
  unreadSheet: (name: string) =>
    say(
      `工作表“${name}”没有认出表头，未读入`,
      `no head was found in the sheet ‘${name}’; not read`,
      '表头写明项目名称、责任单位、总投资',
      'write heads such as 项目名称, 责任单位, 总投资',
    ),
  hiddenSheet: (name: string) =>
    say(
      `工作表“${name}”是隐藏的，未读入`,
      `the sheet ‘${name}’ is hidden; not read`,
      '要读入的，取消隐藏',
      'unhide it if it is wanted',
    ),
} as const;
