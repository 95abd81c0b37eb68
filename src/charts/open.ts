import { openThread, programBeside } from '../thread.js';
import type { Chart } from './chart.js';

/** Draws charts as PNG, off the event loop, one after another. `draw` rejects where the drawing failed or took too long. */
export function openCharts() {
  const thread = openThread<Chart, Uint8Array>({
    for: 'draws charts',
    program: programBeside(import.meta.url, 'worker'),
    heapMegabytes: 192,
    // A picture takes a tenth of a second, the first one a second; one that takes longer than this will not come.
    withinMs: 30_000,
  });
  return { draw: thread.ask, close: thread.close };
}

export type Charts = ReturnType<typeof openCharts>;
