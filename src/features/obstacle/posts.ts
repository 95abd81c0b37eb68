import { actsFor } from '../../domain/leave.js';
import { actingOn, nextLoudMoment, type Step } from '../../domain/obstacle.js';
import type { Message } from '../../feature.js';
import type { Transaction } from '../../store/index.js';
import type { ObstacleCase } from '../../store/obstacles.js';
import type { Contact } from '../../store/people.js';
import type { NewPost } from '../../store/posts.js';
import type { Language } from '../../text/language.js';
import type { Acts, Scene } from './act/around.js';
import { isNewsTo, newsSubject } from './news.js';
import { peopleOf } from './people.js';
import { cardMessage } from './view/card.js';
import {
  halfWayMessage,
  newsMessage,
  nobodyMessage,
  spentMessage,
  stepMessage,
  unverifiedMessage,
} from './view/told.js';

/** Who is to be told of a case at its present rung: a channel, or a person directly; both where a delegate acts. */
type Desk = { readonly addresses: readonly string[]; readonly acting: Contact | null };

/** Steps that tell a rung to act: they mention who must. */
const CALLS: ReadonlySet<Step['kind']> = new Set(['raised', 'returned', 'handed-over']);

/**
 * Writes down what a step says, and where. Every rung that was reached has one card, edited in place; the step itself
 * goes into the thread where the case was. Only who must act is mentioned, and nobody in quiet hours. Answers who has
 * the card now.
 */
