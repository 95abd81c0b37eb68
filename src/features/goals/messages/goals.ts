import type { KnownBlock } from '@slack/types';
import { timeAt } from '../../../domain/day.js';
import { countEn } from '../../../domain/day-words.js';
import type { Message } from '../../../message.js';
import { button, context, header, section } from '../../../slack/blocks.js';
import { clip } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage, type Language } from '../../../text/language.js';
import { type GoalListRequest, openGoal } from '../ids.js';
import type { GoalsSeen, SeenGoal } from '../model.js';
import { type GoalPhrases, goalPhrases } from './phrases.js';

/** What `/goals` answers. */
export const words = {
  title: {
    zh: (day: string) => `目标与关口 · ${day}`,
    en: (day: string) => `Goals and gates · ${day}`,
  },
  about: {
    zh: (projects: number, time: string) => `全部项目（${projects}个） · 截至${time}`,
    en: (projects: number, time: string) => `Whole plan (${countEn(projects, 'project')}) · as at ${time}`,
  },
  noGoals: { zh: '本次攻坚行动没有设定目标。', en: 'This program has no goals.' },
  more: {
    zh: (count: number) => `另有${count}项目标，输入名称查看`,
    en: (count: number) => `${countEn(count, 'more goal')}: type the name`,
  },
  list: { zh: '名单', en: 'List' },
} as const satisfies Catalogue;

/** As many goals as one message is read through for. */
const MOST_GOALS = 16;
/** Projects of a rescue under a goal; all of them are in its list. */
const MOST_RESCUES = 3;

/** What `/goals` answers: each goal with its gates, the forecast, and what would save a gate in danger. */
export function goalsMessage(seen: GoalsSeen, language: Language): Message {
  const own = inLanguage(words, language);
  const { standing, goals } = seen;
  const phrases = goalPhrases(standing.program, language);
  const title = own.title(phrases.day(standing.day));
  const open = standing.lit.filter(({ project }) => project.standing !== 'withdrawn').length;
  const about = own.about(open, timeAt(standing.at.moment, standing.program.timeZone));
  const shown = goals.slice(0, MOST_GOALS);
  const texts = shown.map((goal) => goalText(goal, phrases));
  const rest = goals.length > shown.length ? [context(own.more(goals.length - shown.length))] : [];
  const blocks: KnownBlock[] = [
    header(title),
    context(about),
    ...(goals.length === 0 ? [section(own.noGoals)] : []),
    ...shown.map((goal, index) => goalBlock(goal, texts[index] ?? '', seen, phrases)),
    ...rest,
  ];
  return { text: clip([title, about, ...texts].join('\n'), 3500), blocks };
}

function goalText(goal: SeenGoal, phrases: GoalPhrases): string {
  return clip([...phrases.goalLines(goal), ...phrases.rescueLines(goal, MOST_RESCUES)].join('\n'), 620);
}

function goalBlock(goal: SeenGoal, text: string, seen: GoalsSeen, phrases: GoalPhrases): KnownBlock {
  const own = inLanguage(words, phrases.language);
  if (goal.goal.rule.by === 'recorded') return section(text);
  const opener = button(openGoal, listOf(seen, goal.goal.key), own.list);
  // Slack wants every action_id of a message once.
  return section(text, { ...opener, action_id: `${opener.action_id}#${goal.goal.key}` });
}

/** What is pressed to see the list behind a goal: of the very moment that its number was said at. */
export function listOf({ standing }: GoalsSeen, goal: string, page = 0): GoalListRequest {
  const { day, at } = standing;
  return { goal, day, moment: at.moment, knownAt: at.knownAt, page };
}
