import { accountWords } from './words/accounts.js';
import { peopleWords } from './words/people.js';
import { positionWords } from './words/positions.js';

/** Every phrase about people, zh-CN and English side by side. Names and texts of people come in escaped. */
export const words = { accounts: accountWords, people: peopleWords, positions: positionWords };
