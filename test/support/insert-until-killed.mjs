// Opens the store in the folder argv[2] and writes workspaces one after another; prints each number once it is acknowledged.
import { openStore } from '../../dist/store/home/open.js';

const quiet = { info() {}, warn() {}, error() {} };
const store = await openStore({
  databaseUrl: null,
  folder: process.argv[2],
  log: quiet,
  onLost: () => process.exit(7),
});
const first = await store.client.workspace.count();
for (let number = first + 1; ; number++) {
  await store.transaction((tx) => tx.workspace.create({ data: { id: `T${number}`, name: 'x'.repeat(2_000) } }));
  process.stdout.write(`${number}\n`);
}
