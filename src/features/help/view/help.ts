import type { KnownBlock } from '@slack/types';
import { ROLE_WORDS } from '../../../domain/permission.js';
import type { Role, Words } from '../../../domain/plan.js';
import type { Person } from '../../../domain/program.js';
import type { Ctx } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, header, section } from '../../../slack/blocks.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import { ids as obstacleIds } from '../../obstacle/ids.js';
import { ids as progressIds } from '../../progress/ids.js';
import { findBlock } from '../../project/door.js';
import type { Examples } from '../act/examples.js';
import { ids } from '../ids.js';
import { helpWords } from '../words.js';

/** What each role is told about, in this order; who has several is told all of theirs, once. */
const TOPICS = ['report', 'asked', 'obstacle', 'leave', 'unit', 'waiting', 'standing', 'coordinate', 'find'] as const;
type Topic = (typeof TOPICS)[number];
const TOLD: Readonly<Record<Role, readonly Topic[]>> = {
  official: ['report', 'asked', 'obstacle', 'leave', 'find'],
  'unit-head': ['report', 'obstacle', 'leave', 'unit', 'waiting', 'find'],
  leader: ['waiting', 'standing', 'leave', 'find'],
  commander: ['waiting', 'standing', 'find'],
  coordinator: ['report', 'obstacle', 'standing', 'coordinate', 'find'],
  viewer: ['standing', 'find'],
};

/** In the examples of who has no project of their own. */
const SOME_MILESTONE = '主体封顶';

/** The roles of a person as they are said: `责任人（经济开发区）、包保领导`. */
export function rolesWords(roles: Person['roles'], units: ReadonlyMap<number, Words>, language: Language): string {
  const zh = language === 'zh';
  const said = roles.map(({ role, unitId }) => {
    const unit = unitId === null ? undefined : units.get(unitId)?.[language];
    const word = ROLE_WORDS[role][language];
    return unit === undefined ? word : zh ? `${word}（${escapeText(unit)}）` : `${word} (${escapeText(unit)})`;
  });
  return [...new Set(said)].join(zh ? '、' : ', ');
}

/** How to use the bot, for this person. */
export function helpMessage(ctx: Ctx, examples: Examples, units: ReadonlyMap<number, Words>): Message {
  const { language, person } = ctx;
  const say = inLanguage(helpWords, language);
  const told = new Set(person.roles.flatMap(({ role }) => TOLD[role]));
  const topics = TOPICS.filter((topic) => told.has(topic));
  const milestone = plainCode(clip(examples.milestone ?? SOME_MILESTONE, 20));
  const code = plainCode(examples.code);
  const texts: Readonly<Record<Topic, string>> = {
    report: say.report(code, milestone),
    asked: say.asked,
    obstacle: say.obstacle(code),
    leave: say.leave,
    unit: say.unit,
    waiting: say.waiting,
    standing: say.standing,
    coordinate: say.coordinate,
    find: say.find(code, examples.initials),
  };
  const name = escapeText(language === 'zh' ? person.name : person.nameEn);
  const blocks: KnownBlock[] = [
    header(say.title),
    section(say.you(name, rolesWords(person.roles, units, language))),
    ...topics.map((topic) => section(texts[topic])),
    findBlock(language),
    actions(
      ...(told.has('report') ? [button(progressIds.open, {}, say.form, 'primary')] : []),
      ...(told.has('obstacle') ? [button(obstacleIds.open, {}, say.flag)] : []),
      button(ids.settings, {}, say.settings),
      button(ids.me, {}, say.me),
      button(ids.complain, {}, say.complain),
    ),
  ];
  return { text: say.title, blocks };
}

/** A name inside of an example: nothing that would end it. */
const plainCode = (text: string): string => text.replaceAll('`', '').replace(/[&<>]/g, '').replace(/\s+/g, ' ').trim();
