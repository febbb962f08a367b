// What higher areas may ask of people.

export { addressesOf } from './addresses-of.ts'
export { admitCompanies } from './admit-companies.ts'
export { assertPerson } from './assert-person.ts'
export { companyOfDomain } from './company-of-domain.ts'
export { forgetImportedPeople } from './forget-imported-people.ts'
export { joinSamePeople } from './join-same-people.ts'
export { learnZones } from './learn-zones.ts'
export { type MetAddress, meetAddresses, type SeenAddress } from './meet-addresses.ts'
export { type PersonHead, personHeads, personsOfAddresses } from './person-heads.ts'
export { personalFactsOf } from './personal-facts-of.ts'
export { releaseOwnAddresses } from './release-own-addresses.ts'
export { type Meant, whoIsMeant } from './who-is-meant.ts'
