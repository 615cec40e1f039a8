import { isCurrency } from '#kernel/currencies.ts'
import type { Problem } from '#kernel/problem.ts'
import type { Transaction } from '#server/database/database.ts'
import { isMember, rivalsOf } from './kpis-queries.ts'
import {
  currencyNeeded,
  currencyUncalledFor,
  currencyUnknown,
  headlineTaken,
  nameTaken,
  postedOfMoney,
  unknownOwner,
  valuationOfMoney,
  valuationTaken,
} from './problems.ts'
import type { Kpi } from './schema.ts'

type Decided = Pick<
  Kpi,
  'id' | 'name' | 'unit' | 'currency' | 'ownerId' | 'isHeadline' | 'isValuation' | 'postedFrom'
>

/** Why a KPI cannot be as it would be; undefined where it can. Creating, changing and restoring ask alike. */
export async function refusalOf(tx: Transaction, kpi: Decided): Promise<Problem | undefined> {
  const { unit, currency, ownerId, name, isHeadline } = kpi
  if (unit === 'money' && currency === null) return currencyNeeded()
  if (unit !== 'money' && currency !== null) return currencyUncalledFor(unit, currency)
  if (currency !== null && !isCurrency(currency)) return currencyUnknown(currency)
  if (kpi.isValuation && unit !== 'money') return valuationOfMoney(unit)
  if (kpi.postedFrom !== null && unit !== 'money') return postedOfMoney(unit)
  const rivals = await rivalsOf(tx, kpi)
  if (rivals.some((rival) => rival.name.toLowerCase() === name.toLowerCase())) return nameTaken(name)
  const headline = isHeadline ? rivals.find((rival) => rival.isHeadline) : undefined
  if (headline) return headlineTaken(headline.name)
  const valuation = kpi.isValuation ? rivals.find((rival) => rival.isValuation) : undefined
  if (valuation) return valuationTaken(valuation.name)
  if (ownerId !== null && !(await isMember(tx, ownerId))) return unknownOwner(ownerId)
  return undefined
}