export async function postObstacle(
  ctx: Acts,
  tx: Transaction,
  before: ObstacleCase,
  after: ObstacleCase,
  steps: readonly Step[],
  scene: Scene,
): Promise<readonly string[]> {
  const { program } = ctx;
  const logged = await tx.obstacles.steps(program.workspaceId, program.id, after.id);
  const wasActing = actingOn(before.state, scene.around, ctx.today);
  const isActing = actingOn(after.state, scene.around, ctx.today);
  const raiserActing = actsFor(after.raisedById, ctx.today, scene.around.leaves).personId ?? after.raisedById;
  const ids = [...peopleOf(after, logged), ...peopleOf(before, []), raiserActing, wasActing, isActing];
  const people = await tx.people.contacts(
    program.workspaceId,
    ids.filter((id) => id !== null),
  );
  const contact = (id: number | null) => (id === null ? null : (people.get(id) ?? null));
  const was = deskOf(before, scene, contact(wasActing), people);
  const is = deskOf(after, scene, contact(isActing), people);

  // A rung that is not yet to be told has no card; whoever has one keeps it.
  const told = after.state.standing !== 'open' || after.state.announceAt === null;
  const moving = steps.some(({ kind }) => kind !== 'announced' && kind !== 'half-way');
  const handed = steps.some(({ kind }) => kind === 'handed-over');
  const left = handed ? was.addresses.filter((address) => !is.addresses.includes(address)) : [];
  const addresses = [...new Set([...before.addresses, ...(told ? is.addresses : [])])];
  const languages = await tx.obstacles.languages(program.workspaceId, program.id, addresses);
  const languageAt = (address: string): Language => languages.get(address) ?? 'zh';

  const base = { workspaceId: program.workspaceId, programId: program.id, at: ctx.now };
  const seen = { obstacle: after, steps: logged, people, units: scene.units, actingId: isActing };
  const post = (channelId: string, subject: string, body: Message, parentId: number | null = null): NewPost => ({
    ...base,
    channelId,
    subject,
    body,
    parentId,
  });
  const cardSubject = (address: string) => `obstacle:${after.id}:@${address}`;
  const cards = addresses.map((address) => {
    const here = is.addresses.includes(address);
    return post(
      address,
      cardSubject(address),
      cardMessage(seen, languageAt(address), program, {
        at: here ? 'desk' : 'elsewhere',
        mention: here ? (is.acting?.slackUserId ?? null) : null,
      }),
    );
  });
  const known = await tx.posts.writeAll(cards);

  const lines: NewPost[] = [];
  const stepped = steps.filter(({ kind }) => !['flagged', 'announced', 'half-way', 'unverified'].includes(kind));
  for (const [ordinal, step] of stepped.entries()) {
    // A rung that had the card already hears by its thread that it is to act again.
    const calls = CALLS.has(step.kind) && told;
    const hearing = new Set([...was.addresses, ...(calls ? is.addresses : [])]);
    for (const address of hearing) {
      if (!before.addresses.includes(address)) continue;
      const mention = calls && is.addresses.includes(address) ? (is.acting?.slackUserId ?? null) : null;
      lines.push(
        post(
          address,
          `obstacle-step:${ctx.cause}:${after.id}:${ordinal}:${address}`,
          stepMessage(seen, step, languageAt(address), program, mention),
          known.get(cardSubject(address)) ?? null,
        ),
      );
    }
  }

  lines.push(...(moving || after.state.standing === 'resolved' ? newsOf() : []), ...(await remindersOf()));
  lines.push(...(await spent()));
  await tx.posts.writeAll(lines);
  for (const channelId of new Set([...cards, ...lines].map((each) => each.channelId))) tx.deliver(channelId);
  return addresses.filter((address) => !left.includes(address));

  /** To the one who flagged it, or who stands in for them: what became of it, and that it is theirs to verify. */
  function newsOf(): NewPost[] {
    const raiser = contact(raiserActing);
    if (!raiser?.slackUserId) return [];
    const to = raiser.slackUserId;
    const asks = after.state.standing === 'resolved' && after.state.announceAt === null;
    const asked = steps.some(({ kind }) => kind === 'resolved' || kind === 'announced');
    if (asks && asked) {
      const subject = `obstacle:${after.id}:verify:${after.state.version}`;
      return [post(to, subject, newsMessage(seen, null, raiser.language, program))];
    }
    if (nextLoudMoment(scene.around) !== null) return [];
    return steps.flatMap((step, ordinal) =>
      isNewsTo(raiser.id, step)
        ? [post(to, newsSubject(ctx.cause, after.id, ordinal), newsMessage(seen, step, raiser.language, program))]
        : [],
    );
  }

  /** What asked somebody to act before this loses its buttons, now that there is nothing to press. */
  async function spent(): Promise<NewPost[]> {
    if (before.state.version === after.state.version) return [];
    const subjects = ['verify', 'unverified', 'half-way'].map(
      (asked) => `obstacle:${after.id}:${asked}:${before.state.version}`,
    );
    const posts: NewPost[] = [];
    for (const subject of (await tx.posts.idsOf(program.workspaceId, subjects)).keys()) {
      const asked = await tx.posts.bySubject(program.workspaceId, subject);
      if (!asked) continue;
      const language = (await tx.obstacles.languages(program.workspaceId, program.id, [asked.channelId])).get(
        asked.channelId,
      );
      posts.push(post(asked.channelId, subject, spentMessage(seen, language ?? 'zh', program)));
    }
    return posts;
  }

  async function remindersOf(): Promise<NewPost[]> {
    const posts: NewPost[] = [];
    for (const step of steps) {
      if (step.kind === 'half-way' && is.acting?.slackUserId) {
        const subject = `obstacle:${after.id}:half-way:${after.state.version}`;
        posts.push(post(is.acting.slackUserId, subject, halfWayMessage(seen, is.acting.language, program)));
      }
      const raiser = contact(raiserActing);
      if (step.kind === 'unverified' && !step.toCoordinators && raiser?.slackUserId) {
        const subject = `obstacle:${after.id}:unverified:${after.state.version}`;
        posts.push(post(raiser.slackUserId, subject, unverifiedMessage(seen, raiser.language, program, false)));
      }
      const alone = (step.kind === 'raised' || step.kind === 'flagged') && is.acting === null;
      if ((step.kind === 'unverified' && step.toCoordinators) || alone) {
        for (const each of await tx.people.coordinators(program.id)) {
          if (!each.slackUserId) continue;
          const body = alone
            ? nobodyMessage(seen, each.language, program)
            : unverifiedMessage(seen, each.language, program, true);
          posts.push(
            post(each.slackUserId, `obstacle:${after.id}:${step.kind}:${after.state.version}:${each.id}`, body),
          );
        }
      }
    }
    return posts;
  }
}

/** The channel of the unit that has it, or else the person who acts; a delegate is told directly in any case. */
function deskOf(
  obstacle: ObstacleCase,
  scene: Scene,
  acting: Contact | null,
  people: ReadonlyMap<number, Contact>,
): Desk {
  const { rung, departmentId, holderId, claimedById } = obstacle.state;
  const unitId = rung === 'unit' ? obstacle.unitId : rung === 'department' ? departmentId : null;
  const channel = unitId === null ? null : (scene.units.get(unitId)?.channelId ?? null);
  const delegated = acting !== null && acting.id !== holderId && acting.id !== claimedById;
  const person = acting ?? (holderId === null ? null : (people.get(holderId) ?? null));
  const direct = channel === null || delegated ? (person?.slackUserId ?? null) : null;
  return { addresses: [channel, direct].filter((address) => address !== null), acting };
}
