import { equal, match, ok } from 'node:assert/strict'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { sealAll } from '#server/modules/audit/test-sealing.ts'
import { TEST_MEANS, testSystem } from '#server/test-system.ts'
import { run } from '../cli/run.ts'

/** Every `npx iza` line of the guide to the audit runs, in their order; what a reader puts in is put in here. */
const { url, machineKey, database } = await testSystem({ isFounded: true })
const records = await database.look()
const { headsDir } = TEST_MEANS.audit

async function iza(...words: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const env = { IZA_URL: url, IZA_API_KEY: machineKey }
  const exit = await run(words, { env, out: (line) => out.push(line), err: (line) => err.push(line) })
  return { exit, out: out.join('\n'), err: err.join('\n') }
}

await iza('entities', 'create-entity', '--name', 'Guide LLC', '--kind', 'LLC', '--jurisdiction', 'US-DE')
const { rows } = await records.query('select studio_id, id from audit_line order by id')
const lineId = String(rows.at(-1).id)
await sealAll(database, idFrom('studio', rows[0].studio_id))
const proofFile = join(headsDir, 'proof.json')
const keyFile = join(headsDir, readdirSync(headsDir).find((name) => name.endsWith('.pem')) ?? '')

/** What a reader puts in the place of these. */
const filledIn: Record<string, string> = {
  'aud_…': lineId,
  'proof.json': proofFile,
  'signing-key.pem': keyFile,
}

test('the commands of the guide work as they stand there', async () => {
  const guide = readFileSync(new URL('audit.md', import.meta.url), 'utf8')
  const commands = [...guide.matchAll(/^npx iza (.+)$/gm)].map(([, command = '']) => command)
  ok(commands.length >= 7)
  for (const command of commands) {
    const [words = '', target] = command.split(' > ')
    const typed = words.split(' ').map((word) => filledIn[word] ?? word)
    const { exit, out, err } = await iza(...typed)
    equal(exit, 0, `${command}\n${out}${err}`)
    if (target) writeFileSync(proofFile, out)
  }
})

test('the verdict is readable, and its exit code tells of findings', async () => {
  const calm = await iza('audit', 'verify')
  equal(calm.exit, 0)
  match(calm.out, /^2 sealed lines under \d signed heads? checked: nothing was changed/)
  await records.query(`update audit_line set door = 'rest' where id = $1`, [lineId])
  const alarmed = await iza('audit', 'verify')
  equal(alarmed.exit, 1)
  match(alarmed.out, new RegExp(`edited +Line 2 \\(${lineId}\\) is not as it was sealed`))
  const inJson = await iza('audit', 'verify', '--json')
  equal(inJson.exit, 1)
  equal(JSON.parse(inJson.out).findings[0].kind, 'edited')
  await records.query(`update audit_line set door = 'cli' where id = $1`, [lineId])
})

test('a proof that was touched is not proven, without any server', async () => {
  const check = (proof: string, key = keyFile) => {
    writeFileSync(proofFile, proof)
    return run(['audit', 'check-proof', '--proof', proofFile, '--public-key', key], {
      env: { IZA_URL: 'http://127.0.0.1:1' },
      out: (line) => told.push(line),
      err: (line) => told.push(line),
    })
  }
  const told: string[] = []
  const whole = readFileSync(proofFile, 'utf8')
  equal(await check(whole), 0)
  match(told.at(-1) ?? '', /^Proven, its input and changes included: aud_/)
  equal(await check(whole.replace('Guide LLC', 'Other LLC')), 1)
  match(told.at(-1) ?? '', /input or the changes are not those/)
  equal(await check(whole.replace('"actorId":"machine"', '"actorId":"per_x"')), 1)
  match(told.at(-1) ?? '', /does not lead to the root/)
  equal(await check(whole.replace(/"sealedAt":"\d{4}/, '"sealedAt":"1999')), 1)
  match(told.at(-1) ?? '', /not signed with this key/)
  equal(await check('{"proof": 3}'), 2)
  equal(await check(whole, proofFile), 2)
})

test('the beginning of a verb is enough where it is the only one, and is refused where it is not', async () => {
  equal((await iza('audit', 'verify-l')).exit, 0)
  const many = await iza('audit', 'list')
  equal(many.exit, 2)
  match(many.err, /could be: list-changes, list-lines/)
})
