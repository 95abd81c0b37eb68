import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may, type PermittedAction, type Things } from '../../src/domain/permission.js';
import type { Outcome } from '../../src/feature.js';
import { contents, fingerprint, openRightsCounty, type PersonaName, type RightsCounty } from './county.js';
import { TRIES, type Try } from './tries/index.js';

/**
 * Every entry of every contents page, tried by everybody: whom the rule lets in is served, whom it keeps out is refused,
 * sees nothing of the thing and changes nothing. An entry without a rule, or a rule without a try, fails.
 */
describe('every entry of the contents pages', { timeout: 120_000 }, () => {
  let county: RightsCounty;
  beforeAll(async () => {
    county = await openRightsCounty();
  });
  afterAll(() => county.close());

  const entries = [...contents()];

  it('has a rule, and a try for each of its rules', () => {
    const missing = entries.flatMap(([name, { rights }]) => {
      const tried = new Set((TRIES[name] ?? []).map((each) => each.right));
      return [
        ...(rights.length === 0 ? [`${name}: no rule`] : []),
        ...rights.filter((right) => !tried.has(right as Try['right'])).map((right) => `${name}: ${right} is not tried`),
        ...[...tried].filter((right) => !rights.includes(right)).map((right) => `${name}: ${right} is no rule of it`),
      ];
    });
    const gone = Object.keys(TRIES).filter((name) => !entries.some(([each]) => each === name));
    expect([...missing, ...gone.map((name) => `${name}: there is none such`)]).toEqual([]);
  });

  for (const [name, { run }] of entries) {
    for (const [place, one] of (TRIES[name] ?? []).entries()) {
      it(`${name} lets in by ${one.right}${one.what ? `: ${one.what}` : ''}${place === 0 ? '' : ` (${place + 1})`}`, async () => {
        const faults: string[] = [];
        for (const persona of Object.keys(county.people) as PersonaName[]) {
          const person = county.people[persona];
          const given = await one.given(county, persona);
          const expected = lets(one, persona, given.thing);
          const kept = { withoutCounty: persona !== 'of another county' };
          const before = expected ? '' : await fingerprint(county, kept);
          const outcome = await run(county.ctxOf(person), given.arriving).catch((error: Error) => ({
            kind: 'fault' as const,
            error: error.message,
          }));
          const shown = JSON.stringify(outcome);
          if (outcome.kind === 'fault') faults.push(`${persona}: ${outcome.error}`);
          else if (expected) {
            if (isRefusal(outcome) && outcome.kind !== 'nothing')
              faults.push(`${persona} may, and was refused: ${shown.slice(0, 300)}`);
            else if (given.shows && given.secret && !shown.includes(given.secret))
              faults.push(`${persona} may, and does not see it: ${shown.slice(0, 300)}`);
          } else {
            if (given.secret && shown.includes(given.secret))
              faults.push(`${persona} may not, and sees ${given.secret}`);
            // Who is at home in another county is served there.
            if (!given.filtered && persona !== 'of another county' && !isRefusal(outcome))
              faults.push(`${persona} may not, and was answered: ${shown.slice(0, 300)}`);
            if ((await fingerprint(county, kept)) !== before) faults.push(`${persona} may not, and changed something`);
          }
          await given.after?.();
        }
        expect(faults).toEqual([]);
      });
    }
  }

  function lets(one: Try, persona: PersonaName, thing: Things[PermittedAction] | null): boolean {
    const person = county.people[persona];
    if (one.right === 'own') return persona === 'owner';
    if (one.right === 'member') return person.programId === county.program.id;
    if (thing === null) throw new Error('a rule needs a thing');
    return may(person, one.right, thing).allowed;
  }
});

const isRefusal = (outcome: Outcome): boolean =>
  outcome.kind === 'refuse' || outcome.kind === 'errors' || outcome.kind === 'nothing';
