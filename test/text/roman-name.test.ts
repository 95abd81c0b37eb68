import { expect, it } from 'vitest';
import { romanName } from '../../src/text/roman-name.js';

it.each([
  ['何志远', 'He Zhiyuan'],
  ['张三', 'Zhang San'],
  ['欧阳修', 'Ouyang Xiu'],
  ['单雄信', 'Shan Xiongxin'],
  ['吕布', 'Lu Bu'],
  ['Daniel Reed', 'Daniel Reed'],
])('%s is written %s', (name, written) => {
  expect(romanName(name)).toBe(written);
});
