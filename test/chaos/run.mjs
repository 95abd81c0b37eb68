// `npm run chaos -- --rounds N --store embedded|server`: what must hold whatever is killed, cut or lost. `-- --digests`: two bots
// at 18:00, `-- --meetings`: at 8:30 and 16:00 (PostgreSQL).
if (process.argv.includes('--digests')) await import('./digests.mjs');
else if (process.argv.includes('--meetings')) await import('./meetings.mjs');
else await import('./rounds.mjs');
