import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const PROJECT = fileURLToPath(new URL('..', import.meta.url))
const BIN = join(PROJECT, 'node_modules', '.bin')

const CHECKS: Record<string, string[]> = {
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
  lint: ['oxlint', '--type-aware', '--quiet'],
  types: ['tsc', '-p', '.'],
  'dependency rules': [
    'depcruise',
    '--config',
    '.dependency-cruiser.cjs',
    'kernel',
    'contract',
    'server',
    'cli',
    'web/src',
  ],
}

/** Format, lint, types and dependency rules, two at a time. Returns the names of those that failed. */
export async function runChecks(): Promise<string[]> {
  const failed: string[] = []
  const waiting = Object.entries(CHECKS)
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, [program = '', ...given]] = next
      const { code, text } = await execute(join(BIN, program), given)
      console.log(`  ${code === 0 ? '✔' : '✖'} ${name}`)
      if (code !== 0) {
        failed.push(name)
        console.log(text)
      }
    }
  }
  await Promise.all([lane(), lane()])
  return failed
}

export function execute(
  program: string,
  given: string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, given, { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => (text += part.toString()))
    child.on('close', (code) => resolve({ code: code ?? 1, text }))
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const failed = await runChecks()
  const unit = await execute(process.execPath, [
    '--test',
    'kernel/**/*.test.ts',
    'tools/tidy.test.ts',
    'cli/**/*.test.ts',
    'web/src/**/*.test.ts',
  ])
  console.log(unit.text)
  if (failed.length > 0) console.log(`  Failed: ${failed.join(', ')}`)
  process.exit(failed.length > 0 ? 1 : unit.code)
}
