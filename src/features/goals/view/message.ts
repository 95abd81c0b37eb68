import type { KnownBlock } from '@slack/types';
import { timeAt } from '../../../domain/day.js';
import type { Message } from '../../../message.js';
import { button, context, header, section } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import type { Language } from '../../../text/language.js';
import type { GoalsSeen, SeenGoal } from '../act/see.js';
import { type GoalListRequest, openGoal } from '../ids.js';
import { type GoalPhrases, goalPhrases } from './goal.js';

/** As many goals as one message is read through for. */
const MOST_GOALS = 16;
/** Projects of a rescue under a goal; all of them are in its list. */
const MOST_RESCUES = 3;

/** What `/goals` answers: each goal with its gates, the forecast, and what would save a gate in danger. */
export function goalsMessage(seen: GoalsSeen, language: Language): Message {
  const { standing, goals } = seen;
  const phrases = goalPhrases(standing.program, language);
  const { words } = phrases;
  const title = words.title(phrases.day(standing.day));
  const open = standing.lit.filter(({ project }) => project.standing !== 'withdrawn').length;
  const about = words.about(open, timeAt(standing.at.moment, standing.program.timeZone));
  const shown = goals.slice(0, MOST_GOALS);
  const texts = shown.map((goal) => goalText(goal, phrases));
  const rest = goals.length > shown.length ? [context(words.more(goals.length - shown.length))] : [];
  const blocks: KnownBlock[] = [
    header(title),
    context(about),
    ...(goals.length === 0 ? [section(words.noGoals)] : []),
    ...shown.map((goal, index) => goalBlock(goal, texts[index] ?? '', seen, phrases)),
    ...rest,
  ];
  return { text: clip([title, about, ...texts].join('\n'), 3500), blocks };
}

function goalText(goal: SeenGoal, phrases: GoalPhrases): string {
  const { words } = phrases;
  const recorded = goal.goal.rule.by === 'recorded' && goal.goal.recorded === null ? [words.notRecorded] : [];
  return clip([...phrases.goalLines(goal), ...recorded, ...phrases.rescueLines(goal, MOST_RESCUES)].join('\n'), 620);
}

function goalBlock(goal: SeenGoal, text: string, seen: GoalsSeen, phrases: GoalPhrases): KnownBlock {
  if (goal.goal.rule.by === 'recorded') return section(text);
  const opener = button(openGoal, listOf(seen, goal.goal.key), phrases.words.list);
  // Slack wants every action_id of a message once.
  return section(text, { ...opener, action_id: `${opener.action_id}#${goal.goal.key}` });
}

/** What is pressed to see the list behind a goal: of the very moment that its number was said at. */
export function listOf({ standing }: GoalsSeen, goal: string, page = 0): GoalListRequest {
  const { day, at } = standing;
  return { goal, day, moment: at.moment, knownAt: at.knownAt, page };
}
