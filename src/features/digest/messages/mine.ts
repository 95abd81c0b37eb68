import type { ModalView } from '@slack/types';
import { dayAt, timeAt } from '../../../domain/day.js';
import type { Ctx } from '../../../feature.js';
import { button, context, form, section } from '../../../slack/blocks.js';
import type { CardObstacle } from '../../../store/cards.js';
import { clip, escapeText } from '../../../text/escape.js';
import { type Phrases as Catalogue, inLanguage } from '../../../text/language.js';
import { postponementBlocks } from '../../edit/door.js';
import { recallBlocks } from '../../factor/door.js';
import { obstacleVerbs } from '../../obstacle/door.js';
import { ids as obstacleIds } from '../../obstacle/ids.js';
import { ids as progressIds } from '../../progress/ids.js';
import { leadBlocks } from '../../promotion/door.js';
import { itemBlocks as decisionBlocks } from '../../review/door.js';
import { slipBlocks } from '../../slip/door.js';
import { proposalBlocks } from '../../trip/door.js';
import { listForm } from '../ids.js';
import { type Mine, mineCount } from '../model.js';
import { type Item, itemBlocks } from './list.js';
import { phrasesOf } from './phrases.js';
import { shortName, stepName } from './rows.js';

/** What waits on one reader. */
export const words = {
  title: { zh: (count: number) => `等您${count}`, en: (count: number) => `For you ${count}` },
  nothing: { zh: '没有等您办的', en: 'Nothing waits on you' },
  obstacle: {
    zh: (number: number, project: string) => `卡点${number}号 · ${project}`,
    en: (number: number, project: string) => `Obstacle ${number} · ${project}`,
  },
  until: { zh: (when: string) => `限${when}`, en: (when: string) => `until ${when}` },
  promised: { zh: (day: string) => `您承诺${day}`, en: (day: string) => `promised ${day}` },
  toVerify: { zh: '已办结，等您核实', en: 'Resolved; you verify' },
  dismissed: { zh: '说是不属卡点，您同意吗？', en: 'Said to be no obstacle: accept?' },
  toConfirm: { zh: '别人提的，等您确认', en: 'Flagged by others; is it so?' },
  toDecide: { zh: '有异议，等您定', en: 'Disputed; you decide' },
  toConsent: { zh: '要延长承诺，等您同意', en: 'A later promise is asked for' },
  due: { zh: (day: string) => `${day}到期`, en: (day: string) => `due ${day}` },
  card: { zh: '卡片', en: 'Card' },
  report: { zh: '报进度', en: 'Report' },
  more: { zh: (count: number) => `另有${count}项，在首页`, en: (count: number) => `${count} more on your home tab` },
  close: { zh: '关闭', en: 'Close' },
} as const satisfies Catalogue;

/** More than these are read on the home tab. */
const MOST = 10;

/** The presser's own list: obstacles that they have to move, what other features have for them, milestones that are due. */
export function mineView(mine: Mine, ctx: Ctx): ModalView {
  const { program, language } = ctx;
  const own = inLanguage(words, language);
  const phrases = phrasesOf(program, language);
  const { day, list, zh } = phrases;
  const limit = ({
    standing,
    promisedFor,
    deadline,
    confirmation,
    dismissed,
    promiseAskedOf,
  }: CardObstacle): string => {
    if (standing === 'resolved') return dismissed ? own.dismissed : own.toVerify;
    if (promiseAskedOf === ctx.person.id) return own.toConsent;
    if (confirmation !== null) return confirmation === 'sponsor' ? own.toDecide : own.toConfirm;
    if (promisedFor !== null) return own.promised(day(promisedFor));
    if (deadline === null) return '';
    return own.until(`${day(dayAt(deadline, program.timeZone))}${zh ? '' : ', '}${timeAt(deadline, program.timeZone)}`);
  };
  const obstacles = mine.obstacles.map((each): Item => {
    const named = shortName({ code: each.code, name: each.projectName, nickname: null });
    const text = escapeText(clip(each.text.replace(/\s+/g, ' '), 60));
    return {
      text: [`*${escapeText(own.obstacle(each.number, named))}*`, `>${text}`, limit(each)].filter(Boolean).join('\n'),
      ways: [...obstacleVerbs(ctx, each), button(obstacleIds.card, { id: each.id }, own.card)],
    };
  });
  const milestones = mine.due.map(({ id, projectId, code, name, due: on, percent }): Item => {
    const stands = list([code, ...(on === null ? [] : [own.due(day(on))]), `${percent ?? 0}%`]);
    return {
      text: escapeText(`${stepName(name, language)} · ${stands}`),
      ways: [button(progressIds.open, { project: projectId, milestone: id }, own.report)],
    };
  });
  const shown = obstacles.slice(0, MOST);
  const after = milestones.slice(0, MOST - shown.length);
  const left = obstacles.length + milestones.length - shown.length - after.length;
  const texts = { title: own.title(mineCount(mine)), submit: null, close: own.close };
  const blocks = [
    ...shown.flatMap((item, place) => itemBlocks(item, place)),
    ...postponementBlocks(ctx, mine.postponements),
    ...slipBlocks(ctx, mine.slips),
    ...decisionBlocks(ctx, mine.items),
    ...leadBlocks(ctx, mine.leads),
    ...proposalBlocks(ctx, mine.trips),
    ...recallBlocks(ctx, mine.recalls),
    ...after.flatMap((item, place) => itemBlocks(item, shown.length + place)),
    ...(left > 0 ? [context(own.more(left))] : []),
  ];
  return form(listForm, {}, texts, blocks.length === 0 ? [section(own.nothing)] : blocks);
}
