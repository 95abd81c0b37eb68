import type { KnownBlock } from '@slack/types';
import { monthStart } from '../../../domain/day.js';
import { countEn, dayWords } from '../../../domain/day-words.js';
import { SPARED, sparedIn } from '../../../domain/prompt.js';
import type { Ctx } from '../../../feature.js';
import { actions, button, context, header, section } from '../../../slack/blocks.js';
import type { Health } from '../../../store/home/health.js';
import { inLanguage, type Phrases } from '../../../text/language.js';
import { ids as burdenIds } from '../../burden/ids.js';
import { sparedWords } from '../../prompt/door.js';
import type { SeenHome } from '../model.js';

/** How the bot runs, for coordinators. */
export const words = {
  health: { zh: '运行情况', en: 'How it runs' },
  healthy: { zh: '账号、催报、日报、导入都正常。', en: 'Accounts, questions, digests and imports are in order.' },
  untied: {
    zh: (count: number) => `没有关联账号的${count}人，发 /people 处理`,
    en: (count: number) => `${count === 1 ? '1 person has' : `${count} people have`} no account: /people`,
  },
  requests: {
    zh: (count: number) => `申请加入的${count}人，发 /people 处理`,
    en: (count: number) => `${count === 1 ? '1 person asks' : `${count} people ask`} to be let in: /people`,
  },
  lateSlots: {
    zh: (count: number) => `近7天没有按时完成的催报、日报${count}次`,
    en: (count: number) => `${countEn(count, 'round')} of questions or digests late within 7 days`,
  },
  refused: {
    zh: (count: number) => `近7天发不出去的消息${count}条`,
    en: (count: number) => `${countEn(count, 'message')} could not be posted within 7 days`,
  },
  imports: {
    zh: (count: number) => `预览后没有确认的表格${count}份`,
    en: (count: number) => `${countEn(count, 'spreadsheet')} previewed and not confirmed`,
  },
  counts: {
    zh: (day: string, people: number, asked: number, spared: number) =>
      `*${day}催报*：问了${people}人${asked}项，免问${spared}项`,
    en: (day: string, people: number, asked: number, spared: number) =>
      `*Questions of ${day}*: ${asked} to ${people} ${people === 1 ? 'person' : 'people'}, ${spared} spared`,
  },
  burden: { zh: '负担', en: 'Burden' },
  sparedFor: {
    zh: (why: string, count: number) => `${why} ${count}`,
    en: (why: string, count: number) => `${why} ${count}`,
  },
} as const satisfies Phrases;

/** What needs a coordinator's hand, and what the newest morning asked and spared. */
export function healthBlocks(ctx: Ctx, health: Health, morning: SeenHome['morning']): KnownBlock[] {
  const say = inLanguage(words, ctx.language);
  const { untied, requests, late, refused, imports } = health;
  const lines = [
    untied > 0 ? say.untied(untied) : '',
    requests > 0 ? say.requests(requests) : '',
    late > 0 ? say.lateSlots(late) : '',
    refused > 0 ? say.refused(refused) : '',
    imports > 0 ? say.imports(imports) : '',
  ].filter((line) => line !== '');
  return [
    header(say.health),
    section(lines.length === 0 ? say.healthy : lines.map((line) => `• ${line}`).join('\n')),
    ...(morning === null ? [] : morningBlocks(ctx, morning)),
  ];
}

function morningBlocks(
  { language, program, today }: Ctx,
  { day, counts }: NonNullable<SeenHome['morning']>,
): KnownBlock[] {
  const say = inLanguage(words, language);
  const why = SPARED.filter((each) => counts.spared[each]).map((each) =>
    say.sparedFor(sparedWords[each][language], counts.spared[each] ?? 0),
  );
  return [
    section(say.counts(dayWords(day, language, program.year), counts.people, counts.asked, sparedIn(counts))),
    ...(why.length === 0 ? [] : [context(why.join(' · '))]),
    actions(button(burdenIds.show, { month: monthStart(today) }, say.burden)),
  ];
}
