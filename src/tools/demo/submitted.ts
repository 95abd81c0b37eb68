import type { Instant, LocalDay } from '../../domain/day.js';
import type { PlanPerson, PlanProject } from '../../domain/plan.js';
import type { Deed, Place } from './act.js';
import { share } from './chance.js';
import { sitePicture } from './picture.js';
import type { Step } from './script.js';
import type { Where } from './speech.js';

/** A report as it will be said, before its minute is settled. */
export type Submitted = {
  readonly step: Step;
  readonly project: PlanProject;
  readonly person: PlanPerson;
  readonly where: Where;
  readonly place: Place;
  readonly text: string;
  readonly minute: number;
};

/** The moment of a minute (counted from midnight) of a day, in the plan's zone. */
export type MinutesOf = (day: LocalDay, minute: number) => Instant;

/** Milestones of which there is something to photograph. */
const OUTSIDE = /施工|封顶|设备|装修|竣工/;

/** The words as they are typed at their place. */
export function deedOf({ step, place, where, text }: Pick<Submitted, 'step' | 'place' | 'where' | 'text'>): Deed {
  if (where === 'command') return { do: 'command', place, text: `/progress ${text}` };
  const pictured =
    OUTSIDE.test(step.milestone ?? '') &&
    step.percent !== null &&
    step.percent >= 20 &&
    step.percent < 100 &&
    share(step.code, step.on, 'photo') < 0.2;
  const typed = where === 'mention' ? `@bot ${text}` : text;
  if (!pictured) return { do: 'say', place, text: typed };
  const name = `${step.code}现场${step.on.slice(5).replace('-', '')}.png`;
  const base64 = sitePicture(step.code, step.percent ?? 0).toString('base64');
  return { do: 'say', place, text: typed, files: [{ name, mimetype: 'image/png', base64 }] };
}
