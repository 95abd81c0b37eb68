import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Instant, LocalDay } from './domain/day.js';
import type { PermittedAction } from './domain/permission.js';
import type { Plan, Words } from './domain/plan.js';
import type { Person, Program } from './domain/program.js';
import type { WorkCalendar } from './domain/workday.js';
import type { Message, SlackFile } from './message.js';
import type { Papers } from './papers/paper.js';
import type { PlanError } from './plan/index.js';
import type { Sheets } from './sheets/door.js';
import type { DueThing } from './store/due.js';
import type { Store, Transaction } from './store/index.js';
import type { Language } from './text/language.js';

/**
 * The contract between a feature and the surface. A feature lists what it answers to in its index.ts (its contents
 * page); slack/receive/listen.ts binds that to Slack. A feature never sees Bolt, and the surface never sees a feature's words.
 */
export type Feature = {
  readonly name: string;
  readonly commands?: readonly Command[];
  readonly actions?: readonly Action[];
  readonly views?: readonly View[];
  readonly shortcuts?: readonly Shortcut[];
  /** Menus whose options are looked up as a person types. */
  readonly suggestions?: readonly Suggestion[];
  /**
   * Reads what people say in direct messages, mentions and threads of ours. The features are asked in their order; null:
   * it is not mine, ask the next.
   */
  readonly messages?: (ctx: Ctx, message: SaidMessage) => Promise<Outcome | null>;
  /** The same of a message that was edited or deleted afterwards. */
  readonly messageChanged?: (ctx: Ctx, message: ChangedMessage) => Promise<Outcome | null>;
  /** The home tab of a person, which they opened, or which shows something that changed; one feature has it. */
  readonly home?: (ctx: Ctx, why: 'opened' | 'changed') => Promise<Outcome>;
  /** What somebody who is not on the list is answered, whatever they said or opened; one feature has it. */
  readonly unlinked?: {
    readonly said: (ctx: UnlinkedCtx, text: string | null) => Promise<Outcome>;
    readonly home: (ctx: UnlinkedCtx) => Promise<Outcome>;
  };
  /** Work that falls due by the clock. */
  readonly slots?: readonly SlotJob[];
  /** Work that falls due at moments of its own: a deadline, a promise. */
  readonly timers?: Timers;
  /** Events of other features that this one listens for, run as a job after the transaction that announced them. */
  readonly subscriptions?: { readonly [E in keyof Events]?: (ctx: JobCtx, event: Events[E]) => Promise<void> };
};

/**
 * What is announced. `report-changed`: reports already counted were undone or amended. `asked-was-told`: something was said, or
 * taken back, of what these prompts of today ask. `links-changed`: which channels and accounts belong to a program may be
 * otherwise, since it was switched to, or we were invited.
 */
export type Events = {
  'asked-was-told': { readonly programId: number; readonly promptIds: readonly number[] };
  'links-changed': { readonly programId: number };
  'report-changed': { readonly programId: number; readonly countedAt: Instant };
};

/** What every handler is given: who, when, where, and the doors to the store. */
export type Ctx = {
  readonly now: Instant;
  /** When it arrived: before `now` where it waited, or is tried again. */
  readonly heardAt: Instant;
  readonly today: LocalDay;
  readonly person: Person;
  readonly program: Program;
  readonly calendar: WorkCalendar;
  readonly language: Language;
  /** The payload that is being answered; what it causes carries this, so that it happens once. */
  readonly cause: string;
  /** The payload is being tried again after a fault or a crash: what it causes may be there already. */
  readonly retried: boolean;
  readonly place: Place;
  readonly store: Store;
  /** A file that a person attached: its bytes, at most `most` of them; nothing of it is kept. */
  readonly readFile: (id: string, most: number) => Promise<SharedFile | 'too-big' | 'gone'>;
  /** A plan file that a person attached: the plan, or what is wrong where. */
  readonly readPlan: ReadPlan;
  /** Spreadsheets, read and written in threads of their own. */
  readonly sheets: Sheets;
  /** Papers for the file, as .docx. */
  readonly papers: Papers;
  /** Tells the features that listen, within the transaction that makes it true. */
  readonly announce: <E extends keyof Events>(tx: Transaction, event: E, data: Events[E]) => Promise<void>;
};

