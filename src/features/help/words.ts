import type { Phrases } from '../../text/language.js';

/** What help says: how to do each thing, in the words that are typed. */
export const words = {
  title: { zh: '攻坚：怎么用', en: 'Gongjian: how to use it' },
  report: {
    zh: '*上报进度*\n在项目的讨论串里回复，或私信我，说一句话就行：`主体封顶 80% 塔吊已到位`\n在任何频道：`/progress P-017 主体封顶 80%`；只打 `/progress` 会打开表单，先到期的排在前面\n投资：`P-017 完成投资 1200万`（今年累计）\n报错了，按回执上的「更正」或「撤销」。',
    en: '*Report progress*\nReply in the project’s thread or write to me, one line is enough: `主体封顶 80% crane on site`\nIn any channel: `/progress P-017 主体封顶 80%`; `/progress` alone opens a form, what is due first on top\nInvestment: `P-017 完成投资 1200万` (this year, cumulative)\nIf it was wrong, press Amend or Undo under the answer.',
  },
  obstacle: {
    zh: '*提出卡点*\n`/obstacle P-017 土地指标未批，影响开工`；只打 `/obstacle` 会打开表单；别人的消息，用消息菜单里的「提出卡点」\n到期没人认领、承诺没有兑现，会自动提级：责任单位、职能部门、包保领导、一线总指挥\n`/obstacle list 等我` 看等您办的；请假用 `/leave 5月6日-9日 代理 韩振国`',
    en: '*Flag an obstacle*\n`/obstacle P-017 土地指标未批,影响开工`; `/obstacle` alone opens a form; on a message, use its menu\nWithout a claim in time, or with a promise missed, it climbs by itself: unit, responsible department, sponsor, commander\n`/obstacle list waiting` shows what waits on you; for leave: `/leave 5月6日-9日 代理 韩振国`',
  },
  digest: {
    zh: '*看进展*\n`/digest` 看此刻的日报，只有您能看到；`/digest 2020-06-16` 看那一天的日报。日报里的每个数都能点开看名单。\n`/goals` 看目标与关口、按现在的进度能不能达到、还能靠哪些项目补上。',
    en: '*See where it stands*\n`/digest` shows the digest of this moment to you alone; `/digest 2020-06-16` shows that day’s. Every number in it opens its list.\n`/goals` shows goals and gates, whether they will be reached at the present pace, and which projects would still make them.',
  },
  subscribe: {
    zh: '*订阅日报*（项目办）\n在频道里打 `/digest subscribe`，工作日 18:00 发到这个频道；`/digest subscribe weekly` 订周报，`half-monthly` 半月报，`monthly` 月报；`/digest unsubscribe` 取消。\n登记到位资金等数值：`/goals 到位资金 12.3亿`；晾晒榜：`/digest standings on`。',
    en: '*Subscribe a channel* (coordinators)\nType `/digest subscribe` there: it comes on working days at 18:00; `/digest subscribe weekly`, `half-monthly` or `monthly` for the others; `/digest unsubscribe` ends it.\nTo record a value such as funds in place: `/goals 到位资金 12.3亿`; to rank units: `/digest standings on`.',
  },
  form: { zh: '打开上报表单', en: 'Open the form' },
} as const satisfies Phrases;
