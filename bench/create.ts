import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { auditedStudio } from '#server/modules/audit/test-audit.ts'
import { writeRecord } from '#server/record/write-record.ts'
import { median } from './load.ts'

/**
 * `create-business` by a hundred callers at once, who share commits, beside the same rows (business, audit line, event)
 * written in one transaction each by as many callers: `node bench/create.ts`. Rounds alternate; the ratio counts.
 */
const CALLERS = 100
const CALLS_PER_ROUND = 3000
const ROUNDS = 6

const { ask, database, studioId } = await auditedStudio()
const entity = { name: 'Bench LLC', kind: 'LLC', jurisdiction: 'US-DE' }
const { id } = await ask('entities.create-entity', entity)
const entityId = String(id)

test('a hundred callers create businesses', async () => {
  await byAll(create)
  const [grouped, alone]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    const turns = [
      async () => void grouped.push(await byAll(create)),
      async () => void alone.push(await byAll(writeAlone)),
    ]
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn()
  }
  const [ours, control] = [median(grouped), median(alone)]
  console.log(
    `${ours.toFixed(0)} businesses/s by invoke(), ${control.toFixed(0)} in a transaction each: ${(ours / control).toFixed(2)}`,
  )
})

async function byAll(work: (number: number) => Promise<unknown>): Promise<number> {
  let left = CALLS_PER_ROUND
  const startedAtMs = performance.now()
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (left-- > 0) await work(left)
    }),
  )
  return (CALLS_PER_ROUND / (performance.now() - startedAtMs)) * 1000
}

function create(number: number) {
  return ask('businesses.create-business', { name: `Business ${number}`, entityId })
}

/** The control: no rights, no parsing, no grouping; only the rows, and a commit for each. */
function writeAlone(number: number) {
  const [businessId, lineId] = [newId('business'), newId('audit_line')]
  const input = { name: `Business ${number}`, entityId }
  return database.app.write({ studioId, coverage: '*' }, async (tx) => {
    const moveIds = [newId('business_move'), newId('business_move')]
    await tx.prepared(INSERT_BUSINESS, [businessId, studioId, entityId, input.name, ...moveIds])
    await writeRecord(tx, {
      lines: [
        {
          id: lineId,
          studio_id: studioId,
          actor_kind: 'machine',
          actor_id: 'machine',
          on_behalf_of: null,
          door: 'test',
          request_id: 'bench',
          operation: 'businesses.create-business',
          outcome: 'done',
          problem_code: null,
          input,
          changes: [{ subjectId: businessId, after: input }],
          approval_id: null,
        },
      ],
      events: [
        {
          id: newId('event'),
          studio_id: studioId,
          audit_line_id: lineId,
          run_id: null,
          type: 'businesses.business-created',
          subject_id: businessId,
          business_id: businessId,
          permission: 'businesses.read',
          data: { after: input },
        },
      ],
      idempotency: [],
    })
  })
}

const INSERT_BUSINESS = `with moved as (
    insert into business_move (id, studio_id, business_id, revision, attribute, entity_id, stage, effective_on, actor_kind, actor_id)
    values ($5, $2, $1, 1, 'entity', $3, null, current_date, 'machine', 'machine'),
      ($6, $2, $1, 1, 'stage', null, 'idea', current_date, 'machine', 'machine'))
  insert into business (id, studio_id, entity_id, name, stage, stage_since, description, links, tags)
  values ($1, $2, $3, $4, 'idea', current_date, '', '{}', '{}')`
