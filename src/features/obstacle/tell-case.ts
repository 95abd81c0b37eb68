import { nextLoudMoment, type Step } from '../../domain/obstacle.js';
import type { Message } from '../../message.js';
import type { LoggedStep } from '../../store/obstacles.js';
import type { Contact } from '../../store/people.js';
import type { NewPost } from '../../store/posts.js';
import type { Language } from '../../text/language.js';
import { cardMessage } from './messages/card.js';
import { confirmMessage } from './messages/confirmed.js';
import { handedOn } from './messages/handed-on.js';
import { nobodyMessage, openly, releasedMessage, stepMessage } from './messages/notices.js';
import { consentMessage } from './messages/promise-asked.js';
import { halfWayMessage, promiseDueMessage, unverifiedMessage } from './messages/reminders.js';
import type { Acts, Transition } from './model.js';
import { isNewsTo, newsKey } from './news.js';
import { actorsOf, addressesOf, raiserActing } from './recipients.js';

/** Steps that stand in no thread: they move nothing, or the card itself says them. */
const SILENT: ReadonlySet<Step['kind']> = new Set([
  'flagged',
  'announced',
  'half-way',
  'promise-due',
  'unverified',
  'head-asked',
]);

/** Steps that tell a rung to act: they mention who must. */
const CALLS: ReadonlySet<Step['kind']> = new Set(['raised', 'returned', 'handed-over', 'confirmed', 'instructed']);
const movesOn = (step: Step): boolean =>
  step.kind === 'raised' || step.kind === 'handed-over' || (step.kind === 'sorted' && step.rung !== undefined);

/** What was read of the store for all that happened. */
export type Read = {
  /** The life of each case up to now, by its id. */
  readonly steps: ReadonlyMap<number, readonly LoggedStep[]>;
  readonly people: ReadonlyMap<number, Contact>;
  /** Where posts that asked somebody to act stand, by their dedupe keys. */
  readonly asked: ReadonlyMap<string, string>;
  /** Cases of whose project those who raised them may not know. */
  readonly hiddenFromRaiser: ReadonlySet<number>;
  readonly languageAt: (address: string) => Language;
  readonly coordinators: readonly Contact[];
};

/** What is said about one case: its cards, the lines below them, and what the project office is told. */
export type Told = {
  readonly cards: readonly NewPost[];
  readonly lines: (cards: ReadonlyMap<string, number>) => readonly NewPost[];
  readonly office: readonly NewPost[];
};

/** The dedupe keys of what asked somebody to act on the case as it was: once it moved, there is nothing to press. */
export const askedDedupeKeys = ({ before, moved }: Transition): readonly string[] =>
  before.state.version === moved.state.version
    ? []
    : ['verify', 'unverified', 'half-way', 'promise', 'consent', 'settle', 'confirm'].map(
        (asked) => `obstacle:${before.id}:${asked}:${before.state.version}`,
      );

/**
 * What is said about one case after something happened to it: every rung that was reached has one card, edited in place; the
 * step itself goes into the thread where the case was. Only who must act is mentioned, and nobody in quiet hours. `lines`
 * wants the ids of the cards, under which they stand.
 */
