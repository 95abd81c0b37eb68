/** What other features may ask of projects. */
export { projectSubject, rootsOf, sayInThreads, type ThreadLine } from './thread.js';
