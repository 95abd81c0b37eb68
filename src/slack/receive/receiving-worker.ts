import { parentPort } from 'node:worker_threads';
import { serveReceiving } from './receiving.js';

if (parentPort) serveReceiving(parentPort);
