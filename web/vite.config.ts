import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

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

/** The addresses of all operations, read from the catalogue itself, so that the pages and the server can't disagree. */
function routesOfCatalogue(): Plugin {
  const from = (path: string) => import(new URL(path, import.meta.url).href)
  return {
    name: 'routes-of-catalogue',
    resolveId: (id) => (id === 'virtual:routes' ? '\0virtual:routes' : undefined),
    async load(id) {
      if (id !== '\0virtual:routes') return undefined
      const { catalogue } = await from('../src/catalogue.ts')
      const { setupCalls } = await from('../src/platform/auth/setup-calls.ts')
      const named = (catalogue as Routed[]).map(({ name, route }) => [name, route])
      const setup = Object.entries(setupCalls as Record<string, Routed>).map(([verb, { route }]) => [
        `setup.${verb}`,
        route,
      ])
      return `export const routes = ${JSON.stringify(Object.fromEntries([...named, ...setup]))}`
    },
  }
}

/** Scripts and styles lie compressed beside themselves, once and well, so that the server need not do it for each reader. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.keys(bundle).filter((name) => /\.(js|css|html)$/.test(name))) {
        const bytes = readFileSync(join(dir, file))
        writeFileSync(join(dir, `${file}.gz`), gzipSync(bytes, { level: 9 }))
        writeFileSync(join(dir, `${file}.br`), brotliCompressSync(bytes))
      }
    },
  }
}

interface Routed {
  name: string
  route: string
}

export default defineConfig({
  root,
  plugins: [react(), preloadFaces(), routesOfCatalogue(), compressed()],
  // Pages that are worked on ask a Rapport that runs beside them.
  server: { proxy: { '/api': 'http://localhost:3000' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
