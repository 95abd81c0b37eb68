import type { Language } from '../text/language.js';

// What the parts of milestones' names mean, as the trade says them; a name that is not made of these wholly is not translated.
const PARTS = new Map(
  `
立项:filing;用地:land;环评:EIA;施工许可:permit;开工:start;主体封顶:topping-out;设备安装:equipment;竣工投产:completion;洽谈:talks
签约:signing;落地:landing;招标:tender;竣工验收:completion acceptance;备案:filing;桩基:piling;可研:feasibility study
可研批复:feasibility approval;初设:preliminary design;批复:approval;审批:approval;核准:approval;预审:pre-approval
验收:acceptance;投产:start of production;采购:purchase;考察:site visit;机电:M&E;消防:fire protection;到货:delivery
主体:structure;主体结构:main structure;选址:siting;试生产:trial production;试产:trial production;量产:mass production
爬坡:ramp-up;达产:full production;开业:opening;开园:opening;开馆:opening;开街:opening;开市:opening;开诊:opening;开学:opening
开通:opening;启用:put into use;投用:put into use;投入使用:put into use;投运:put into operation;投入运营:put into operation
运营:operation;试运行:trial run;通水:water on;通气:gas on;通车:open to traffic;送电:power on;点亮:lights on;点火:firing
施工:works;土建:civil works;路基:roadbed;水稳层:stabilised base;沥青:asphalt;面层:surfacing;摊铺:paving;封顶:topping-out
升顶:roof raising;内装:interior;内外装修:fit-out;装修:fit-out;精装修:fit-out;内装修:interior fit-out;交工验收:handover acceptance
完工验收:completion acceptance;厂房:workshop;主厂房:main workshop;老厂:old plant;改造:refurbishment;扩建:extension
企业:companies;商户:tenants;入驻:moving in;搬入:moving in;居民:residents;搬迁:relocation;征拆:land clearance
征地拆迁:land clearance;征收拆迁:land clearance;房屋征收:house expropriation;注册:registration;注册公司:company registration
公司注册:company registration;管道:pipe;管网:pipe network;管线:pipeline;管材:pipes;管廊:utility tunnel;管沟:trench;焊接:welding
开挖:excavation;回填:backfill;铺设:laying;敷设:laying;钢结构:steelwork;金属结构:metalwork;规划许可:planning permit;规划:plan
编制:drafting;能评:energy review;安评:safety review;土地:land;挂牌:listing;土地挂牌:land listing;土地摘牌:land bought
出让:transfer;流转:transfer;划拨:allocation;报批:application;平整:levelling;整地:levelling;场地:site;安装:installation
签订:signing of;框架协议:framework agreement;正式签约:signing;特许经营:concession;出让合同:land contract;风机:turbine
基础:foundation;吊装:hoisting;出正负零:at ground level;支护:shoring;基坑:pit;基坑支护:pit shoring;幕墙:curtain wall
围护墙板:wall panels;首批资金到位:first funds;外墙:outer wall;保温:insulation;屋面:roof;防水:waterproofing;升压站:step-up station
并网:grid connection;并网发电:grid connection;冷库:cold store;冷藏库:cold store;滴灌:drip irrigation;勘察:survey;摸底:survey
点位:points;设计:design;作业:operation;施工图:drawings;审查:review;设备:equipment;砌体:masonry;二次结构:secondary structure
打压:pressure test;试压:pressure test;试验:test;闭水试验:leak test;打压试验:pressure test;梁板:beams;架设:erection;路面:pavement
恢复:restoration;机柜:racks;洁净室:clean room;洁净手术部:operating suite;用海:sea use;交楼:handover;分房:allotment
标准层:typical floors;底板:base slab;顶板:roof slab;概算:budget;绿化:greening;景观:landscaping;景观绿化:landscaping
清水池:clear-water tank;制冷:refrigeration;锅炉:boiler;控规:zoning plan;调整:adjustment;调试:commissioning;联调:integration
平台:platform;进场:mobilisation;旧渠:old canal;旧桥:old bridge;拆除:demolition;渠道:canal;沟渠:ditches;生态:ecological
衬砌:lining;二衬:lining;闸门:gates;橡胶坝:rubber dam;坝体:dam;加固:strengthening;溢洪道:spillway;放水洞:outlet;蓄水:impoundment
苗木:seedling;栽植:planting;补植:replanting;定植:planting;田间:field;道路:road;机井:wells;接入系统:grid access;接入:connection
定日镜:heliostat;镜场:mirror field;吸热塔:receiver tower;熔盐罐:salt tanks;危岩:loose rock;清理:clearance;边坡:slope;削坡:grading
覆土:topsoil;植被:vegetation;论证:appraisal;中标:award;公示:notice;实验室:laboratory;实训:training;室外:outdoor;配套:facilities
布展:exhibition;路由:route;地下:underground;停车场:car park;广场:plaza;铺装:paving;亮化:lighting;桥涵:bridges and culverts
立杆:poles;布线:cabling;摄像头:cameras;取水口:water intake;取水:intake;泵房:pump house;站房:station house;净水:water treatment
水处理:water treatment;水质:water quality;检测:testing;厕具:toilets;改厕:toilet conversion;奖补:subsidy;兑付:payment
交易:trading;棚:shed;大棚:greenhouse;隔离舍:isolation pens;牛舍:cowsheds;检疫站:quarantine station;仓房:granary
平房仓:flat granary;仓体:silo;仓顶:silo roof;滑模:slipform;烘干塔:drying tower;通风:ventilation;系统:system
换热站:heat exchange station;站址:site;塔基:tower base;强弱电:electrics;电气:electrical;水电:water and power
供配电:power supply;外电:outside power;引入:connection;窗口:counter;入户:household;集电线路:collector lines;线路:line
输送:conveying;岸线:shoreline;岸坡:bank;护岸:bank protection;整治:improvement;沉箱:caisson;预制:casting;胸墙:parapet
浇筑:concreting;港池:harbour basin;疏浚:dredging;清淤:dredging;清淤疏浚:dredging;速冻:freezing;安防:safety;设施:facilities
桥面:deck;铁路局:railway;箱体:box;顶进:jacking;引道:approach road;操场:sports ground;看台:grandstand;网架:space frame
塑胶跑道:running track;脱硫脱硝:desulphurisation;检查井:manholes;机房:server room;民宿:guesthouses;栈道:boardwalk
污水处理厂:sewage works;集中供热:district heating;围蔽:hoarding;连续墙:diaphragm wall;盾构始发:TBM launch;洞通:breakthrough
洞口:portal;掘进:tunnelling;轨道:track;墩柱:piers;软基:soft ground;处理:treatment;抛石:riprap;堤身:embankment;填筑:filling
挡浪墙:sea wall;试桩:test piles;海缆:sea cable;码头:quay;储罐:tank;工艺:process;防波堤:breakwater;截污:sewage interception
销号:closing;旧改:renewal;安置房:resettlement housing;医疗:medical;保税仓:bonded warehouse;查验:inspection;海关:customs
窑炉:kiln;下地:undergrounding;立面:facade;支架:bracket;组件:PV module;生化池:biological tank;膜:membrane;烟囱:chimney
汽机:steam turbine;焚烧炉:incinerator;上架:racking;挤奶:milking;方案:plan;文物:heritage;墙体:wall;修缮:repair;业态:tenant
招商:leasing;招租:letting;临建:site camp;地下室:basement`
    .trim()
    .split(/[;\n]/)
    .map((entry): [string, string] => {
      const [part = '', english = ''] = entry.split(':');
      return [part, english];
    }),
);
const LONGEST_PART = Math.max(...[...PARTS.keys()].map((part) => part.length));
/** Names are kept up to so many letters; longer ones are sentences. */
const LONGEST_NAME = 16;

/** What a milestone's name means in English, null where a part of it is not known. */
export function milestoneEnglish(name: string): string | null {
  return name === '' || name.length > LONGEST_NAME ? null : (partsFrom(name)?.join(' ') ?? null);
}

/** The longest parts from the left that make up the whole. */
function partsFrom(name: string): readonly string[] | null {
  if (name === '') return [];
  for (let length = Math.min(LONGEST_PART, name.length); length > 0; length -= 1) {
    const english = PARTS.get(name.slice(0, length));
    const rest = english === undefined ? null : partsFrom(name.slice(length));
    if (english !== undefined && rest !== null) return [english, ...rest];
  }
  return null;
}

/**
 * A milestone as its reader knows it: in English what its name means with the ledger's own word behind, by which it is found and
 * typed; a name without a translation stays as it is.
 */
export function milestoneName(name: string, language: Language): string {
  const english = language === 'zh' ? null : milestoneEnglish(name);
  return english === null ? name : `${english} ${name}`;
}
