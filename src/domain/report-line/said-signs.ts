import type { Piece, Place, Sheet } from './pieces.js';
import { type Evidence, evident, evidentUnder, type Said, type Weights } from './reading.js';

/** What stands around one milestone's mention, gathered once for all that may be said of it. */
export type Surroundings = {
  readonly place: Place;
  readonly at: number;
  readonly own: readonly string[];
  /** Places in `pieces` of the mention, and of where its stretch of the line begins and ends. */
  readonly piece: number;
  readonly from: number;
  readonly to: number;
};

/** One neighbouring sign: the class of a piece, never a ledger's own words. */
export function classOf(piece: Piece | undefined, sheet: Sheet): string {
  if (piece === undefined) return 'edge';
  switch (piece.kind) {
    case 'word':
      return piece.tag ?? '';
    case 'mark':
      return sheet.line.plain.charAt(piece.start);
    case 'figure':
      return sheet.figures[piece.at]?.bare ? 'bare' : '%';
    case 'text':
      return 'text';
    default:
      return piece.kind;
  }
}

/** The next piece that is no blank, forwards or backwards. */
export function neighbour(sheet: Sheet, piece: number, step: 1 | -1): Piece | undefined {
  let at = piece + step;
  while (sheet.pieces[at]?.kind === 'mark' && /[ "“”*()]/.test(sheet.line.plain.charAt(sheet.pieces[at]?.start ?? 0)))
    at += step;
  return sheet.pieces[at];
}

const classAt = (sheet: Sheet, piece: number, step: 1 | -1): string => classOf(neighbour(sheet, piece, step), sheet);

/** The neighbour's class, and for plain text its nearest letters: 材料, 率, 图纸 after a milestone are another thing. */
function telling(sheet: Sheet, piece: number, step: 1 | -1): string {
  const other = neighbour(sheet, piece, step);
  if (other?.kind === 'text' || other?.kind === 'word') {
    const written = sheet.line.plain.slice(other.start, other.end);
    return step > 0 ? written.slice(0, 2) : written.slice(-2);
  }
  return classOf(other, sheet);
}

/** The small words of a stretch of pieces, each once. */
export function tagsIn(sheet: Sheet, from: number, to: number): Set<string> {
  const tags = new Set<string>();
  for (let at = from; at < to; at += 1) {
    const piece = sheet.pieces[at];
    if (piece === undefined) continue;
    if (piece.kind === 'word') {
      if (piece.tag !== 'fill') tags.add(piece.tag ?? '');
    } else if (piece.kind === 'mark') {
      const mark = sheet.line.plain.charAt(piece.start);
      if (/[?;!。:/()→>-]/.test(mark)) tags.add(mark);
    } else tags.add(classOf(piece, sheet));
  }
  return tags;
}

/** Looks around the mention of a milestone. */
export function surroundingsOf(sheet: Sheet, at: number): Surroundings {
  const place = sheet.places[at] as Place;
  const piece = sheet.pieces.findIndex((each) => each.kind === 'milestone' && each.at === at);
  const same = (each: Piece) =>
    sheet.places[each.at]?.milestones.some((milestone) => place.milestones.includes(milestone)) ?? false;
  let to = piece + 1;
  while (to < sheet.pieces.length) {
    const each = sheet.pieces[to] as Piece;
    if (each.kind === 'milestone' && !same(each)) break;
    if (each.clause > place.clause + 1 || (each.clause > place.clause && hasOther(sheet, each.clause, same))) break;
    to += 1;
  }
  let from = piece;
  while (from > 0) {
    const each = sheet.pieces[from - 1] as Piece;
    if ((each.kind === 'milestone' && !same(each)) || each.clause < place.clause) break;
    from -= 1;
  }
  const own = [
    `like:${place.likeness}`,
    `finish:${place.finish}`,
    `fits:${Math.min(place.milestones.length, 2)}`,
    `next:${classAt(sheet, piece, 1)}`,
    `last:${classAt(sheet, piece, -1)}`,
    `next2:${classAt(sheet, piece, 1)}:${classOf(secondAfter(sheet, piece), sheet)}`,
    `nextword:${telling(sheet, piece, 1)}`,
    `lastword:${telling(sheet, piece, -1)}`,
    `like-last:${place.likeness}:${classAt(sheet, piece, -1)}`,
    `finish-next:${place.finish}:${classAt(sheet, piece, 1)}`,
    `lengths:${Math.min(place.end - place.start, 6)}:${place.likeness}`,
  ];
  let end = piece + 1;
  while (end < to && sheet.pieces[end]?.clause === place.clause) end += 1;
  for (const tag of tagsIn(sheet, piece + 1, end)) own.push(`after:${tag}`, `after:${place.finish}:${tag}`);
  for (const tag of tagsIn(sheet, end, to)) own.push(`later:${tag}`);
  for (const tag of tagsIn(sheet, from, piece)) own.push(`before:${tag}`);
  for (const each of sheet.places)
    if (each !== place && each.milestones.some((milestone) => place.milestones.includes(milestone))) {
      own.push(each.start < place.start ? 'again' : 'comes-again');
      break;
    }
  return { place, at, own, piece, from, to };
}

function hasOther(sheet: Sheet, clause: number, same: (piece: Piece) => boolean): boolean {
  return sheet.pieces.some((each) => each.clause === clause && each.kind === 'milestone' && !same(each));
}

function secondAfter(sheet: Sheet, piece: number): Piece | undefined {
  const first = neighbour(sheet, piece, 1);
  return first ? neighbour(sheet, sheet.pieces.indexOf(first), 1) : undefined;
}

/** What the relation of a mention to a figure or day says: which stands first, what stands between. */
function between(sheet: Sheet, name: string, one: number, other: number): string[] {
  const [first, last] = one < other ? [one, other] : [other, one];
  const order = one < other ? '>' : '<';
  const signs: string[] = [];
  const tags = tagsIn(sheet, first + 1, last);
  let milestones = 0;
  let figures = 0;
  let days = 0;
  let text = 0;
  let blanks = 0;
  const clauses = (sheet.pieces[last]?.clause ?? 0) - (sheet.pieces[first]?.clause ?? 0);
  const own = sheet.places[sheet.pieces[one]?.at ?? 0]?.milestones ?? [];
  for (let at = first + 1; at < last; at += 1) {
    const piece = sheet.pieces[at];
    if (piece?.kind === 'milestone') {
      if (!sheet.places[piece.at]?.milestones.some((each) => own.includes(each))) milestones += 1;
    } else if (piece?.kind === 'figure') figures += sheet.figures[piece.at]?.bare ? 0 : 1;
    else if (piece?.kind === 'day') days += 1;
    else if (piece?.kind === 'text' || piece?.kind === 'count') text += piece.end - piece.start;
    else if (piece?.kind === 'mark' && sheet.line.plain.charAt(piece.start) === ' ') blanks += 1;
  }
  signs.push(
    `${name}${order}`,
    `${name}${order}clauses:${Math.min(clauses, 3)}`,
    `${name}${order}milestones:${Math.min(milestones, 2)}`,
    `${name}${order}figures:${Math.min(figures, 2)}`,
    `${name}${order}days:${Math.min(days, 2)}`,
    `${name}${order}text:${Math.min(Math.ceil(text / 2), 5)}:${Math.min(clauses, 1)}`,
    `${name}${order}blanks:${Math.min(blanks, 2)}:${Math.min(text, 1)}`,
    `${name}${order}clauses:${Math.min(clauses, 2)}:${Math.min(milestones, 1)}:${Math.min(figures, 1)}`,
  );
  for (const tag of tags) signs.push(`${name}${order}:${tag}`);
  return signs;
}

/** What speaks for and against each thing that may be said of a milestone; what several of them share is gathered once. */
export type SaidEvidence = (around: Surroundings | null, said: Said) => Evidence[];

/** The evidence for what is said in a sheet. */
export function saidEvidence(sheet: Sheet, surface: string, weights: Weights): SaidEvidence {
  const known = new Map<string, Evidence>();
  const once = (key: string, made: () => Evidence): Evidence => {
    const found = known.get(key) ?? made();
    known.set(key, found);
    return found;
  };
  const signs = (key: string, made: () => readonly string[]) => once(key, () => evident(made(), weights));
  return (around, said) => {
    const anchor = around?.piece ?? -1;
    const kind = said.place === null ? `loose-${said.end}` : said.end;
    const evidence = [
      signs(`is ${kind} ${anchor}`, () => [
        `is:${kind}`,
        `is:${kind}:${surface}`,
        ...(said.end === 'done' && anchor >= 0 ? [`done:then:${afterEnd(sheet, anchor)}`] : []),
      ]),
    ];
    if (around !== null)
      evidence.push(once(`own ${kind} ${anchor}`, () => evidentUnder(`${kind}|`, around.own, weights)));
    if (said.milestone !== null && (around?.place.milestones.length ?? 1) > 1)
      evidence.push(signs('chosen', () => ['chosen-of-several']));
    if (said.figure !== null)
      evidence.push(
        signs(`figure ${kind} ${said.figure} ${said.tells} ${anchor}`, () => figureSigns(sheet, anchor, kind, said)),
      );
    if (said.day === null) evidence.push(signs(`no-day ${said.end}`, () => [`no-day:${said.end}`]));
    else {
      const role = said.end === 'done' || isFull(sheet, said) ? 'on' : 'by';
      evidence.push(signs(`day ${said.end} ${role} ${said.day} ${anchor}`, () => daySigns(sheet, anchor, role, said)));
    }
    return evidence;
  };
}

function figureSigns(sheet: Sheet, anchor: number, kind: string, said: Said): string[] {
  const figure = sheet.figures[said.figure ?? 0];
  const piece = sheet.pieces.findIndex((each) => each.kind === 'figure' && each.at === said.figure);
  const shape = `${said.tells === 'level' ? '' : said.tells}${figure?.bare ? 'bare' : '%'}`;
  const signs = [
    `f:${kind}:${shape}:${figure?.sure}`,
    `f:${shape}:next:${classAt(sheet, piece, 1)}`,
    `f:${shape}:last:${classAt(sheet, piece, -1)}`,
    `f:${shape}:nextword:${telling(sheet, piece, 1)}`,
    `f:${shape}:lastword:${telling(sheet, piece, -1)}`,
    `f:${shape}:points:${/点/.test(sheet.line.plain.slice(figure?.start, figure?.end))}`,
    `f:hundred:${figure?.value === 100}:${said.end}`,
    `f:over:${(figure?.value ?? 0) > 100}:${shape}`,
    `f:round:${(figure?.value ?? 1) % 5 === 0}:${shape}`,
  ];
  if (anchor >= 0) for (const each of between(sheet, `${shape}`, anchor, piece)) signs.push(`${said.end}:${each}`);
  for (const role of figure?.roles ?? []) signs.push(`f:is:${role}`, `f:is:${role}:${shape}`);
  const start = clauseStart(sheet, piece);
  for (const tag of tagsIn(sheet, Math.max(start, anchor < piece ? anchor + 1 : start), piece))
    signs.push(`f:${shape}:before:${tag}`);
  for (const tag of tagsIn(sheet, piece + 1, clauseEnd(sheet, piece))) signs.push(`f:${shape}:after:${tag}`);
  const others = sheet.figures.filter((each) => !each.bare).length;
  signs.push(`f:${shape}:of:${Math.min(others, 3)}`);
  return signs;
}

/** 12号签的, 礼拜天浇完了: behind a day, it tells what happened then. */
export const ENDED_THEN = /^\s?(?:就|已经?|都)?[^,。;\s]{0,4}(?:的|了|[完好]的)(?=[,。;!\s]|$)/;

function daySigns(sheet: Sheet, anchor: number, role: string, said: Said): string[] {
  const day = sheet.days[said.day ?? 0];
  const piece = sheet.pieces.findIndex((each) => each.kind === 'day' && each.at === said.day);
  const [past, coming] = [day?.past ?? null, day?.coming ?? null];
  const tense =
    past === null && coming === null ? 'vague' : past === coming ? (day?.ahead ? 'ahead' : 'gone') : 'either';
  const signs = [
    `d:${role}`,
    `d:${role}:${said.end}:${tense}`,
    `d:${role}:${tense}:before:${day?.before}`,
    `d:${role}:next:${classAt(sheet, piece, 1)}`,
    `d:${role}:last:${classAt(sheet, piece, -1)}`,
    `d:${role}:nextword:${telling(sheet, piece, 1)}`,
    `d:${role}:lastword:${telling(sheet, piece, -1)}`,
    `d:${said.end}:${tense}:ended:${ENDED_THEN.test(sheet.line.plain.slice(day?.end ?? 0))}`,
  ];
  if (anchor >= 0) for (const each of between(sheet, role, anchor, piece)) signs.push(`d:${said.end}:${each}`);
  for (const tag of tagsIn(sheet, clauseStart(sheet, piece), piece)) signs.push(`d:${role}:${tense}:left:${tag}`);
  for (const tag of tagsIn(sheet, piece + 1, clauseEnd(sheet, piece))) signs.push(`d:${role}:${tense}:right:${tag}`);
  return signs;
}

const ENDS = new Set(['done', 'permit', 'deal', 'goods', 'work']);

// 完成80亩, 装了9台: a count behind the end says how much of it, and not that all is done.
function afterEnd(sheet: Sheet, anchor: number): string {
  const { clause } = sheet.pieces[anchor] as Piece;
  for (let at = anchor + 1; sheet.pieces[at]?.clause === clause; at += 1) {
    const piece = sheet.pieces[at];
    if (piece?.kind !== 'word' || !ENDS.has(piece.tag ?? '')) continue;
    let next = at + 1;
    while (['fill', 'particle'].includes(sheet.pieces[next]?.tag ?? '')) next += 1;
    return classOf(sheet.pieces[next], sheet);
  }
  return 'no-end';
}

/** True where a figure says that all is done. */
export function isFull(sheet: Sheet, said: Said): boolean {
  return said.figure !== null && sheet.figures[said.figure]?.value === 100;
}

function clauseStart(sheet: Sheet, piece: number): number {
  let at = piece;
  while (at > 0 && sheet.pieces[at - 1]?.clause === sheet.pieces[piece]?.clause) at -= 1;
  return at;
}

function clauseEnd(sheet: Sheet, piece: number): number {
  let at = piece + 1;
  while (at < sheet.pieces.length && sheet.pieces[at]?.clause === sheet.pieces[piece]?.clause) at += 1;
  return at;
}
