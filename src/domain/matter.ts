import type { Matter, ObstacleKind } from './plan.js';

// What an obstacle is about, by the words that people use for it; the first group with the most hits wins.
const MATTER_WORDS: readonly (readonly [Matter, RegExp])[] = [
  [
    'energy-quota',
    /能耗|用能|煤耗|煤炭|用煤|标准?煤|能评|节能审查|能源(?:指标|消费)|energy (?:quota|consumption)|energy-?saving/g,
  ],
  [
    'environmental-capacity',
    /环境容量|环评|环保|排污|排放|总量指标|污染|vocs?|废水|废气|扬尘|环境(?:影响|敏感)|敏感点|污水接纳|\beia\b|environment(?:al)?|emission|pollut/g,
  ],
  [
    'utilities',
    /外电|电源|三相|台区|跳闸|电塔|电力局|供电局|供电公司|水压|feeder|substation|grid company|水电|通电|没电|停电|断电|供电|用电|临电|电力|变压器|增容|配电|高压|线路|线杆|电线|电缆|光缆|燃气|天然气|供气|供水|停水|断水|没水|通水|自来水|供热|热力|管线|管网|管道|通信|网络|排水|三通|蒸汽|power|electric|gas (?:pipe|line)|pipeline|transformer|water supply|utilit|cable/g,
  ],
  [
    'relocation',
    /住户|违建|没拆|未拆|不拆|不肯拆|谁都不(?:肯)?拆|养殖户|[一二三四五六七八九十两几\d]户|household|refuse to move|拆迁|征迁|征拆|搬迁|动迁|迁坟|坟|未搬|没搬|不搬|不肯搬|钉子户|安置|补偿|赔偿|征收|拆除|户(?:没|未|不)签|村民|群众|阻工|拦(?:着|路|车|住)|阻拦|阻挠|青苗|附着物|腾退|腾空|relocat|villager|demoli|resettl|compensation/g,
  ],
  [
    'land',
    /农田|标准地|占地|土地性质|场地|地(?:没|到现在|给不|挂不|方没|皮)|的地|亩地|土地|用地|地块|征地|供地|建设用地|林地|耕地|农转用|占补|净地|摘牌|国土|规划用地|红线|宅基地|\bland\b/g,
  ],
  [
    'funds',
    /的钱|钱(?:一直|还|到|都|也|一分)|没钱|要钱|现款|补助|[料工建尾配套]+费没|配套费|尾款|拖欠|付不|不付|资金|缺钱|没钱|钱没|钱不|款|贷款|融资|授信|拨款|拨付|预算|概算|财政|工程款|欠薪|垫资|续期|专项债|债券|funds?\b|funding|money|loan|payment|financ|budget/g,
  ],
  [
    'labour',
    /[焊大技木瓦塔钢架电普力]工(?!程|业|资|艺|地)|检验员|潜水员|熟练工|持证|有证的|操作手|司机|队伍|没人(?:干|手|会|来)|人(?:都)?(?:跑|走|撤)|剩.{1,3}个人|crew|quit|用工|工人|招工|招不到|招人|缺人|人手|人员不足|劳动力|劳务|民工|司机|班组|技工|钢筋工|木工|瓦工|焊工|电工(?!程)|泥工|架子工|抹灰工|技术员|农民工|人不够|labou?r|workers?|manpower|staff shortage|welders?/g,
  ],
  [
    'approval',
    /不给(?:批|过|办)|航行警告|海事|规委会|inspection|核准|审批|批复|手续|许可|证(?!明)|窗口|审查|图审|备案|立项|盖章|签字|核准|报批|批不|未批|没批|不批|迟迟不|规定|政策|条款|资质|验收|[安稳洪水能]评|评估|评价|办不|受理|评审|公示|住建局|自规局|审批局|行政审批|流程|材料退|approv|permit|licen[cs]e|paperwork|review|sign-?off/g,
  ],
];
// 指标 and 款 go with the word before them; these decide on their own.
const PLAIN: readonly (readonly [Matter, RegExp])[] = [
  ['land', /土地指标|用地指标|用地(?:没|未|批|手续)|征地(?:没|未|难)|土地(?:没|未)/],
  ['energy-quota', /能耗指标|用能指标|能耗/],
  ['environmental-capacity', /环境容量|排污(?:指标|权|总量)|排放指标/],
  ['relocation', /补偿款|赔偿|拆迁|征迁|坟|村民|阻工/],
  ['funds', /资金|工程款|贷款|没钱|出让金/],
  ['labour', /招不到|用工|工人不(?:够|足)|缺(?:工人|人手)/],
];

