import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { clockRule, environmentRule, outboundRule } from './house-rules/code-rules.ts'
import { dependencyRule, folderRule, lengthRule, mapRule } from './house-rules/file-rules.ts'
import { barrelRule, importRule } from './house-rules/import-rules.ts'
import { repository } from './house-rules/repository.ts'
import type { Breach, Source } from './house-rules/source.ts'
import { offsetRule, ownTablesRule, questionRule } from './house-rules/sql-rules.ts'

/** Each rule as a sentence, the rule, and a deliberate breach that it must catch (with how many places). */
const rules: [
  sentence: string,
  rule: (all: readonly Source[]) => Breach[],
  breach: Source[],
  places?: number,
][] = [
  [
    'Calls go down the stairs, through doors',
    importRule,
    [
      file('src/platform/clock.ts', "import { deals } from '../areas/deals/area.ts'"),
      file('src/areas/people/door.ts', "import { today } from '../today/door.ts'"),
      file('src/areas/deals/door.ts', "import { kit } from '../playbook/door.ts'"),
      file('src/areas/today/rank.ts', "import { depth } from '../relationships/depth.ts'"),
      file('src/areas/today/rank.ts', "import type { Depth } from '../relationships/depth.ts'"),
      file('src/areas/today/rank.ts', "import { wire } from '../../wiring.ts'"),
      file('src/areas/today/rank.ts', "const late = await import('../../surfaces/http/server.ts')"),
      file('src/surfaces/cli/today.ts', "import { rank } from '../../areas/today/door.ts'"),
      file('src/surfaces/cli/today.ts', "import { server } from '../http/server.ts'"),
      file('src/sample/people.ts', "import { person } from '../areas/people/door.ts'"),
      file('web/api.ts', "import { catalogue } from '../src/catalogue.ts'"),
      file('web/api.ts', "import type { Person } from '../src/areas/people/door.ts'"),
      file('src/main.ts', "import { fixture } from '../test/house.ts'"),
    ],
  ],
  [
    'Nothing is passed on by a file that others wrote',
    barrelRule,
    [
      file('src/areas/people/index.ts', 'export const a = 1'),
      file('src/areas/people/person.ts', "export { name } from './name.ts'"),
      file('src/areas/people/door.ts', "export { clock } from '../../platform/clock.ts'"),
      file('src/areas/people/door.ts', "export * from './person.ts'"),
    ],
  ],
  [
    'A folder says what is in it',
    folderRule,
    [file('src/platform/utils/a.ts', ''), file('web/common/b.tsx', ''), file('helpers/c.ts', '')],
  ],
  [
    'A file is short enough to be read in one go',
    lengthRule,
    [file('src/areas/people/long.ts', 'x\n'.repeat(301))],
  ],
  [
    'Only config reads the environment',
    environmentRule,
    [
      file('src/main.ts', 'if (process.env.DEBUG) go()'),
      file('src/areas/people/a.ts', 'const { env } = process; process["env"]'),
    ],
  ],
  [
    'Only the clock knows what time it is',
    clockRule,
    [
      file('src/areas/today/rank.ts', 'const now = new Date()'),
      file('src/areas/today/rank.ts', 'const now = Date.now()'),
      file('src/platform/perform.ts', 'const text = String(new Date( ))'),
    ],
  ],
  [
    'Only outbound.ts talks to the outside',
    outboundRule,
    [
      file('src/areas/people/a.ts', 'await fetch(url)'),
      file('src/areas/people/a.ts', "import { request } from 'node:https'"),
      file('src/platform/a.ts', "import net from 'node:net'"),
    ],
  ],
  [
    'An area writes its own tables and reads none above it',
    ownTablesRule,
    [
      file('src/areas/today/a.ts', 'sql`update people.person set name = 1`'),
      file('src/areas/today/a.ts', 'sql`insert into platform.member (id) values (1)`'),
      file('src/areas/people/a.ts', 'sql`select 1 from relationships.standing`'),
    ],
  ],
  [
    'A question writes nothing',
    questionRule,
    [
      file('src/areas/today/questions/list.ts', 'sql`delete from today.decision`'),
      file('src/areas/today/questions/list.ts', 'ctx.tell(today.looked, {})'),
      file('src/areas/today/questions/list.ts', 'sql`select 1 from today.decision for update`'),
    ],
  ],
  [
    'A list pages by keyset',
    offsetRule,
    [file('src/areas/lists/questions/people.ts', 'sql`limit 5 offset 40`')],
  ],
  [
    'Each runtime dependency has its line',
    dependencyRule,
    [
      file('package.json', '{"dependencies":{"left-pad":"1.0.0","zod":"4"}}'),
      file('docs/dependencies.md', '| `zod` | shapes |'),
    ],
    1,
  ],
  [
    'The map of the house names each area',
    mapRule,
    [
      file('docs/house.md', 'people, today'),
      file('src/areas/deals/area.ts', ''),
      file('src/areas/people/area.ts', ''),
    ],
    1,
  ],
]

describe('The house', () => {
  let all: Source[] = []
  beforeAll(() => {
    all = repository()
  })

  for (const [sentence, rule, breach, places] of rules) {
    test(sentence, () => {
      expect(rule(all).map(({ path, why }) => `${path}: ${why}`)).toEqual([])
    })
    test(`${sentence}: a breach is caught`, () => {
      // One at a time, so that each of them is seen to be caught and none hides behind another.
      const caught = places === undefined ? breach.map((one) => rule([one]).length > 0) : rule(breach).length
      expect(caught).toEqual(places ?? breach.map(() => true))
    })
  }

  test('What the rules allow is let through', () => {
    const fine = [
      file(
        'src/areas/today/a.ts',
        "import { touches } from '../conversations/door.ts'\nimport { x } from './b.ts'",
      ),
      file(
        'src/areas/today/b.ts',
        "import type { Ctx } from '../../platform/context.ts'\n// new Date() is for the clock\nconst a = new Date(0)",
      ),
      file('src/areas/people/door.ts', "export { person, type Name } from './person.ts'"),
      file('src/surfaces/cli/a.ts', "import { catalogue } from '../../catalogue.ts'"),
      file('web/api.ts', "import type { Catalogue } from '../src/catalogue.ts'"),
      file('src/platform/config/config.ts', 'process.env.PORT'),
      file('docs/house.md', 'surfaces, people, today'),
    ]
    for (const [, rule] of rules) expect(rule(fine)).toEqual([])
  })

  test('The rules see the repository', () => {
    expect(all.length).toBeGreaterThan(100)
    expect(all.find(({ path }) => path === 'src/platform/perform.ts')?.text).toBe(
      readFileSync(`${import.meta.dirname}/../src/platform/perform.ts`, 'utf8'),
    )
  })
})

function file(path: string, text: string): Source {
  return { path, text }
}
