/**
 * How a milestone is finished: a permit is got, a deal signed, goods arrive, a moment (封顶, 开工) happens, work is completed.
 * It decides whether "封顶了" is done (a moment) while "路基了" is not.
 */
export type Finish = 'permit' | 'deal' | 'goods' | 'moment' | 'work';

/** A county's word for a step of a roadmap, with what people say and type for it. */
export type MilestoneTerm = {
  readonly names: readonly string[];
  /** As good as the name. */
  readonly say: readonly string[];
  readonly english: readonly string[];
  readonly finish: Finish;
};

const term = (names: string, say: string, english: string, finish: Finish): MilestoneTerm => ({
  names: names.split(' '),
  say: say === '' ? [] : say.split(' '),
  english: english === '' ? [] : english.split(', '),
  finish,
});

/** The glossary of county milestones, Chinese and English. A ledger's own names always win over it. */
export const MILESTONE_TERMS: readonly MilestoneTerm[] = [
  term(
    '立项 项目立项 立项批复 立项备案 备案 核准',
    '立项批复 立项备案 项目备案 立项手续',
    'project approval, project filing, project registration, project initiation, initiation',
    'permit',
  ),
  term(
    '用地批复 用地 用地手续 用地审批 土地 供地 土地手续 土地摘牌 用地报批',
    '用地批复 用地批准 用地手续 用地审批 用地报批 土地批复 土地手续 土地审批 土地报批 土地证 供地 摘牌 拿地',
    'land approval, land use approval, land-use approval, land permit, land use permit, land use',
    'permit',
  ),
  term(
    '环评 环评批复 环评审批 环境影响评价',
    '环评批复 环评审批 环评手续 环评报告 环境影响评价 环保批复 环保手续',
    'environmental impact assessment, environmental assessment, environmental approval, eia approval, eia report approval, eia',
    'permit',
  ),
  term('能评 节能审查 能评批复', '节能审查 节能评估 能评批复', 'energy assessment, energy review', 'permit'),
  term(
    '规划许可 规划许可证 工程规划许可',
    '规划许可证 规划许可 规划证 工规证',
    'planning permit, planning approval',
    'permit',
  ),
  term(
    '施工许可 施工许可证 建设许可',
    '施工许可证 施工许可 施工证 开工许可证 开工许可 施工许可手续 许可证',
    'construction permit, building permit, construction licence, construction license, work permit, permit',
    'permit',
  ),
  term('洽谈 对接洽谈 谈判', '洽谈 商谈 谈判', 'negotiations, negotiation, talks', 'work'),
  term(
    '签约 签订合同 合同签订',
    '签约 签合同 签协议 签订合同 签订协议 合同签订 签了约 签的约 签了合同 合同签了 协议签了 签了协议 正式签约',
    'contract signing, contract signed, agreement signed, contract, signing, signed',
    'deal',
  ),
  term(
    '注册公司 公司注册 工商注册',
    '公司注册 注册公司 工商注册 工商登记 营业执照 公司执照',
    'company registration, company registered, business licence, business license, registration, registered, incorporation',
    'permit',
  ),
  term('落地 项目落地', '项目落地 落地', 'landing, landed', 'moment'),
  term('招标 招投标 工程招标', '招投标 公开招标 工程招标 施工招标', 'tendering, tender, bidding, bid', 'work'),
  term(
    '征地拆迁 征拆 征迁 拆迁 征收',
    '征地拆迁 征拆 征迁 拆迁 房屋拆迁 征收拆迁 房屋征收',
    'land acquisition and demolition, land acquisition and relocation, land acquisition, demolition, relocation, resettlement',
    'work',
  ),
  term(
    '场地平整 三通一平',
    '场地平整 平整场地 三通一平 场平',
    'site clearance, site levelling, site leveling, site preparation',
    'work',
  ),
  term(
    '开工 开工建设 动工',
    '开工建设 正式开工 破土动工 开工 动工 破土 奠基',
    'groundbreaking, ground breaking, ground-breaking, broke ground, break ground, breaking ground, construction start, started construction, construction started, construction has started, start of construction, start construction, work started',
    'moment',
  ),
  term('桩基 桩基施工 打桩', '桩基施工 桩基工程 打桩', 'piling', 'work'),
  term(
    '基础施工 基础 基础工程',
    '基础施工 基础工程 地基施工 地基基础',
    'foundation work, foundation works, foundations, foundation',
    'work',
  ),
  term(
    '主体施工 主体工程 主体结构',
    '主体施工 主体工程 主体结构 主体结构施工',
    'main structure work, main structure, main works, main body, superstructure, structure',
    'work',
  ),
  term(
    '主体封顶 封顶 主体结构封顶 结构封顶',
    '主体封顶 结构封顶 主体结构封顶 封顶 封了顶 封上顶',
    'roof is sealed, roof was sealed, roof has been sealed, sealed the roof, roof sealed, roof sealing, roof-sealing, roof seal, topping out, topping-out, topped out, top out, main structure capped, structure capped, capping, main structure, structure, roof',
    'moment',
  ),
  term(
    '设备采购 设备购置 采购',
    '设备采购 设备购置 设备订购 设备订货 采购设备 订设备 买设备 设备到货',
    'equipment purchase, equipment purchasing, equipment procurement, procurement, purchasing, equipment',
    'goods',
  ),
  term(
    '设备安装 安装 设备安装调试',
    '设备安装 安装设备 装设备 设备装 机器安装 设备安装工作',
    'equipment installation, equipment installed, installing equipment, installation of equipment, installation, equipment',
    'work',
  ),
  term(
    '设备调试 调试 联调联试',
    '设备调试 联调联试 联调',
    'equipment commissioning, equipment testing, commissioning',
    'work',
  ),
  term(
    '试生产 试运行 试产 试投产',
    '试生产 试投产 试产 试运行 试车',
    'trial production, trial run, trial operation, pilot production, test run, commissioning',
    'work',
  ),
  term('钢结构 钢结构吊装 钢结构安装', '钢结构吊装 钢结构安装', 'steel structure, steelwork', 'work'),
  term('路基 路基工程 路基施工', '路基工程 路基施工', 'subgrade, sub-grade, roadbed, road bed, road base', 'work'),
  term(
    '路面 路面工程 路面施工 路面摊铺',
    '路面工程 路面施工 路面摊铺 路面铺设 路面铺装 铺路面 沥青路面 修路面',
    'road surface, road surfacing, pavement, paving, surfacing',
    'work',
  ),
  term('管网 管网铺设 管道铺设', '管网铺设 管道铺设 铺管', 'pipe network, pipe laying, pipework', 'work'),
  term('绿化 绿化工程 景观绿化', '绿化工程 景观绿化', 'landscaping, greening', 'work'),
  term(
    '内外装修 装修 装饰装修 内部装修',
    '内外装修 内外装饰 装饰装修 内外装 装修',
    'interior and exterior finishing, interior and exterior decoration, interior and exterior, fit-out, fitting out, fitout, fit out, decoration, renovation, interior, finishing',
    'work',
  ),
  term(
    '竣工验收 验收 联合验收',
    '竣工验收 完工验收 验收 竣工',
    'final acceptance, completion acceptance, acceptance check, acceptance, final inspection',
    'permit',
  ),
  term(
    '竣工投产 投产 竣工 完工投产',
    '竣工投产 建成投产 完工投产 投产 正式投产 投入生产 竣工',
    'start of production, production start, production started, started production, put into production, completion and production, in production',
    'moment',
  ),
  term('洁净室 洁净厂房 洁净车间', '洁净室 无尘室 净化车间 洁净车间 无尘车间', 'cleanroom, clean room', 'work'),
  term('连续墙 地下连续墙', '连续墙 地连墙', 'diaphragm wall, d-wall', 'work'),
  term('基坑 基坑开挖 基坑支护', '基坑 土方开挖 挖基坑', 'excavation, foundation pit', 'work'),
  term('沥青面层 沥青摊铺 沥青', '沥青面层 沥青摊铺 铺沥青 铺油 油面', 'asphalt, asphalting', 'work'),
  term('水稳层 水稳', '水稳层 水稳', '', 'work'),
  term('消防验收', '消防验收', 'fire acceptance, fire inspection', 'permit'),
  term('二次结构 砌体 砌筑', '二次结构 砌体 砌筑 砌墙', 'masonry, brickwork, secondary structure', 'work'),
  term('幕墙 幕墙安装', '幕墙 玻璃幕墙', 'curtain wall, facade', 'work'),
  term('并网 并网发电', '并网 并网发电', 'grid connection', 'moment'),
  term('光伏组件安装 组件安装', '组件安装 光伏板安装 装组件 光伏板', 'panel installation, pv modules', 'work'),
  term('支架安装 光伏支架', '支架安装 装支架', 'mounting racks', 'work'),
  term('中标公示 中标', '中标公示 中标 定标', '', 'deal'),
];
