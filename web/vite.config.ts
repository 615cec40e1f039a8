import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * What the first page needs and nothing else, React in a file of its own for it seldom changes; then what many rooms share.
 * The latter alone, with 12 rooms, put into the first page what only forms and menus need: 242 KB instead of 255, before
 * menus and words came later. It was 8 KB more with 8 rooms.
 */
const GROUPS = [
  {
    name: 'react',
    tags: ['$initial' as const],
    test: /node_modules\/(react|react-dom|react-router|scheduler)\//,
    priority: 2,
  },
  { name: 'first', tags: ['$initial' as const], priority: 1 },
  { name: 'shared', minShareCount: 12 },
]

/** `vite build web` writes `web/dist`: one page, and everything else under `assets`, where the server lets it be cached for good. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: 'dist',
    assetsDir: 'assets',
    emptyOutDir: true,
    // The server's content security policy allows files of ours and nothing inline: no data: fonts, no inline preload script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
