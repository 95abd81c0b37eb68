import { readCode } from '../../domain/link-code.js';
import type { Ctx, Outcome, Pressed, SentView, StrangerCtx } from '../../feature.js';
import { plain } from '../../slack/blocks.js';
import { inLanguage } from '../../text/language.js';
import { linkByCode, makeCode, untieAccount } from './act/account.js';
import { askIn, decideRequest } from './act/request.js';
import { ids } from './ids.js';
import { chosenId, readSubcommand, typed } from './input.js';
import { codeOutcome, decidedMessage, linkedOutcome, untiedOutcome } from './view/account.js';
import { nameOf, refuse, refusedTo } from './view/parts.js';
import {
  askedMessage,
  askForm,
  refuseForm,
  requestMessage,
  strangerHome,
  strangerMessage,
  tieForm,
} from './view/request.js';
import { words } from './words.js';

/** What somebody whom the program does not know is answered: a code they say is tried, everything else shows the way in. */
export const strangers = {
  async said(ctx: StrangerCtx, text: string | null): Promise<Outcome> {
    const code = text === null ? null : readCode(text.replace(/^\s*\/?people\s+(?:link|关联)\s*/i, ''));
    if (code !== null) return linkedOutcome(await linkByCode(ctx, code), ctx.language);
    const coordinators = await ctx.store.people.coordinators(ctx.program.id);
    const names = coordinators.map(({ name, nameEn }) => (ctx.language === 'zh' ? name : nameEn));
    return { kind: 'say', message: strangerMessage(ctx, names, text) };
  },
  home: async (ctx: StrangerCtx): Promise<Outcome> => strangerHome(ctx),
};

/** `/people` of a stranger: a code, or the way in. */
export async function strangersCommand(ctx: StrangerCtx, text: string): Promise<Outcome> {
  const { ask, rest } = readSubcommand(text);
  if (ask === 'link') return linkedOutcome(await linkByCode(ctx, rest), ctx.language);
  return strangers.said(ctx, text === '' ? null : text);
}

export const strangersForm = async (ctx: StrangerCtx): Promise<Outcome> => askForm(ctx);

export async function strangersAsk(ctx: StrangerCtx, sent: SentView): Promise<Outcome> {
  const asked = await askIn(ctx, {
    name: typed(sent, 'name') ?? '',
    unit: typed(sent, 'unit') ?? '',
    words: typed(sent, 'words') ?? '',
  });
  return { kind: 'say', message: askedMessage(asked, ctx.language) };
}

/** Of somebody who is on the list: there is nothing to ask for. */
export async function onTheList(ctx: Ctx): Promise<Outcome> {
  const say = inLanguage(words.accounts, ctx.language);
  return { kind: 'say', message: plain(say.member(nameOf(ctx.person, ctx.language))) };
}

export const pressedCode = async (ctx: Ctx, { value }: Pressed): Promise<Outcome> =>
  codeOutcome(ctx, await makeCode(ctx, ids.code.value.parse(value).person));

export const pressedUntie = async (ctx: Ctx, { value }: Pressed): Promise<Outcome> =>
  untiedOutcome(ctx, await untieAccount(ctx, ids.untie.value.parse(value).person));

/** A request's message is rewritten for every coordinator by what decides it: only what went otherwise is said. */
async function decide(ctx: Ctx, request: number, decision: { person: number } | { refused: string }): Promise<Outcome> {
  const decided = await decideRequest(ctx, request, decision);
  if (decided.kind === 'denied') return refuse(inLanguage(words.people, ctx.language).denied(decided.why));
  return { kind: 'say', message: decidedMessage(decided, ctx.language) };
}

export const pressedTie = async (ctx: Ctx, { value }: Pressed): Promise<Outcome> => {
  const { request, person } = ids.tie.value.parse(value);
  const decided = await decideRequest(ctx, request, { person });
  if (decided.kind === 'denied') return refuse(inLanguage(words.people, ctx.language).denied(decided.why));
  // Its own message says it.
  if (decided.kind === 'decided') return { kind: 'replace', message: requestMessage(decided.seen, ctx.language) };
  return { kind: 'say', message: decidedMessage(decided, ctx.language) };
};

export const openTie = async (ctx: Ctx, { value }: Pressed): Promise<Outcome> =>
  refusedTo(ctx, 'tie-account') ?? tieForm(ctx, ids.choose.value.parse(value).request);

export const openRefuse = async (ctx: Ctx, { value }: Pressed): Promise<Outcome> =>
  refusedTo(ctx, 'tie-account') ?? refuseForm(ctx, ids.refuse.value.parse(value).request);

export async function sentTie(ctx: Ctx, sent: SentView): Promise<Outcome> {
  const person = chosenId(sent, 'person');
  if (person === null) return { kind: 'errors', errors: { person: inLanguage(words.people, ctx.language).chooseOne } };
  return decide(ctx, ids.tieForm.value.parse(sent.metadata).request, { person });
}

export const sentRefuse = (ctx: Ctx, sent: SentView): Promise<Outcome> =>
  decide(ctx, ids.refuseForm.value.parse(sent.metadata).request, { refused: typed(sent, 'why') ?? '' });
