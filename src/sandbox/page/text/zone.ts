import { localDay, timeOfDay } from './when.js';

/**
 * The instant of a wall-clock time in a zone, in milliseconds.
 * @param wall `2020-06-17T18:00` or `2020-06-17 18:00`
 */
export function instantOf(wall: string, timeZone: string): number {
  const asUtc = Date.parse(`${wall.replace(' ', 'T')}Z`);
  // The zone's offset at a moment is what it shows minus UTC; twice, for the hours around a change of summer time.
  const offset = (ms: number) =>
    Date.parse(`${localDay(ms, timeZone)}T${timeOfDay(ms, timeZone)}Z`) - Math.floor(ms / 60_000) * 60_000;
  const guess = asUtc - offset(asUtc);
  return asUtc - offset(guess);
}
