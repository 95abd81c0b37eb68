// How people tell that something stops the work, kind by kind: none of these is an obstacle by itself.
const TOLD: readonly (readonly [kind: string, words: RegExp])[] = [
  [
    'cannot',
    /[^\s,。;差对了](?:不了|不上(?!报)|不下|不动|不来|不去|不出|不成|不起|不开|不进|不通|不着|不拢|不行|不住|不到位)|没法|无法|不能|不敢|悬了|够呛|泡汤|\bcannot\b|\bcan't\b|\bunable\b|won't/,
  ],
  [
    'refuses',
    /不(?:给|让|肯|批|认|干|同意|准|许|答应|配合|签|搬|拆|放|收|接|供|发货|愿|松口|过关|达标|合格)|谈崩|谈不|拒绝|驳回|退回|打回|要价|漫天|加价|调价|钉子户|翻旧账|refus|reject/,
  ],
  [
    'lacks',
    /没有?(?:料|货|钱|人|电|水|气|工人|材料|着落|回音|回复|消息|音讯|动静|下文|地方|权限|办法|谱|指标|资质|图纸?|厂家)|缺|断[货供料电水档]|等(?:钱|料|图|米下锅)|不够|不足|流标|流了|招不|找不|排不|没发|欠|\bnot enough\b|ran out|\bshort(?:age)? of\b|\bno (?:date|power|money|reply|workers?|water|material)/,
  ],
  [
    'waits',
    /等着|干等|在等|排队|着急|拖|压着|压在|卡|耗着|搁|扣[下了住]|推迟|延期|迟迟|货期|急死|俩月|[两三四五六\d]个多?月|\bheld\b|customs|stuck|waiting|delayed|pending/,
  ],
  [
    'stopped',
    /闹|堵|拦|挡|围[住着堵]|阻|举报|投诉|信访|[停暂]停|停[工产了供摆]|[挖截切砸]断|上访|锁门|查封|封了|叫停|让停|罚|出不来|走了一|跑了|撤|stopped|halted|walked off/,
  ],
  [
    'broken',
    /坏了|塌|漏|裂|返工|重来|报废|敲掉|赤潮|爆管|滑坡|淹|泡水|毁|烂|故障|渗水|涌水|文物|古?墓|溶洞|孤石|流沙|台风|暴雨|洪水|断货|涨了|涨价|broke|collapsed|flood|cracked/,
  ],
  [
    'outsider',
    /局|[科委]|海关|公安|国网|电网|铁路|银行|财政|厂家|供应商|业主|村民|住户|养殖户|群众|施工[队方]|总包|分包|乡里|镇里|那边|对方|vendor|supplier|contractor|bureau|customs/,
  ],
  ['eased', /恢复|好了|解决|复工|修好|没事|不影响|协调好|处理完|通了|已经?[办协]/],
  ['mild', /哈|嘿|呵|感谢|辛苦|谢谢|加油|赞|恭喜|大家|请|记得|通知|明天|后天|下周/],
  ['tells-need', /要求先|得先|必须先|需要|谁出|怎么办|谁来|求助|帮忙|协调/],
];

/** The kinds of trouble that a text tells by its words. */
export function troubleTold(plain: string): string[] {
  return TOLD.flatMap(([kind, words]) => (words.test(plain) ? [kind] : []));
}
const TELLS = new Set(['cannot', 'refuses', 'lacks', 'waits', 'stopped', 'broken']);

// 搬走没有? 看了没 来不来 是1.28还是1.35
const ASKED = /(?:[?]|吗|[了走完好]没有?|([来去行好能要])不\1|(?:是|用|走|按|到底).+还是.+)\s*$/;
const SUPPOSED = /(?:^|[,。;!\s])(?:如果|要是|假如|万一|倘若|if ).*$/;
// What is told beside a question by these may well be what stops the work: 款还没到,找谁?
const MAY_STOP = /[没未不缺卡难欠等停]/;

/** True where a text only asks or supposes: 如果月底完不成就拖到9月, 台风路径看了没. Nothing is stopped by that. */
export function onlyAsksOrSupposes(plain: string): boolean {
  const stated = plain.replace(SUPPOSED, '');
  const clauses = stated.split(/(?<=[?])|[,。;!\s]+/);
  const told = clauses.filter((clause) => !ASKED.test(clause));
  if (stated === plain && told.length === clauses.length) return false;
  return told.every((clause) => !MAY_STOP.test(clause) && !troubleTold(clause).some((kind) => TELLS.has(kind)));
}

/** Signs of trouble for a line as a whole. */
export function troubleSigns(plain: string, surface: string): string[] {
  const kinds = troubleTold(plain);
  const telling = kinds.filter((kind) => TELLS.has(kind)).length;
  const outsider = kinds.includes('outsider');
  return [
    ...kinds.map((kind) => `told:${kind}`),
    `told-kinds:${Math.min(telling, 3)}:${surface === 'obstacle'}`,
    `told-kinds:${Math.min(telling, 2)}:outsider:${outsider}`,
    `told-kinds:${Math.min(telling, 2)}:eased:${kinds.includes('eased')}:mild:${kinds.includes('mild')}`,
  ];
}
