import { answerEach } from '../thread.js';
import { readFileHere } from './read-file.js';

// Reads in a thread with limits (open.ts): what a hostile file breaks, it breaks here.
answerEach(readFileHere);
