import { useMutation, useQueryClient } from '@tanstack/react-query'
import { asRefusal, call, type Refusal } from '../../api.ts'
import { forget } from '../../ask.ts'
import type { Input, OperationName, Output } from '../../catalogue.ts'
import { say } from '../../ui/toasts.ts'
import { sayDone } from './undo.ts'

const ALL = ['workspace', 'people', 'conversations', 'relationships', 'lists', 'today']

type Settings<N extends OperationName> = {
  /** What to say when it is done; nothing when it returns null. */
  said?: (input: Input<N>, output: Output<N>) => string | null
  onDone?: (output: Output<N>, input: Input<N>) => void
  onRefused?: (refusal: Refusal) => void
  /** It writes nothing that its undo could take back: the toast offers none. */
  final?: boolean
  /** Areas whose answers become old by it; all by default. */
  touches?: string[]
}

/** Does one action of the catalogue: says what happened with its undo, or what was refused and why. */
export function useAct<N extends OperationName>(name: N, settings: Settings<N> = {}) {
  const client = useQueryClient()
  return useMutation<Output<N>, Refusal, Input<N>>({
    mutationFn: (input) => call(name, input),
    onSuccess: (output, input) => {
      const text = settings.said?.(input, output)
      if (text)
        sayDone(text, settings.final ? undefined : (output as { actionId?: string } | undefined)?.actionId)
      settings.onDone?.(output, input)
      return forget(client, settings.touches ?? ALL)
    },
    onError: (error) => {
      const refusal = asRefusal(error)
      if (settings.onRefused) settings.onRefused(refusal)
      else say(refusal.help ? `${refusal.message} ${refusal.help}` : refusal.message, { bad: true })
    },
  })
}
