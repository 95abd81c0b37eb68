import type { PermittedAction, Things } from '../../../src/domain/permission.js';
import type { Arriving, PersonaName, RightsCounty } from '../county.js';
import { burdenTries } from './burden.js';
import { conversationTries } from './conversation.js';
import { dayoffTries } from './dayoff.js';
import { digestTries } from './digest.js';
import { factorTries } from './factor.js';
import { goalsTries } from './goals.js';
import { helpTries } from './help.js';
import { homeTries } from './home.js';
import { indicatorTries } from './indicator.js';
import { leadTries } from './lead.js';
import { ledgerTries } from './ledger.js';
import { ledgerEditTries } from './ledger-edit.js';
import { obstacleTries } from './obstacle.js';
import { peopleTries } from './people.js';
import { programTries } from './program.js';
import { progressTries } from './progress.js';
import { projectTries } from './project.js';
import { promotionTries } from './promotion.js';
import { promotionImportTries } from './promotion-import.js';
import { promptTries } from './prompt.js';
import { reviewTries } from './review.js';
import { slipTries } from './slip.js';
import { tripTries } from './trip.js';
import { visitTries } from './visit.js';

/** Something to be tried anew by each person: what arrives, the thing that the rule looks at, what only who may sees. */
export type Given = {
  readonly arriving: Arriving;
  readonly thing: Things[PermittedAction] | null;
  /** Words of the thing that must not reach who may not. */
  readonly secret?: string;
  /** Who may must see the secret. */
  readonly shows?: boolean;
  /** Who may not is answered all the same, with what they may see. */
  readonly filtered?: boolean;
  readonly after?: () => Promise<unknown>;
};

export type Try = {
  readonly right: PermittedAction | 'own' | 'member';
  readonly what?: string;
  readonly given: (county: RightsCounty, persona: PersonaName) => Promise<Given>;
};

/** By the names of the entries. `own` is tried as the owner's: everybody else is to be kept out. */
export const TRIES: Readonly<Record<string, readonly Try[]>> = {
  ...progressTries,
  ...promptTries,
  ...digestTries,
  ...goalsTries,
  ...obstacleTries,
  ...slipTries,
  ...reviewTries,
  ...indicatorTries,
  ...factorTries,
  ...promotionTries,
  ...promotionImportTries,
  ...tripTries,
  ...visitTries,
  ...leadTries,
  ...conversationTries,
  ...dayoffTries,
  ...ledgerTries,
  ...ledgerEditTries,
  ...peopleTries,
  ...programTries,
  ...projectTries,
  ...helpTries,
  ...burdenTries,
  ...homeTries,
};
