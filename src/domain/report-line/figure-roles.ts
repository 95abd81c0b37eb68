/** What the words beside a figure say it is, apart from how far a milestone has come. */
export type FigureRole =
  | 'denied'
  | 'left-behind'
  | 'called-wrong'
  | 'was'
  | 'ought'
  | 'rate'
  | 'others'
  | 'schedule'
  | 'difference';

const NEAR = 16;
const BEFORE: readonly (readonly [FigureRole, RegExp])[] = [
  [
    'schedule',
    /(?:序时(?:进度)?|时序|时间进度|按计划|计划)(?:目标|任务)?(?:应|该|要求|为|是|达|到|完成|进度)[^\d,。;]{0,6}$/,
  ],
  // 计划80%，实际完成72%; 应完成50%: not 按计划已完成80%.
  ['schedule', /计划(?:[^\d,。;已实了]){0,8}$|应(?:该)?(?:当)?(?:完成|达到?|做到)\s*$/],
  // 滞后15个点, 本周完成3%, 比上月多了8个百分点: between two levels, none itself.
  [
    'difference',
    /(?:滞后|落后|超前|领先|[多快慢少]了?|提高了?|增加了?|增长了?|上升了?|提升了?|环比|同比|本[周旬]完成|当[周日]完成|今天完成)\s*$/,
  ],
  // 占总投资4.2亿元的44.3%
  ['rate', /占[^,。;]{1,14}的\s*$/],
  // 书记要求汛前到60%, 下周计划:…达到80%: what is wanted of it.
  ['schedule', /(?:要求|说要|下[周月]计划|下一?步计划|目标|力争|争取|确保|务必)[^,。;]{0,12}$/],
  // 7月底能到80%: an aim.
  ['schedule', /(?:[能会将要]|可以?|争取|力争|预计|计划|目标|确保)(?:抢|赶|冲|干|做|推进|完成)?(?:到|达到?|完成)\s*$/],
  ['denied', /(?:别再?[^\d,。;]{0,3}|不是|并非|而非|不止|\bnot)\s*$/],
  ['left-behind', /(?:从|由|自|\bfrom)\s*(?:[\d.]+%?)?$/],
  [
    'was',
    /(?:\bwas|\bformerly|上[周月旬](?:进展|进度|末)?[:：]?(?:累计)?完成|上[次回周]|之前|原来|原先|早上|刚才|先前|昨[天日]|去年|[写报说填看打发]成了?|刚报的)[^\d,。;]{0,4}$/,
  ],
  ['ought', /(?:应该?[是为]?|改[成为到]|更正[为成]?|修正[为成]?|实[为际]是?|而?是|\bnow|变[成为]|(?<!不)是)\s*$/],
  [
    'rate',
    /(?:(?<!完成|入驻|签约|[征拆]迁|开工|交付|腾空|到货|安装|竣工|拆除)率|压实度|[高深厚湿温密浓坡强]度|毛利|占比?|占[^\d,。;]{1,8}的?|[订定]金|预付款?|首付款?|进度款|货款|含[水泥]量|利用系数|rate|coverage|yield|margin)[^\d,。;]{0,3}$/,
  ],
];
const AFTER: readonly (readonly [FigureRole, RegExp])[] = [
  ['left-behind', /^\s*[)]?\s*(?:改[成为到]?|更正[为成]|->|→|变[成为]|(?:提高?|增加?|上?升|涨|推进)[到至])/],
  [
    'called-wrong',
    /^[^\d,。;]{0,5}(?:[写报说填打发看搞弄][错反多高早]|不对|有误|作废|是错|错了?[,，]?应|发错|\bwrong)|^[\s,]*(?:sorry|i mean|no,? wait|口误|不对)[\s,]/,
  ],
  ['ought', /^[^\d,。;]{0,2}(?:才对|为准)/],
  ['rate', /^[^\d,。;]{0,2}(?:coverage|yield|utili[sz]ation|margin)/],
];
const OTHERS =
  /别[的县人家]|人家|[他她]们|隔壁|其[他它]|对手|兄弟(?:县|单位|项目)|公众号|网上|媒体|报纸|新闻|(?:市|省|县)里那|全[县市省国]|老院|邻[县居]|competitor|neighbou?r|\btheirs?\b/;

// 占总长, 占33台的, 占年度计划的: leads on to a share of what is to be done, where it is none of the money or the land.
const SHARE_OF_WORK = '占(?![地用道压据])(?!总?(?:投资|资金|概算|预算|合同))[^,。;]{0,12}';
/** The lead to a share of the work, after which a note keeps nothing. As the source of a pattern. */
export const LEAD_TO_SHARE = '占(?:总[长量数]|总里程|总任务|总面积|全长|全部|任务)?的?';
// 铺设12.6公里,占总长70%: of what is to be done; 投了800万,占70% is of money, 党员20人,占40% of people.
const OF_THE_WORK = new RegExp(
  `[\\d一二三四五六七八九十百千](?:万|亿)?[^\\d,。;万亿元人名份]{1,3}[,\\s]*${SHARE_OF_WORK}$`,
);

/** The roles of the figure that stands from `start` to `end`. */
export function rolesOf(plain: string, start: number, end: number): Set<FigureRole> {
  const before = plain.slice(Math.max(0, start - NEAR), start);
  const after = plain.slice(end, end + NEAR);
  const roles = new Set<FigureRole>();
  for (const [role, words] of BEFORE) if (words.test(before)) roles.add(role);
  if (OF_THE_WORK.test(before)) roles.delete('rate');
  for (const [role, words] of AFTER) if (words.test(after)) roles.add(role);
  const clause = /[^,。;\n]*$/.exec(before)?.[0] ?? '';
  if (OTHERS.test(clause) && !/我们|咱|我这|\bour/.test(clause)) roles.add('others');
  return roles;
}

const ELSE: readonly FigureRole[] = ['denied', 'left-behind', 'called-wrong', 'was', 'rate', 'others', 'schedule'];

/** True for a figure that tells something else than how far it is now: an old value, a rate, another's. */
export const tellsElse = (roles: ReadonlySet<FigureRole>): boolean => ELSE.some((role) => roles.has(role));

/** True for a figure of which nothing is lost where another is taken: its words say what it is. */
export const isExplained = (roles: ReadonlySet<FigureRole>): boolean => roles.has('difference') || tellsElse(roles);
