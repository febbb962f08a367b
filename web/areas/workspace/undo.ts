import { asRefusal, call } from '../../api.ts'
import { memory } from '../../ask.ts'
import { say } from '../../ui/toasts.ts'

const taken: string[] = []

/** Takes an action back by its journal; says what stayed as it is, and why. */
export async function takeBack(actionId: string, said = 'Taken back.'): Promise<void> {
  try {
    const answer = await call('workspace.undo', { actionId })
    taken.push(answer.actionId)
    const stayed = answer.kept[0]
    if (stayed) {
      const more = answer.kept.length > 1 ? ` And ${answer.kept.length - 1} more, see History.` : ''
      say(`${answer.undone} taken back. ${stayed.what} stays: ${stayed.why}.${more}`)
    } else say(said)
    await memory.invalidateQueries()
  } catch (error) {
    say(`Not taken back. ${asRefusal(error).message}`, { bad: true })
  }
}

/** Does again what was taken back last; false when nothing was. */
export function redoNewest(): boolean {
  const actionId = taken.pop()
  if (!actionId) return false
  takeBack(actionId, 'Done again.')
  return true
}

/** Says what happened, with its way back. */
export function sayDone(text: string, actionId: string | undefined): void {
  say(text, actionId ? { undo: () => takeBack(actionId) } : {})
}
