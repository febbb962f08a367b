import type { Operation } from '../../platform/area.ts'
import type { House } from '../../platform/house.ts'
import { settleJobs } from '../../platform/jobs/run-jobs.ts'
import { perform } from '../../platform/perform.ts'
import { unavailable } from '../../platform/refusal.ts'
import type { OpenHouse } from './open-house.ts'

/** A line of the catalogue that a command stands on. */
export function operationNamed(house: House, name: string): Operation {
  const operation = house.operations.get(name)
  if (!operation) throw unavailable(`This Rapport has no operation ${name}.`)
  return operation
}

/**
 * Does an operation by its name and answers what goes over the wire. What an action put off is done before it returns:
 * a command ends, and nobody else may be there to do it.
 */
export async function performByName<R>({ house, actor }: OpenHouse, name: string, input: object): Promise<R> {
  const operation = operationNamed(house, name)
  const answer = await perform(house, actor, operation, input)
  if (operation.kind === 'action') await settleJobs(house)
  return JSON.parse(JSON.stringify(answer)) as R
}
