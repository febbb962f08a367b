import { describe, expect, it } from 'vitest'
import { anchorsOf } from './anchors.ts'

describe('the anchors of a mail', () => {
  it('are its own id, its references and what it answers, each once', () => {
    expect(
      anchorsOf({
        messageId: 'c@x.example',
        references: ['a@x.example', 'b@x.example'],
        inReplyTo: ['<b@x.example>'],
      }),
    ).toEqual(['c@x.example', 'a@x.example', 'b@x.example'])
  })

  it('leave out what is no id', () => {
    expect(
      anchorsOf({ messageId: null, references: ['', '<>', '@', 'none'], inReplyTo: ['unknown'] }),
    ).toEqual([])
  })
})
