import type { Feature } from '../feature.js';
import { digest } from './digest/index.js';
import { help } from './help/index.js';
import { home } from './home/index.js';
import { leave } from './leave/index.js';
import { obstacle } from './obstacle/index.js';
import { progress } from './progress/index.js';

/** Every feature there is. */
export const features: readonly Feature[] = [progress, obstacle, leave, digest, home, help];
