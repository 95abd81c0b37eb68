/** PostgreSQL's messages as they go over the wire, by their first byte. */
const PARSE = 0x50;
const BIND = 0x42;
const DESCRIBE = 0x44;
const EXECUTE = 0x45;
const SYNC = 0x53;
const STATEMENT = 0x53;
const HEAD = 5;

/** PostgreSQL's word for a kept statement that would answer other columns than it did. */
const CHANGED = '0A000';

/** More statements than the program has; texts that vary without end (lists of any length) are not kept beyond it. */
const MOST = 600;
const LONGEST = 30_000;

type Kept<Answer> = { readonly name: Uint8Array; described: readonly Answer[] | null };

/**
 * Statements are parsed once a session and sent in one go. PGlite sends each part of a statement by itself and waits for
 * its answer: parse, describe, bind, describe, execute, sync. What was parsed and described before is answered from here,
 * and the rest goes with the sync: a sixth of the calls into the server, and its plan is kept.
 */
export function openStatements<Answer>(send: (message: Uint8Array) => Promise<readonly Answer[]>) {
  const known = new Map<string, Kept<Answer>>();
  let names = 0;
  let current: Kept<Answer> | null = null;
  let held: Uint8Array[] = [];

  async function prepare(message: Uint8Array): Promise<readonly Answer[]> {
    const text = message.length > LONGEST ? null : Buffer.from(message).toString('latin1');
    const before = text === null ? undefined : known.get(text);
    if (before?.described) {
      current = before;
      return [];
    }
    if (text === null || known.size >= MOST || message[HEAD] !== 0) return send(message);
    names += 1;
    const kept: Kept<Answer> = { name: Buffer.from(`s${names}`), described: null };
    const answer = await send(named(message, HEAD, kept.name));
    known.set(text, kept);
    current = kept;
    return answer;
  }

  /** The next part of a statement, or anything else. */
  return async (message: Uint8Array): Promise<readonly Answer[]> => {
    const kind = message[0];
    if (kind === PARSE) return prepare(message);
    if (current === null) return send(message);
    if (kind === DESCRIBE && message[HEAD] === STATEMENT) {
      current.described ??= await send(named(message, HEAD + 1, current.name));
      return current.described;
    }
    if (kind === BIND || kind === EXECUTE || kind === DESCRIBE) {
      held.push(kind === BIND ? named(message, HEAD + 1, current.name) : message);
      return [];
    }
    const parts = [...held, message];
    current = null;
    held = [];
    if (kind !== SYNC || parts.length === 1) return send(message);
    return send(Buffer.concat(parts)).catch((error: unknown) => {
      // A table changed under a kept statement: it is parsed anew the next time.
      if ((error as { code?: string }).code === CHANGED) known.clear();
      throw error;
    });
  };
}

/** A message with a name put where it has none. */
function named(message: Uint8Array, at: number, name: Uint8Array): Uint8Array {
  const longer = new Uint8Array(message.length + name.length);
  longer.set(message.subarray(0, at));
  longer.set(name, at);
  longer.set(message.subarray(at), at + name.length);
  new DataView(longer.buffer).setInt32(1, longer.length - 1);
  return longer;
}
