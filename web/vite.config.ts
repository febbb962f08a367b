import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { devFixtures } from './dev-fixtures.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** The two faces that the first paint needs are asked for before the style sheet has been read. */
function preloadFaces(): Plugin {
  return {
    name: 'preload-faces',
    apply: 'build',
    transformIndexHtml(_html, { bundle }) {
      const wanted = ['literata-latin-wght-normal', 'schibsted-grotesk-latin-wght-normal']
      return Object.keys(bundle ?? {})
        .filter((file) => wanted.some((name) => file.includes(name)))
        .map((file) => ({
          tag: 'link',
          injectTo: 'head-prepend' as const,
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' },
        }))
    },
  }
}

export default defineConfig(({ command, mode }) => ({
  root,
  plugins: [react(), preloadFaces(), ...(command === 'serve' && mode !== 'server' ? [devFixtures()] : [])],
  // `vite --mode server` speaks to a running Rapport; plain `vite` to the invented world of dev-fixtures.
  server: mode === 'server' ? { proxy: { '/api': 'http://localhost:3000' } } : {},
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
}))
