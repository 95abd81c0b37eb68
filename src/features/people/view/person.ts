import type { Button, KnownBlock } from '@slack/types';
import type { Work } from '../../../domain/work.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, divider, header, section } from '../../../slack/blocks.js';
import type { Listed } from '../../../store/roster.js';
import { escapeText } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import type { Overview, SeenPerson, ToDo } from '../act/see.js';
import { ids } from '../ids.js';
import { words } from '../words.js';
import { dutiesWords, nameOf, whoLabel, whoWords, wordsOf } from './parts.js';

/** Codes that one line names. */
const MOST_CODES = 12;
const MOST_ROWS = 10;

/** Codes in a row, cut where nobody reads on. */
function codes(list: readonly { readonly code: string }[], language: Language): string {
  const say = inLanguage(words.people, language);
  const shown = list.slice(0, MOST_CODES).map(({ code }) => code);
  const joined = shown.join(language === 'zh' ? '、' : ', ');
  const rest = list.length - shown.length;
  return rest > 0 ? say.and(joined, language === 'zh' ? list.length : rest) : joined;
}

/** What somebody holds, in a line. */
export function workWords(work: Work, shared: SeenPerson['shared'], language: Language): string {
  const say = inLanguage(words.people, language);
  const join = language === 'zh' ? '、' : ', ';
  const parts = [
    work.projects.length > 0 ? say.owned(work.projects.length, codes(work.projects, language)) : '',
    shared.length > 0 ? say.sharedWith(shared.length, codes(shared, language)) : '',
    work.sponsored.length > 0 ? say.sponsored(work.sponsored.length, codes(work.sponsored, language)) : '',
    work.milestones.length > 0 ? say.milestones(work.milestones.length) : '',
    work.units.length > 0 ? say.heads(work.units.map(({ name }) => wordsOf(name, language)).join(join)) : '',
    work.obstacles.length > 0 ? say.obstacles(work.obstacles.length) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? say.noWork : parts.join(language === 'zh' ? '，' : '; ');
}

function cardLines({ person, work, positions, shared }: SeenPerson, language: Language): string {
  const say = inLanguage(words.people, language);
  const colon = language === 'zh' ? '：' : ': ';
  const title = wordsOf(person.title, language);
  const held = positions.map(({ name }) => escapeText(name)).join(language === 'zh' ? '、' : ', ');
  return [
    `*${nameOf(person, language)}*${title === '' ? '' : ` · ${title}`} · ${person.slackUserId === null ? say.noAccount : say.account}`,
    `${say.roles}${colon}${dutiesWords(person, language) || say.noRole}`,
    ...(held === '' ? [] : [`${say.positionsLabel}${colon}${held}`]),
    `${say.work}${colon}${workWords(work, shared, language)}`,
  ].join('\n');
}

/** Somebody's card, with what the reader may do. */
export function personMessage(seen: SeenPerson, language: Language): Message {
  const say = inLanguage(words.people, language);
  const { person } = seen;
  const buttons: Button[] = [
    ...(seen.may.code ? [button(ids.code, { person: person.id }, say.giveCode)] : []),
    ...(seen.may.roles ? [button(ids.role, { person: person.id }, say.role)] : []),
    ...(seen.may.roles ? [button(ids.leaves, { person: person.id }, say.leaves)] : []),
    ...(seen.may.untie ? [button(ids.untie, { person: person.id }, say.untie, 'danger')] : []),
  ];
  return {
    text: nameOf(person, language),
    blocks: [section(cardLines(seen, language)), ...(buttons.length === 0 ? [] : [actions(...buttons)])],
  };
}

/** `/people` alone. */
export function overviewMessage({ own, toDo }: Overview, language: Language): Message {
  const say = inLanguage(words.people, language);
  return {
    text: say.mine,
    blocks: [header(say.mine), section(cardLines(own, language)), ...(toDo === null ? [] : toDoBlocks(toDo, language))],
  };
}

function toDoBlocks({ untied, requests, leaving, vacant }: ToDo, language: Language): KnownBlock[] {
  const say = inLanguage(words.people, language);
  const join = language === 'zh' ? '、' : ', ';
  const nothing = untied.length + requests.length + leaving.length + vacant.length === 0;
  return [
    divider,
    header(say.toDo),
    ...(nothing ? [section(say.nothingToDo)] : []),
    ...(requests.length > 0 ? [section(say.requests(requests.length))] : []),
    ...leaving
      .slice(0, MOST_ROWS)
      .map(({ person, count }) =>
        section(say.leaving(nameOf(person, language), count), button(ids.leaves, { person: person.id }, say.leaves)),
      ),
    ...(vacant.length > 0 ? [section(say.vacant(vacant.map(({ name }) => escapeText(name)).join(join)))] : []),
    ...(untied.length > 0 ? [section(`*${say.untied(untied.length)}*`)] : []),
    ...untied
      .slice(0, MOST_ROWS)
      .map((person) => section(whoWords(person, language), button(ids.code, { person: person.id }, say.giveCode))),
    ...(untied.length > MOST_ROWS ? [context(say.more(untied.length - MOST_ROWS))] : []),
    actions(
      button(ids.add, { request: null }, say.add, 'primary'),
      button(ids.role, { person: null }, say.role),
      button(ids.positions, {}, say.positions),
    ),
  ];
}

/** People to choose from, each with a button to their card. */
export function choiceMessage(title: string, people: readonly Listed[], language: Language): Message {
  const buttons = people.map((person) => button(ids.card, { person: person.id }, whoLabel(person, language)));
  return { text: title, blocks: [section(title), actions(...buttons)] };
}

const MOST_LISTED = 40;

export function unitMessage(title: string, people: readonly Listed[], ctx: Ctx): Message {
  const { language } = ctx;
  const say = inLanguage(words.people, language);
  const lines = people.slice(0, MOST_LISTED).map((person) => {
    const account = person.slackUserId === null ? ` · ${say.noAccount}` : '';
    return `${whoWords(person, language)}${account}`;
  });
  const more = people.length > MOST_LISTED ? [context(say.more(people.length - MOST_LISTED))] : [];
  return { text: title, blocks: [section(`*${title}*\n${lines.join('\n')}`), ...more] };
}
