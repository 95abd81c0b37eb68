import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Paper, PaperPart } from './paper.js';

/*
 * As Chinese offices set their papers (GB/T 9704-2012): A4, text of 156 x 225 mm, red head, body 仿宋 of size 3 (16 pt) at
 * 28 points a line, two characters indented.
 */

const RED = 'E60012';
const BODY = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', cs: 'Times New Roman' };
const HEADING = { ...BODY, eastAsia: '黑体' };
const HEAD = { ...BODY, eastAsia: '方正小标宋简体' };
/** Half points. */
const SIZE_3 = 32;
const SIZE_HEAD = 52;
const LONG_HEAD = 40;
const LINE = { line: 28 * 20, lineRule: LineRuleType.EXACT };
const TEXT_WIDTH = convertMillimetersToTwip(156);
const LABEL_WIDTH = convertMillimetersToTwip(30);
/** Longer heads take smaller letters: they stand in one line. */
const SHORT_HEAD = 15;
// No control characters in XML but tab and line breaks.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be written
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const run = (text: string, font = BODY, more: { readonly size?: number; readonly color?: string } = {}) =>
  new TextRun({ text: text.replace(UNWRITABLE, ''), font, size: SIZE_3, ...more });

const paragraph = (text: string, options: IParagraphOptions = {}, font = BODY) =>
  new Paragraph({ spacing: LINE, ...options, children: [run(text, font)] });

/** Two characters of its own size. */
const indented = { indent: { firstLine: 2 * (SIZE_3 / 2) * 20 } };

function partOf(part: PaperPart, { language }: Paper): readonly (Paragraph | Table)[] {
  const own = language === 'zh' ? indented : {};
  if (part.kind !== 'form')
    return part.kind === 'heading'
      ? [paragraph(part.text, { ...own, keepNext: true }, HEADING)]
      : [paragraph(part.text, { ...own, alignment: AlignmentType.BOTH })];
  const cell = (text: string, width: number, label: boolean) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 80, bottom: 80, left: 120, right: 120 },
      children: text
        .split('\n')
        .map((line) =>
          paragraph(line, { alignment: label ? AlignmentType.CENTER : AlignmentType.LEFT }, label ? HEADING : BODY),
        ),
    });
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: [LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH],
      rows: part.rows.map(
        ({ label, value }) =>
          new TableRow({
            cantSplit: true,
            height: { value: convertMillimetersToTwip(14), rule: 'atLeast' },
            children: [cell(label, LABEL_WIDTH, true), cell(value, TEXT_WIDTH - LABEL_WIDTH, false)],
          }),
      ),
    }),
  ];
}

/** The bytes of a paper's .docx. */
export async function writePaper(paper: Paper): Promise<Uint8Array> {
  const { head, line, parts, signed } = paper;
  const size = head.length > SHORT_HEAD ? LONG_HEAD : SIZE_HEAD;
  const page = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: BODY, size: 28 })],
  });
  const document = new Document({
    creator: 'Gongjian',
    title: head,
    styles: { default: { document: { run: { font: BODY, size: SIZE_3 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: {
              top: convertMillimetersToTwip(37),
              bottom: convertMillimetersToTwip(35),
              left: convertMillimetersToTwip(28),
              right: convertMillimetersToTwip(26),
            },
          },
        },
        footers: { default: new Footer({ children: [page] }) },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            children: [run(head, HEAD, { size, color: RED })],
          }),
          new Paragraph({
            spacing: { after: 360 },
            tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
            border: { bottom: { style: BorderStyle.SINGLE, size: 18, space: 6, color: RED } },
            children: [run(line.left), new TextRun({ text: '\t' }), run(line.right)],
          }),
          ...parts.flatMap((part) => partOf(part, paper)),
          ...signed.map((text, place) =>
            paragraph(text, {
              alignment: AlignmentType.RIGHT,
              indent: { right: 4 * (SIZE_3 / 2) * 20 },
              spacing: { ...LINE, ...(place === 0 ? { before: 560 } : {}) },
            }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
