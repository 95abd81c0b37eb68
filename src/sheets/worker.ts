import { answerEach } from '../thread.js';
import { readAsked } from './read-file.js';

// Reads in a thread with limits (open.ts): what a hostile file breaks, it breaks here.
answerEach(readAsked);
