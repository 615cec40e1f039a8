import { deepEqual } from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { Finding } from './findings.ts'
import { auditedStudio } from './test-audit.ts'

const TABLES = ['audit_line', 'audit_seal', 'audit_node', 'audit_head']

const Verdict = z.object({
  checked: z.object({ from: z.int().nullable(), to: z.int().nullable(), heads: z.int() }),
  findings: z.array(Finding),
  sealed: z.object({ lines: z.int() }),
  unsealed: z.object({ lines: z.int(), since: z.string().nullable() }),
  nextCursor: z.string().nullable(),
})

/** A log of six heads, and somebody with every right on the database but without the key. */
export async function tamperedStudio() {
  const studio = await auditedStudio()
  const { records, file, seal, write, ask } = studio
  await records.query('set session_replication_role = replica') // foreign keys do not stop a superuser
  for (let head = 0; head < 6; head++) {
    await write(5)
    await seal()
  }
  const heads = readFileSync(file, 'utf8')
  for (const table of TABLES) await records.query(`create table kept_${table} as select * from ${table}`)

  async function verdict(input: object = {}) {
    return Verdict.parse(await ask('audit.verify-lines', input))
  }

  async function found(input: object = {}): Promise<string[]> {
    const { findings } = await verdict(input)
    return findings.map(({ kind, from, to, lineId }) =>
      [kind, from !== to ? `${from}-${to}` : from, lineId].filter((part) => part !== null).join(' '),
    )
  }

  return {
    ...studio,
    heads,
    sizes: heads
      .trim()
      .split('\n')
      .map((line) => Number(JSON.parse(line).size)),
    verdict,
    found,
    async lineAt(number: number): Promise<string> {
      const { rows } = await records.query('select audit_line_id as id from audit_seal where number = $1', [
        number,
      ])
      return rows[0].id
    },
    /** Runs one attack, looks, and puts everything back. */
    async after(attack: () => Promise<unknown>): Promise<string[]> {
      await attack()
      const what = await found()
      for (const table of TABLES) {
        await records.query(`delete from ${table}; insert into ${table} select * from kept_${table}`)
      }
      writeFileSync(file, heads)
      deepEqual(await found(), [])
      return what
    },
  }
}
