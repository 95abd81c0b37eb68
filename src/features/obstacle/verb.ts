import type { KnownBlock } from '@slack/types';
import type { LocalDay } from '../../domain/day.js';
import { decide, type ObstacleEvent, type ObstacleRefusal } from '../../domain/obstacle.js';
import { denialWords, may } from '../../domain/permission.js';
import type { Matter } from '../../domain/plan.js';
import { type Ctx, inItsPlace, type Outcome } from '../../feature.js';
import { input, plain } from '../../slack/blocks.js';
import type { Transaction } from '../../store/index.js';
import type { ObstacleCase } from '../../store/obstacles.js';
import { changeCase, type Doing, doingOf, meanwhile, type SeenAt } from './change-case.js';
import { contextOf } from './context.js';
import type { FormAct } from './ids.js';
import type { labels } from './messages/labels.js';
import { type PhrasesOf, phrasesOf, written } from './messages/parts.js';
import { fieldErrors, notMoved, unknownRefusal } from './messages/refusals.js';
import { verbForm } from './messages/verb-form.js';
import type { CaseContext, MovedTo, Seen } from './model.js';
import { type ObstacleRight, thingOf } from './rights.js';
import { seeObstacle } from './see.js';

/** One thing that somebody may do with a case: who may, what it is to the rules, what is said to who did it. */
export type Verb<Given> = {
  readonly right: ObstacleRight;
  /** It moves nothing that was seen, so it is done whatever happened meanwhile. */
  readonly whenever?: boolean;
  /** Who did it sees it where they were asked: in direct messages nothing more is said. */
  readonly seenWhereAsked?: boolean;
  /** What it is to the rules of domain/obstacle, each in the file of its verb. */
  readonly event: (doing: Doing, given: Given) => ObstacleEvent | Promise<ObstacleEvent>;
  /** What is kept beside the step. */
  readonly keep?: (ctx: Ctx, tx: Transaction, obstacle: ObstacleCase, given: Given) => Promise<unknown>;
  /** What the matter is from now on. */
  readonly matter?: (given: Given, obstacle: ObstacleCase) => Matter;
  readonly said: (phrases: PhrasesOf, given: Given, obstacle: ObstacleCase) => string;
};

/** What is filled in; each verb has some of these. */
export type Fields = {
  readonly promised: LocalDay | null;
  readonly text: string | null;
  readonly rule: string | null;
  readonly department: number | null;
  readonly into: number | null;
};
type Faults = { readonly errors: Readonly<Record<string, string>> };

/** A verb with a form. */
export type FormVerb<Given> = Verb<Given> & {
  readonly title?: (obstacle: ObstacleCase) => keyof typeof labels;
  readonly fields: (
    ctx: Ctx,
    seen: Seen,
    context: CaseContext,
    others: readonly ObstacleCase[],
  ) => readonly KnownBlock[];
  /** The other cases that the form offers; with none of them there is nothing to be done. */
  readonly others?: (ctx: Ctx, obstacle: ObstacleCase) => Promise<readonly ObstacleCase[]>;
  /** As the form might be filled in: what would be refused then, is refused before anything is typed. */
  readonly imagined: (doing: Doing) => Given;
  /** What the form says, or what is missing at which field. */
  readonly read: (ctx: Ctx, fields: Fields) => Given | Faults;
  /** What is done in the place of what was refused, where there is such. */
  readonly instead?: (refused: ObstacleRefusal, given: Given) => Verb<Given> | null;
};

const change = <Given>(ctx: Ctx, at: SeenAt, verb: Verb<Given>, given: Given): Promise<MovedTo> =>
  changeCase(ctx, at, {
    right: verb.right,
    whenever: verb.whenever ?? false,
    event: (doing) => verb.event(doing, given),
    matter: verb.matter && ((obstacle) => verb.matter?.(given, obstacle) ?? obstacle.matter),
    keep: (tx, obstacle) => Promise.resolve(verb.keep?.(ctx, tx, obstacle, given)),
  });

/** What is said where it was done. */
function saying<Given>(ctx: Ctx, verb: Verb<Given>, given: Given, { obstacle, units }: Moved): Outcome {
  const phrases = phrasesOf({ obstacle, people: new Map(), units }, ctx.language, ctx.program);
  const text = `${phrases.title} · ${phrases.project}\n${verb.said(phrases, given, obstacle)}`;
  return { kind: 'say', message: plain(text) };
}
type Moved = Extract<MovedTo, { kind: 'moved' }>;

