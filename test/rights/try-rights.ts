import type { Actor } from '../../src/platform/actor.ts'
import type { FileAnswer, Operation } from '../../src/platform/area.ts'
import type { House } from '../../src/platform/house.ts'
import { perform } from '../../src/platform/perform.ts'
import { Refusal } from '../../src/platform/refusal.ts'
import { differing, digestOf } from './digest.ts'
import { type Planted, privateFields } from './planted-rows.ts'
import { type IdPlace, idPlaces, sampleInput } from './sample-input.ts'

/** The people and records that the rights are tried with. */
export interface RightsCast {
  house: House
  /** Members of one workspace, one of each role. */
  actors: readonly Actor[]
  /** What belongs to the first of them. */
  own: Planted
  /** What another member of the same workspace has for themselves. */
  ofMember: Planted
  /** What another workspace has. */
  ofWorkspace: Planted
  /** Ids of nothing. */
  ofNothing: Planted
  /** Words that stand only in what none of these actors may read. */
  secrets: readonly string[]
}

export interface Tried {
  breaches: string[]
  calls: number
}

/**
 * Every operation x every role x a record of another member, of another workspace, and of nothing: refused, alike for
 * all three, and nothing written. And what is answered to whoever may ask holds no word of what they may not read.
 */
export async function tryRights(
  cast: RightsCast,
  operations: readonly Operation[],
  expected: Readonly<Record<string, readonly string[]>>,
): Promise<Tried> {
  const digest = await digestOf(cast.house.database.ownerPool)
  const tried: Tried = { breaches: [], calls: 0 }
  let before = await digest()
  for (const operation of operations) {
    const may = expected[operation.name]
    if (!may) {
      tried.breaches.push(`${operation.name}: who may is not written down in expected-roles.ts`)
      continue
    }
    for (const actor of cast.actors) {
      const say = (why: string) => tried.breaches.push(`${operation.name} as ${actor.role}: ${why}`)
      const call = async (input: object, what: string) => {
        tried.calls++
        const outcome = await outcomeOf(cast.house, actor, operation, input)
        const leaked = cast.secrets.find((word) => outcome.text.includes(word))
        if (leaked) say(`${what} says ${leaked}`)
        const after = await digest()
        if (after !== before && (outcome.code !== null || operation.kind === 'question'))
          say(`${what} wrote to ${differing(before, after).join(', ')}`)
        before = after
        return outcome
      }
      if (!may.includes(actor.role)) {
        const outcome = await call(sampleInput(operation, cast.own), 'doing it')
        if (outcome.code !== 'not-allowed') say(`it is not theirs to do, and was ${outcome.code ?? 'done'}`)
        continue
      }
      for (const place of idPlaces(operation)) await tryPlace(cast, operation, place, call, say)
      if (operation.kind === 'question' && idPlaces(operation).every(({ required }) => !required)) {
        const outcome = await call(sampleInput(operation, cast.own), 'asking')
        if (outcome.code !== null) say(`asking was refused: ${outcome.text}`)
      }
    }
  }
  return tried
}

async function tryPlace(
  { own, ofMember, ofWorkspace, ofNothing }: RightsCast,
  operation: Operation,
  place: IdPlace,
  call: (input: object, what: string) => Promise<Outcome>,
  say: (why: string) => void,
): Promise<void> {
  const nothing = await call(
    sampleInput(operation, own, { place, id: ofNothing[place.kind] }),
    `a ${place.name} of nothing`,
  )
  const mustRefuse = place.required || operation.kind === 'action'
  if (mustRefuse && !refused(nothing))
    say(`a ${place.name} of nothing was ${nothing.code ?? 'taken'}: ${nothing.text}`)
  // Who the team knows may be asked about by all of it; what another member's mail says of them may not come along.
  if (operation.kind === 'question' && !privateFields.includes(place.kind))
    await call(
      sampleInput(operation, own, { place, id: ofMember[place.kind] }),
      `the ${place.name} of another member`,
    )
  const foreign = [
    { of: 'another workspace', id: ofWorkspace[place.kind] },
    ...(privateFields.includes(place.kind) ? [{ of: 'another member', id: ofMember[place.kind] }] : []),
  ]
  for (const { of, id } of foreign) {
    const outcome = await call(sampleInput(operation, own, { place, id }), `a ${place.name} of ${of}`)
    if (mustRefuse && !refused(outcome))
      say(`a ${place.name} of ${of} was ${outcome.code ?? 'taken'}: ${outcome.text}`)
    const told = outcome.text.replaceAll(id, ofNothing[place.kind])
    if (outcome.code !== nothing.code || told !== nothing.text)
      say(`a ${place.name} of ${of} is told from one of nothing: ${outcome.text}`)
  }
}

interface Outcome {
  /** The refusal's code, null where it was done. */
  code: string | null
  text: string
}

const refused = ({ code }: Outcome) => code === 'not-found' || code === 'not-allowed'

/** What came of a call, as everything that a caller could read of it. */
export async function outcomeOf(
  house: House,
  actor: Actor,
  operation: Operation,
  input: object,
): Promise<Outcome> {
  const bytes = operation.takesBytes ? Buffer.from('mail') : undefined
  try {
    const answer = await perform(house, actor, operation, input, bytes)
    if (operation.answers !== 'file') return { code: null, text: JSON.stringify(answer) }
    const { fileName, body } = answer as FileAnswer
    return { code: null, text: `${fileName} ${body.toString('utf8')}` }
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, text: `${error.message} ${error.help ?? ''}` }
    return { code: 'broken', text: String(error) }
  }
}