/**
 * For a Slack account behind which the program knows nobody. Only what has an `unlinked` of its own is reached by it; `name`
 * is what the account calls itself.
 */
export type UnlinkedCtx = Omit<Ctx, 'person' | 'readFile' | 'readPlan' | 'sheets' | 'papers' | 'announce'> & {
  readonly account: { readonly id: string; readonly name: string };
};

/** For work that no person asked for just now. */
export type JobCtx = Omit<
  Ctx,
  'heardAt' | 'person' | 'language' | 'place' | 'retried' | 'readFile' | 'sheets' | 'papers' | 'readPlan'
>;

/** Where a person is: which channel, in which thread, under which message. */
export type Place = {
  readonly channelId: string | null;
  readonly threadTs: string | null;
  readonly messageTs: string | null;
};

/** A refusal teaches: what was wrong, what was understood, what to type instead; in the reader's language. */
export type Refusal = { readonly wrong: string; readonly understood: string | null; readonly instead: string };

/** What a handler wants said. Everything but `replace` and `nothing` is for the person alone. */
export type Outcome =
  | { readonly kind: 'say'; readonly message: Message }
  | { readonly kind: 'refuse'; readonly refusal: Refusal }
  /** In place of the message whose button was pressed. */
  | { readonly kind: 'replace'; readonly message: Message }
  /** Opens a form, or updates the one that is open. */
  | { readonly kind: 'view'; readonly view: ModalView }
  /** Of a form that was sent: by block_id, what is wrong there. What was typed stays. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  /** Files, into the person's direct messages. Asked again after a crash, they may come again. */
  | { readonly kind: 'files'; readonly files: readonly SharedFile[]; readonly comment: string }
  /** What a menu offers for what was typed. */
  | { readonly kind: 'options'; readonly options: readonly PlainTextOption[] }
  /** The person's home tab. */
  | { readonly kind: 'home'; readonly blocks: readonly KnownBlock[] }
  | { readonly kind: 'nothing' };

/** Nothing was done: what is wrong, what to do instead, and between them what was understood, where something was. */
export type Refused = Extract<Outcome, { readonly kind: 'refuse' }>;

export const refuse = (said: Omit<Refusal, 'understood'>, understood: string | null = null): Refused => ({
  kind: 'refuse',
  refusal: { ...said, understood },
});

/** The same of what is said in both languages, as a spreadsheet that cannot be read has it. */
export const refuseIn = (
  language: Language,
  { wrong, instead }: { readonly wrong: Words; readonly instead: Words },
): Refused => refuse({ wrong: wrong[language], instead: instead[language] });

/** What is said in the place of the message whose button was pressed, not below it. */
export const inItsPlace = (outcome: Outcome): Outcome =>
  outcome.kind === 'say' ? { kind: 'replace', message: outcome.message } : outcome;

/**
 * By which rules of domain/permission.ts a person is let in, one for each thing that may be asked. `own`: it shows and
 * changes nothing but what is the asker's. `member`: everybody with a role in the program may, and what it shows is filtered
 * by other rules. test/rights proves each for every role.
 */
export type Rights = readonly (PermittedAction | 'own' | 'member')[];

export type Command = {
  /** With its slash. */
  readonly name: string;
  /** The same behind `/gongjian`, in both languages: of two apps with one command Slack knows the one installed last. */
  readonly words?: readonly string[];
  readonly description: Words;
  readonly hint: Words;
  readonly rights: Rights;
  /** Where this text asks for a form, a loading form is opened before anything is read. `bare`: nothing behind the command. */
  readonly opensForm?: 'bare' | ((text: string) => boolean);
  readonly run: (ctx: Ctx, text: string) => Promise<Outcome>;
  readonly unlinked?: (ctx: UnlinkedCtx, text: string) => Promise<Outcome>;
};

