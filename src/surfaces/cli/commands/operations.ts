import { operationDocument } from '../../../platform/operation-document.ts'
import { columns } from '../columns.ts'
import type { Command } from '../command.ts'

/** The catalogue: everything that can be done, with the shapes of what goes in and comes out. */
export const operations: Command = {
  async run({ parts, out }) {
    const all = [...(await parts.operations())].sort((a, b) => a.name.localeCompare(b.name))
    out.answer(all.map(operationDocument), () =>
      columns(
        all.map(({ name, kind, route, about }) => [name, kind, route, about]),
        Math.max(out.width, 160),
      ),
    )
    return 0
  },
}
