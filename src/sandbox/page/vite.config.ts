import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Builds the page to dist/page. With SANDBOX_URL set, `vite` serves it for development against that sandbox. */
const sandbox = process.env.SANDBOX_URL;

/** The emoji font comes in two formats; every browser that runs this page reads the smaller one. */
const withoutOldFonts: Plugin = {
  name: 'without-old-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (id.includes('@fontsource') && id.endsWith('.css'))
      return code.replace(/, url\([^)]+\.woff\) format\('woff'\)/g, '');
    return null;
  },
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), withoutOldFonts],
  cacheDir: fileURLToPath(new URL('../../../node_modules/.cache/vite-page', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('../../../dist/page', import.meta.url)),
    emptyOutDir: true,
    // Everything comes from the sandbox itself, so one chunk is quicker than several round trips.
    chunkSizeWarningLimit: 900,
  },
  ...(sandbox ? { server: { proxy: { '/_sandbox': sandbox, '/api': sandbox } } } : {}),
});
