import type { KnownBlock } from '@slack/types';
import type { Step } from '../../../domain/obstacle.js';
import type { Ctx } from '../../../feature.js';
import { input, option } from '../../../slack/blocks.js';
import type { ObstacleCase } from '../../../store/obstacles.js';
import { clip } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import type { PhrasesOf } from './parts.js';

/** All that is said where a case ends without being cleared: taken back (撤回), merged (并入), struck, or none after all. */
export const words = {
  withdrawn: { zh: '已撤回。', en: 'Taken back.' },
  ended: { zh: '已结', en: 'Ended' },
  withdrawnBy: { zh: (who: string) => `${who}撤回`, en: (who: string) => `${who} took it back` },
  acceptedBy: {
    zh: (who: string) => `${who}同意不属卡点，已结`,
    en: (who: string) => `${who} accepts that it is none: closed`,
  },
  unanswered: { zh: '不属卡点，到期没有异议，已结', en: 'No obstacle; nobody took it up in time: closed' },
  struckBy: {
    zh: (who: string, reason: string) => `${who}定：不属卡点，${reason}`,
    en: (who: string, reason: string) => `${who} decided: no obstacle, ${reason}`,
  },
  mergedBy: {
    zh: (who: string, number: number) => `${who}并入卡点${number}号`,
    en: (who: string, number: number) => `${who} merged it into obstacle ${number}`,
  },
  projectLeft: {
    zh: (who: string) => `项目退出（${who}），一并结`,
    en: (who: string) => `ended with its project, which left the plan (${who})`,
  },
  into: { zh: '并入哪一个', en: 'Into which' },
  noOther: { zh: '请选一个卡点', en: 'Choose an obstacle' },
} as const satisfies Phrases;

/** The form to merge it: into which other of its project. */
export function mergeFields(ctx: Ctx, others: readonly ObstacleCase[]): readonly KnownBlock[] {
  const options = others.slice(0, 100).map((each) => option(clip(`${each.number} ${each.text}`, 75), String(each.id)));
  return [input('into', inLanguage(words, ctx.language).into, { type: 'static_select', action_id: 'into', options })];
}

/** No other was chosen. */
export const mergeFault = ({ language }: Pick<Ctx, 'language'>): { readonly into: string } => ({
  into: inLanguage(words, language).noOther,
});

export const withdrawn = (phrases: PhrasesOf): string => inLanguage(words, phrases.language).withdrawn;
export const ended = (phrases: PhrasesOf): string => inLanguage(words, phrases.language).ended;

export function withdrawnStep(phrases: PhrasesOf, by: string, step: Extract<Step, { kind: 'withdrawn' }>): string {
  const say = inLanguage(words, phrases.language);
  switch (step.why) {
    case 'accepted':
      return say.acceptedBy(by);
    case 'unanswered':
      return say.unanswered;
    case 'struck':
      return say.struckBy(by, phrases.typed(step.reason ?? ''));
    case 'merged':
      return say.mergedBy(by, step.into ?? 0);
    case 'project-left':
      return say.projectLeft(by);
    default:
      return say.withdrawnBy(by);
  }
}