export function tellCase(ctx: Acts, happened: Transition, read: Read): Told {
  const { program } = ctx;
  const { before, moved, context, cause } = happened;
  const { steps } = moved;
  const { people } = read;
  const after = { ...before, state: moved.state };
  const { isActing } = actorsOf(ctx, before, moved.state, context);
  const { was, is, told, all } = addressesOf(ctx, happened, people);
  const raiser = people.get(raiserActing(ctx, happened)) ?? null;
  const forRaiser = read.hiddenFromRaiser.has(before.id) ? handedOn : openly;
  const seen = {
    obstacle: after,
    steps: read.steps.get(after.id) ?? [],
    people,
    units: context.units,
    actingId: isActing,
  };
  const post = (channelId: string, dedupeKey: string, body: Message, parentId: number | null = null): NewPost => ({
    workspaceId: program.workspaceId,
    programId: program.id,
    at: ctx.now,
    channelId,
    dedupeKey,
    body,
    parentId,
  });
  const cardDedupeKey = (address: string) => `obstacle:${after.id}:@${address}`;

  const cards = all.map((address) => {
    const here = is.addresses.includes(address);
    const mention = here ? (is.acting?.slackUserId ?? null) : null;
    const at = here ? 'recipient' : 'elsewhere';
    return post(
      address,
      cardDedupeKey(address),
      cardMessage(seen, read.languageAt(address), program, { at, mention, calendar: ctx.calendar }),
    );
  });
  return {
    cards,
    lines: (known) => [...threadLines(known), ...newsToRaiser(), ...asks(), ...reminders(), ...spent()],
    office: officeNotices(),
  };

  /** The step, in the threads of those who had the card; a rung that had it already hears that it is to act again. */
  function threadLines(known: ReadonlyMap<string, number>): NewPost[] {
    const stepped = steps.filter(({ kind }) => !SILENT.has(kind));
    return stepped.flatMap((step, ordinal) => {
      const calls = (CALLS.has(step.kind) || movesOn(step)) && told;
      const hearing = [...new Set([...was.addresses, ...(calls ? is.addresses : [])])];
      return hearing
        .filter((address) => before.addresses.includes(address))
        .map((address) => {
          const mention = calls && is.addresses.includes(address) ? (is.acting?.slackUserId ?? null) : null;
          return post(
            address,
            `obstacle-step:${cause}:${after.id}:${ordinal}:${address}`,
            isReleased(step, address)
              ? releasedMessage(seen, step, read.languageAt(address), program)
              : stepMessage(seen, step, read.languageAt(address), program, mention),
            known.get(cardDedupeKey(address)) ?? null,
          );
        });
    });
  }

  /** To the one who flagged it, or who stands in for them: what became of it, and that it is theirs to verify. */
  function newsToRaiser(): NewPost[] {
    const moving = steps.some(({ kind }) => kind !== 'announced' && kind !== 'half-way' && kind !== 'promise-due');
    if (!raiser?.slackUserId || !(moving || after.state.standing === 'resolved')) return [];
    const to = raiser.slackUserId;
    const asks = after.state.standing === 'resolved' && after.state.announceAt === null;
    const asked = steps.some(({ kind }) => kind === 'resolved' || kind === 'announced');
    if (asks && asked) {
      const dedupeKey = `obstacle:${after.id}:verify:${after.state.version}`;
      return [post(to, dedupeKey, forRaiser.news(seen, null, raiser.language, program))];
    }
    if (nextLoudMoment(context) !== null) return [];
    return steps.flatMap((step, ordinal) =>
      isNewsTo(raiser.id, step)
        ? [post(to, newsKey(cause, after.id, ordinal), forRaiser.news(seen, step, raiser.language, program))]
        : [],
    );
  }

  /** What asked somebody to act before this loses its buttons. */
  function spent(): NewPost[] {
    return askedDedupeKeys(happened).flatMap((dedupeKey) => {
      const channelId = read.asked.get(dedupeKey);
      return channelId === undefined
        ? []
        : [post(channelId, dedupeKey, spentFor(channelId)(seen, read.languageAt(channelId), program))];
    });
  }

  /** To the rung above, whether a later promise will do; to the sponsor, whether what is disputed stands. In quiet hours, when they end. */
  function asks(): NewPost[] {
    const { state } = after;
    const asked = steps.find(({ kind }) => kind === 'promise-asked');
    const announced = steps.some(({ kind }) => kind === 'announced');
    const posts: NewPost[] = [];
    if (state.promiseAskedFor !== null && state.announceAt === null && (asked || announced)) {
      const why = asked ?? seen.steps.findLast(({ step }) => step.kind === 'promise-asked')?.step ?? null;
      const to = people.get(state.promiseAskedOf ?? 0);
      if (to?.slackUserId) {
        const dedupeKey = `obstacle:${after.id}:consent:${state.version}`;
        posts.push(post(to.slackUserId, dedupeKey, consentMessage(seen, why, to.language, program)));
      }
    }
    const again = before.state.version !== state.version && steps.some(({ kind }) => kind === 'sorted');
    if (state.confirmation === 'sponsor' && (again || steps.some(({ kind }) => kind === 'disputed'))) {
      const to = people.get(state.confirmerId ?? 0);
      if (to?.slackUserId) {
        const dedupeKey = `obstacle:${after.id}:settle:${state.version}`;
        posts.push(post(to.slackUserId, dedupeKey, confirmMessage(seen, to.language, program)));
      }
    }
    return posts;
  }

  /** Who had it directly and has it no more: the line below their card says that nothing is left for them, not a message of its own. */
  function isReleased(step: Step, address: string): boolean {
    if (!movesOn(step) || nextLoudMoment(context) !== null) return false;
    const had = was.acting;
    const self = had !== null && 'by' in step && step.by === had.id;
    return had !== null && had.slackUserId === address && !self && had.id !== is.acting?.id;
  }

  function spentFor(channelId: string) {
    return channelId === raiser?.slackUserId ? forRaiser.spent : openly.spent;
  }

  function reminders(): NewPost[] {
    return steps.flatMap((step) => {
      const posts: NewPost[] = [];
      if (step.kind === 'half-way' && is.acting?.slackUserId) {
        const dedupeKey = `obstacle:${after.id}:half-way:${after.state.version}`;
        posts.push(post(is.acting.slackUserId, dedupeKey, halfWayMessage(seen, is.acting.language, program)));
      }
      if (step.kind === 'promise-due' && is.acting?.slackUserId) {
        const dedupeKey = `obstacle:${after.id}:promise:${after.state.version}`;
        posts.push(post(is.acting.slackUserId, dedupeKey, promiseDueMessage(seen, is.acting.language, program)));
      }
      if (step.kind === 'unverified' && !step.toCoordinators && raiser?.slackUserId) {
        const dedupeKey = `obstacle:${after.id}:unverified:${after.state.version}`;
        posts.push(post(raiser.slackUserId, dedupeKey, forRaiser.unverified(seen, raiser.language, program)));
      }
      return posts;
    });
  }

  /** What the project office is told: nobody can act on it, or it was not verified in spite of a reminder. */
  function officeNotices(): NewPost[] {
    return steps.flatMap((step) => {
      const alone = (step.kind === 'raised' || step.kind === 'flagged') && is.acting === null;
      if (!alone && !(step.kind === 'unverified' && step.toCoordinators)) return [];
      return read.coordinators.flatMap(({ id, slackUserId, language }) => {
        if (!slackUserId) return [];
        const body = alone ? nobodyMessage(seen, language, program) : unverifiedMessage(seen, language, program, true);
        return [post(slackUserId, `obstacle:${after.id}:${step.kind}:${after.state.version}:${id}`, body)];
      });
    });
  }
}
