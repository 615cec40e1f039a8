import { z } from 'zod'
import { id, line } from '#server/catalogue/fields.ts'

export const EntityFields = {
  name: line(200).describe('The registered name.'),
  kind: line(60).describe('The legal form: LLC, Inc., GmbH …'),
  jurisdiction: line(60).min(2).describe('Where it is registered, for example "US-DE" or "Germany".'),
}

export const Entity = z.strictObject({ id: id('entity'), ...EntityFields }).meta({ id: 'Entity' })