export type Action = {
  readonly id: string;
  readonly rights: Rights;
  readonly opensForm?: boolean;
  readonly run: (ctx: Ctx, pressed: Pressed) => Promise<Outcome>;
  readonly unlinked?: (ctx: UnlinkedCtx, pressed: Pressed) => Promise<Outcome>;
};

/** What a pressed control carries: the value we put into it, and what was chosen. */
export type Pressed = { readonly value: unknown; readonly chosen: string | null; readonly view: SentView | null };

export type View = {
  readonly id: string;
  readonly rights: Rights;
  readonly run: (ctx: Ctx, sent: SentView) => Promise<Outcome>;
  readonly unlinked?: (ctx: UnlinkedCtx, sent: SentView) => Promise<Outcome>;
};

/** A form as it was sent: its metadata (ours) and its fields by block_id: text, chosen value, or list of them. */
export type SentView = {
  readonly metadata: unknown;
  readonly fields: Readonly<Record<string, string | readonly string[] | null>>;
};

/** Answers, within Slack's three seconds, with at most 100 options; `typed` is what the person typed so far. */
export type Suggestion = {
  readonly id: string;
  readonly rights: Rights;
  readonly run: (ctx: Ctx, typed: string) => Promise<Outcome>;
};

export type Shortcut = {
  readonly id: string;
  readonly rights: Rights;
  readonly name: Words;
  /** Stands under + everywhere, on no message; commands do not work inside threads, these do. */
  readonly global?: boolean;
  /** A loading form is opened before anything is read. */
  readonly opensForm?: boolean;
  readonly run: (ctx: Ctx, message: SaidMessage) => Promise<Outcome>;
};

/** A message as a person wrote it. `threadOf` is the project in whose thread it stands. */
export type SaidMessage = {
  readonly text: string;
  readonly where: 'direct' | 'mention' | 'thread' | 'shortcut';
  readonly threadOf: { readonly projectId: number; readonly code: string } | null;
  /** It stands in the thread of a review's agenda. */
  readonly reviewSlotId?: number;
  readonly files: readonly SlackFile[];
  readonly ts: string;
};

/** A message that was edited or deleted after it was said; `of`: what it caused as it was first said carries this. */
export type ChangedMessage = SaidMessage & { readonly change: 'edited' | 'deleted'; readonly of: string };

export type ReadPlan = (
  file: SharedFile,
) => Promise<{ readonly plan: Plan } | { readonly errors: readonly PlanError[] }>;

/** A file's name and all of its bytes. */
export type SharedFile = { readonly name: string; readonly bytes: Uint8Array };

/** Falls due at a wall-clock time of the program, on working days; one slot a program and day, sent once. */
export type SlotJob = {
  readonly name: string;
  readonly time: (program: Program) => string;
  /** True where it writes to channels: found late in quiet hours or on a day off, it waits for their end. */
  readonly loud?: boolean;
  readonly run: (
    ctx: JobCtx,
    slot: { readonly day: LocalDay; readonly due: Instant; readonly late: boolean },
  ) => Promise<void>;
};

/** What falls due at moments that the store knows, in their order; several processes may run it at once. */
export type Timers = {
  /** Which of them it is that fall due. */
  readonly of: DueThing;
  /** The next moment after `now`, or null. */
  readonly next: (store: Store, program: Program, now: Instant) => Promise<Instant | null>;
  /** Does what is due by `ctx.now`. What fails is tried again. */
  readonly run: (ctx: JobCtx) => Promise<void>;
  /** Done once a day, when somebody may be written to; by a second replica once more. */
  readonly daily?: (ctx: JobCtx) => Promise<void>;
};
