import type { Ctx, Outcome, Pressed, SentView } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import { escapeText } from '../../text/escape.js';
import { inLanguage } from '../../text/language.js';
import { readPart } from './act/parts.js';
import { bindWork, makePosition, seePosition, seePositions, succeedIn, unbound } from './act/positions.js';
import { findPerson } from './act/see.js';
import { ids } from './ids.js';
import { chosenId, typed } from './input.js';
import { notOne } from './roster.js';
import { countsWords, workLines } from './view/hand-over.js';
import { nameOf, refuse, refusedTo } from './view/parts.js';
import {
  bindForm,
  madeMessage,
  positionForm,
  positionsMessage,
  previewMessage,
  succeededMessage,
  successorForm,
} from './view/positions.js';
import { words } from './words.js';

const VACANT = /^(?:空缺|无|vacant|nobody|none)$/i;

const denied = (ctx: Ctx, why: string): Outcome => refuse(inLanguage(words.people, ctx.language).denied(why));

export async function listed(ctx: Ctx): Promise<Outcome> {
  const seen = await seePositions(ctx);
  return 'kind' in seen ? denied(ctx, seen.why) : { kind: 'say', message: positionsMessage(seen, ctx.language) };
}

/** `/people position 镇长 张三`: what it would hand over, to be confirmed. */
export async function positionLine(ctx: Ctx, rest: string): Promise<Outcome> {
  const refused = refusedTo(ctx, 'change-positions');
  if (refused) return refused;
  const say = inLanguage(words.positions, ctx.language);
  const all = await ctx.store.positions.all(ctx.program.id);
  const lower = rest.toLowerCase();
  const [position] = all
    .filter(({ name }) => lower === name.toLowerCase() || lower.startsWith(`${name.toLowerCase()} `))
    .sort((one, other) => other.name.length - one.name.length);
  if (!position) return refuse(say.unknownPosition(escapeText(rest.split(/\s+/)[0] ?? rest)));
  const called = rest.slice(position.name.length).trim();
  if (called === '') return successorForm(ctx, position);
  if (VACANT.test(called)) return preview(ctx, position.id, null);
  const found = await findPerson(ctx, called);
  return found.kind === 'one' ? preview(ctx, position.id, found.person.id) : notOne(ctx, found, called);
}

async function preview(ctx: Ctx, positionId: number, toId: number | null): Promise<Outcome> {
  const say = inLanguage(words.positions, ctx.language);
  const seen = await seePosition(ctx, positionId);
  if (!seen) return refuse(say.unknownPosition(''));
  const people = await ctx.store.people.contacts(ctx.program.workspaceId, toId === null ? [] : [toId]);
  const to = toId === null ? null : (people.get(toId) ?? null);
  if (toId !== null && toId === seen.position.holderId) {
    const name = to ? nameOf(to, ctx.language) : '';
    return { kind: 'say', message: plain(say.same(escapeText(seen.position.name), name)) };
  }
  return { kind: 'say', message: previewMessage(seen, to, ctx.language) };
}

export const openPosition = async (ctx: Ctx): Promise<Outcome> =>
  refusedTo(ctx, 'change-positions') ?? positionForm(ctx);

export async function sentPosition(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const say = inLanguage(words.positions, ctx.language);
  const name = typed(sent, 'name')?.replace(/\s+/g, ' ') ?? null;
  if (name === null) return { kind: 'errors', errors: { name: say.nameNeeded } };
  const made = await makePosition(ctx, { name, unitId: chosenId(sent, 'unit'), holderId: chosenId(sent, 'holder') });
  switch (made.kind) {
    case 'made':
      return { kind: 'say', message: madeMessage(made.position, ctx.language) };
    case 'name-taken':
      return { kind: 'errors', errors: { name: say.nameTaken } };
    case 'denied':
      return denied(ctx, made.why);
  }
}

export async function openBind(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const refused = refusedTo(ctx, 'change-positions');
  if (refused) return refused;
  const say = inLanguage(words.positions, ctx.language);
  const seen = await seePosition(ctx, ids.bind.value.parse(value).position);
  if (!seen) return refuse(say.unknownPosition(''));
  const { holderId, name } = seen.position;
  const work = holderId === null ? null : unbound(await ctx.store.work.of(ctx.program.id, holderId));
  if (work === null || workLines(work, ctx.language).length === 0)
    return { kind: 'say', message: plain(say.nothingToBind(escapeText(name))) };
  return bindForm(ctx, seen.position, work);
}

/** The parts of somebody's work that a form chose. */
export const chosenParts = (sent: SentView) => {
  const values = sent.fields.what;
  return (Array.isArray(values) ? values : []).flatMap((value: string) => readPart(value) ?? []);
};

export async function sentBind(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const say = inLanguage(words.positions, ctx.language);
  const { position } = ids.bindForm.value.parse(sent.metadata);
  const bound = await bindWork(ctx, position, chosenParts(sent));
  switch (bound.kind) {
    case 'bound': {
      const what = countsWords(bound.work, ctx.language);
      return { kind: 'say', message: plain(say.bound(escapeText(bound.position.name), what)) };
    }
    case 'nothing':
      return { kind: 'say', message: plain(say.nothingToBind(escapeText(bound.position.name))) };
    case 'stale':
      return { kind: 'say', message: plain(say.stale) };
    case 'gone':
      return refuse(say.unknownPosition(''));
    case 'denied':
      return denied(ctx, bound.why);
  }
}

export async function openSuccessor(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const refused = refusedTo(ctx, 'change-positions');
  if (refused) return refused;
  const seen = await seePosition(ctx, ids.successor.value.parse(value).position);
  return seen
    ? successorForm(ctx, seen.position)
    : refuse(inLanguage(words.positions, ctx.language).unknownPosition(''));
}

export async function sentSuccessor(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const { position } = ids.successorForm.value.parse(sent.metadata);
  return refusedTo(ctx, 'change-positions') ?? preview(ctx, position, chosenId(sent, 'to'));
}

export async function pressedSucceed(ctx: Ctx, { value }: Pressed): Promise<Outcome> {
  const say = inLanguage(words.positions, ctx.language);
  const { position, from, to } = ids.succeed.value.parse(value);
  const succeeded = await succeedIn(ctx, position, from, to);
  switch (succeeded.kind) {
    case 'succeeded':
      return { kind: 'replace', message: succeededMessage(succeeded, ctx.language) };
    case 'holds-obstacles':
      return { kind: 'say', message: plain(say.holdsObstacles) };
    case 'stale':
      return { kind: 'replace', message: plain(say.stale) };
    case 'same':
      return { kind: 'replace', message: plain(say.stale) };
    case 'gone':
      return refuse(say.unknownPosition(''));
    case 'denied':
      return denied(ctx, succeeded.why);
  }
}
