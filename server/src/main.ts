import cluster from 'node:cluster'
import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '#kernel/problem.ts'
import { readConfig, type Config } from './config.ts'
import { outageOf } from './database/outage.ts'
import { prepareDatabase } from './database/prepare-database.ts'
import { ensureKey, openHome } from './home-keys.ts'
import { homeSecrets } from './home-secrets.ts'
import { newSetupCode } from './modules/identity/index.ts'
import { openSystem, type SystemSettings } from './system.ts'
import { tellStart } from './tell-start.ts'
import { superviseWorkers } from './workers.ts'

/** Composition root: config -> database -> catalogue -> doors. Everything that is started here is stopped here. */
async function start(config: Config): Promise<() => Promise<void>> {
  const startedAtMs = performance.now()
  const { home: wanted, databaseUrl, processes, smtpUrl, mailFrom, egressAllow, ...serving } = config
  const home = openHome(wanted)
  mkdirSync(join(home, 'logs'), { recursive: true, mode: 0o700 })
  const prepared = await prepareDatabase({
    home,
    databaseUrl,
    secret: ensureKey(home, 'database'),
    say,
  })
  try {
    const settings: SystemSettings = {
      ...serving,
      app: prepared.app,
      logFile: join(home, 'logs', 'iza.log'),
      home,
      processNumber: 0,
      worksRuns: true,
      setupCode: newSetupCode(),
      ...homeSecrets(home),
      mail: { smtpUrl, from: mailFrom, dir: join(home, 'mail') },
      egress: { allow: egressAllow },
    }
    const system =
      processes > 1 ? await superviseWorkers(settings, processes, say) : await openSystem(settings, say)
    tellStart(system, settings, performance.now() - startedAtMs)
    return async () => {
      await system.close()
      await prepared.stop()
    }
  } catch (error) {
    await prepared.stop()
    throw error
  }
}

function say(line: string): void {
  console.log(`  ${line}`)
}

function explain(error: unknown, home: string): void {
  const problem = error instanceof Problem ? error : outageOf(error)
  if (problem) return console.error(`\n  ${problem.message}\n`)
  const file = join(home, 'crash.log')
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(`\n  IZA OS met an error of its own and stopped: ${text.split('\n', 1)[0]}`)
  try {
    appendFileSync(file, `${new Date().toISOString()} ${text}\n`, { mode: 0o600 })
    console.error(`  The details are in ${file}. Nothing that was acknowledged is lost; start again.\n`)
  } catch {
    console.error(text) // the home itself cannot be written, so this is the only place left
  }
}

function stopOnSignals(stop: () => Promise<void>): void {
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) return
      isStopping = true
      console.log('\n  Stopping …')
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error instanceof Error ? error.message : error)
          process.exit(1)
        },
      )
    })
  }
}

if (cluster.isPrimary) {
  let home = '.iza'
  try {
    const config = readConfig(process.env, process.argv.slice(2))
    home = config.home
    const starting = start(config)
    stopOnSignals(async () => (await starting)())
    await starting
  } catch (error) {
    explain(error, home)
    process.exit(1)
  }
}
