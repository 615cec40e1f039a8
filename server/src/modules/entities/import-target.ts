import { z } from 'zod'
import type { Target } from '#server/modules/imports/index.ts'

export const ENTITY_TEXTS = [
  'name',
  'kind',
  'jurisdiction',
  'ein',
  'lei',
  'registrationNumber',
  'registeredAddress',
  'postalAddress',
  'functionalCurrency',
  'fiscalYearEnd',
] as const
const FIELDS = [
  ...ENTITY_TEXTS,
  'owner',
  'ownerKind',
  'share',
  'voting',
  'economic',
  'from',
  'until',
  'evidence',
] as const
export type EntityField = (typeof FIELDS)[number]

/** What a column of a file can become. */
export const ColumnField = z
  .enum([...FIELDS, 'nothing'])
  .describe(
    'What the column becomes. An entity with several owners has a row for each; share is both the votes and the economic share, in percent. "nothing" leaves it out.',
  )

export const entityTarget: Target<EntityField> = {
  name: 'entities.import-entities',
  fields: FIELDS,
  several: new Set(),
  numbers: new Set(['share', 'voting', 'economic']),
  first: 'name',
  headers: {
    name: ['name', 'entity', 'legalentity', 'entityname', 'company', 'registeredname', 'firma'],
    kind: ['kind', 'type', 'form', 'legalform', 'entitytype', 'rechtsform'],
    jurisdiction: ['jurisdiction', 'country', 'state', 'registeredin', 'land', 'sitz'],
    ein: ['ein', 'taxid', 'fein'],
    lei: ['lei'],
    registrationNumber: ['registrationnumber', 'registernumber', 'companynumber', 'number', 'hrb'],
    registeredAddress: ['registeredaddress', 'address', 'seat'],
    postalAddress: ['postaladdress', 'mailingaddress'],
    functionalCurrency: ['functionalcurrency', 'currency', 'währung'],
    fiscalYearEnd: ['fiscalyearend', 'yearend', 'fye'],
    owner: ['owner', 'ownedby', 'holder', 'shareholder', 'parent', 'member', 'gesellschafter'],
    ownerKind: ['ownerkind', 'ownertype', 'holderkind', 'holdertype'],
    share: ['share', 'ownership', 'stake', 'percent', 'owned', 'ownershippercent', 'anteil'],
    voting: ['voting', 'votes', 'votingpercent', 'votingshare', 'stimmen'],
    economic: ['economic', 'economicpercent', 'economicshare', 'profit', 'profitshare'],
    from: ['from', 'since', 'ownedsince', 'ownedfrom', 'start', 'seit'],
    until: ['until', 'to', 'ownedto', 'end', 'bis'],
    evidence: ['evidence', 'document', 'proof', 'nachweis'],
  },
}
