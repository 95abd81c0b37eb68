import { personId } from '../ids.js';
import type { Person } from './records.js';

/** A person as set up by whoever starts the sandbox, or through the control face. */
export interface SandboxPerson {
  id?: string;
  /** Short and unique; what is typed after @. */
  handle: string;
  name: string;
  title?: string;
  email?: string;
  locale?: 'zh-CN' | 'en-US';
  admin?: boolean;
  /** Name of another workspace that the person comes from (Slack Connect); else they belong to this one. */
  team?: string;
  /** The account is switched off: the person is still named in what they wrote. */
  deleted?: boolean;
}

/** All people of the workspace, found by id, handle or name. */
export class People {
  private readonly byId = new Map<string, Person>();
  private readonly byWord = new Map<string, Person>();

  constructor(
    private readonly teamOf: (team: string | undefined) => string,
    private readonly seconds: () => number,
  ) {}

  /** Adds a person, or changes the one with the same handle. Answers whether the person is new. */
  put(draft: SandboxPerson, bot = false): { person: Person; fresh: boolean } {
    const id = draft.id ?? this.byWord.get(draft.handle.toLowerCase())?.id ?? personId(draft.handle);
    const before = this.byId.get(id);
    const person: Person = {
      id,
      handle: draft.handle,
      name: draft.name,
      title: draft.title ?? before?.title ?? '',
      email: draft.email ?? before?.email ?? `${id.toLowerCase()}@example.invalid`,
      locale: draft.locale ?? before?.locale ?? 'zh-CN',
      admin: draft.admin ?? before?.admin ?? false,
      teamId: this.teamOf(draft.team),
      bot,
      deleted: draft.deleted ?? false,
      updated: this.seconds(),
    };
    if (before) {
      Object.assign(before, person);
      this.index(before);
      return { person: before, fresh: false };
    }
    this.restore(person);
    return { person, fresh: true };
  }

  restore(person: Person): void {
    this.byId.set(person.id, person);
    this.index(person);
  }

  get(id: string): Person | undefined {
    return this.byId.get(id);
  }

  /** By id, handle or name; a handle counts before a name that two people share. */
  find(word: string): Person | undefined {
    const bare = word.replace(/^@/, '');
    return this.byId.get(bare) ?? this.byWord.get(bare.toLowerCase());
  }

  byEmail(email: string): Person | undefined {
    for (const person of this.byId.values()) if (person.email.toLowerCase() === email.toLowerCase()) return person;
    return undefined;
  }

  all(): Person[] {
    return [...this.byId.values()];
  }

  get size(): number {
    return this.byId.size;
  }

  private index(person: Person): void {
    this.byWord.set(person.handle.toLowerCase(), person);
    const name = person.name.toLowerCase();
    if (this.byWord.get(name)?.handle.toLowerCase() !== name) this.byWord.set(name, person);
  }
}
