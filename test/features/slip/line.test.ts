import { expect, it } from 'vitest';
import { localDay } from '../../../src/domain/day.js';
import { readSlipLine } from '../../../src/features/slip/line.js';
import { calendar } from '../../domain/obstacle-given.js';

const units = [
  { id: 1, name: { zh: '高集镇', en: 'Gaoji Town' } },
  { id: 2, name: { zh: '水利局', en: 'Water Bureau' } },
  { id: 3, name: { zh: '县水利局', en: 'County Water Resources' } },
];
const projects = [{ id: 10, code: 'P-010', unitId: 1, milestones: [{ id: 77, name: '开工', ownerId: null }] }];
const read = (typed: string) => readSlipLine(typed, { projects, units, today: localDay('2020-06-24'), calendar });

it.each([
  [
    'P-010 开工 加快进场 6月30日',
    { unit: 1, project: 10, milestone: 77, due: '2020-06-30', text: '开工 加快进场 6月30日' },
  ],
  ['p010 抓紧 6月30日', { unit: 1, project: 10, milestone: null }],
  ['高集镇 报送防汛值班表 6月30日前', { unit: 1, project: null, text: '报送防汛值班表 6月30日前' }],
  ['高集镇：报值班表，3个工作日内', { due: '2020-06-30', text: '报值班表,3个工作日内' }],
  ['县水利局 P-010 供水方案 7月3日', { unit: 3, project: 10, text: '供水方案 7月3日' }],
  ['卡点7号 P-010 尽快协调 6月30日', { obstacleNumber: 7, project: 10 }],
  ['高集镇 报汛情 6月30日 加急：夜间有大雨', { urgent: '夜间有大雨', text: '报汛情 6月30日' }],
  ['gaoji town send the rota by 30 June', { unit: 1, due: '2020-06-30' }],
])('understands %s', (typed, expected) => {
  const understood = read(typed);
  expect('slip' in understood ? understood.slip : understood.fault).toMatchObject(expected);
});

it.each([
  ['报值班表 6月30日', { what: 'unit' }],
  ['高集镇、水利局 报值班表 6月30日', { what: 'units' }],
  ['高集镇 报值班表', { what: 'day' }],
  ['高集镇 6月29日或6月30日报值班表', { what: 'day' }],
  ['P-099 抓紧 6月30日', { what: 'project', typed: 'P-099' }],
  [`高集镇 ${'报'.repeat(401)} 6月30日`, { what: 'too-long' }],
])('never guesses: %s', (typed, fault) => {
  expect(read(typed)).toEqual({ fault });
});
