import { dayWords } from '../../domain/day-words.js';
import type { RefusedLine } from '../../domain/report-line.js';
import type { Ctx, Refusal } from '../../feature.js';
import type { Names } from '../../store/names.js';
import { escapeText } from '../../text/escape.js';
import { inLanguage, type Language } from '../../text/language.js';
import type { Refused } from './act/record.js';
import { words } from './words.js';

const parts = (...texts: (string | null | undefined)[]): string | null =>
  texts.filter((text) => text).join(' · ') || null;

const named = (names: Names, code: string | null): string | null => {
  const project = code === null ? undefined : names.byCode.get(code);
  return project ? `${project.code} ${escapeText(project.name)}` : code;
};

/** A line that was read but cannot be taken. */
export function misreadRefusal(ctx: Ctx, names: Names, refused: RefusedLine): Refusal {
  const say = inLanguage(words, ctx.language);
  const understood = parts(
    named(names, refused.project),
    refused.milestone && escapeText(refused.milestone),
    refused.percent === null ? null : `${refused.percent}%`,
  );
  const refusal = {
    empty: say.nothingNew,
    'unknown-project': say.unknownProject(escapeText(refused.typed ?? '')),
    'not-owner': say.denied(notOwner(ctx.language)),
    'over-100': say.over100(refused.percent === null ? '' : `${refused.percent}%`),
    'future-date': say.future(refused.day ? dayWords(refused.day, ctx.language) : ''),
    falls: say.falls(refused.previous ?? 0, refused.percent ?? 0),
  }[refused.why];
  return { ...refusal, understood };
}

const notOwner = (language: Language) =>
  language === 'zh'
    ? '您不是这个项目或节点的责任人，也不是其单位负责人'
    : 'you own neither the project nor a milestone of it and do not head its unit';

/** A statement that was understood and may not be kept. */
export function refusedRefusal(ctx: Ctx, refused: Refused): Refusal {
  const say = inLanguage(words, ctx.language);
  const { item } = refused;
  const understood = parts(
    `${item.project.code} ${escapeText(item.project.name)}`,
    item.milestone && escapeText(item.milestone.name),
    item.percent === null ? null : `${item.percent}%`,
  );
  const refusal = (() => {
    switch (refused.because) {
      case 'falls':
        return say.falls(refused.from, refused.to);
      case 'future':
        return say.future(dayWords(refused.day, ctx.language));
      case 'nothing-new':
        return say.nothingNew;
      case 'denied':
        return say.denied(refused.why);
    }
  })();
  return { ...refusal, understood };
}
