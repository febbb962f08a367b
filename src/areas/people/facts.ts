import { fact } from '../../platform/facts.ts'

/** People are new, or were joined or changed; `personIds` may be long after an import. */
export const peopleChanged = fact<{ personIds: string[] }>('people.peopleChanged')
/** A company is new or changed. */
export const companyChanged = fact<{ companyId: string }>('people.companyChanged')
