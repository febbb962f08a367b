import type { Relation } from '../../catalogue.ts'
import { Menu } from '../../ui/menu.tsx'
import { many } from '../../ui/when.ts'
import { useAct } from '../workspace/use-act.ts'
import { RELATIONS, relationWord } from './relation-words.ts'

type Props = {
  relation: Relation
  because: string
  /** Whether a member said it, so that the rule can be given back its say. */
  said: boolean
  personId?: string
  domain: string | null
  who: string
}

/** Whose mail counts: the relation with its reason, and the way to say it differently for one or a whole domain. */
export function RelationNote({ relation, because, said, personId, domain, who }: Props) {
  const set = useAct('relationships.setRelation', {
    said: (input, output) =>
      input.relation === null
        ? `${input.domain ?? who}: the rule decides again.`
        : `${input.domain ? `${many(output.people, 'person', 'people')} at ${input.domain}` : who}: ${relationWord(input.relation).toLowerCase()}.`,
  })
  const menu = (subject: { personId: string } | { domain: string }, words: string, at: string) => (
    <Menu
      label={`Who ${at} is`}
      trigger={
        <button type="button" className="link small">
          {words}
        </button>
      }
      lines={[
        ...RELATIONS.map((it) => ({
          label: it.word,
          hint: it.about,
          current: it.relation === relation,
          onChoose: () => set.mutate({ ...subject, relation: it.relation }),
        })),
        ...(said
          ? [{ label: 'Let the rule decide', onChoose: () => set.mutate({ ...subject, relation: null }) }]
          : []),
      ]}
    />
  )
  return (
    <section>
      <h2>{relationWord(relation)}</h2>
      <p className="why">{because}</p>
      <div className="relation-acts">
        {personId ? menu({ personId }, 'Not so?', who) : null}
        {domain ? menu({ domain }, `All of ${domain}`, domain) : null}
      </div>
    </section>
  )
}
