import { searchEverything } from './search-everything.ts'
import type { SearchSource } from './search-source.ts'

export { placeOf, type Wanted } from './search-queries.ts'
export type { SearchSource } from './search-source.ts'

export function searchOperations(sources: readonly SearchSource[]) {
  return [searchEverything(sources)]
}
