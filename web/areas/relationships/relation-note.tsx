import type { Relation } from '../../shapes.ts'
import { Menu } from '../../ui/menu.tsx'
import { many } from '../../ui/when.ts'
import { useAct } from '../workspace/use-act.ts'
import { RELATIONS, relationWord } from './relation-words.ts'

type Props = {
  relation: Relation
  because: string
  source: 'rule' | 'member'
  personId?: string
  domain: string | null
  who: string
}

/** Whose mail counts: the relation with its reason, and the way to say it differently for one or a whole domain. */
export function RelationNote({ relation, because, source, personId, domain, who }: Props) {
  const set = useAct('relationships.setRelation', {
    said: (input, output) =>
      input.relation === null
        ? `${input.domain ?? who}: the rule decides again.`
        : `${input.domain ? `${many(output.people, 'person', 'people')} at ${input.domain}` : who}: ${relationWord(input.relation).toLowerCase()}.`,
  })
  const menu = (subject: { personId: string } | { domain: string }, said: string, at: string) => (
    <Menu
      label={`Who ${at} is`}
      trigger={
        <button type="button" className="link small">
          {said}
        </button>
      }
      lines={[
        ...RELATIONS.map((it) => ({
          label: it.word,
          hint: it.about,
          current: it.relation === relation,
          onChoose: () => set.mutate({ ...subject, relation: it.relation }),
        })),
        ...(source === 'member'
          ? [{ label: 'Let the rule decide', onChoose: () => set.mutate({ ...subject, relation: null }) }]
          : []),
      ]}
    />
  )
  return (
    <section>
      <h2>{relationWord(relation)}</h2>
      <p className="why">{source === 'member' ? `a member said so: ${because}` : because}</p>
      <div className="relation-acts">
        {personId ? menu({ personId }, 'Not so?', who) : null}
        {domain ? menu({ domain }, `All of ${domain}`, domain) : null}
      </div>
    </section>
  )
}
