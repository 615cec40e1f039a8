import { getImport } from './get-import.ts'
import { importBooks } from './import-books.ts'
import { bookImport } from './import-program.ts'
import { listImports } from './list-imports.ts'

export const migrationOperations = [getImport, importBooks, listImports]
export const migrationPrograms = [bookImport]
