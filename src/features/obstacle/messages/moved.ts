import type { Ctx, Outcome } from '../../../feature.js';
import { plain } from '../../../slack/blocks.js';
import type { Phrases } from '../../../text/language.js';
import { inLanguage } from '../../../text/language.js';
import type { Act, MovedTo } from '../model.js';
import { phrasesOf } from './parts.js';
import { fieldErrors, notMoved } from './refusals.js';

export const words = {
  didAdopt: { zh: '已改按现行期限，重新计期。', en: 'The present deadlines apply; its time begins anew.' },
  didClaim: { zh: (day: string) => `已认领，承诺${day}`, en: (day: string) => `Claimed, promised ${day}` },
  didAsk: {
    zh: (day: string) => `已报上一级：要到${day}。同意后才算，期限照走`,
    en: (day: string) => `Asked the rung above for ${day}; until it agrees the clock runs on`,
  },
  didConsent: { zh: '已同意', en: 'Agreed' },
  didRefuse: { zh: '已回：不同意', en: 'Refused' },
  didQuery: { zh: '已退回补充，期限停1个工作日', en: 'Queried; the clock stops one workday' },
  didAdd: { zh: '已补充', en: 'Added' },
  didDismiss: { zh: '已记：不属卡点，已告诉提出人', en: 'Recorded as no obstacle; who raised it is told' },
  didConfirm: { zh: '已确认，开始计时', en: 'Confirmed; the clock runs' },
  didDispute: { zh: '已记下异议', en: 'The dispute is recorded' },
  didUrgent: { zh: '已同意加急，期限减半', en: 'Urgent from now on: half the time' },
  didInstruct: { zh: '批示已记上卡片', en: 'The instruction stands on the card' },
  didEnd: { zh: '已结', en: 'Ended' },
  didResolve: { zh: '已办结，等提出人或项目责任人核实。', en: 'Resolved; it waits to be verified.' },
  didRaise: { zh: (rung: string) => `已提级到${rung}。`, en: (rung: string) => `Raised to the ${rung}.` },
  didHandOver: {
    zh: (unit: string) => `已转给${unit}，期限不变。`,
    en: (unit: string) => `Handed over to ${unit}; the deadline stays.`,
  },
  didReturn: { zh: '已退回，重新计期。', en: 'Returned; its time begins anew.' },
  didVerify: { zh: '已核实销号。', en: 'Verified and closed.' },
  didWithdraw: { zh: '已撤回。', en: 'Taken back.' },
  didComment: { zh: '已留言。', en: 'Comment added.' },
} as const satisfies Phrases;

/** What somebody wrote in an act's form. */
function typedIn(act: Act): string | null {
  if ('text' in act) return act.text;
  if ('reason' in act) return act.reason;
  return 'what' in act ? act.what : null;
}

/** What is said to the one who did something with a case; of a form, at the field that is wrong. */
export function movedOutcome(ctx: Ctx, act: Act, result: MovedTo, ofForm: boolean): Outcome {
  if (result.kind !== 'moved') {
    const errors = ofForm && result.kind === 'refused' ? fieldErrors(ctx, result.refused) : null;
    return errors === null ? notMoved(ctx, result, ofForm ? typedIn(act) : null) : { kind: 'errors', errors };
  }
  const { obstacle, units } = result;
  // Who has the card, or the question, in their direct messages sees it change there.
  const own = ctx.person.slackUserId !== null && obstacle.addresses.includes(ctx.person.slackUserId);
  if (ofForm && ctx.place.channelId?.startsWith('D') && (own || act.do === 'return')) return { kind: 'nothing' };
  const phrases = phrasesOf({ obstacle, people: new Map(), units }, ctx.language, ctx.program);
  return { kind: 'say', message: plain(`${phrases.title} · ${phrases.project}\n${didWords()}`) };

  function didWords(): string {
    const say = inLanguage(words, phrases.language);
    switch (act.do) {
      case 'claim':
        return say.didClaim(phrases.day(act.promisedFor));
      case 'resolve':
        return say.didResolve;
      case 'raise':
        return say.didRaise(phrases.rungWith(obstacle.state.rung, obstacle.state.departmentId));
      case 'hand-over':
        return say.didHandOver(phrases.unit(act.toUnitId));
      case 'return':
        return say.didReturn;
      case 'verify':
        return say.didVerify;
      case 'withdraw':
        return say.didWithdraw;
      case 'adopt':
        return say.didAdopt;
      case 'ask-promise':
        return say.didAsk(phrases.day(act.promisedFor));
      case 'consent-promise':
        return say.didConsent;
      case 'refuse-promise':
        return say.didRefuse;
      case 'query':
        return say.didQuery;
      case 'supplement':
        return say.didAdd;
      case 'dismiss':
        return say.didDismiss;
      case 'confirm':
        return say.didConfirm;
      case 'dispute':
        return say.didDispute;
      case 'confirm-urgent':
        return say.didUrgent;
      case 'instruct':
        return say.didInstruct;
      case 'accept':
      case 'merge':
        return say.didEnd;
      case 'pull-up':
      case 'take-up':
        return say.didRaise(phrases.rungWith(obstacle.state.rung, obstacle.state.departmentId));
      case 'comment':
        return say.didComment;
    }
  }
}
