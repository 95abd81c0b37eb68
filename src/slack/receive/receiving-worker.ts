import { parentPort, workerData } from 'node:worker_threads';
import { type ReceivingSettings, serveReceiving } from './receiving.js';

serveReceiving(
  {
    post: (message) => parentPort?.postMessage(message),
    on: (hear) => void parentPort?.on('message', hear),
  },
  workerData as ReceivingSettings,
);
