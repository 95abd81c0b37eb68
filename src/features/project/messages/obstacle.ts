import { dayAt, daysBetween } from '../../../domain/day.js';
import { dayWords } from '../../../domain/day-words.js';
import { RUNG_LABELS } from '../../../domain/ladder.js';
import { momentWords, STANDING_LABELS } from '../../../domain/obstacle.js';
import { KIND_LABELS, MATTER_LABELS } from '../../../domain/obstacle-words.js';
import type { Ctx } from '../../../feature.js';
import type { CardObstacle } from '../../../store/cards.js';
import { typedLine } from '../../../text/escape.js';
import { inLanguage, type Phrases } from '../../../text/language.js';

export const words = {
  obstacle: { zh: (number: number) => `卡点${number}号`, en: (number: number) => `Obstacle ${number}` },
  urgent: { zh: '加急', en: 'urgent' },
  until: { zh: (moment: string) => `限${moment}前`, en: (moment: string) => `until ${moment}` },
  promised: { zh: (day: string) => `承诺${day}办结`, en: (day: string) => `promised for ${day}` },
  overdue: { zh: '超期', en: 'overdue' },
  unconfirmed: { zh: '还没有确认，不计灯', en: 'unconfirmed, no light yet' },
  asksConsent: { zh: '要延长承诺，等您同意', en: 'a later promise is asked for' },
  dismissed: { zh: '说是不属卡点', en: 'said to be no obstacle' },
  here: {
    zh: (day: string, number: number) => `本级自${day}，全程第${number}天`,
    en: (day: string, number: number) => `here since ${day}, day ${number} in all`,
  },
} as const satisfies Phrases;

/** An open obstacle as a card or a home tab lists it, three lines; `ofProject`: with the project that it stops. */
export function obstacleText(ctx: Ctx, obstacle: CardObstacle, ofProject: boolean): string {
  const { language, program } = ctx;
  const say = inLanguage(words, language);
  const zh = language === 'zh';
  const day = (of: Parameters<typeof dayWords>[0]) => dayWords(of, language, program.year);
  const rung = RUNG_LABELS[obstacle.rung][language];
  const unit = obstacle.withUnit === null ? '' : typedLine(obstacle.withUnit[language], zh ? 20 : 40);
  const flagged = dayAt(obstacle.recordedAt, program.timeZone);
  const late =
    obstacle.standing !== 'resolved' &&
    obstacle.confirmation === null &&
    (obstacle.lapsed || (obstacle.deadline !== null && obstacle.deadline < ctx.now));
  const until =
    obstacle.standing === 'claimed' && obstacle.promisedFor !== null
      ? say.promised(day(obstacle.promisedFor))
      : obstacle.standing === 'open' && obstacle.deadline !== null
        ? say.until(momentWords(obstacle.deadline, program.timeZone, language, program.year))
        : '';
  const head = [
    `*${say.obstacle(obstacle.number)}*`,
    ...(ofProject ? [`${obstacle.code} ${typedLine(obstacle.projectName, 30)}`] : []),
    KIND_LABELS[obstacle.kind][language],
    MATTER_LABELS[obstacle.matter][language],
    ...(obstacle.urgent ? [`*${say.urgent}*`] : []),
  ];
  const stands = [
    unit === '' ? rung : zh ? `${rung}（${unit}）` : `${rung} (${unit})`,
    obstacle.dismissed && obstacle.standing === 'resolved'
      ? say.dismissed
      : STANDING_LABELS[obstacle.standing][language],
    until,
    obstacle.confirmation === null ? '' : say.unconfirmed,
    obstacle.promiseAskedOf === ctx.person.id ? say.asksConsent : '',
    flagged === ctx.today ? '' : say.here(day(obstacle.rungFrom || flagged), daysBetween(flagged, ctx.today) + 1),
    late ? `*${say.overdue}*` : '',
  ].filter((part) => part !== '');
  return [head.join(' · '), typedLine(obstacle.text, 90), stands.join(' · ')].join('\n');
}
