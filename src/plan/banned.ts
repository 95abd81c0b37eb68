import { BURDEN_RULE, type BurdenBan, burdenBanOf } from '../domain/burden-ban.js';
import type { Fault, Path } from './plan-error.js';

/**
 * The faults of a setting that the shape does not know and that asks what the rules on burdens forbid: itself, or what
 * stands in it (`policy: { ranking: weekly }`, `require: [photo, checkIn]`). Empty where it asks nothing of that sort.
 */
export function bannedIn(path: Path, name: string, value: unknown): readonly Fault[] {
  return search(path, name, value, new Set());
}

/** `seen`: an anchor of YAML may hold itself. */
function search(path: Path, name: string, value: unknown, seen: Set<unknown>): readonly Fault[] {
  const ban = burdenBanOf(name, value);
  if (ban) return [faultOf(path, name, ban)];
  if (typeof value === 'string') {
    // What a list asks for needs no value: `require: [photo]` asks as `photo: required` does.
    const asked = burdenBanOf(value, name);
    return asked ? [faultOf(path, value, asked)] : [];
  }
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Array.isArray(value)
    ? value.flatMap((item, index) => search([...path, index], name, item, seen))
    : Object.entries(value).flatMap(([key, inner]) => search([...path, key], key, inner, seen));
}

/** A value of a list of choices (`measure: score`) that asks for what is forbidden. */
export function bannedValue(path: Path, value: unknown): readonly Fault[] {
  if (typeof value !== 'string') return [];
  const ban = burdenBanOf(value, true);
  return ban ? [faultOf(path, value, ban)] : [];
}

function faultOf(path: Path, word: string, { asks, instead }: BurdenBan): Fault {
  return {
    path,
    wrong: {
      zh: `“${word}”要求${asks.zh}，${BURDEN_RULE.zh}不允许`,
      en: `"${word}" asks for ${asks.en}, which ${BURDEN_RULE.en} forbid`,
    },
    instead,
  };
}
