// Workbooks that were exported within a replay, and nothing else: every number of each is computed again, and from the last one the goals
// that compute themselves on every replayed day, held against what that day's digest of the whole plan said.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { differences, goalsAt, recompute } from '../outside/recompute.mjs';

export async function checkExports(folder, { digests, plan }) {
  const kept = join(folder, 'files');
  const names = existsSync(kept) ? readdirSync(kept).filter((name) => name.endsWith('.xlsx')) : [];
  const differ = [];
  let numbers = 0;
  for (const name of names) {
    const result = await recompute(readFileSync(join(kept, name)));
    numbers += result.said.size;
    differ.push(...differences(result).map((fault) => `${name}: ${fault}`));
  }
  const last = [...names].sort().at(-1);
  const days = last === undefined ? 0 : await checkDays(last);
  return { workbooks: names.length, numbers, days, differ };

  async function checkDays(name) {
    const whole = digests.filter(({ scope }) => scope.of === 'plan');
    const momentOf = ({ slot }) => `${slot} ${plan.prompts.digest}`;
    const values = await goalsAt(readFileSync(join(kept, name)), whole.map(momentOf));
    // As it was posted: what was known by its own moment.
    const newest = new Map(
      whole
        .filter(({ version }) => version === 0)
        .map((digest) => [`${digest.slot} ${digest.cadence} ${digest.subscription}`, digest]),
    );
    const until = name.slice(-15, -5);
    for (const digest of newest.values()) {
      if (digest.slot > until) continue;
      for (const [key, value] of Object.entries(values.get(momentOf(digest)))) {
        const said = digest.numbers[`goals.${key}.have`]?.value ?? null;
        if (said !== value) differ.push(`${digest.slot} ${key}: ${value} by ${name}, said ${said}`);
      }
    }
    return new Set([...newest.values()].map(({ slot }) => slot).filter((slot) => slot <= until)).size;
  }
}
