import { posix } from 'node:path';
import type { GridSheet } from '../../domain/ledger-sheet/index.js';
import { LIMITS } from '../limits.js';
import { Refused } from '../refusals.js';
import { unzip } from '../unzip.js';
import { readComments } from './comments.js';
import { type Budget, readGrid } from './grid.js';
import { readStrings } from './strings.js';
import { isOn, readStyles } from './styles.js';
import { attribute, walkXml } from './xml.js';

const WANTED =
  /^(?:\[Content_Types\]\.xml|mimetype|_rels\/\.rels|xl\/.*\.(?:xml|rels)|word\/document\.xml|content\.xml)$/i;
const UNWANTED = /\/(?:theme|drawings|media|charts|pivot\w*|printerSettings|externalLinks|calcChain|embeddings)/i;

/** The sheets of an .xlsx: texts, stored results, dates, struck-out parts, merged ranges, hidden rows, remarks. */
export async function readBook(bytes: Uint8Array): Promise<GridSheet[]> {
  const parts = await unzip(bytes, (name) => WANTED.test(name) && !UNWANTED.test(name));
  const bookPath = workbookPath(parts);
  const workbook = parts.get(bookPath);
  if (workbook === undefined) throw new Refused(parts.has('xl/workbook.bin') ? 'old' : 'other');
  const links = linksOf(parts, bookPath);
  const linked = (kind: string) =>
    parts.get([...links.values()].find((link) => link.kind.endsWith(kind))?.target ?? '');
  const strings = readStrings(linked('/sharedStrings'));
  const styles = readStyles(linked('/styles'));
  const { sheets, date1904 } = sheetsOf(workbook);
  const budget: Budget = { rows: LIMITS.rows, cells: LIMITS.cells };
  const read: GridSheet[] = [];
  for (const { name, hidden, link } of sheets.slice(0, LIMITS.sheets)) {
    const path = links.get(link)?.target;
    const part = path === undefined ? undefined : parts.get(path);
    // A sheet of charts only has no grid.
    if (path === undefined || part === undefined) continue;
    const comments = [...linksOf(parts, path).values()].find(({ kind }) => kind.endsWith('/comments'));
    read.push({
      name,
      hidden,
      ...readGrid(part, { strings, styles, date1904 }, budget),
      comments: readComments(comments === undefined ? undefined : parts.get(comments.target)),
    });
    parts.delete(path);
  }
  return read;
}

type Link = { readonly kind: string; readonly target: string };

function workbookPath(parts: ReadonlyMap<string, Buffer>): string {
  const root = [...linksOf(parts, '').values()].find(({ kind }) => kind.endsWith('/officeDocument'));
  return root?.target ?? 'xl/workbook.xml';
}

/** What a part links to, by the link's id; paths are from the archive's root. */
function linksOf(parts: ReadonlyMap<string, Buffer>, path: string): Map<string, Link> {
  const folder = path === '' ? '' : posix.dirname(path);
  const rels = parts.get(posix.join(folder, '_rels', `${posix.basename(path)}.rels`).toLowerCase());
  const links = new Map<string, Link>();
  if (rels === undefined) return links;
  walkXml(rels, {
    open(name, { Id, Type = '', Target = '' }) {
      if (name !== 'Relationship' || Id === undefined) return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      links.set(Id, { kind: Type, target: target.toLowerCase() });
    },
  });
  return links;
}

function sheetsOf(workbook: Buffer) {
  const sheets: { name: string; hidden: boolean; link: string }[] = [];
  let date1904 = false;
  walkXml(workbook, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = attributes.date1904 !== undefined && isOn(attributes.date1904);
      if (name !== 'sheet') return;
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name: attributes.name ?? '', hidden, link: attribute(attributes, 'id') ?? '' });
    },
  });
  return { sheets, date1904 };
}
