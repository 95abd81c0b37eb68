import type { Span } from './types.js';

// What English words of the trade stand for in the names of milestones; any of the Chinese parts will do.
const TRADE =
  'approval:批复,许可,核准,审批;approved:批复,核准;permit:许可,证;permission:许可;licence:许可,证;license:许可,证;land:用地,土地;planning:规划;filing:备案;feasibility:可研;design:设计;preliminary:初设,初步;eia:环评;environmental:环评;energy:能评,节能;tender:招标;tendering:招标;bid:招标,中标;bidding:招标;award:中标;demolition:拆除,拆迁,征拆,旧;relocation:拆迁,搬迁,征拆,迁改;resettlement:安置,征拆;acquisition:征地,征收,征拆,流转;clearance:清表,清理,平整,征拆;levelling:平整,整地;leveling:平整,整地;grading:平整,削坡,路基;site:场地;excavation:开挖,基坑;excavate:开挖;digging:开挖;trench:管沟,沟;trenching:管沟,开挖;pit:基坑;earthwork:土方,路基;earthworks:土方,路基;backfill:回填;backfilling:回填;slope:边坡;support:支护;shoring:支护;retaining:支护,围护;hoarding:围蔽,围挡;enclosure:围蔽,围护;diaphragm:连续墙;tunnelling:盾构,掘进,隧道;tunneling:盾构,掘进,隧道;tunnel:隧道,洞;tbm:盾构;shield:盾构;breakthrough:洞通,贯通;pile:桩;piles:桩;piling:桩;foundation:基础,地基,桩基;foundations:基础,地基;footing:基础;basement:地下,出正负零;ground:正负零,土地;pier:墩,码头;piers:墩;column:柱;columns:柱;beam:梁;beams:梁;girder:梁;girders:梁;deck:桥面,面板;bridge:桥;structure:主体,结构;structural:主体,结构;superstructure:主体,上部;main:主体;frame:主体,框架;steel:钢结构,钢;steelwork:钢结构;secondary:二次;masonry:砌体,砌筑;brickwork:砌体,砌筑;roof:屋面,封顶,屋盖,升顶;roofing:屋面;topping:封顶;topped:封顶;waterproofing:防水;waterproof:防水;insulation:保温;facade:外墙,幕墙,立面;curtain:幕墙;wall:墙;walls:墙;glazing:幕墙;exterior:外墙,外装;external:外墙,室外;interior:内装,装修,内;fitout:装修,内装;fit:装修,内装;decoration:装修,装饰,内装;renovation:改造,装修;finishing:装修,收尾;finishes:装修;cleanroom:洁净;clean:洁净;room:室,房;server:机房;chiller:冷水,冷机,制冷;chillers:冷水,冷机,制冷;rack:机柜;racks:机柜;cabinet:机柜;power:供电,电力,供配电,并网,送电;electrical:电气,供配电,机电;mechanical:机电;mep:机电;distribution:配电;wiring:布线,线路;cable:电缆,线路;cabling:布线,电缆;line:线路,线;lines:线路,生产线;collector:集电;substation:升压站,变电站;transformer:变压器;grid:并网,接入;connection:并网,接入,连接;connected:并网,接入;hvac:空调,暖通,机电;heating:供热,供暖;heat:换热,供热;boiler:锅炉;exchange:换热;exchanger:换热;refrigeration:制冷;cooling:制冷;cold:冷库,冷;storage:冷库,仓,储;freezing:速冻;freezer:速冻;equipment:设备;machinery:设备;machine:设备;machines:设备;unit:设备,机组;units:设备,机组;tool:设备;tools:设备;delivery:到货,交付;delivered:到货,交付;arrival:到货;arrived:到货;procurement:采购;purchase:采购;purchased:采购;move:搬入;installation:安装,敷设;installed:安装;install:安装;installing:安装;erection:架设,吊装,安装,立;hoisting:吊装;lifting:吊装;assembly:装配,安装;turbine:风机;turbines:风机;tower:塔;mirror:镜;mirrors:镜;heliostat:定日镜;heliostats:定日镜;salt:熔盐;tank:罐;tanks:罐;pv:光伏;solar:光伏,光热;panel:组件,板;panels:组件,板;pipe:管;pipes:管;pipeline:管;piping:管;pipework:管;laying:铺设,敷设,铺;laid:铺设;welding:焊接;welded:焊接;pressure:打压,试压;testing:试验,测试,调试,检测;test:试验,试,测试;commissioning:调试,试运行;commissioned:调试,投运;trial:试;production:生产,投产,量产;mass:量产;ramp:爬坡;rampup:爬坡;startup:投产,启动;lighting:亮化,照明,点亮;manhole:检查井;manholes:检查井;drainage:排水;sewage:污水;sewer:污水,管网;wastewater:污水;treatment:处理;water:水,给水;pump:泵;pumping:泵;well:井;wells:井;canal:渠道,渠;channel:渠,航道;lining:衬砌;gate:闸门,闸;gates:闸门,闸;sluice:闸;spillway:溢洪道;dam:坝;embankment:堤,路堤;dike:堤;seawall:堤,挡浪墙,海堤;caisson:沉箱;caissons:沉箱;parapet:胸墙,挡浪墙;dredging:疏浚,清淤;dredged:疏浚,清淤;rock:抛石,石;riprap:抛石;soft:软基;reservoir:水库,蓄水;impoundment:蓄水;tree:苗木,栽;trees:苗木,栽;planting:栽植,种植,定植;planted:栽植,定植;seedling:苗;irrigation:滴灌,灌溉;drip:滴灌;greenhouse:棚;shed:棚;landscaping:绿化,景观;greening:绿化;green:绿化;vegetation:植被;topsoil:覆土;road:道路,路;roads:道路,路;roadbed:路基;subgrade:路基;base:基层,水稳;stabilised:水稳;stabilized:水稳;asphalt:沥青;surface:面层,路面;surfacing:路面,面层;pavement:路面,铺装;paving:铺装,摊铺,路面;paved:铺装,摊铺,路面;bituminous:沥青;marking:标线;markings:标线;safety:安防,安全;guardrail:安防,护栏;track:轨道,跑道;tracks:轨道;rail:轨道;running:跑道;stand:看台;stands:看台;grandstand:看台;truss:网架,桁架;space:网架;playground:操场,室外;sports:操场,体育;parking:停车;carpark:停车;car:停车;boardwalk:栈道;trail:栈道;plaza:广场;square:广场;exhibition:布展,展;exhibit:布展;exhibits:布展;displays:布展;slipform:滑模;slip:滑模;silo:仓;silos:仓;warehouse:仓,库房;dryer:烘干;drying:烘干;conveyor:输送;conveying:输送;box:箱体;culvert:箱涵,涵;jacking:顶进,顶管;prefabrication:预制;prefab:预制;precast:预制;casting:浇筑,预制;concreting:浇筑;pouring:浇筑;concrete:浇筑,混凝土;fire:消防;acceptance:验收;inspection:验收,检测;inspected:验收;handover:交付,移交,交工;delivery_of:交付;completion:竣工,完工;opening:开业,开园,开馆,开通,开张;opened:开业,开园,开馆,开通;traffic:通车;operation:运营,使用,投运,运行;operational:运营,投运;service:使用,运营;use:使用;occupancy:入驻,入住;tenant:入驻;tenants:入驻;merchants:入驻;moving:搬,入驻;merchant:入驻;leasing:招商;signing:签约,签;signed:签约,签订;framework:框架;agreement:协议;contract:合同,签约;negotiation:洽谈;negotiations:洽谈;talks:洽谈;registration:注册;registered:注册;groundbreaking:开工;ground-breaking:开工;start:开工,启动;mobilisation:进场;mobilization:进场;workshop:厂房,车间;plant:厂房,厂;factory:厂房;building:楼,房;dormitory:宿舍;office:办公;laboratory:实验室;lab:实验室;ward:病房;auction:挂牌,摘牌,出让;listing:挂牌;transfer:出让,流转;survey:勘察,测绘;restoration:恢复,修复;reinstatement:恢复;gas:燃气,通气,天然气;ventilation:通风;clear:清水;slab:底板,板;slabs:底板,板;raft:底板,筏板;pole:杆;poles:杆;kiln:窑;kilns:窑;typical:标准层;floor:层;floors:层;underground:地下;desilting:清淤;launch:始发;d-wall:连续墙;raising:升顶;lift:电梯;lifts:电梯;elevator:电梯;elevators:电梯;shaft:竖井;breakwater:防波堤;quay:码头;berth:泊位;jetty:码头;kerb:路缘,路沿,侧石;kerbs:路缘,路沿,侧石;sidewalk:人行道;sidewalks:人行道;streetlight:路灯;streetlights:路灯;toilet:厕;toilets:厕;fence:围栏,围墙;fencing:围栏,围墙;inverter:逆变器;inverters:逆变器;bracket:支架;brackets:支架;mounting:支架;module:组件;modules:组件;step-up:升压;transmission:送出,输电;chimney:烟囱;stack:烟囱;desulfurization:脱硫;reactor:反应釜,反应器;reactors:反应釜,反应器;distillation:精馏;teaching:教学;dormitories:宿舍;canteen:食堂;gym:体育馆;bearing:支座;bearings:支座;abutment:桥台;abutments:桥台;cap:承台;caps:承台;expansion:扩建;reinforcement:加固,钢筋;strengthening:加固;intake:取水口;outlet:放水洞;meter:水表,表;meters:水表,表;fibre:光缆,光纤;fiber:光缆,光纤;utility:管线;utilities:管线;fish:养殖;pond:池;ponds:池;membrane:防渗,膜;landfill:填埋;tanker:槽车;loading:装卸;bays:车位;charging:充电';

