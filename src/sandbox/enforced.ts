import { LIMITS } from './limits.js';
import { TIERS } from './rates.js';
import { METHODS } from './web-api/methods.js';

/** The README's table, made from the tables that the sandbox itself obeys. */
export function enforcedTable(): string {
  const methods = [...METHODS].map(([name, method]) => {
    const rate = `${method.tier === 'special' ? 'special' : `tier ${method.tier}`} (${TIERS[method.tier]} a minute)`;
    const scopes =
      method.scopes.length === 0 ? '–' : method.scopes.map((scope) => scope.replaceAll('|', ' / ')).join(', ');
    return `| \`${name}\` | ${rate} | ${scopes} | ${method.enforces} |`;
  });
  const limits = Object.values(LIMITS).map(
    (limit) => `| ${limit.what} | ${limit.limit.toLocaleString('en-US')} | \`${limit.error}\` |`,
  );
  return [
    '| method | rate | scope | enforced |',
    '| --- | --- | --- | --- |',
    ...methods,
    '',
    '| of what | at most | else |',
    '| --- | --- | --- |',
    ...limits,
  ].join('\n');
}
