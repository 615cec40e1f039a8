import { z } from 'zod'
import { program } from '#server/runs/program.ts'
import type { FilesMeans } from './attachments-means.ts'
import { noteChecked, storedAfter } from './stored-files-queries.ts'

const REPEATS_EVERY_S = 24 * 3600
const AT_ONCE = 50

const Checked = z.array(z.object({ sha256: z.string(), fault: z.enum(['missing', 'altered']).nullable() }))

/** Every day: compares the bytes of every file with their hash. What does not fit stands among the exceptions. */
export function verifyFiles({ store }: Pick<FilesMeans, 'store'>) {
  return program({
    name: 'attachments.verify-files',
    title: () => ({ en: 'Compare files with their hashes', de: 'Dateien mit ihren Prüfsummen vergleichen' }),
    input: z.strictObject({}),
    repeatsEveryS: REPEATS_EVERY_S,
    async run(_input, work) {
      let [files, damaged, after] = [0, 0, '']
      for (let part = 1; ; part++) {
        const checked = await work.read(`compare ${part}`, Checked, async () => {
          const hashes = await work.look((tx) => storedAfter(tx, after, AT_ONCE))
          return Promise.all(hashes.map((sha256) => check(sha256)))
        })
        if (checked.length === 0) return { files, damaged }
        await work.transact(`note ${part}`, z.null(), async (tx) => {
          await noteChecked(tx, checked)
          return null
        })
        files += checked.length
        damaged += checked.filter(({ fault }) => fault !== null).length
        after = checked.at(-1)?.sha256 ?? after
      }

      async function check(sha256: string) {
        const found = await store.digest(work.studioId, sha256)
        const fault = found === sha256 ? null : found === undefined ? 'missing' : 'altered'
        return { sha256, fault } as const
      }
    },
  })
}
