/**
 * What the small words of a line do to its figures:
 * fill says nothing; now, actual, before (上次), to and of tell which figure stands; about, not, ahead (预计), plan, if, say,
 * ought (应该是) corrects where something was called wrong and is a guess elsewhere;
 * delta (提高), remain (还差) keep a figure from being taken; done and got finish a milestone; wrong corrects; ask makes a question.
 */
export type WordTag =
  | 'fill'
  | 'particle'
  | 'already'
  | 'now'
  | 'actual'
  | 'before'
  | 'to'
  | 'from'
  | 'about'
  | 'not'
  | 'ahead'
  | 'plan'
  | 'if'
  | 'say'
  | 'delta'
  | 'remain'
  | 'done'
  | 'permit'
  | 'deal'
  | 'goods'
  | 'work'
  | 'started'
  | 'wrong'
  | 'ask'
  | 'doubt'
  | 'scope'
  | 'and'
  | 'money'
  | 'spell'
  | 'overall'
  | 'ought';

const WORDS: Readonly<Record<WordTag, string>> = {
  fill:
    '的 地 得 进度 进展 形象进度 工程进度 施工进度 项目进度 完成进度 完成情况 完成情况良好 完成时间 完成日期 完成比例 完成率 工作 工程 任务 工程量 工作量 情况 情况良好 顺利 进展顺利 正常 有序 有序推进 稳步推进 推进 推进顺利 ' +
    '我们 咱们 咱 我 我们的 我们项目 这边 我们这边 俺们 俺 本 该 该项目 本项目 这个项目 整个项目 整个 以来 自开工以来 开工以来 项目 汇报 汇报一下 报告 报告一下 报告如下 汇报如下 情况如下 如下 报一下 上报 报 填报 更新 更新一下 补报 领导 各位领导 王局 大家好 各位好 你好 您好 早上好 下午好 ' +
    '节点 # @ 其 也 就 刚好 正好 再 还 只有 只 仅 仅有 仅仅 本年 本年度 今年以来 年初以来 了解 说明 详见 附 照片 图片 截图 见图 如图 已上传 : - — ; " “ ” \' ( ) [ ] 【 】 「 」 《 》 = / \\ | + 正式 圆满 顺顺利利 没啥 没啥问题 没问题 没有问题 没什么问题 问题不大 雷打不动 板上钉钉 较计划提前 比计划提前 较原计划提前 比原计划提前 较序时提前 比序时提前 不好意思 终于 按期 如期 按时 提前 总算 成功 ' +
    '经 已经由 由我们 上午 下午 早上 中午 一下 这块 这一块 方面 这个节点 现场 部位 施工 干 做 弄 搞 建 于 在 有 自评 自报 共 合计 总共 全 都 均 全都 全部 也都 统统 分别 今 本次 这次 hi hello the of our we i it is are at has have had been be was were and for on in as with that this progress project status update percent standing stands good_morning good_afternoon report a an team work works phase stage all , ok pls please dear 实现 圆满实现 手续 证 证件 许可证 证书 批文 手续都 正 一切 良好 可喜 日 号',
  particle: '了 啦 喽 咯 嘞 啊 呀 哦 哈 嗯 好的 嘛 过 来 今年 年内',
  already: '已经 已 早已 早就 早早 业已 均已 都已 也已 已于 刚 刚刚 刚才 今已 已全部 已全面 已顺利 already just',
  now: '现在 目前 现 截至目前 截止目前 到目前 到目前为止 截至 截止 为止 当前 如今 眼下 至今 现已 现如今 最新 截至今日 截止今天 到现在 累计 累计完成 累积 now currently so_far',
  actual: '实际 实际上 实际完成 实际进度 实际是 实际已 实际为 actual actually',
  before:
    '上次 上回 上一次 上期 上一期 之前 以前 原来 原先 此前 前期 前面 先前 当时 曾 曾经 本来 上周报 上次报 previously last_time earlier before 去年底 年初 月初报 同期',
  to: '到 至 达到 达 达至 为 是 成 已达 干到 做到 推进到 推进至 完成到 来到 to reached reach reaches hit 变成 变为 有了',
  from: '从 由 自 from',
  ought: '吧 应该是 应是 应为 应该为 should_be',
  about:
    '约 大约 大概 左右 上下 差不多 大致 估计 可能 应该 应该有 应该能有 大体 大体上 基本 基本上 大部分 主要 多 余 出头 不止 以上 以下 以内 超 超过 逾 突破 至少 起码 最少 最多 顶多 不到 不足 近 接近 将近 快 快到 临近 逼近 似乎 好像 感觉 估摸 也就 大多 绝大部分 绝大多数 多数 大半 过 ' +
    'about around approximately approx roughly nearly almost over more_than less_than under at_least maybe probably mostly basically up_to or_so ~ ± ≈ > < ≥ ≤ 有点 几乎 勉强 初步 预估 目测 暂 暂时 暂定 暂估',
  not: "× 没 没有 未 还没 还没有 尚未 仍未 并未 未能 不 不能 无法 没法 没能 不了 暂缓 暂停 缓 停 停工 停了 取消 卡 卡住 卡着 受阻 难 别 not not_yet no never isn't hasn't haven't didn't don't cannot can't won't without stuck delayed behind 仍 未曾 从未 非 不是 并非 不会 失败 作废 退回 被退",
  ahead:
    '最迟 最晚 赶在 不晚于 不迟于 计划 目标 planned plan 预计 预期 争取 力争 确保 打算 准备 拟 拟于 将 将于 要 会 可以 可 能 能够 可达 有望 即将 快要 就要 即可 就能 就可以 保证 承诺 推迟到 推迟至 推迟 推到 推至 延到 延至 挪到 冲到 延期到 延期至 延期 延后到 延后至 延后 顺延到 顺延至 提前到 提前至 改到 拖到 等 待 等待 下一步 接下来 马上 尽快 很快 立即 随后 不久 近期 明年 后期 后续 早日 抓紧 全力 冲刺 ' +
    'will expected expect expecting should aim aiming scheduled due going_to to_be by hope hoping soon would shall 定于 定在 待定 希望 想 需 需要 还需 还要 仍需 尚需',
  plan: '要求 务必 必须 请 请于 要确保 一定要 序时 序时进度 原计划 原定 原定于 年度目标 考核 考核指标 任务目标 计划完成 应完成 应达 应达到 节点要求 既定 年度计划 目标任务 序时计划 target goal',
  if: '如果 要是 若 只要 假如 假设 除非 一旦 才能 才 才会 才可 即使 哪怕 的话 否则 万一 就好了 就好 才行 才好 就行 就行了 if once unless provided when 倘若 如',
  say: '听说 据说 据 据悉 说 反映 表示 称 告诉 讲 传 转 转发 转告 他说 她说 他们说 有人说 说是 号称 宣称 hear heard said says told reportedly forwarded fwd fw 微信说 群里说 回复说 反馈 通报',
  delta:
    '提高 提高了 增加 增加了 上升 上升了 提升 提升了 增长 增长了 推进了 又 又推进 多了 涨 涨了 上涨 环比 同比 比 较 比上周 较上周 加快 加快了 增 新增 又完成 又完成了 本周完成 今天完成了多少 进了 前进 前进了 往前推进 increased_by up_by up rose_by rose another further 比上次 落后 滞后 慢 慢了 领先 超前 超序时',
  remain:
    '还差 差 尚差 剩 剩余 剩下 还剩 还剩下 仅剩 只剩 只剩下 尚余 还有 余下 欠 欠缺 缺 缺口 remaining left to_go short',
  done:
    '交差 可以交差 能交差 好了 完成 完工 完毕 完 完了 干完 干完了 做完 弄完 搞完 结束 搞定 全部完成 全面完成 全线完成 完结 收官 干好 弄好 做好 搞好 办完 办好 办妥 办结 办成 顺利完成 圆满完成 落实到位 告捷 ' +
    '√ finished done complete completed finish fully_complete wrapped_up all_done',
  permit:
    '拿到 拿到手 拿到了 取得 拿下 下来 下来了 批下来 办下来 办出来 批了 批复 已批 获批 获得 通过 过了 领到 领了 领取 到手 核发 发放 下发 发了 发下来 批准 批过 审批 审批通过 审查通过 办到 办了 拿 下达 颁发 出来 出来了 批 obtained got received granted approved issued passed accepted registered in_hand',
  deal: '签 签了 签完 签订 签好 签下 签署 签成 达成 谈成 谈妥 谈好 signed sealed concluded 注册好 注册完 注册下来',
  goods:
    '进场 已进场 到货 到齐 买齐 采购完 采购到位 到位 订好 订完 定完 定好 到场 到厂 买好 买完 购齐 delivered arrived purchased bought',
  work: '装好 装完 安装完 安装好 安装到位 铺完 铺好 修完 修好 拆完 拆除完 建完 打完 浇完 贯通 建成 建好 好 封完 封好 封 搬完 腾空 清零 拆平 installed built paved poured erected laid welded backfilled excavated lifted hoisted planted tested energized connected',
  started:
    '已报 报了 上报了 已上报 报上去 报上去了 递交 递交了 提交 提交了 已提交 报批 报送 报审 送审 申请 申报 开始 启动 正在 正 进行 进行中 开挖 着手 展开 开展 动手 起步 刚开始 started begun underway ongoing in_progress under_way 推进中 施工中 建设中 办理中 进行着 继续 加紧 加班',
  wrong:
    '更正 更正为 纠正 不对 说错 说错了 报错 报错了 报多 报多了 报高 报高了 报少 报少了 写错 写错了 打错 打错了 填错 填错了 有误 搞错 搞错了 多报 多报了 误报 少报 改为 改成 修正 修正为 订正 实为 改一下 重报 correction wrong sorry i_mean mistake',
  ask: '吗 么 多少 几时 哪 哪里 哪一步 哪步 哪些 谁 什么 啥 何时 怎么 怎样 怎么样 如何 是不是 有没有 能不能 能否 是否 可否 行不行 对吗 好吗 为什么 为啥 咋 咋样 呢 ? 好不好 要不要 how what when which who why whether where 请问 几成 进度如何',
  doubt:
    '或 或者 or 听说的 据说的 猜的 我猜 我猜的 估计的 瞎猜 假的 作废 撤回 骗你的 开玩笑 开玩笑的 其实没有 其实没 才怪 不一定 不准 不太准 不准确 仅供参考 供参考 以实际为准 为准 待定 待查 存疑 没核实 还没核实 不属实 不是真的 别当真 未必 不敢说 我觉得 我感觉 不确定 不清楚 不知道 没数 不好说 难说 说不准 待核实 待确认 未核实 核实中 存疑 not_sure unsure',
  scope:
    '其中 部分 局部 一部分 个别 单体 有的 有些 少部分 小部分 主要是 一侧 单侧 半幅 左幅 右幅 南侧 北侧 东侧 西侧 partly partially part_of some_of',
  and: '、 和 与 及 以及 跟 同 & 、都',
  money:
    '完成工业投资 工业投资 完成投资 投资完成 累计投资 累计完成投资 完成投资额 投资额 投资 投资额完成 固投 固定资产投资 完成固投 完成固定资产投资 invest investment invested investment_completed completed_investment spent',
  spell:
    '本月 当月 这个月 上个月 上月 本周 这周 上周 当日 本季度 单月 本旬 月度 去年 上年 往年 总投资 计划总投资 计划投资 年度计划投资 年计划投资 年度投资 概算 概算投资 预算 估算 合同额 中标价 贷款 拨付 拨款 到位资金 到账 协议投资 this_month last_month this_week total_investment planned_investment',
  overall:
    '总体 整体 总 总的 综合 总体进度 整体进度 总进度 总体完成 整体完成 项目整体 全部工程 overall overall_progress in_total total_progress',
};

