import { saysNothing, saysOpen, squeezed, tidyText } from './clean.js';
import { remembered } from './remembered.js';

export type UnitReading =
  | { readonly says: 'nothing' | 'open' }
  | { readonly says: 'units'; readonly units: readonly string[] };

const UNIT =
  /(?:镇|乡|街道|街道办|办事处|局|委|委员会|办|办公室|中心|园区?|开发区|高新区|新区|分局|公司|集团|院|校|站|所|处|会|部|社|队|银行|厂|场|专班|指挥部|政府|管委会|人民政府)$/;
const LEADS = /[(（]?牵头(?:单位|部门)?[)）]?[:：]?/;

/** Whether a text is the name of a town, department or park, as a sheet's or a section's name can be. */
export function isUnitName(text: string): boolean {
  return /^[\p{Script=Han}]{1,12}(?:镇|乡|街道|街道办事处|局|委|办|办公室|中心|园区|开发区|高新区|分局|管委会|办事处)$/u.test(
    squeezed(text),
  );
}

/** The units that a cell names, the one in charge first: `行政审批\n服务局`, `水利局、农业农村局`, `住建局（牵头）、城管局`. */
export const readUnit = remembered((text): UnitReading => {
  if (saysNothing(text)) return { says: 'nothing' };
  if (saysOpen(text)) return { says: 'open' };
  const parts = text
    .split(/[、,，;；/／|]+/)
    .flatMap(lines)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const ordered = [...parts.filter((part) => LEADS.test(part)), ...parts.filter((part) => !LEADS.test(part))];
  const units = ordered
    .map((part) => tidyText(part.replace(LEADS, '').replace(/^(?:责任|配合|协办|主办)(?:单位|部门)?[:：]/, '')))
    .filter((unit) => unit !== '');
  return units.length === 0 ? { says: 'nothing' } : { says: 'units', units };
});

/** A line break parts two units only where each side is one: 行政审批\n服务局 is one unit set in two lines. */
function lines(part: string): string[] {
  const pieces = part
    .split(/\n|\s{1,}(?=\S)/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  return pieces.length > 1 && pieces.every((piece) => piece.length >= 3 && UNIT.test(piece.replace(LEADS, '')))
    ? pieces
    : [part];
}

/** Short and long names of the departments that every county has (2019's reform gave them these names). */
const SAME_UNITS: readonly (readonly string[])[] = [
  ['工信局', '工业和信息化局', '工业信息化局', '经信局'],
  ['发改局', '发展和改革局', '发展改革局', '发改委', '发展和改革委员会'],
  ['教体局', '教育和体育局', '教育体育局'],
  ['住建局', '住房和城乡建设局', '住房城乡建设局'],
  ['卫健局', '卫生健康局', '卫健委', '卫生健康委员会'],
  ['文旅局', '文化和旅游局', '文化旅游局'],
  ['农业农村局', '农业局'],
  ['交通运输局', '交通局'],
  ['自然资源局', '自然资源和规划局', '自然资源规划局', '自规局'],
  ['生态环境分局', '生态环境局', '环保局'],
  ['行政审批服务局', '行政审批局', '审批服务局'],
  ['商务和投资促进局', '商务局', '商务投促局'],
  ['投资促进中心', '投促中心', '招商中心'],
  ['综合行政执法局', '执法局', '城管局', '城市管理局'],
  ['市场监督管理局', '市场监管局'],
  ['人力资源和社会保障局', '人社局', '人力资源社会保障局'],
  ['经济开发区', '经济开发区管委会', '开发区', '开发区管委会', '经开区'],
  ['高新区', '高新技术产业开发区', '高新区管委会'],
  ['应急局', '应急管理局'],
  ['科技局', '科学技术局'],
  ['民政局'],
  ['水利局', '水务局'],
  ['财政局'],
];
const GROUPS = new Map(SAME_UNITS.flatMap((group) => group.map((name) => [name, group[0] ?? name] as const)));

/** The part of a unit's name by which it is told from others: 县工信局, 东阿县工业和信息化局 and 工信局 share theirs. */
export const unitKey = remembered((unit) => {
  const plain = squeezed(unit);
  const bare = plain.replace(
    /^[\p{Script=Han}]{0,3}[县市区](?![场政])(?=[\p{Script=Han}]{2,}(?:局|委|中心|办|区|院|社|分局|委员会)$)/u,
    '',
  );
  const town = bare.replace(/(?:人民政府|党委|办事处)$/, '').replace(/街道办$/, '街道');
  return GROUPS.get(town) ?? GROUPS.get(plain) ?? town;
});

/** Whether a department's name is the short one by which it is known (工信局). */
export function isShortName(unit: string): boolean {
  return GROUPS.get(unit) === unit;
}

// What a unit's name ends with, where a person's name may follow without a mark: 水利局张三.
const UNIT_THEN_NAME =
  /^(\p{Script=Han}{1,14}?(?:局|镇|乡|街道|街道办|中心|园区|开发区|高新区|分局|管委会|办事处|公司|集团|委|办))[:：]?(\p{Script=Han}{2,4})$/u;

/** A cell of 责任单位及责任人: 水利局 张三, 水利局（张三）, 水利局张三. */
export function partUnitAndOwner(text: string): { readonly unit: string; readonly owner: string } {
  const marked = text
    .replace(/[(（]([^()（）]*)[)）]/g, '\n$1')
    .split(/[\n:：、,，;；/]+|\s+/)
    .filter((each) => each.trim() !== '');
  const units = marked.filter((each) => UNIT.test(each));
  if (units.length > 0 && units.length < marked.length)
    return { unit: units.join('、'), owner: marked.filter((each) => !UNIT.test(each)).join('、') };
  const together = UNIT_THEN_NAME.exec(squeezed(text));
  return together === null ? { unit: text, owner: '' } : { unit: together[1] ?? '', owner: together[2] ?? '' };
}
