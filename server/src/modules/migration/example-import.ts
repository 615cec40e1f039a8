import { newId } from '#kernel/ids.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import { createEntity } from '#server/modules/entities/index.ts'

/** A trial balance as QuickBooks exports it, of an entity that has no book yet. */
export async function exampleFiles(factory: ExampleFactory): Promise<{ name: string; csv: string }[]> {
  const { name } = await factory.invoke(createEntity, {
    name: `Imported ${newId('entity').slice(-8)} LLC`,
    kind: 'LLC',
    jurisdiction: 'US-DE',
    functionalCurrency: 'USD',
  })
  const csv = [
    `${name},,`,
    'Trial Balance,,',
    '"As of December 31, 2025",,',
    ',Debit,Credit',
    '1010 Checking,"1,250.00",',
    '3010 Members equity,,"1,000.00"',
    '4010 Sales,,250.00',
    'TOTAL,"$1,250.00","$1,250.00"',
  ].join('\n')
  return [{ name: 'trial-balance.csv', csv }]
}
