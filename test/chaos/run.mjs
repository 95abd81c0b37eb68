// `npm run chaos`: what must hold when anything is killed at any moment. `-- --digests`: two bots at 18:00 (PostgreSQL).
if (process.argv.includes('--digests')) await import('./digests.mjs');
else await import('./reports.mjs');
