import type { Input, Output } from '../../api.ts'
import type { BookFile } from './book-files.ts'

export type Check = Output<'migration.import-books'>
export type CheckedCompany = Check['companies'][number]
export type CheckedAccount = Check['accounts'][number]
type Given = Input<'migration.import-books'>

export type AccountChoice = NonNullable<Given['accounts']>[number]

/** What a person says of the files, beside the files themselves. */
export interface Said {
  companies: NonNullable<Given['companies']>
  accounts: NonNullable<Given['accounts']>
  places: NonNullable<Given['places']>
  dayOrder: NonNullable<Given['dayOrder']> | ''
  decimal: NonNullable<Given['decimal']> | ''
  /** Of which day balances are, for the files that do not say. */
  asOf: string
  undated: readonly string[]
}

export const NOTHING_SAID: Said = {
  companies: [],
  accounts: [],
  places: [],
  dayOrder: '',
  decimal: '',
  asOf: '',
  undated: [],
}

/** What is said of an account, with what was said of it before. */
export function withChoice(accounts: readonly AccountChoice[], choice: AccountChoice): AccountChoice[] {
  const isSame = (one: AccountChoice) => one.company === choice.company && one.account === choice.account
  return [...accounts.filter((one) => !isSame(one)), { ...accounts.find(isSame), ...choice }]
}

export function importInput(files: BookFile[], said: Said): Given {
  const { companies, accounts, places, dayOrder, decimal, asOf, undated } = said
  return {
    files:
      asOf === ''
        ? files
        : files.map((file) => (undated.includes(file.name) ? Object.assign({ asOf }, file) : file)),
    companies,
    accounts,
    places,
    ...(dayOrder !== '' && { dayOrder }),
    ...(decimal !== '' && { decimal }),
  }
}
