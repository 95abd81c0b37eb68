import { matterOf, tellsObstacle } from '../matter.js';
import { type Piece, type Sheet, stoppable } from './pieces.js';
import type { Said } from './reading.js';
import { classOf, neighbour, tagsIn } from './said-signs.js';
import { troubleSigns } from './trouble-signs.js';
import type { LineContext } from './types.js';

// No more letters than these tell what a line does: what follows is more of the same.
const READ = 80;
const SOLVED =
  /(?:没有?(?:什么|任何)?(?:困难|问题|卡点|障碍|阻碍|影响|缺口))|(?:已|都|全部|基本)(?:经)?(?:解决|协调好|打通|消除|化解|疏通)|解决了(?!吗)|不卡了|复工|恢复|已修好|no (?:problem|issue|obstacle)s?|resolved/;
const ELSEWHERE = /会议室|食堂|办公室|办公楼里|宿舍|家里|手机|电脑|打印机|车位|系统|网页|账号|群里|单位(?:里|的)|机关/;
const ORDERS = /请|抓紧|务必|尽快|加快|必须|要求|落实|督促|各单位|注意/;
const ASKS = /[?吗]\s*$|(?:没有?|没|多少|几成|怎么样|如何|呢|啥时候|什么时候|哪天)\s*[?]?\s*$/;
const QUOTES = /["“”「」]|转发|会议|通知|强调|指出/;

/** The signs of the line as a whole, its mentions masked: each speaks for or against anything that a line may do. */
export function lineSigns(sheet: Sheet, context: LineContext): string[] {
  const { plain } = sheet.line;
  const own = sheet.scheme.perClause[0]?.[0];
  const may = own !== undefined && context.mayReport(own);
  const owns = own !== undefined && context.owns.has(own);
  const figures = sheet.figures.filter((each) => !each.bare).length;
  const signs = [
    '',
    `on:${context.surface}`,
    `on:${context.surface}:may:${may}`,
    `owns:${owns}`,
    `milestones:${Math.min(sheet.places.length, 3)}:${context.surface}`,
    `figures:${Math.min(figures, 2)}:${context.surface}`,
    `figures:${Math.min(figures, 2)}:milestones:${Math.min(sheet.places.length, 1)}:${context.surface}`,
    `bare:${sheet.figures.length > figures}`,
    `days:${Math.min(sheet.days.length, 2)}`,
    `orders:${ORDERS.test(plain)}:${may}`,
  ];
  for (const tag of tagsIn(sheet, 0, sheet.pieces.length)) signs.push(`has:${tag}`, `has:${tag}:may:${may}`);
  const symbols = symbolsOf(sheet);
  for (let at = 0; at <= symbols.length; at += 1) {
    const pair = `${symbols[at - 1] ?? '^'}${symbols[at] ?? '$'}`;
    signs.push(`~${pair}`);
  }
  return signs;
}

/** What a text says of itself, whatever its words are mentions of. */
export function textSigns(plain: string, surface: string): string[] {
  const trouble = tellsObstacle(plain);
  const matter = matterOf(plain) !== 'other';
  return [
    `trouble:${trouble}:${surface}`,
    ...troubleSigns(plain, surface),
    `matter:${matter}`,
    `trouble:${trouble}:${matter}`,
    `solved:${SOLVED.test(plain)}`,
    `elsewhere:${ELSEWHERE.test(plain)}`,
    `asks:${ASKS.test(plain)}`,
    `quotes:${QUOTES.test(plain)}`,
    `length:${Math.min(Math.floor(Math.log2(plain.length + 1)), 7)}:${surface}`,
  ];
}

function symbolsOf(sheet: Sheet): string[] {
  const symbols: string[] = [];
  for (const piece of sheet.pieces) {
    if (piece.start > READ) break;
    if (piece.kind === 'text' || piece.kind === 'word' || piece.kind === 'mark') {
      const written = sheet.line.plain.slice(piece.start, Math.min(piece.end, READ + 10));
      for (const part of written.match(/[a-z]+|\d+|./gu) ?? []) symbols.push(/^\d+$/.test(part) ? '#' : part);
    } else symbols.push(`<${classOf(piece, sheet)}>`);
  }
  return symbols;
}

/** What is left of a line when a report uses some of its mentions: the signs of each leftover, made once for a sheet. */
export function reportSigns(sheet: Sheet): (said: readonly Said[]) => string[] {
  const leftovers = sheet.pieces.flatMap((piece, at) =>
    piece.kind === 'figure' || piece.kind === 'day'
      ? [{ piece, ...leftover(sheet, piece, at), roles: rolesIn(sheet, piece) }]
      : [],
  );
  return (said) => {
    const signs = [
      `items:${Math.min(said.length, 4)}`,
      `items:${Math.min(said.length, 2)}:places:${Math.min(sheet.places.length, 3)}`,
    ];
    const clauses = said.map((each) => sheet.places[each.place ?? -1]?.clause);
    let left = 0;
    for (const { piece, kind, around, roles } of leftovers) {
      const used =
        piece.kind === 'figure'
          ? said.some((each) => each.figure === piece.at)
          : said.some((each) => each.day === piece.at);
      if (used) continue;
      signs.push(`left:${kind}:${clauses.includes(piece.clause)}`, ...around, ...roles);
      if (kind === '%') left += 1;
    }
    signs.push(`left:${Math.min(left, 3)}`);
    return signs;
  };
}

const rolesIn = (sheet: Sheet, piece: Piece): string[] =>
  piece.kind === 'figure' ? [...(sheet.figures[piece.at]?.roles ?? [])].map((role) => `left:is:${role}`) : [];

function leftover(sheet: Sheet, piece: Piece, at: number): { kind: string; around: readonly string[] } {
  const kind = classOf(piece, sheet);
  let from = at;
  while (from > 0 && sheet.pieces[from - 1]?.clause === piece.clause) from -= 1;
  const around = [
    `left:${kind}:next:${classOf(neighbour(sheet, at, 1), sheet)}`,
    `left:${kind}:last:${classOf(neighbour(sheet, at, -1), sheet)}`,
    ...[...tagsIn(sheet, from, at)].map((tag) => `left:${kind}:before:${tag}`),
  ];
  return { kind, around };
}

/** The signs for an obstacle's milestone: `stopped` is its mention, null where the line names none that is stopped. */
export function obstacleSigns(sheet: Sheet, stopped: number | null): string[] {
  if (stopped === null) return ['stops:none', `stops:none:of:${Math.min(sheet.places.length, 3)}`];
  const place = stoppable(sheet)[stopped];
  const piece = sheet.pieces.findIndex((each) => each.end > (place?.start ?? 0));
  const next = neighbour(sheet, piece, 1);
  const last = neighbour(sheet, piece, -1);
  const written = (each: Piece | undefined, from: number, to?: number) =>
    each && (each.kind === 'text' || each.kind === 'word')
      ? sheet.line.plain.slice(each.start, each.end).slice(from, to)
      : classOf(each, sheet);
  const { plain } = sheet.line;
  const signs = [
    'stops',
    `stops:like:${place?.likeness}`,
    `stops:goes-on:${stopped >= sheet.places.length}`,
    `stops:fits:${Math.min(place?.milestones.length ?? 0, 2)}`,
    `stops:first:${stopped === 0}`,
    `stops:final:${stopped === sheet.places.length - 1}`,
    `stops:of:${Math.min(sheet.places.length, 3)}`,
    `stops:next:${classOf(next, sheet)}`,
    `stops:last:${classOf(last, sheet)}`,
    `stops:nextword:${written(next, 0, 1)}`,
    `stops:lastword:${written(last, -1)}`,
    `stops:like-last:${place?.likeness}:${last?.kind}`,
    `stops:affected:${AFFECTED.test(plain.slice(0, place?.start))}`,
    `stops:stuck:${STUCK.test(plain.slice(place?.end))}`,
    `stops:finished:${FINISHED.test(plain.slice(place?.end))}`,
    `stops:clause:${place?.clause === 0 ? 'first' : place?.clause === sheet.clauses.length - 1 ? 'last' : 'inner'}`,
  ];
  return signs;
}

const AFFECTED =
  /(?:影响|耽误|延误|拖累|没法|无法|不能|不敢|不让|导致|等着|制约|赶不上|妨碍|阻碍|推迟|delays?|blocks?|holding up|cannot|can't)[^,。;]{0,6}$/;
const STUCK =
  /^[^,。;]{0,4}(?:卡|没|未|推不|批不|办不|下不|停|受阻|不了|进不|不下|不动|迟|难|拖|缺|不起|受影响|stuck|not|delayed|blocked|stopped)/;
const FINISHED = /^(?:都|已经?|也)?(?:好了?|完了?|完成|到位了|办好|拿到)/;
