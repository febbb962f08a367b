import { Refusal } from '../../../platform/refusal.ts'
import { type Command, WrongWords } from '../command.ts'
import { performByName } from '../perform-by-name.ts'

interface Undone {
  actionId?: string
  undone?: number
  /** Of an import: mails and people that went, and people who stay because somebody wrote of them since. */
  messages?: number
  people?: number
  peopleKept?: number
  kept?: { what: string; why: string }[]
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Takes an import, or any action of the journal, back. */
export const undo: Command = {
  takes: [1, 1],
  async run({ words: [id = ''], open, out }) {
    if (!uuid.test(id))
      throw new WrongWords(`An id looks like 019a81f0-3c4e-7b1a-9c55-2f0e6d1b7a42, not ${id}.`)
    const opened = await open()
    const answer =
      (await unlessNotFound(() =>
        performByName<Undone>(opened, 'conversations.undoImport', { importId: id }),
      )) ?? (await unlessNotFound(() => performByName<Undone>(opened, 'workspace.undo', { actionId: id })))
    if (!answer) throw new Refusal('not-found', `There is no import and no action ${id}.`)
    const document = { id, ...answer }
    out.answer(document, () => [
      saidOf(answer),
      ...(answer.kept ?? []).map(({ what, why }) => `  ${what} stays as it is: ${why}`),
      ...(answer.undone !== undefined && answer.actionId
        ? [`To bring it back: rapport undo ${answer.actionId}`]
        : []),
    ])
    return 0
  },
}

function saidOf({ undone, messages, people, peopleKept }: Undone): string {
  if (undone !== undefined) return `Taken back: ${undone} ${undone === 1 ? 'change' : 'changes'}.`
  if (messages === undefined) return 'Taken back.'
  const kept = peopleKept ? `; ${peopleKept} people stay, who are known otherwise too` : ''
  return `Taken back: ${messages} mails and ${people ?? 0} people${kept}.`
}

async function unlessNotFound(undone: () => Promise<Undone>): Promise<Undone | null> {
  try {
    return await undone()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return null
    throw error
  }
}
