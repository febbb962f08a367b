import { createHash } from 'node:crypto'
import type { Operation } from '../../platform/area.ts'
import { schemaOf } from '../../platform/operation-document.ts'

/** The readable page of the API, and the policy that lets its own style sheet in. */
export interface ApiPage {
  html: string
  contentPolicy: string
}

/** Draws the catalogue for people: what each operation does, who may, what goes in, and a call to copy. No script. */
export function apiPage(operations: Iterable<Operation>, baseUrl: string): ApiPage {
  const areas = Map.groupBy(operations, ({ name }) => name.split('.')[0] ?? '')
  const contents = [...areas]
    .map(([area, all]) => `<li><a href="#${text(area)}">${text(area)}</a> <small>${all.length}</small></li>`)
    .join('')
  const sections = [...areas]
    .map(
      ([area, all]) =>
        `<section id="${text(area)}"><h2>${text(area)}</h2>${all.map((each) => card(each, baseUrl)).join('')}</section>`,
    )
    .join('')
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rapport: the API</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><style>${style}</style></head>
<body><nav aria-label="Areas"><a class="home" href="/">Rapport</a><ul>${contents}</ul></nav>
<main><h1>All that Rapport can do, by HTTP</h1>
<p>Send an API key with each call: <code>Authorization: Bearer rk_…</code>. You make one in the settings, or with
<code>bin/rapport token create --name NAME</code>; it acts for you, with the lesser of its role and yours.
Questions are asked by GET with words in the address, actions are done by POST with JSON. Lists give
<code>{"items", "next"}</code>: send <code>next</code> back as <code>cursor</code> for the page after.
What is refused comes as <code>{"error": {"code", "message", "field"?, "help"?}}</code>.
For programs: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>, <a href="/api/v1/operations">the catalogue as JSON</a>.</p>
${sections}</main></body></html>`
  const hash = createHash('sha256').update(style).digest('base64')
  return {
    html,
    contentPolicy: `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  }
}

function card(operation: Operation, baseUrl: string): string {
  const { name, kind, route, about, may } = operation
  const [method = '', path = ''] = route.split(' ')
  return `<article id="${text(name)}"><h3><a href="#${text(name)}">${text(name)}</a></h3>
<p class="route"><b>${method}</b> /api/v1${text(path).replace(/:\w+/g, '<i>$&</i>')} <span class="kind">${kind}</span></p>
<p>${text(about)}.</p><p class="may">${text(may.roles.join(', '))}</p>${fields(operation)}<pre><code>${text(curl(operation, baseUrl))}</code></pre></article>`
}

interface Field {
  type?: string | string[]
  enum?: unknown[]
  anyOf?: Field[]
  items?: Field
  format?: string
  default?: unknown
  minimum?: number
  maximum?: number
  maxLength?: number
}

const inputFields = ({ input }: Operation) =>
  schemaOf(input, 'input') as { properties?: Record<string, Field>; required?: string[] }

function fields(operation: Operation): string {
  const { properties = {}, required = [] } = inputFields(operation)
  const rows = Object.entries(properties).map(
    ([name, field]) =>
      `<tr><th scope="row"><code>${text(name)}</code></th><td>${text(typeOf(field))}</td><td>${required.includes(name) ? 'needed' : 'if you like'}${field.default === undefined ? '' : `; else ${text(JSON.stringify(field.default))}`}</td></tr>`,
  )
  return rows.length > 0 ? `<table>${rows.join('')}</table>` : ''
}

function typeOf(field: Field): string {
  if (field.enum) return field.enum.map(String).join(' | ')
  if (field.anyOf) return field.anyOf.map(typeOf).join(' | ')
  const type = [field.type ?? 'anything'].flat().join(' | ')
  if (field.items) return `list of ${typeOf(field.items)}`
  if (field.format) return field.format
  if (type === 'integer' && field.maximum !== undefined && field.maximum < Number.MAX_SAFE_INTEGER)
    return `${field.minimum ?? 0} to ${field.maximum}`
  return field.maxLength ? `${type}, ${field.maxLength} characters at most` : type
}

const sample = (field: Field): unknown => {
  if (field.enum) return field.enum[0]
  if (field.anyOf?.[0]) return sample(field.anyOf[0])
  const [type] = [field.type ?? 'string'].flat()
  if (type === 'integer' || type === 'number') return field.default ?? field.minimum ?? 1
  if (type === 'boolean') return true
  if (type === 'array') return [field.items ? sample(field.items) : '…']
  return type === 'object' ? {} : (field.default ?? '…')
}

