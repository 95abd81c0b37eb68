import type { Feature } from '../feature.js';
import { burden } from './burden/index.js';
import { conversation } from './conversation/index.js';
import { dayoff } from './dayoff/index.js';
import { digest } from './digest/index.js';
import { edit } from './edit/index.js';
import { factor } from './factor/index.js';
import { goals } from './goals/index.js';
import { help } from './help/index.js';
import { home } from './home/index.js';
import { indicator } from './indicator/index.js';
import { lead } from './lead/index.js';
import { ledger } from './ledger/index.js';
import { obstacle } from './obstacle/index.js';
import { people } from './people/index.js';
import { program } from './program/index.js';
import { progress } from './progress/index.js';
import { project } from './project/index.js';
import { promotion } from './promotion/index.js';
import { promotionImport } from './promotion-import/index.js';
import { prompt } from './prompt/index.js';
import { review } from './review/index.js';
import { slip } from './slip/index.js';
import { trip } from './trip/index.js';
import { visit } from './visit/index.js';
import { watch } from './watch/index.js';

/** Every feature there is. */
export const features: readonly Feature[] = [
  // Asked before the others whose message a file is; its own heads are never a ledger's.
  promotionImport,
  ledger,
  // Its needs are said in a review's thread, whose decisions and talk are the next one's.
  indicator,
  visit,
  // What is said in its threads is its own.
  review,
  conversation,
  progress,
  prompt,
  project,
  obstacle,
  slip,
  factor,
  promotion,
  lead,
  dayoff,
  people,
  digest,
  edit,
  goals,
  home,
  help,
  burden,
  program,
  trip,
  watch,
];
