// `npm run learn`: learns what the signs of a reading weigh from the corpora, writes them down for review, and says how well
// weights that were learned without a ledger's lines understand them. Deterministic: the same corpora give the same file.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { judge, readCorpora } from '../dist/tools/corpora.js';
import { learn, lessonsOf } from '../dist/tools/learn.js';
import { surenessFrom, takenOf } from '../dist/tools/sureness.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const corpora = readCorpora('test/domain/report-line/corpora');
const lessons = lessonsOf(corpora);
console.log(`${lessons.examples.length} lessons, ${lessons.without} lines without a right reading`);
const all = { total: 0, right: 0, silentReports: 0, silentObstacles: 0, needless: 0 };
const taken = [];
for (const corpus of corpora.filter(({ weight }) => weight === 1)) {
  const unseen = learn(lessons, (ledger) => ledger !== corpus.ledgerName);
  taken.push(...takenOf(corpus, unseen));
  const figures = judge(corpus, unseen);
  tell(`without ${corpus.name}`, figures);
  for (const key of Object.keys(all)) all[key] += figures[key];
}
tell('all', all);

const weights = [...learn(lessons, () => true)].sort(([one], [other]) => (one < other ? -1 : 1));
const lines = weights.map(([sign, weight]) => `${sign}\t${weight}`);
writeFileSync(
  'src/domain/report-line/weights.ts',
  `import { type Weights, weightsOf } from './reading.js';

/** What the signs of a reading weigh. Written by \`npm run learn\`: change the corpora, not this file. */
export const LEARNED: Weights = weightsOf(\`
${lines.join('\n')}
\`);
`,
);
console.log(`${lines.length} weights written`);

// From where on each kind is taken, so that lines of ledgers that were not learned from are misread least for the questions asked.
const sure = surenessFrom(taken);
const file = readFileSync('src/domain/report-line/sure.ts', 'utf8');
writeFileSync(
  'src/domain/report-line/sure.ts',
  file.replace(/(\w+): [\d.]+,/g, (whole, of) => (of in sure ? `${of}: ${sure[of]},` : whole)),
);
console.log(`sure from ${JSON.stringify(sure)}; the figures above are by those of before`);

function tell(name, { total, right, silentReports, silentObstacles, needless }) {
  const share = (count) => `${((100 * count) / total).toFixed(1)} %`;
  console.log(
    `${name}: right ${right} of ${total} (${share(right)}), silent reports ${silentReports} (${share(silentReports)}), ` +
      `silent obstacles ${silentObstacles} (${share(silentObstacles)}), needless questions ${needless} (${share(needless)})`,
  );
}
