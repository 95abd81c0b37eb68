import { describe, expect, it } from 'vitest';
import { offered } from '../../src/features/progress/offers.js';

describe('what is offered where a line gives no percent', () => {
  it.each([
    [80, 'P-017 施工许可', [85, 90, 95, 100]],
    [null, 'P-017 用地', [25, 50, 75, 90]],
    [97, '主体封顶快完了', []],
    [60, '主体快封顶了', [65, 70, 75, 80]],
    [40, '清水池还差50', [45, 55, 60, 65]],
    [98, '主体封顶', [100]],
    [60, '主体封顶还差20%', [80]],
    [90, '主体封顶还差20%', [95]],
  ])('after %s: %s', (last, text, steps) => {
    expect(offered(last, text)).toEqual(steps);
  });
});