/** A verb that a press alone does, or a word. */
export function pressVerb<Given = void>(verb: Verb<Given>) {
  const run = (ctx: Ctx, at: SeenAt, given: Given) => change(ctx, at, verb, given);
  const answer = async (ctx: Ctx, at: SeenAt, given: Given): Promise<Outcome> => {
    const result = await run(ctx, at, given);
    return result.kind === 'moved' ? saying(ctx, verb, given, result) : notMoved(ctx, result);
  };
  return {
    run,
    answer,
    /** By its button, on a card or a message of ours. */
    async press(ctx: Ctx, at: SeenAt, given: Given): Promise<Outcome> {
      const result = await run(ctx, at, given);
      if (result.kind !== 'moved') return notMoved(ctx, result);
      const said = saying(ctx, verb, given, result);
      // What asked for it in direct messages is a post of ours, which its own edit changes.
      return ctx.place.channelId?.startsWith('D') ? said : inItsPlace(said);
    },
  };
}

/** A verb with a form: opened by its button, done when it is sent. */
export function formVerb<Given extends object>(act: FormAct, verb: FormVerb<Given>) {
  const form = (ctx: Ctx, seen: Seen, version: number, context: CaseContext, others: readonly ObstacleCase[]) =>
    verbForm(
      ctx,
      seen,
      { act, version, title: verb.title?.(seen.obstacle) ?? act },
      verb.fields(ctx, seen, context, others),
    );
  return {
    ...pressVerb(verb),
    form,

    /** Opens the form; what would be refused is refused now, before anything is typed. */
    async open(ctx: Ctx, { id, version }: { readonly id: number; readonly version: number }): Promise<Outcome> {
      const seen = await seeObstacle(ctx, { id });
      if (!seen) return unknownRefusal(ctx);
      const { obstacle } = seen;
      const permission = may(ctx.person, verb.right, thingOf(obstacle));
      if (!permission.allowed) {
        return notMoved(ctx, { kind: 'denied', obstacle, why: denialWords(permission.denied, ctx.language) });
      }
      if (version !== obstacle.state.version && !verb.whenever) {
        return notMoved(ctx, await meanwhile(ctx, ctx.store, obstacle, version, seen));
      }
      const context = await contextOf(ctx, ctx.store, obstacle);
      const doing = doingOf(ctx, ctx.store, obstacle, context);
      const decided = decide(obstacle.state, await verb.event(doing, verb.imagined(doing)), context);
      if ('refused' in decided) return notMoved(ctx, { kind: 'refused', refused: decided.refused, obstacle });
      const others = verb.others ? await verb.others(ctx, obstacle) : null;
      if (others?.length === 0) {
        return notMoved(ctx, { kind: 'refused', refused: { because: 'same-obstacle' }, obstacle });
      }
      return form(ctx, seen, version, context, others ?? []);
    },

    /** Does what the form says; what is wrong is said at its field, and what was typed stays. */
    async submit(ctx: Ctx, at: SeenAt, fields: Fields): Promise<Outcome> {
      const given = verb.read(ctx, fields);
      if ('errors' in given) return { kind: 'errors', errors: given.errors };
      let done: Verb<Given> = verb;
      let result = await change(ctx, at, done, given);
      const instead = result.kind === 'refused' ? (verb.instead?.(result.refused, given) ?? null) : null;
      if (instead !== null) {
        done = instead;
        result = await change(ctx, at, done, given);
      }
      if (result.kind !== 'moved') {
        const errors = result.kind === 'refused' ? fieldErrors(ctx, result.refused) : null;
        return errors === null ? notMoved(ctx, result, fields.text) : { kind: 'errors', errors };
      }
      // Who has the card, or the question, in their direct messages sees it change there.
      const own = ctx.person.slackUserId !== null && result.obstacle.addresses.includes(ctx.person.slackUserId);
      if (ctx.place.channelId?.startsWith('D') && (own || done.seenWhereAsked)) return { kind: 'nothing' };
      return saying(ctx, done, given, result);
    },
  };
}

type Text = { readonly text: string };
type Label = { readonly zh: string; readonly en: string };

/** A verb whose form is one text. */
export const textVerb = (
  act: FormAct,
  {
    label,
    hint,
    ...verb
  }: Verb<Text> & Pick<FormVerb<Text>, 'title'> & { readonly label: Label; readonly hint?: Label },
) =>
  formVerb<Text>(act, {
    ...verb,
    fields: ({ language }) => [
      input('text', label[language], written('text'), hint === undefined ? {} : { hint: hint[language] }),
    ],
    imagined: () => ({ text: '…' }),
    read: (_, { text }) => ({ text: text ?? '' }),
  });
