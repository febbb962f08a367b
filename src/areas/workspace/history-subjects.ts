/** The tables whose lines make the history of one record, by the word for it. Anything else is not asked by name. */
export const historySubjects = {
  person: { tab: 'people.person', about: 'person:' },
  company: { tab: 'people.company', about: null },
  member: { tab: 'platform.member', about: null },
  invitation: { tab: 'platform.invitation', about: null },
  workspace: { tab: 'platform.workspace', about: null },
  mailbox: { tab: 'conversations.mailbox', about: null },
  activity: { tab: 'conversations.activity', about: null },
} as const

export const subjectTypes = Object.keys(historySubjects) as [keyof typeof historySubjects]
