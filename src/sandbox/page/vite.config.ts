import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the page to dist/page. With SANDBOX_URL set, `vite` serves it for development against that sandbox. */
const sandbox = process.env.SANDBOX_URL;

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  cacheDir: fileURLToPath(new URL('../../../node_modules/.cache/vite-page', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('../../../dist/page', import.meta.url)),
    emptyOutDir: true,
    // Everything comes from the sandbox itself, so one chunk is quicker than several round trips.
    chunkSizeWarningLimit: 900,
  },
  ...(sandbox ? { server: { proxy: { '/_sandbox': sandbox, '/api': sandbox } } } : {}),
});
