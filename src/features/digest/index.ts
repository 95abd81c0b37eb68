import type { Feature, JobCtx, Outcome } from '../../feature.js';
import type { Message } from '../../message.js';
import type { Language } from '../../text/language.js';
import { correctDigests, postDigests, type Render } from './act/post.js';
import { type PastDigest, type Refused, showBehind, showDay, showNow } from './act/show.js';
import { turnStandings } from './act/standings.js';
import { resubscribe, subscribe, unsubscribe, unsubscribeFrom } from './act/subscribe.js';
import type { Digest } from './compute.js';
import { listShape, openList, refreshDigest, subscribeAgain, turnList, undoSubscription } from './ids.js';
import { readDigestText } from './input.js';
import { listView } from './view/list.js';
import { digestPosts } from './view/posts.js';
import { dayRefusal, unreadRefusal } from './view/refusals.js';
import {
  resubscribedMessage,
  standingsMessage,
  subscribedMessage,
  undoneMessage,
  unsubscribedMessage,
} from './view/subscriptions.js';

/** `/digest`: the summary that leaders read, asked for at any moment or posted to subscribed channels at its time. */
export const digest: Feature = {
  name: 'digest',
  commands: [
    {
      name: '/digest',
      rights: ['see-digest', 'subscribe-channel', 'turn-standings'],
      description: { zh: '项目攻坚日报', en: 'The daily digest' },
      hint: {
        zh: '[2020-06-30 | 昨天 | subscribe | unsubscribe]',
        en: '[2020-06-30 | yesterday | subscribe | unsubscribe]',
      },
      run: async (ctx, text) => {
        const request = readDigestText(text, ctx.today);
        switch (request.ask) {
          case 'now':
            return shown(await showNow(ctx), ctx.language, false, 'say');
          case 'day': {
            const refusal = dayRefusal(request.day, ctx);
            if (refusal !== null) return { kind: 'refuse', refusal };
            return shown(await showDay(ctx, request.day), ctx.language, request.day < ctx.today, 'say');
          }
          case 'subscribe':
            return said(
              await subscribe(ctx, request.scopeWords, request.language, request.cadence),
              (done) => subscribedMessage(done, ctx),
              'say',
            );
          case 'unsubscribe':
            return said(
              await unsubscribe(ctx, request.scopeWords, request.cadence),
              (done) => unsubscribedMessage(done, ctx.language),
              'say',
            );
          case 'standings':
            return said(await turnStandings(ctx, request.on), ({ on }) => standingsMessage(on, ctx.language), 'say');
          default:
            return { kind: 'refuse', refusal: unreadRefusal(request, ctx.language) };
        }
      },
    },
  ],
  actions: [
    // A list takes as long to compute as its digest: Slack's three seconds are kept by the loading form.
    { id: openList.id, rights: ['see-digest'], opensForm: true, run: (ctx, { value }) => list(ctx, value) },
    { id: turnList.id, rights: ['see-digest'], run: (ctx, { value }) => list(ctx, value) },
    {
      id: refreshDigest.id,
      rights: ['member'],
      run: async (ctx) => shown(await showNow(ctx), ctx.language, false, 'replace'),
    },
    {
      id: undoSubscription.id,
      rights: ['subscribe-channel'],
      run: async (ctx, { value }) =>
        said(
          await unsubscribeFrom(ctx, undoSubscription.value.parse(value).id),
          (done) => undoneMessage(done, ctx.language),
          'replace',
        ),
    },
    {
      id: subscribeAgain.id,
      rights: ['subscribe-channel'],
      run: async (ctx, { value }) =>
        said(
          await resubscribe(ctx, subscribeAgain.value.parse(value).subscriptions),
          (done) => resubscribedMessage(done, ctx),
          'replace',
        ),
    },
  ],
  slots: [
    {
      name: 'digest',
      time: (program) => program.policy.prompts.digest,
      loud: true,
      run: (ctx, slot) => postDigests(ctx, slot, rendered),
    },
  ],
  subscriptions: {
    'report-changed': (ctx: JobCtx, { countedAt }) => correctDigests(ctx, countedAt, rendered),
  },
};

const rendered: Render = (computed, { language }, { late, corrected }) =>
  digestPosts(computed, { language, private: false, past: false, late, corrections: corrected });

async function list(ctx: Parameters<typeof showBehind>[0], value: unknown): Promise<Outcome> {
  const request = listShape.parse(value);
  const behind = await showBehind(ctx, request);
  if ('refused' in behind) return { kind: 'refuse', refusal: behind.refused };
  return { kind: 'view', view: listView(behind, request, ctx) };
}

function shown(
  result: Digest | PastDigest | Refused,
  language: Language,
  past: boolean,
  kind: 'say' | 'replace',
): Outcome {
  return said(
    result,
    (computed) => {
      const later = 'later' in computed ? computed.later : [];
      return digestPosts(computed, { language, private: true, past, late: false, corrections: [], later }).top;
    },
    kind,
  );
}

function said<Done extends object>(
  result: Done | Refused,
  message: (done: Done) => Message,
  kind: 'say' | 'replace',
): Outcome {
  if ('refused' in result) return { kind: 'refuse', refusal: result.refused };
  return { kind, message: message(result) };
}