const PARTS = new Map(
  TRADE.split(';').map((entry): [string, readonly string[]] => {
    const [word = '', parts = ''] = entry.split(':');
    return [word, parts.split(',')];
  }),
);
const MOST_WORDS = 4;
// What is done to a thing, or where it is in its life: no milestone is told by it where the thing is named.
const WORK =
  /^(?:install(?:ation|ed|ing)?|deliver(?:y|ed)|arriv(?:al|ed)|equipment|units?|test(?:ing)?|acceptance|inspection|completion|procurement|purchased?|commission(?:ing|ed))$/;

type Word = Span & { readonly parts: readonly string[]; readonly work: boolean };

/** A stretch of English with the milestones (places in the roadmap) whose names say the same in most of its words. */
export type EnglishMilestone = Span & { readonly milestones: readonly number[]; readonly words: number };

/** Finds what English words of the trade name in a roadmap: "pipe laying" is 管道铺设, "manholes" 检查井. */
export function findEnglish(plain: string, roadmap: readonly string[]): EnglishMilestone[] {
  const found: EnglishMilestone[] = [];
  let run: Word[] = [];
  const close = () => {
    if (run.length > 0) found.push(...namedBy(run.slice(0, MOST_WORDS), roadmap));
    run = [];
  };
  for (const match of plain.matchAll(/[a-z]+(?:-[a-z]+)?/g)) {
    const parts = PARTS.get(match[0]) ?? PARTS.get(match[0].replace(/(?:e?s)$/, ''));
    const last = run.at(-1);
    if (
      last &&
      !/^[ -]?(?:of |the |and |& ?)?$/.test(plain.slice(last.end, match.index).replace(/^ (?:of|the) $/, ' '))
    )
      close();
    if (parts === undefined) {
      if (!/^(?:of|the)$/.test(match[0])) close();
    } else run.push({ start: match.index, end: match.index + match[0].length, parts, work: WORK.test(match[0]) });
  }
  close();
  return found;
}

function namedBy(run: readonly Word[], roadmap: readonly string[]): EnglishMilestone[] {
  const hits = roadmap.map((name) => run.filter(({ parts }) => parts.some((part) => name.includes(part))));
  // Of "rack installation" the thing tells which: every roadmap installs something.
  const things = run.filter(({ work }) => !work);
  const named = hits.some((each) => each.some((one) => things.includes(one)));
  if (things.length > 0 && named)
    for (const [at, each] of hits.entries()) if (!each.some((one) => things.includes(one))) hits[at] = [];
  const best = Math.max(0, ...hits.map((each) => each.length));
  if (best === 0) return [];
  // Most of what was said has to be in the name: "fire drill" is no 消防验收.
  const milestones = hits.flatMap((each, at) => (each.length === best ? [at] : []));
  const [told] = milestones.map((at) => hits[at] ?? []);
  // The words of work belong to what is named beside them.
  const heard = run.filter((each) => each.work || told?.includes(each));
  const start = Math.min(...heard.map((each) => each.start));
  const end = Math.max(...heard.map((each) => each.end));
  return [{ start, end, milestones, words: best }];
}
