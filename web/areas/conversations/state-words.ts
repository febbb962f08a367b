import type { ThreadState } from '../../catalogue.ts'

const WORDS: Record<ThreadState, string> = {
  'owed-by-me': 'owed by you',
  'waiting-for-them': 'waiting for them',
  closed: 'closed',
  'not-counted': 'asked, not counted',
  'needs-no-reply': 'needs no reply',
}

/** A thread's state in words. */
export function stateWord(state: ThreadState): string {
  return WORDS[state] ?? state
}
