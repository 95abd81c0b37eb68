/** Every phrase of help, settings, what is known about a person, and complaints. */
export { complaintWords } from './words/complaint.js';
export { helpWords } from './words/help.js';
export { meWords } from './words/me.js';
