import type { KnownBlock } from '@slack/types';
import type { Work } from '../../../domain/work.js';
import type { Ctx, Outcome } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, context, form, header, input, option, plain, section } from '../../../slack/blocks.js';
import type { Contact } from '../../../store/people.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language } from '../../../text/language.js';
import type { HandOver, Leaving } from '../act/leaving.js';
import { type PartKind, partValue } from '../act/parts.js';
import type { HandedOver } from '../act/tell.js';
import { ids } from '../ids.js';
import { words } from '../words.js';
import { nameOf, personField } from './parts.js';

/** Slack shows no more options in one menu, and no more than this is read in one message. */
const MOST_OPTIONS = 100;
const MOST_LINES = 30;

/** How much of what: `项目 7、节点 12、卡点 2`. */
export function countsWords(work: Work, language: Language, duties = 0): string {
  const say = inLanguage(words.positions, language);
  const parts = [
    work.projects.length > 0 ? say.projects(work.projects.length) : '',
    work.sponsored.length > 0 ? say.sponsored(work.sponsored.length) : '',
    work.milestones.length > 0 ? say.milestones(work.milestones.length) : '',
    work.units.length > 0 ? say.units(work.units.length) : '',
    work.obstacles.length > 0 ? say.obstacles(work.obstacles.length) : '',
    duties > 0 ? say.duties(duties) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? say.nothing : parts.join(language === 'zh' ? '、' : ', ');
}

type Line = { readonly kind: PartKind; readonly id: number; readonly text: string };

/** Each thing of somebody's work, as a menu or a list names it; texts of people are as they typed them. */
export function workLines(work: Work, language: Language): readonly Line[] {
  const say = inLanguage(words.positions, language);
  return [
    ...work.projects.map(({ id, code, name }) => ({
      kind: 'projects' as const,
      id,
      text: say.leavesProject(`${code} ${name}`),
    })),
    ...work.sponsored.map(({ id, code, name }) => ({
      kind: 'sponsored' as const,
      id,
      text: say.leavesSponsored(`${code} ${name}`),
    })),
    ...work.milestones.map(({ id, code, name }) => ({
      kind: 'milestones' as const,
      id,
      text: say.leavesMilestone(`${code} ${name}`),
    })),
    ...work.units.map(({ id, name }) => ({ kind: 'units' as const, id, text: say.leavesUnit(name[language]) })),
    ...work.obstacles.map(({ id, number, code, text }) => ({
      kind: 'obstacles' as const,
      id,
      text: say.leavesObstacle(`${number} · ${code} ${text}`),
    })),
  ];
}

/** A menu of several things of somebody's work. */
export const workField = (name: string, label: string, work: Work, hint: string, language: Language): KnownBlock =>
  input(
    name,
    label,
    {
      type: 'multi_static_select',
      action_id: name,
      options: workLines(work, language)
        .slice(0, MOST_OPTIONS)
        .map((line) => option(line.text, partValue(line))),
    },
    { optional: true, hint },
  );

/** Who leaves: what another has to take over, or, where there is nothing, the end of it. */
export function leavingMessage({ person, work, positions, standsInFor }: Leaving, language: Language): Message {
  const say = inLanguage(words.positions, language);
  const who = nameOf(person, language);
  const lines = [
    ...positions.map(({ name }) => escapeText(say.leavesPosition(name))),
    ...workLines(work, language).map(({ text }) => escapeText(clip(text, 90))),
  ];
  const title = say.leavesTitle(who);
  const absent = standsInFor.map((each) => nameOf(each, language)).join(language === 'zh' ? '、' : ', ');
  const stands = absent === '' ? [] : [context(say.leavesDelegate(absent))];
  if (lines.length === 0) {
    const retire = button(ids.retire, { person: person.id }, say.retire, 'danger');
    return { text: title, blocks: [header(title), section(say.leavesNothing(who)), ...stands, actions(retire)] };
  }
  const more = lines.length > MOST_LINES ? [context(say.leavesMore(lines.length - MOST_LINES))] : [];
  const some = workLines(work, language).length > 0;
  return {
    text: title,
    blocks: [
      header(title),
      section(`*${say.leavesWork}*\n${lines.slice(0, MOST_LINES).join('\n')}`),
      ...more,
      ...stands,
      actions(
        ...positions.map(({ id, name }) => button(ids.successor, { position: id }, `${name} · ${say.successor}`)),
        ...(some ? [button(ids.handOver, { person: person.id }, say.handOver, 'primary' as const)] : []),
      ),
    ],
  };
}

export function handOverForm(ctx: Ctx, { person, work }: Leaving): Outcome {
  const say = inLanguage(words.positions, ctx.language);
  return {
    kind: 'view',
    view: form(
      ids.handOverForm,
      { person: person.id, place: ctx.place },
      { title: say.handOverTitle, submit: say.handOver, close: say.close },
      [
        section(`*${nameOf(person, ctx.language)}*\n${countsWords(work, ctx.language)}`),
        personField('to', say.handOverTo, {}, ctx.language),
        workField('what', say.handOverWhat, work, say.handOverHint, ctx.language),
      ],
    ),
  };
}

/** What was handed over, with undo, and what is left. */
export function handedOverMessage(
  { from, to, work, left, cause }: Extract<HandOver, { kind: 'handed-over' }>,
  language: Language,
): Message {
  const say = inLanguage(words.positions, language);
  const line = say.handedOver(nameOf(from, language), nameOf(to, language), countsWords(work, language));
  const after = leavingMessage(left, language);
  return {
    text: line,
    blocks: [section(line), actions(button(ids.undo, { cause }, say.undo)), ...after.blocks.slice(1)],
  };
}

/** To who took over. */
export function newHolderMessage({ from, work, position }: HandedOver, language: Language): Message {
  const say = inLanguage(words.positions, language);
  const what = countsWords(work, language);
  const line =
    position === null
      ? say.toNew(from ? nameOf(from, language) : say.vacant, what)
      : say.toNewPosition(escapeText(position), what);
  return { text: line, blocks: [section(line), context(say.toNewHint)] };
}

/** To who had it. */
export function oldHolderMessage({ to, work }: HandedOver, language: Language): Message {
  const say = inLanguage(words.positions, language);
  return plain(say.toOld(to ? nameOf(to, language) : say.vacant, countsWords(work, language)));
}

/** For the thread of a project: whose it is now. */
export function threadMessage(
  to: Contact | null,
  { owner, sponsor }: { readonly owner: boolean; readonly sponsor: boolean },
  language: Language,
): Message {
  const say = inLanguage(words.positions, language);
  const who = to ? nameOf(to, language) : say.threadNobody;
  const lines = [...(owner ? [say.threadOwner(who)] : []), ...(sponsor ? [say.threadSponsor(who)] : [])];
  return plain(lines.join(language === 'zh' ? '；' : '; '));
}
