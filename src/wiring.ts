import { readImport } from './areas/conversations/import/read-import.ts'
import { conversationsListens } from './areas/conversations/listens.ts'
import { rereadStates } from './areas/conversations/threads/reread-states.ts'
import { peopleListens } from './areas/people/listens.ts'
import { relationshipsListens } from './areas/relationships/listens.ts'
import { refresh } from './areas/relationships/refresh.ts'
import { catalogue } from './catalogue.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/db/connect.ts'
import type { Listener } from './platform/facts.ts'
import type { House, Work } from './platform/house.ts'
import type { Log } from './platform/log.ts'

/** What higher areas do when a lower one tells a fact. */
const listeners: Listener[] = [...peopleListens, ...conversationsListens, ...relationshipsListens]
/** Long work, done by jobs in steps. */
const works: Work[] = [readImport, rereadStates, refresh]

/** Puts the house together: the one place where parts meet. */
export function wire(parts: { database: Database; clock: Clock; log: Log }): House {
  const operations = new Map(catalogue.map((operation) => [operation.name, operation]))
  if (operations.size !== catalogue.length) throw new Error('Two operations have the same name')
  return {
    ...parts,
    operations,
    listeners: Map.groupBy(listeners, (listener) => listener.fact),
    works: new Map(works.map((work) => [work.name, work])),
    checksAnswers: false,
  }
}
