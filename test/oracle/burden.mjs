// What the bot costs people over a replay: messages that nobody asked for, and messages at night or on a day off.
import { dayOf, works } from './days.mjs';

const EIGHT_HOURS = 8 * 3_600_000;
const HOUR_MS = 3_600_000;

/**
 * What a message is to the one who gets it directly. Not unasked is what somebody takes part in: what answers an act of
 * their own, a reply in the thread of a message that they have (the afternoon's reminder), and the card and the news of an
 * obstacle that they raised, hold or are to verify. Everything else is unasked.
 */
const takesPart = ({ subject }) =>
  /^obstacle(?:-step|-news)?(?::|$)/.test(subject ?? '') && !subject.endsWith(':office');

const isAnswer = ({ wake, onlyFor, ephemeral }) => ephemeral || (wake !== null && wake === onlyFor);

/** Finds who got more than one unasked message on a day, and what was sent in quiet hours. */
export function checkBurden({ messages, plan }) {
  const unasked = new Map();
  const atNight = [];
  let counted = 0;
  for (const message of messages) {
    if (message.what !== 'posted') continue;
    const day = dayOf(message.at);
    const quiet = isQuiet(message.at, plan);
    if (quiet && !isWake(message) && !isUrgentToCommander(message, plan)) atNight.push(`${day} ${told(message)}`);
    if (message.kind !== 'direct' || message.threaded || isAnswer(message) || takesPart(message)) continue;
    counted += 1;
    const key = `${day} ${message.onlyFor}`;
    unasked.set(key, [...(unasked.get(key) ?? []), message]);
  }
  const often = [...unasked]
    .filter(([, list]) => list.length > 1)
    .map(([key, list]) => `${key}: ${list.map(told).join(' | ')}`);
  return {
    unasked: counted,
    people: new Set([...unasked.keys()].map((key) => key.split(' ')[1])).size,
    often,
    atNight,
  };
}

/** What somebody does at night is shown where it is done: the line in the project's thread, the answer to themselves. */
const isWake = (message) =>
  isAnswer(message) || (message.wake !== null && (message.subject === 'report' || message.subject === 'project'));

function isQuiet(at, { prompts }) {
  if (!works(dayOf(at))) return true;
  const minutes = ((at + EIGHT_HOURS) % (24 * HOUR_MS)) / 60_000;
  const [from, to] = [prompts.quietFrom, prompts.quietTo].map(
    (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
  );
  return minutes >= from || minutes < to;
}

const isUrgentToCommander = ({ onlyFor, lines }, { commander }) =>
  onlyFor === commander && lines.some((line) => /加急|urgent/i.test(line));

const told = ({ subject, onlyFor, channel, lines }) =>
  `${subject ?? 'say'} to ${onlyFor ?? channel}: ${lines.slice(0, 2).join(' ')}`;
