import { SaxesParser } from 'saxes';
import { Refused } from '../refusals.js';

export type Attributes = Readonly<Record<string, string>>;

export type XmlReader = {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/** Walks through one XML part. Names come without their prefix: some programs write x:row for row. */
export function walkXml(part: Buffer, reader: XmlReader): void {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('doctype', () => {
    // A workbook has none; entities are declared in it to make a file swell.
    throw new Refused('damaged');
  });
  parser.on('error', () => {
    throw new Refused('damaged');
  });
  parser.on('opentag', ({ name, attributes }) => reader.open?.(local(name), attributes));
  parser.on('text', (text: string) => reader.text?.(text));
  parser.on('cdata', (text: string) => reader.text?.(text));
  parser.on('closetag', ({ name }) => reader.close?.(local(name)));
  // Written in pieces: one string of 90 MB would be held twice over.
  const decoder = new TextDecoder(part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : 'utf-8');
  for (let at = 0; at < part.length; at += PIECE)
    parser.write(decoder.decode(part.subarray(at, at + PIECE), { stream: true }));
  parser.write(decoder.decode());
  parser.close();
}

const PIECE = 1 << 18;

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** An attribute by its local name, whatever its prefix is. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => local(key) === name)?.[1];
}
