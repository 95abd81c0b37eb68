import type { Role } from '../../domain/plan.js';
import type { Responsibilities } from '../../domain/responsibilities.js';
import type { AccountRequest } from '../../store/account-requests.js';
import type { NotTied } from '../../store/accounts.js';
import type { Contact } from '../../store/people.js';
import type { Position } from '../../store/positions.js';
import type { Listed } from '../../store/roster.js';
import type { Language } from '../../text/language.js';

/** What somebody says who asks to be let in. */
export type AskedIn = {
  readonly name: string;
  readonly unit: string;
  readonly words: string;
  /** What their account calls itself, and reads. */
  readonly account: string;
  readonly language: Language;
};

export type MadeCode =
  | { readonly kind: 'code'; readonly person: Listed; readonly code: string }
  | { readonly kind: 'tied'; readonly person: Listed }
  | Denied
  | { readonly kind: 'gone' };

export type Linked =
  | { readonly kind: 'linked'; readonly person: Listed }
  /** No such code, or it is spent or too old; `left`: how many more may be tried this hour. */
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'too-many' | 'unread' | NotTied };

export type Untied =
  | { readonly kind: 'untied'; readonly person: Listed }
  | { readonly kind: 'was-untied'; readonly person: Listed }
  | Denied
  | { readonly kind: 'gone' };

export type Asked = { readonly kind: 'asked' | 'waiting' | 'refused-lately' };

/** A request as coordinators see it. */
export type SeenRequest = {
  readonly request: AccountRequest;
  readonly asked: AskedIn;
  /** Who may be meant: people without an account. */
  readonly near: readonly Listed[];
  readonly decidedBy: Listed | null;
  readonly person: Listed | null;
};

export type Decided =
  | { readonly kind: 'decided' | 'already'; readonly seen: SeenRequest }
  | Denied
  | { readonly kind: NotTied };

export type RoleChange = {
  readonly personId: number;
  readonly role: Role;
  readonly unitId: number | null;
  readonly add: boolean;
};

/** A role that somebody has, or has no more, by `change`; `same`: it was so before. */
export type ChangedRole = { readonly kind: 'changed' | 'same'; readonly person: Listed; readonly change: RoleChange };

export type PersonAdded =
  | { readonly kind: 'added'; readonly person: Listed; readonly decided: Decided | null }
  | { readonly kind: 'unit-needed' | 'email-taken' }
  /** Somebody of that name is there already, in the same unit. */
  | { readonly kind: 'there'; readonly person: Listed }
  | Denied
  | { readonly kind: NotTied }
  | { readonly kind: 'already' };

/** Somebody with all that they hold, as far as the one who asks may see it. */
export type SeenPerson = {
  readonly person: Listed;
  readonly work: Responsibilities;
  readonly positions: readonly Position[];
  readonly shared: readonly { readonly code: string; readonly name: string }[];
  /** What the one who asks may do about them. */
  readonly may: { readonly code: boolean; readonly roles: boolean; readonly untie: boolean };
};

/** What needs a coordinator's hand. */
export type ToDo = {
  readonly untied: readonly Listed[];
  readonly requests: readonly AccountRequest[];
  /** Who has no role any more and still holds work, with how much. */
  readonly leaving: readonly { readonly person: Listed; readonly count: number }[];
  /** Positions that nobody holds. */
  readonly vacant: readonly Position[];
};

export type Overview = { readonly own: SeenPerson; readonly toDo: ToDo | null };

/** Who is meant by what was typed. */
export type FoundPerson =
  | { readonly kind: 'one'; readonly person: Listed }
  | { readonly kind: 'several' | 'near'; readonly people: readonly Listed[] }
  | { readonly kind: 'nobody' };

/** A position with what it brings. */
export type SeenPosition = { readonly position: Position; readonly work: Responsibilities; readonly duties: number };

export type Succeeded =
  | {
      readonly kind: 'succeeded';
      readonly seen: SeenPosition;
      readonly from: Contact | null;
      readonly to: Contact | null;
      readonly cause: string;
    }
  | { readonly kind: 'stale' | 'gone' | 'holds-obstacles' | 'same' }
  | Denied;

/** Somebody who leaves, with all that another has to take over. */
export type Leaving = {
  readonly kind: 'leaving';
  readonly person: Listed;
  readonly work: Responsibilities;
  readonly positions: readonly Position[];
  /** For whom they stand in, now or later: nobody will when they are gone. */
  readonly standsInFor: readonly { readonly name: string; readonly nameEn: string }[];
};

export type HandOver =
  | {
      readonly kind: 'handed-over';
      readonly from: Contact;
      readonly to: Contact;
      readonly work: Responsibilities;
      readonly left: Leaving;
      readonly cause: string;
    }
  | { readonly kind: 'stale' | 'gone' | 'nothing' | 'self' }
  | Denied;

export type HandedOver = {
  readonly from: Contact | null;
  readonly to: Contact | null;
  readonly work: Responsibilities;
  /** The name of the position that it went with. */
  readonly position: string | null;
};

/** It is not theirs to do; why, as a clause. */
export type Denied = { readonly kind: 'denied'; readonly why: string };

/** The kinds of things that somebody's work is made of. */
export type PartKind = 'projects' | 'sponsored' | 'milestones' | 'units' | 'obstacles';

/** One thing of somebody's work, as a menu names it. */
export type Part = { readonly kind: PartKind; readonly id: number };
