import { personId } from '../ids.js';
import type { Person, Tries } from './records.js';

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
  /** A guest, of one channel or several: belongs only where they are named as members. */
  guest?: 'single' | 'multi';
  /** False: nobody has confirmed the address. */
  emailConfirmed?: boolean;
  status?: { text: string; emoji: string };
  /** What a visitor may try as this person, in both languages of the page. */
  tries?: Tries | undefined;
  /** Name of another workspace that the person comes from (Slack Connect); else they belong to this one. */
  team?: string;
  /** The account is switched off: the person is still named in what they wrote. */
  deleted?: boolean;
}

/** All people of the workspace, found by id, handle or name. */
export class People {
  private readonly byId = new Map<string, Person>();
  private readonly byWord = new Map<string, Person>();
  private full: Person[] | undefined;

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
      teamId: draft.team === undefined && before ? before.teamId : this.teamOf(draft.team),
      ...this.standing(draft, before),
      bot,
      deleted: draft.deleted ?? false,
      updated: this.seconds(),
      ...((draft.tries ?? before?.tries) && { tries: draft.tries ?? before?.tries }),
    };
    if (before) {
      this.full = undefined;
      Object.assign(before, person);
      this.index(before);
      return { person: before, fresh: false };
    }
    this.restore(person);
    return { person, fresh: true };
  }

  restore(person: Person): void {
    this.full = undefined;
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

  /** Those who belong to what everyone belongs to: no guests, nobody of another workspace, not the bot. */
  get members(): readonly Person[] {
    this.full ??= this.all().filter((person) => this.isMember(person.id));
    return this.full;
  }

  isMember(id: string): boolean {
    const person = this.byId.get(id);
    return (
      person !== undefined && !person.bot && person.guest === undefined && person.teamId === this.teamOf(undefined)
    );
  }

  private standing(draft: SandboxPerson, before: Person | undefined): Partial<Person> {
    const guest = draft.guest ?? before?.guest;
    const unconfirmed = draft.emailConfirmed === undefined ? before?.emailUnconfirmed : !draft.emailConfirmed;
    const status = draft.status ?? before?.status;
    return {
      ...(guest !== undefined && { guest }),
      ...(unconfirmed !== undefined && { emailUnconfirmed: unconfirmed }),
      ...(status !== undefined && { status }),
    };
  }

  private index(person: Person): void {
    this.byWord.set(person.handle.toLowerCase(), person);
    const name = person.name.toLowerCase();
    if (this.byWord.get(name)?.handle.toLowerCase() !== name) this.byWord.set(name, person);
  }
}
