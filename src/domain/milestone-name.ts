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
招商:leasing;招租:letting;临建:site camp;地下室:basement
棚体:shed;场平:levelling;保温板:insulation panels;月台:platforms;机组:units;水轮机:turbine;发电机:generator
定子下线:stator winding;压力钢管:penstock;更换:replacement;调节池:balancing tank;膜池:membrane tank
达标排放:compliant discharge;清表:clearing;堤基:levee base;护坡:slope protection;排涝:drainage;泵站:pumping station
堤顶:levee top;土方:earthworks;医用气体:medical gas;塔筒:tower;全容量:full capacity;评审:review;石材:stone;征集:collection
陈列:display;柴发:diesel generator;冷水:chiller;通电:power on;测试:testing;破路:road opening;许可:permit;沟槽:trench
保温管:insulated pipe;水压:pressure;热力站:heat station;供暖:heating;待宰圈:lairage;屠宰:slaughter;车间:workshop
屠宰线:slaughter line;无害化:carcass;防疫条件:disease control;试宰:trial slaughter;栈桥:trestle;钻孔桩:bored piles
承台:pile caps;墩身:piers;箱梁:box girder;悬浇:cantilever casting;合龙:closure;预可研:pre-feasibility;移民安置:resettlement
通风洞:ventilation adit;进场交通洞:access tunnel;上库:upper reservoir;大坝:dam;首台:first;发电:generation
教学楼:classroom block;宿舍楼:dormitory;食堂:canteen;塑胶:rubber;迁改:diversion;围护桩:retaining piles;充电桩:chargers
道闸:barriers;开放:opening;公交:bus;场站:depot;交付:handover;交付使用:handover;揉捻:rolling;烘干:drying;认证:certification
SC:SC;骨架:frame;搭建:erection;覆膜:film cover;育苗:seedlings;水源井:source wells;净水厂:waterworks
主管网:main pipe network;脚手架:scaffolding;粉刷:painting;门窗:doors and windows;店招:shop signs;辊道窑:roller kiln
砌筑:masonry;配电站:substation;鱼塘:fish ponds;清退:clearance;水系连通:waterway links;水生植物:water plants;种植:planting
地勘:ground survey;电梯:lift;适老化:age-friendly;入住:moving in;定向钻:directional drilling;穿越:crossing;勘测:survey
清除:removal;植树:tree planting;仓储:storage;货架:shelving;直播间:studio;快递:parcel;分拣线:sorting line;用户:users
旧锅炉:old boiler;发放:payment;航道:channel;杆路:pole route;光缆:optical cable;分光箱:splitter box;割接:cutover
海域:sea area;使用:use;锚地:anchorage;系泊:mooring;浮筒:buoys;主塔:main tower;船台:slipway;干船坞:dry dock;龙门吊:gantry crane
浮船坞:floating dock;舾装:outfitting;结晶池:crystallising ponds;纳潮沟:tide channel;盐仓:salt store;洗盐:salt washing
试车:test run;沙滩:beach;修复:restoration;更衣楼:changing block;试营业:trial opening;锚泊:mooring;网箱:cages;组装:assembly
投苗:stocking;制冰:ice-making;预处理:pre-treatment;送水:water supply;塔身:tower;灯器:lantern;引桥:approach bridge
候船厅:waiting hall;候船楼:waiting hall;趸船:pontoon;定位:positioning;试航:sea trial;提升泵站:lift station
护面块体:armour units;征海:sea use;补偿:compensation;交房:handover;净化:clean air;工程:works;负压:negative pressure
征地:land acquisition;室内:indoor;户外:outdoor;初支:primary lining;贯通:breakthrough;便道:access road;建设:construction
开垦:reclamation;茶道:tea paths;硬化:hardening;污水站:sewage station;电力:power;房屋:house;旧房:old house;地坪:floor
库板:panels;围堰:cofferdam;灌浆:grouting;启闭机:hoist;选线:route selection;塔架:tower;载荷:load;门诊:outpatient
医保联网:insurance link;火化炉:cremator;电缆:cable;设施农用地:farm facility land;引种:breeding stock;棚架:frames
水肥:fertigation;旧厂:old plant;新厂房:new workshop;纸机:paper machine;通航:open to ships;家具:furniture
图审:drawing review;足球场:football pitch;游泳馆:swimming hall;闸室:lock chamber;沉井:caisson;水泵:pump;联动:joint
地面:ground;检修:repair;洗车机:vehicle washer;综合楼:main building;备件库:parts store;运维:maintenance;资质认定:accreditation
库体:store;木栈道:boardwalk;观鸟亭:bird hide;标识牌:signs;清基:base clearing;育苗池:nursery ponds;循环水:recirculation
仓库:warehouse`
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
