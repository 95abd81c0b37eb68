import { expect, it } from 'vitest';
import { explainLine } from '../../src/tools/explain-line.js';

it('explains a line of the plan that the demo opens with, where no ledger is named', async () => {
  const told = await explainLine('P-061 主体封顶 45%，预计下月底完成', { where: 'dm', owns: '' });
  expect(told).toMatch(/^mentions\n {2}project: p-061\n {2}milestone: 主体封顶\n {2}figure: 45%/);
  expect(told).toContain('readings');
  expect(told.split('understood\n')[1]).toContain('"project":"P-061","milestone":"主体封顶","percent":45');
});
