import { parentPort, workerData } from 'node:worker_threads';
import { readFileHere, type SheetFile } from './read-file.js';

// Runs in a thread of its own with limits (open.ts): what a hostile file breaks, it breaks here.
parentPort?.postMessage(await readFileHere(workerData as SheetFile));
