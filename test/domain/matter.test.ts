import { describe, expect, it } from 'vitest';
import { kindOf, matterOf, tellsObstacle } from '../../src/domain/matter.js';

describe('what an obstacle is about', () => {
  it.each([
    ['32亩建设用地指标未落实', 'land'],
    ['规划用地性质需调整', 'land'],
    ['流动资金紧张,贷款续期未批', 'funds'],
    ['银行不放款', 'funds'],
    ['能耗指标缺口1.2万吨标准煤', 'energy-quota'],
    ['环境容量(vocs)需市级调剂', 'environmental-capacity'],
    ['污水接纳容量待核', 'environmental-capacity'],
    ['概算超批复,需重新报批', 'approval'],
    ['入园安评未通过', 'approval'],
    ['126户未签约', 'relocation'],
    ['村民阻工', 'relocation'],
    ['电力增容未批', 'utilities'],
    ['天然气接入方案未定', 'utilities'],
    ['焊工短缺', 'labour'],
    ['产品公告未取得', 'other'],
    ['标准厂房交付延后', 'other'],
    ['no power on site', 'utilities'],
    ['land quota not approved', 'land'],
  ] as const)('%s: %s', (told, matter) => {
    expect(matterOf(told)).toBe(matter);
  });
});

describe('the kind of an obstacle', () => {
  it('is the one that the text names, whatever else it tells', () => {
    expect(kindOf('一直没动静,真是拦路虎')).toBe('roadblock');
    expect(kindOf('没人管,这条规定就是紧箍咒')).toBe('shackle');
    expect(kindOf('绊脚石')).toBe('stumbling-block');
  });

  it('is a stumbling block where handling is slow, a roadblock where nobody owns it, a shackle where a rule stands in the way', () => {
    expect(kindOf('6月8日报上去一直没动静')).toBe('stumbling-block');
    expect(kindOf('几家都说不归他们管')).toBe('roadblock');
    expect(kindOf('政策不允许混合用地')).toBe('shackle');
  });

  it('is left open where nothing tells it', () => {
    expect(kindOf('土地指标未批')).toBeNull();
  });
});

describe('a message', () => {
  it.each(['主体封顶80%', '一切顺利', '收到', '明天开会'])('%s tells no obstacle', (told) => {
    expect(tellsObstacle(told)).toBe(false);
  });
});
