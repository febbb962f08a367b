/**
 * Fits the weights of the model of asking (src/areas/conversations/judging/ask-weights.ts) on the train part of the
 * Parakweet e-mail intent set, and prints figures by five-fold cross-validation.
 *   node test/real/judging-fit-asks.ts          figures only
 *   node test/real/judging-fit-asks.ts --write  and the weights
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { askFeatures } from '../../src/areas/conversations/judging/ask-features.ts'
import { type AskSigns, askSigns } from '../../src/areas/conversations/judging/ask-signs.ts'
import { decides } from '../../src/areas/conversations/judging/asks.ts'

interface Case {
  ask: boolean
  features: string[]
  signs: AskSigns
}

const root = path.resolve(import.meta.dirname, '../..')
const set = path.resolve(root, '../shared/data/asks-parakweet/train.jsonl.gz')
const KEPT = 1500
const SEEN_AT_LEAST = 3
const PENALTY = 3
const STEPS = 120

const cases: Case[] = gunzipSync(readFileSync(set))
  .toString()
  .trim()
  .split('\n')
  .map((line) => {
    const { ask, text } = JSON.parse(line) as { ask: boolean; text: string }
    const sentence = text.trim().slice(0, 400)
    const signs = askSigns(sentence)
    return { ask, features: askFeatures(sentence, signs), signs }
  })

/**
 * Logistic regression with an L2 penalty by full-batch steps, each feature's step scaled by how often it is seen (a
 * diagonal bound on the Hessian, made safe for features that come together). `allowed` limits the features.
 */
function fitted(train: Case[], allowed: Set<string>): Map<string, number> {
  const index = new Map([...allowed].map((feature, i) => [feature, i]))
  const rows = train.map((one) => one.features.flatMap((feature) => index.get(feature) ?? []))
  const seen = new Float64Array(index.size)
  for (const row of rows) for (const i of row) seen[i] = (seen[i] ?? 0) + 1
  const weights = new Float64Array(index.size)
  const velocity = new Float64Array(index.size)
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight) => weight * PENALTY)
    rows.forEach((row, n) => {
      let sum = 0
      for (const i of row) sum += weights[i] ?? 0
      const error = 1 / (1 + Math.exp(-sum)) - Number(train[n]?.ask)
      for (const i of row) gradient[i] = (gradient[i] ?? 0) + error
    })
    for (let i = 0; i < weights.length; i += 1) {
      velocity[i] = 0.9 * (velocity[i] ?? 0) - (gradient[i] ?? 0) / ((seen[i] ?? 0) * 3 + PENALTY * 12)
      weights[i] = (weights[i] ?? 0) + (velocity[i] ?? 0)
    }
  }
  return new Map([...index].map(([feature, i]) => [feature, weights[i] ?? 0]))
}

/** Fits on all features seen often enough, keeps those that say most over the whole set, and fits these again. */
function fittedAndPruned(train: Case[]): Map<string, number> {
  const seen = new Map<string, number>()
  for (const one of train) for (const feature of one.features) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  const often = new Set([...seen].filter(([, times]) => times >= SEEN_AT_LEAST).map(([feature]) => feature))
  const worth = ([feature, weight]: [string, number]) => Math.abs(weight) * Math.sqrt(seen.get(feature) ?? 0)
  const kept = [...fitted(train, often)].sort((a, b) => worth(b) - worth(a)).slice(0, KEPT)
  return fitted(train, new Set(kept.map(([feature]) => feature)))
}

const scores: { ask: boolean; score: number; said: boolean }[] = []
for (let fold = 0; fold < 5; fold += 1) {
  const weights = fittedAndPruned(cases.filter((_, i) => i % 5 !== fold))
  for (const one of cases.filter((_, i) => i % 5 === fold)) {
    const score = one.features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0)
    scores.push({ ask: one.ask, score, said: decides(one.signs, score) })
  }
}
const said = scores.filter((one) => one.said)
const right = said.filter((one) => one.ask).length
const precision = right / said.length
const recall = right / scores.filter((one) => one.ask).length
const f1 = (2 * precision * recall) / (precision + recall)
console.log(`precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`)
console.log(
  `AUC ${areaUnderCurve(scores).toFixed(3)} (five-fold cross-validation, ${cases.length} sentences)`,
)

function areaUnderCurve(ranked: { ask: boolean; score: number }[]): number {
  const sorted = [...ranked].sort((a, b) => a.score - b.score)
  let ranks = 0
  for (let i = 0; i < sorted.length; ) {
    let end = i
    while (end < sorted.length && sorted[end]?.score === sorted[i]?.score) end += 1
    for (let k = i; k < end; k += 1) if (sorted[k]?.ask) ranks += (i + end + 1) / 2
    i = end
  }
  const asks = ranked.filter((one) => one.ask).length
  return (ranks - (asks * (asks + 1)) / 2) / (asks * (ranked.length - asks))
}

if (process.argv.includes('--write')) {
  const weights = [...fittedAndPruned(cases)].filter(([, weight]) => Math.abs(weight) >= 0.01).sort()
  const rows = weights.map(([feature, weight]) => `${feature}\t${weight.toFixed(2)}`).join('\n')
  writeFileSync(
    path.join(root, 'src/areas/conversations/judging/ask-weights.ts'),
    `/**
 * Weights of the logistic model of asking, feature and log-odds a line, made by test/real/judging-fit-asks.ts from the
 * train part of the Parakweet e-mail intent set (Apache-2.0). Not edited by hand.
 */
export const ASK_WEIGHTS: ReadonlyMap<string, number> = new Map(
  \`
${rows}
\`
    .trim()
    .split('\\n')
    .map((line): [string, number] => {
      const tab = line.indexOf('\\t')
      return [line.slice(0, tab), Number(line.slice(tab + 1))]
    }),
)
`,
  )
  console.log(`${weights.length} weights, ${rows.length} bytes`)
}