/** How many telling words of each matter stand in the text. */
export function matterScores(plain: string): { readonly matter: Matter; readonly score: number }[] {
  return MATTER_WORDS.map(([matter, words]) => ({
    matter,
    score:
      (plain.match(words) ?? []).length +
      (PLAIN.some(([each, plainly]) => each === matter && plainly.test(plain)) ? 2 : 0),
  }));
}

/** What the text is about: the matter with the most telling words, `other` where none is told. */
export function matterOf(plain: string): Matter {
  const best = matterScores(plain).reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.matter : 'other';
}

const NAMED: readonly (readonly [ObstacleKind, RegExp])[] = [
  ['shackle', /紧箍咒|shackle/],
  ['roadblock', /拦路虎|road-?block/],
  ['stumbling-block', /绊脚石|stumbling[- ]block/],
];
const PLAINLY: readonly (readonly [ObstacleKind, RegExp])[] = [
  [
    'shackle',
    /(?:规定|政策|条款|文件|制度|办法|标准|法规).{0,12}(?:不允许|不让|不合理|太死|冲突|过时|限制|卡|要求先|必须先|要先)/,
  ],
  [
    'roadblock',
    /(?:不归|没人管|推诿|扯皮|踢皮球|互相推|协调不(?:了|动|下来)|都说不|谁也|谁都|管不了|超出.{0,6}权限|nobody)/,
  ],
  [
    'stumbling-block',
    /(?:没动静|没回音|没回复|没消息|没反应|没下文|石沉大海|迟迟|一直(?:没|不|拖|压|未)|拖着|压着|办得慢|太慢|拖了|催了|no reply|slow|卡在.{0,8}(?:窗口|科|局|股|中心|处))/,
  ],
];

/** The kind of an obstacle where the text names it or makes it plain, else null. */
export function kindOf(plain: string): ObstacleKind | null {
  return [...NAMED, ...PLAINLY].find(([, words]) => words.test(plain))?.[0] ?? null;
}

const STOPPED =
  /卡(?:着|住|在|壳|脖子|点|了)|没到位|未到位|不到位|没批|未批|没办|未办|没下来|没拿到|没取得|批不下|批不了|不批|办不下|办不了|办不成|下不来|推不动|推不下|进不了|进不去|进不来|不让|拦着|拦住|阻工|阻拦|阻挠|阻挡|停工|停了|停摆|停滞|搁置|受阻|受影响|无法|没法|没办法|不能(?:开工|施工|进场|动工|通|用|签|安装|生产)|不敢|不够|不足|短缺|紧缺|紧张|缺口|缺(?!席)|招不到|找不到|没人|没有?工人|没钱|没电|没水|停电|停水|断电|断水|拦路(?!虎)|没通|未通|没动静|没着落|没落实|未落实|没解决|未解决|解决不了|拖着|拖了|迟迟|压着|扯皮|推诿|不归|不同意|不答应|不配合|不肯|没签|未签|不签|退回|被退|驳回|影响(?:开工|施工|进度|工期|进场|安装)|耽误|延误|开不起来|动不了|干不了|干不动|施不了|没谈拢|谈不拢|闹|上访|缺少|欠|困难|难题|绊脚石|拦路虎|紧箍咒|坏了|塌|被盗|隐患|stuck|blocked|delayed|not approved|shortage|no power|cannot|can't|stopped|halted|waiting for|hold(?:ing)? up|stumbling|roadblock|shackle/;

/** True where the text tells of something that stops the work. */
export function tellsObstacle(plain: string): boolean {
  return STOPPED.test(plain);
}
