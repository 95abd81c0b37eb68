import { kindOf } from '../matter.js';
import type { Matter } from '../plan.js';
import { ask, type Deciding, projectCandidates, settled } from './ask.js';
import { MASK, masked } from './masked.js';
import { weighMatters } from './matter-choice.js';
import { type Sheet, stoppable } from './pieces.js';
import type { Reading, Weights } from './reading.js';
import { sinceWhen } from './since-when.js';
import { SURE } from './sure.js';
import type { ObstacleLine, Span, Understanding } from './types.js';

const MOST_MATTERS = 4;
const ONLY_STUCK = /^(?:又|还|一直|已经?)?(?:卡住?|堵|停)(?:住|着|了|壳)*[。.!]*$/;

/** What a reading as an obstacle comes to: the obstacle, its matter not chosen yet, or a question. */
export function obstacleOutcome(reading: Reading, deciding: Deciding): Understanding {
  const { sheet, stopped } = reading;
  const [code, ...others] = settled(sheet);
  if (code === undefined || others.length > 0)
    return ask('project', 0, projectCandidates(reading, deciding), null, null, null, deciding);
  const place = stoppable(sheet)[stopped ?? -1];
  const plain = sheet.line.plain;
  const roadmap = deciding.ledger.byCode.get(code)?.milestones.map((milestone) => milestone.name) ?? [];
  const pressed = deciding.answers.find((answer) => answer.about === 'milestone')?.choice;
  const one = place && place.milestones.length === 1 ? (place.words.roadmap[place.milestones[0] ?? 0] ?? null) : null;
  // 卡住了 and nothing else: what is stuck is what matters.
  if (
    pressed === undefined &&
    one === null &&
    ONLY_STUCK.test(masked(plain, sheet.scheme.mentions).replaceAll(MASK, ' ').trim())
  )
    return ask('milestone', 0, roadmap, code, null, null, deciding);
  return {
    act: 'obstacle',
    project: place?.project ?? code,
    milestone: pressed ?? one,
    matter: 'other',
    kind: kindOf(plain),
    since: sinceWhen(plain, deciding.context.today),
    text: sheet.line.text,
  };
}

/** The mention of what an obstacle stops; a letter alone is no mention. */
export const stoppedIn = (sheet: Sheet, stopped: number | null): Span | null => {
  const place = stoppable(sheet)[stopped ?? -1];
  return place === undefined || place.likeness === 'letter' ? null : place;
};

/** An obstacle with its matter, or the question which. */
export function withMatter(
  told: ObstacleLine,
  stopped: Span | null,
  sheet: Sheet,
  weights: Weights,
  deciding: Deciding,
): Understanding {
  const pressed = deciding.answers.find(({ about }) => about === 'matter')?.choice as Matter | undefined;
  const [best, ...others] = weighMatters(sheet.line.plain, stopped, weights);
  if (pressed !== undefined || best === undefined) return { ...told, matter: pressed ?? 'other' };
  if (best.probability >= SURE.matter) return { ...told, matter: best.matter };
  const offered = [best, ...others].slice(0, MOST_MATTERS).map(({ matter }) => matter);
  return ask('matter', 0, offered, told.project, told.milestone, null, deciding);
}
