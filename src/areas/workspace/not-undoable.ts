/** Actions that cannot be taken back although the journal holds them: somebody came in, and ends by endMember. */
export const notUndoable: readonly string[] = ['workspace.claim', 'workspace.join']
