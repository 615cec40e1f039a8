import { lastMailTo, readMails } from '#server/test-mails.ts'
import { waitFor } from '#server/runs/test-runs.ts'

/** Waits for the next mail to that address which `send` brings about; answers the path of its link. */
export async function linkMailedTo(email: string, send: () => Promise<unknown>): Promise<string> {
  const count = () => readMails().filter(({ to }) => to === email).length
  const before = count()
  await send()
  await waitFor(async () => ({ isThere: count() > before, seen: count() }))
  const { text } = lastMailTo(email)
  return /https?:\/\/[^/\s]+(\/\S+#\S+)/.exec(text)?.[1] ?? ''
}
