// Opens the store in the folder argv[2] and writes workspaces one after another; prints each number once it is acknowledged.
// Where argv[3] names a file, the process stands still, once that file is there, between asking whether the folder is its own
// and its next write, until the file is gone.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { openStore } from '../../dist/store/home/open.js';

const [folder, stop] = process.argv.slice(2);
if (stop) {
  const write = fs.writeSync;
  const still = new Int32Array(new SharedArrayBuffer(4));
  fs.writeSync = (...what) => {
    while (fs.existsSync(stop)) Atomics.wait(still, 0, 0, 20);
    return write(...what);
  };
  syncBuiltinESMExports();
}

const quiet = { info() {}, warn() {}, error() {} };
const store = await openStore({
  databaseUrl: null,
  folder,
  log: quiet,
  onLost: () => process.exit(7),
});
const first = await store.client.workspace.count();
for (let number = first + 1; ; number++) {
  await store.transaction((tx) => tx.workspace.create({ data: { id: `T${number}`, name: 'x'.repeat(2_000) } }));
  process.stdout.write(`${number}\n`);
}
