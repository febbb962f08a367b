import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from './source.ts'

const root = join(import.meta.dirname, '../..')

/** Every file of the repository that is written by hand, and what docs and package.json say. */
export const repository = (): Source[] =>
  globSync(['{src,web,test,bin,bench,db}/**/*.{ts,tsx,mjs,css,sql}', 'docs/**/*.md', 'package.json'], {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|dist)(\/|$)/.test(String(path)),
  })
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(root, path), 'utf8') }))
