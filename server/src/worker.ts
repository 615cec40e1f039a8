import { work } from './workers.ts'

work()