// Where a word stands in two lists the later one wins, so the cautious ones come last.
const ORDER: readonly WordTag[] = [
  ...([
    'fill',
    'particle',
    'to',
    'from',
    'now',
    'and',
    'started',
    'already',
    'work',
    'goods',
    'deal',
    'permit',
    'done',
  ] as const),
  ...([
    'before',
    'actual',
    'delta',
    'remain',
    'scope',
    'overall',
    'plan',
    'ahead',
    'about',
    'say',
    'if',
    'not',
    'doubt',
  ] as const),
  ...(['spell', 'money', 'wrong', 'ought', 'ask'] as const),
];
const TAGS = new Map<string, WordTag>();
for (const tag of ORDER) for (const word of WORDS[tag].split(' ')) TAGS.set(word.replaceAll('_', ' '), tag);
const LONGEST = Math.max(...[...TAGS.keys()].map((word) => word.length));

/** A small word at a place of the line. */
export type LineWord = { readonly start: number; readonly end: number; readonly tag: WordTag };

/** True where a text says nothing but small words. */
export function onlySmallWords(text: string): boolean {
  for (let at = 0; at < text.length; ) {
    const word = wordAt(text, at);
    if (word === null && /[\p{L}\p{N}]/u.test(text.charAt(at))) return false;
    at = word?.end ?? at + 1;
  }
  return true;
}

/** The longest small word that starts at `at`, or null. English words only whole. */
export function wordAt(plain: string, at: number): LineWord | null {
  const latin = /[a-z]/.test(plain.charAt(at));
  if (latin && /[a-z]/.test(plain.charAt(at - 1))) return null;
  for (let length = Math.min(LONGEST, plain.length - at); length > 0; length -= 1) {
    const tag = TAGS.get(plain.slice(at, at + length));
    if (tag && !(latin && /[a-z']/.test(plain.charAt(at + length)))) return { start: at, end: at + length, tag };
  }
  return null;
}
