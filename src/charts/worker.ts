import { answerEach } from '../thread.js';
import type { Chart } from './chart.js';
import { drawPng } from './draw.js';

// Draws in a thread of its own: a picture takes a tenth of a second in which nobody could be answered.
answerEach((chart: Chart) => drawPng(chart));
