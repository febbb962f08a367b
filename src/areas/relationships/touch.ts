/** One human mail between a member and a person, seen from the member. */
export interface Touch {
  messageId: string
  threadId: string
  at: Date
  direction: 'in' | 'out'
  /** It asks for something (a request or a question in its new text). */
  asks: boolean
  /** The other side was its only recipient. */
  alone: boolean
  /** The other side was addressed (To), not only copied. */
  direct: boolean
  /** It is the first mail of its thread. */
  opens: boolean
}
