import { dayAt, type Instant, timeAt } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { milestoneName } from '../../../domain/milestone-name.js';
import type { Person } from '../../../domain/program.js';
import type { Ctx, Refusal } from '../../../feature.js';
import type { Message } from '../../../message.js';
import { actions, button, plain, section } from '../../../slack/blocks.js';
import type { Contact } from '../../../store/people.js';
import type { MilestoneLine, ProjectLine } from '../../../store/projects.js';
import { clip, escapeText } from '../../../text/escape.js';
import { inLanguage, type Language, type Phrases } from '../../../text/language.js';
import { ids as obstacleIds } from '../../obstacle/ids.js';
import { ids as progressIds } from '../../progress/ids.js';

export const words = {
  asks: {
    zh: (who: string, what: string) => `${who}问${what}：现在百分之几？`,
    en: (who: string, what: string) => `${who} asks about ${what}: what percent now?`,
  },
  report: { zh: '报进度', en: 'Report' },
  blocked: { zh: '卡住', en: 'Blocked' },
  nudged: {
    zh: (code: string, moment: string) => `${code}已催，${moment}；今天不再催`,
    en: (code: string, moment: string) => `${code} nudged, ${moment}; not again today`,
  },
  quiet: {
    zh: (moment: string) => ({ wrong: '没有催：20:00到8:00和休息日不催人。', instead: `${moment}起再催。` }),
    en: (moment: string) => ({
      wrong: 'Not nudged: nobody is nudged from 20:00 to 8:00 or on days off.',
      instead: `nudge from ${moment} on.`,
    }),
  },
  nobody: {
    zh: { wrong: '没有催：这个项目没有讨论串，也没有能收消息的责任人。', instead: '先在台账里定责任人。' },
    en: {
      wrong: 'Not nudged: it has neither a thread nor an owner who can be written to.',
      instead: 'name an owner in the ledger.',
    },
  },
  unknown: {
    zh: { wrong: '没有这个项目，或您看不到。', instead: '用 /gongjian 按编号或名称查。' },
    en: { wrong: 'There is no such project, or you may not see it.', instead: 'look it up with /gongjian.' },
  },
  denied: {
    zh: (why: string) => ({ wrong: `没有催：${why}。`, instead: '看它的卡片。' }),
    en: (why: string) => ({ wrong: `Not nudged: ${why}.`, instead: 'look at its card.' }),
  },
} as const satisfies Phrases;

/** In the project's thread, to its owner: how does what is in work stand? */
export function nudgeMessage(
  {
    project,
    step,
    owner,
    by,
  }: {
    readonly project: ProjectLine;
    readonly step: MilestoneLine | null;
    readonly owner: Contact | null;
    readonly by: Person;
  },
  language: Language,
): Message {
  const say = inLanguage(words, language);
  const who = escapeText(language === 'zh' ? by.name : by.nameEn);
  const what = escapeText(
    `${project.code}${step === null ? '' : `${language === 'zh' ? '' : ' '}${clip(milestoneName(step.name, language), language === 'zh' ? 20 : 40)}`}`,
  );
  const asked = say.asks(who, what);
  const mention = owner?.slackUserId ? `<@${owner.slackUserId}> ` : '';
  return {
    text: asked,
    blocks: [
      section(`${mention}${asked}`),
      actions(
        button(progressIds.open, { project: project.id, ...(step === null ? {} : { milestone: step.id }) }, say.report),
        button(obstacleIds.open, { project: project.id }, say.blocked),
      ),
    ],
  };
}

const momentOf = ({ program, language }: Ctx, at: Instant): string => {
  const day = dayWords(dayAt(at, program.timeZone), language, program.year);
  const time = timeAt(at, program.timeZone);
  return language === 'zh' ? `${day.replaceAll(' ', '')}${time}` : `${day} ${time}`;
};

/** To who nudged. */
export const nudgedMessage = (ctx: Ctx, { code, at }: { readonly code: string; readonly at: Instant }): Message =>
  plain(inLanguage(words, ctx.language).nudged(code, momentOf(ctx, at)));

export function notNudged(
  ctx: Ctx,
  nudged:
    | { readonly kind: 'quiet'; readonly from: Instant }
    | { readonly kind: 'nobody' | 'unknown' }
    | { readonly kind: 'denied'; readonly why: string },
): Refusal {
  const say = inLanguage(words, ctx.language);
  const bare = (refusal: { wrong: string; instead: string }): Refusal => ({ ...refusal, understood: null });
  switch (nudged.kind) {
    case 'quiet':
      return bare(say.quiet(momentOf(ctx, nudged.from)));
    case 'denied':
      return bare(say.denied(nudged.why));
    case 'nobody':
      return bare(say.nobody);
    case 'unknown':
      return bare(say.unknown);
  }
}
