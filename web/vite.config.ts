import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

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
    // What many rooms share is one file: the first page came in 40, now in 20 and in fewer bytes. Of 8 it was 8 KB more, and too large for Vite.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 12 }] } } },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
