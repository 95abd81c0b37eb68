import { Refused } from '../block-kit/refused.js';

/** A call's arguments, whichever way they came: JSON, form (then lists and objects are JSON in a field) or query. */
export class Args {
  constructor(readonly values: Readonly<Record<string, unknown>>) {}

  text(name: string): string | undefined {
    const value = this.values[name];
    if (typeof value === 'string') return value;
    return typeof value === 'number' ? String(value) : undefined;
  }

  /** @throws Refused with invalid_arguments when it is missing. */
  required(name: string): string {
    const value = this.text(name);
    if (value === undefined || value === '')
      throw new Refused('invalid_arguments', [`missing required field: ${name} [json-pointer:/${name}]`]);
    return value;
  }

  flag(name: string): boolean {
    const value = this.values[name];
    return value === true || value === 'true' || value === '1' || value === 1;
  }

  number(name: string): number {
    const value = Number(this.values[name] ?? 0);
    return Number.isFinite(value) ? value : 0;
  }

  /** A list or object. @param error what Slack answers when the JSON cannot be read. */
  object(name: string, error = 'invalid_arguments'): unknown {
    const value = this.values[name];
    if (typeof value !== 'string') return value === null ? undefined : value;
    if (value === '') return undefined;
    try {
      return JSON.parse(value);
    } catch {
      throw new Refused(error, [`must be valid JSON [json-pointer:/${name}]`]);
    }
  }

  /** A list, or names with commas between. */
  list(name: string): string[] {
    const value = this.values[name];
    if (Array.isArray(value)) return value.map(String);
    if (typeof value !== 'string' || value === '') return [];
    return value.split(',').map((one) => one.trim());
  }
}
