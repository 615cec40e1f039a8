/** What was typed wrongly: told with the way to say it right, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}
