// `npm run chaos -- --rounds N --store embedded|server`: what must hold whatever is killed, cut or lost. `-- --digests`: two bots
// at 18:00 (PostgreSQL).
if (process.argv.includes('--digests')) await import('./digests.mjs');
else await import('./rounds.mjs');
