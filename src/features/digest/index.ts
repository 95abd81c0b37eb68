import type { Feature } from '../../feature.js';
import { on } from '../../on.js';
import { correctDigests } from './correct.js';
import { nudgeInList, openList, openMine, pageList, refreshDigest, subscribeAgain, undoSubscription } from './ids.js';
import { readDigestText } from './input.js';
import { unreadRefusal } from './messages/refusals.js';
import { showMine } from './mine.js';
import { postDigests } from './post.js';
import { nudgeFromList, refresh, showDay, showList, showNow } from './show.js';
import { resubscribe, subscribe, undoSubscribing, unsubscribe } from './subscribe.js';

/** `/digest`: the summary that leaders read, asked for at any moment or posted to subscribed channels at its time. */
export const digest: Feature = {
  name: 'digest',
  commands: [
    {
      name: '/digest',
      words: ['digest', '日报'],
      rights: ['see-digest', 'subscribe-channel'],
      description: { zh: '项目攻坚日报', en: 'The daily digest' },
      hint: {
        zh: '[2020-06-30 | 昨天 | 订阅 | 退订]',
        en: '[2020-06-30 | yesterday | subscribe | unsubscribe]',
      },
      run: async (ctx, text) => {
        const request = readDigestText(text, ctx.today);
        switch (request.ask) {
          case 'now':
            return showNow(ctx);
          case 'day':
            return showDay(ctx, request.day);
          case 'subscribe':
            return subscribe(ctx, request);
          case 'unsubscribe':
            return unsubscribe(ctx, request);
          default:
            return { kind: 'refuse', refusal: unreadRefusal(request, ctx.language) };
        }
      },
    },
  ],
  actions: [
    // A list takes as long to compute as its digest: Slack's three seconds are kept by the loading form.
    on.press(openList, ['see-digest'], showList, { opensForm: true }),
    on.press(pageList, ['see-digest'], showList),
    on.press(nudgeInList, ['nudge'], nudgeFromList),
    on.press(openMine, ['member'], showMine, { opensForm: true }),
    on.press(refreshDigest, ['member'], refresh),
    on.press(undoSubscription, ['subscribe-channel'], undoSubscribing),
    on.press(subscribeAgain, ['subscribe-channel'], resubscribe),
  ],
  slots: [{ name: 'digest', time: (program) => program.policy.prompts.digest, loud: true, run: postDigests }],
  subscriptions: { 'report-changed': (ctx, { countedAt }) => correctDigests(ctx, countedAt) },
};
