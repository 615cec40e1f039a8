/** Businesses whose entity stands elsewhere than in the United States: their country, form and currency. */
export const ABROAD = [
  { name: 'Nordlicht Moebel GmbH', kind: 'GmbH', jurisdiction: 'Germany', currency: 'EUR' },
  { name: 'Old Brass Hardware', kind: 'GmbH', jurisdiction: 'Germany', currency: 'EUR' },
  { name: 'Siltstone Logs', kind: 'GmbH', jurisdiction: 'Germany', currency: 'EUR' },
  { name: 'Helio Thermal', kind: 'GmbH', jurisdiction: 'Austria', currency: 'EUR' },
  { name: 'Island Soapworks', kind: 'S.r.l.', jurisdiction: 'Italy', currency: 'EUR' },
  { name: 'Lisbon Tile Rescue', kind: 'Lda', jurisdiction: 'Portugal', currency: 'EUR' },
  { name: 'Quillpay', kind: 'B.V.', jurisdiction: 'Netherlands', currency: 'EUR' },
  { name: 'Marginalia', kind: 'SAS', jurisdiction: 'France', currency: 'EUR' },
  { name: 'Phrasewright', kind: 'SAS', jurisdiction: 'France', currency: 'EUR' },
  { name: 'Harbour Roasters', kind: 'Ltd', jurisdiction: 'England and Wales', currency: 'GBP' },
  { name: 'Welsh Slate Shop', kind: 'Ltd', jurisdiction: 'England and Wales', currency: 'GBP' },
  { name: 'Licence Ladder', kind: 'Ltd', jurisdiction: 'England and Wales', currency: 'GBP' },
  { name: 'Tartan Register', kind: 'Ltd', jurisdiction: 'Scotland', currency: 'GBP' },
  { name: 'Canal Commons', kind: 'Ltd', jurisdiction: 'England and Wales', currency: 'GBP' },
] as const

/** Its fiscal year ends in March, as many do there; all others close with the calendar year. */
export const MARCH_YEAR_END = 'Harbour Roasters'

/** Eighty percent are the studio's; the rest is its founder's, from the beginning. */
export const MAJORITY = { name: 'Lodestar Maps', ownedPercent: '80', founder: 'Inês Carvalho' } as const

/** Bought on 1 July from those who founded it. */
export const ACQUIRED = { name: 'Old Brass Hardware', seller: 'Familie Brandstätter' } as const

export const SPUN_OUT = [
  {
    name: 'Photon Loom',
    keptPercent: '34',
    founder: 'Adaeze Obi',
    founderPercent: '52',
    investor: 'Northlight Seed Fund II LP',
  },
  {
    name: 'Kestrel Edge',
    keptPercent: '20',
    founder: 'Marek Dvořák',
    founderPercent: '55',
    investor: 'Foundry Lane Ventures LP',
  },
  {
    name: 'Fjordline Outdoor',
    keptPercent: '40',
    founder: 'Signe Halvorsen',
    founderPercent: '50',
    investor: 'Fjordline Employee Pool',
  },
] as const

/** Sold to these buyers, whole. */
export const EXITED = [
  { name: 'Whiskerbox', buyer: 'Harrow Pet Brands plc' },
  { name: 'Proofroom', buyer: 'Collegium Press AG' },
  { name: 'Palisade Chargebacks', buyer: 'Meridian Acquiring NV' },
] as const

/** Who owns the holding itself. */
export const HOLDING_OWNERS = [
  { name: 'Selene Marchetti', kind: 'person', percent: '70' },
  { name: 'Marchetti Family Trust', kind: 'investor', percent: '30' },
] as const

/** The last 1 July that has been. */
export function acquiredOn(today: string): string {
  const year = Number(today.slice(0, 4))
  return today >= `${year}-07-01` ? `${year}-07-01` : `${year - 1}-07-01`
}
