import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Counter } from '../ids.js';
import type { StoredFile } from './records.js';

/** Slack works on a file before it can be shown in a block: so long here, in real milliseconds. */
const PROCESSING_MS = 60;

const MIMETYPES = new Map(
  Object.entries({
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    gif: 'image/gif',
    webp: 'image/webp',
    svg: 'image/svg+xml',
    pdf: 'application/pdf',
    csv: 'text/csv',
    txt: 'text/plain',
    md: 'text/markdown',
    json: 'application/json',
    zip: 'application/zip',
    yml: 'text/yaml',
    yaml: 'text/yaml',
    doc: 'application/msword',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    xls: 'application/vnd.ms-excel',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
);

export function extension(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Files of the workspace with their bytes. */
export class Files {
  private readonly byId = new Map<string, StoredFile>();
  private readonly byKey = new Map<string, StoredFile>();

  constructor(
    private readonly clock: Clock,
    private readonly counter: Counter,
  ) {}

  /** A place for bytes to come. */
  reserve(name: string, size: number, user: string, altText?: string): StoredFile {
    const file: StoredFile = {
      id: this.counter.next('F'),
      name,
      title: name,
      mimetype: MIMETYPES.get(extension(name)) ?? 'application/octet-stream',
      size,
      user,
      created: Math.floor(this.clock.now() / 1000),
      ...(altText !== undefined && { altText }),
      bytes: Buffer.alloc(0),
      phase: 'reserved',
      readyAt: Number.POSITIVE_INFINITY,
      seenBy: new Set([user]),
      uploadKey: randomBytes(16).toString('hex'),
    };
    this.restore(file);
    return file;
  }

  restore(file: StoredFile): void {
    this.byId.set(file.id, file);
    this.byKey.set(file.uploadKey, file);
  }

  complete(file: StoredFile, title: string | undefined): void {
    file.phase = 'complete';
    // Where time stands, waiting for it would be waiting for nothing.
    file.readyAt = this.clock.ageing() + (this.clock.still ? 0 : PROCESSING_MS);
    if (title) file.title = title;
  }

  /** A file that a person drops into a message or form: there at once. */
  add(person: string, draft: { name: string; mimetype?: string | undefined; bytes: Buffer }): StoredFile {
    const file = this.reserve(draft.name, draft.bytes.length, person);
    file.bytes = draft.bytes;
    if (draft.mimetype) file.mimetype = draft.mimetype;
    file.phase = 'complete';
    file.readyAt = this.clock.ageing();
    return file;
  }

  ready(file: StoredFile): boolean {
    return file.phase === 'complete' && this.clock.ageing() >= file.readyAt;
  }

  get(id: string): StoredFile | undefined {
    return this.byId.get(id);
  }

  byUploadKey(key: string): StoredFile | undefined {
    return this.byKey.get(key);
  }

  /** The file that a block's slack_file names. */
  named(reference: { id?: string; url?: string }): StoredFile | undefined {
    if (reference.id !== undefined) return this.byId.get(reference.id);
    const id = /\/files-pri\/[^/]*-(F[A-Z0-9]+)\//.exec(reference.url ?? '')?.[1];
    return id === undefined ? undefined : this.byId.get(id);
  }

  all(): StoredFile[] {
    return [...this.byId.values()];
  }
}
