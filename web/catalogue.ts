import type { z } from 'zod'
import type { Catalogue, SetupCalls } from '../src/catalogue.ts'

type Shaped = { input: z.ZodType; output: z.ZodType }
type ByName = { [O in Catalogue[number] as O['name']]: O } & {
  [K in keyof SetupCalls as `setup.${K}`]: SetupCalls[K]
}

/** Every operation of the catalogue, and the calls by which one comes in, by name. */
export type OperationName = keyof ByName
type Of<N extends OperationName> = ByName[N] extends Shaped ? ByName[N] : never
/** What an operation takes. */
export type Input<N extends OperationName> = z.input<Of<N>['input']>
/** What it answers, as it stands on the wire: moments are ISO text. */
export type Output<N extends OperationName> = z.output<Of<N>['output']>

/** A line of a list that is asked page by page. */
type Line<N extends OperationName> = Output<N> extends { items: readonly (infer Item)[] } ? Item : never

export type Me = Output<'workspace.me'>
export type Member = Line<'workspace.members'>
export type Role = Me['member']['role']
export type HistoryEntry = Line<'workspace.history'>
export type Today = Output<'today.list'>
export type TodayItem = Today['items'][number]
export type Person = Output<'people.get'>
export type PersonRow = Line<'lists.people'>
export type CompanyRow = Line<'lists.companies'>
export type Found = Output<'lists.search'>
export type ThreadState = Line<'lists.threads'>['state']
export type Relation = PersonRow['relation']
export type Relationship = Output<'relationships.person'>
export type OwedLine = Relationship['owed']['byYou'][number]
export type Capacity = Output<'relationships.capacity'>
export type UnsortedLine = Line<'relationships.unsorted'>
export type Thread = Output<'conversations.thread'>
export type Message = Thread['messages'][number]
export type TimelineItem = Line<'conversations.timeline'>
export type NoteKind = Exclude<TimelineItem['type'], 'mail'>
export type Import = Output<'conversations.import'>
export type ProposedAddress = Output<'conversations.proposeOwner'>['addresses'][number]
