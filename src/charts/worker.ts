import { parentPort } from 'node:worker_threads';
import type { Chart } from './chart.js';
import { drawPng } from './draw.js';

// Draws in a thread of its own: a picture takes a tenth of a second in which nobody could be answered.
parentPort?.on('message', ({ id, chart }: { readonly id: number; readonly chart: Chart }) => {
  try {
    parentPort?.postMessage({ id, png: drawPng(chart) });
  } catch (error) {
    parentPort?.postMessage({ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
