import type { Input, Output } from '../../api.ts'
import type { BookFile } from './book-files.ts'

export type Check = Output<'migration.import-books'>
export type CheckedCompany = Check['companies'][number]
export type CheckedRow = Check['rows'][number]
type Given = Input<'migration.import-books'>

/** What a person says of the files, beside the files themselves. */
export interface Said {
  companies: NonNullable<Given['companies']>
  accounts: NonNullable<Given['accounts']>
  places: NonNullable<Given['places']>
  dayOrder: NonNullable<Given['dayOrder']> | ''
  decimal: NonNullable<Given['decimal']> | ''
}

export const NOTHING_SAID: Said = { companies: [], accounts: [], places: [], dayOrder: '', decimal: '' }

export function importInput(files: BookFile[], said: Said): Given {
  const { companies, accounts, places, dayOrder, decimal } = said
  return {
    files,
    companies,
    accounts,
    places,
    ...(dayOrder !== '' && { dayOrder }),
    ...(decimal !== '' && { decimal }),
  }
}
