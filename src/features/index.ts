import type { Feature } from '../feature.js';
import { digest } from './digest/index.js';
import { help } from './help/index.js';
import { progress } from './progress/index.js';

/** Every feature there is. */
export const features: readonly Feature[] = [progress, digest, help];