function curl(operation: Operation, baseUrl: string): string {
  const { properties = {}, required = [] } = inputFields(operation)
  const [method = '', path = ''] = operation.route.split(' ')
  const wanted = required.filter((name) => !path.includes(`:${name}`))
  const given = Object.fromEntries(wanted.map((name) => [name, sample(properties[name] ?? {})]))
  const address = `${baseUrl}/api/v1${path.replace(/:(\w+)/g, (_, name: string) => name.toUpperCase())}`
  const query = new URLSearchParams(wanted.map((name): [string, string] => [name, String(given[name])]))
  const key = `-H 'Authorization: Bearer rk_…'`
  if (operation.kind === 'question') return `curl ${key} '${address}${wanted.length > 0 ? `?${query}` : ''}'`
  if (operation.takesBytes)
    return `curl ${key} -X ${method} -H 'Content-Type: application/octet-stream' --data-binary @FILE '${address}'`
  return `curl ${key} -X ${method} --json '${JSON.stringify(given)}' '${address}'`
}

const text = (value: string) =>
  value.replace(
    /[&<>"']/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] as string,
  )

// The values of the design's tokens: this page stands by itself, without the app's style sheet.
const style = `:root{color-scheme:light dark;--desk:#f3f5f7;--paper:#fff;--sunk:#e8ebf0;--ink:#161f38;--ink-2:#465069;--ink-3:#5d6680;--mine:#3a4c86;--theirs-text:#874a00;--rule:#dce0e8}
@media(prefers-color-scheme:dark){:root{--desk:#0f131d;--paper:#191e2b;--sunk:#232938;--ink:#e8ebf3;--ink-2:#b2bacd;--ink-3:#929bb3;--mine:#93a6e0;--theirs-text:#f4c261;--rule:#232938}}
*{box-sizing:border-box}html{scroll-padding-top:24px}body{margin:0;background:var(--desk);color:var(--ink);font:15px/22px "Schibsted Grotesk Variable","Schibsted Grotesk",Inter,system-ui,sans-serif;display:grid;grid-template-columns:208px minmax(0,1fr)}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:32px 16px 32px 24px}nav ul{list-style:none;margin:24px 0 0;padding:0}nav li{padding:4px 0}nav small,.kind{color:var(--ink-3)}
a{color:var(--mine)}.home{font-size:17px;font-weight:600;color:var(--ink);text-decoration:none}nav a{text-decoration:none}a:focus-visible{outline:2px solid var(--mine);outline-offset:2px}
main{max-width:760px;padding:32px 24px 72px}h1{font:400 30px/36px "Literata Variable",Literata,Charter,Georgia,serif;margin:0 0 16px;text-wrap:balance}h2{font:400 21px/28px "Literata Variable",Literata,Charter,Georgia,serif;margin:48px 0 16px}
article{background:var(--paper);border:1px solid var(--rule);border-radius:4px;padding:16px 24px;margin:0 0 16px}h3{font-size:15px;margin:0}h3 a{color:inherit;text-decoration:none}p{margin:8px 0}
code,pre,.route{font-family:ui-monospace,"Cascadia Code",Menlo,Consolas,monospace;font-size:13px}.route{margin:0;overflow-wrap:anywhere}.route i{font-style:normal;color:var(--theirs-text)}.kind,.may{font:12.5px/18px "Schibsted Grotesk Variable",system-ui,sans-serif}.kind{margin-left:8px}
.may{color:var(--ink-2)}.may::before{content:"May: "}table{border-collapse:collapse;width:100%;margin:8px 0;font-size:13.5px}th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-top:1px solid var(--rule);font-weight:400;overflow-wrap:anywhere}td{color:var(--ink-2)}
pre{background:var(--sunk);border-radius:4px;padding:8px 12px;margin:12px 0 0;white-space:pre-wrap;overflow-wrap:anywhere}
@media(max-width:760px){body{display:block}nav{position:static;height:auto;padding:24px 16px 0}nav ul{display:flex;flex-wrap:wrap;gap:4px 16px;margin-top:12px}main{padding:24px 16px 48px}article{padding:16px}}`
