import type { EChartsOption } from 'echarts';

/** What all pictures are made of: our font, the inks, boxes and words. */
export const FONT = 'Noto Sans SC';
export const INK = '#1d2b36';
export const QUIET = '#5b6b78';

/** A picture that is drawn of elements alone. */
export const drawnOf = (elements: readonly object[]): EChartsOption => ({
  animation: false,
  backgroundColor: '#ffffff',
  textStyle: { fontFamily: FONT },
  graphic: elements as NonNullable<EChartsOption['graphic']>,
});

export const dashed = (x1: number, y1: number, x2: number, y2: number, stroke: string): object => ({
  type: 'line',
  shape: { x1, y1, x2, y2 },
  style: { stroke, lineWidth: 2, lineDash: [6, 5] },
});

export const box = (x: number, y: number, width: number, height: number, fill: string): object => ({
  type: 'rect',
  shape: { x, y, width, height },
  style: { fill },
});

/** `x` is the left or the right end of the text, or its middle; `y` its top. */
export function words(
  text: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  align: 'left' | 'right' | 'center' = 'left',
): object {
  return {
    type: 'text',
    x,
    y,
    style: {
      text,
      x: 0,
      y: 0,
      fill,
      fontSize: size,
      fontFamily: FONT,
      textAlign: align,
      textVerticalAlign: 'top',
      align,
      verticalAlign: 'top',
    },
  };
}

/** How wide a text is, in letters of Chinese; Latin ones are about half as wide. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x2000 ? 0.56 : 1), 0);

/** As much of a text as there is room for, in letters of Chinese; … where something was cut. */
export function fitted(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(kept) + widthOf(character) > room - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** A pale bar with slanting lines, in a frame. */
export function hatching(left: number, top: number, width: number, bar: number, colour: string): object[] {
  if (width <= 0) return [];
  const lines: object[] = [];
  // Inside of the frame: lines have ends that stick out.
  const [from, to, height] = [left + 3, left + width - 3, bar - 6];
  for (let at = from - height + 4; at < to; at += 12) {
    // Each rises as much as it goes to the right, and is cut where the bar ends.
    const [start, end] = [Math.max(at, from), Math.min(at + height, to)];
    if (end <= start) continue;
    const bottom = top + 3 + height;
    lines.push({
      type: 'line',
      shape: { x1: start, y1: bottom - (start - at), x2: end, y2: bottom - (end - at) },
      style: { stroke: colour, lineWidth: 4 },
    });
  }
  return [
    { type: 'rect', shape: { x: left, y: top, width, height: bar }, style: { fill: '#ffffff' } },
    ...lines,
    {
      type: 'rect',
      shape: { x: left + 1.5, y: top + 1.5, width: Math.max(0, width - 3), height: bar - 3 },
      style: { fill: 'none', stroke: colour, lineWidth: 3 },
    },
  ];
}

const LEGEND_LETTER = 20;
const LEGEND_GAP = 22;

/** A legend below a picture, what its marks mean: as many entries as fit in one line, the others below. */
export type Legend<Entry> = {
  readonly entries: readonly Entry[];
  /** How wide the picture is between its edges, a mark with the gap behind it, and how high a line is. */
  readonly room: number;
  readonly mark: number;
  readonly line: number;
};

/** Where each entry stands, from the legend's own left and top. */
function placedIn<Entry extends { readonly label: string }>({ entries, room, mark, line }: Legend<Entry>) {
  let x = 0;
  let row = 0;
  return entries.map((entry) => {
    const width = mark + widthOf(entry.label) * LEGEND_LETTER + LEGEND_GAP;
    if (x > 0 && x + width - LEGEND_GAP > room) {
      x = 0;
      row += 1;
    }
    const place = { entry, x, y: row * line };
    x += width;
    return place;
  });
}

export const legendHeight = <Entry extends { readonly label: string }>(legend: Legend<Entry>): number => {
  const last = placedIn(legend).at(-1);
  return last === undefined ? 0 : last.y + legend.line;
};

/** `markAt` draws an entry's mark from its left and top; its words begin `down` below that. */
export const legendAt = <Entry extends { readonly label: string }>(
  legend: Legend<Entry>,
  left: number,
  top: number,
  down: number,
  markAt: (entry: Entry, left: number, top: number) => readonly object[],
): object[] =>
  placedIn(legend).flatMap(({ entry, x, y }) => [
    ...markAt(entry, left + x, top + y),
    words(entry.label, left + x + legend.mark, top + y + down, LEGEND_LETTER, QUIET),
  ]);
