import type { Language } from '#kernel/languages.ts'
import type { Credential, IssuedTokens } from '#server/catalogue/access.ts'
import type { Invoke } from '#server/catalogue/invoke.ts'
import type { DoorContext } from './door-context.ts'
import { EdgeLoader } from './edge-loader.ts'

/** The way of one request: everything that its fields and edges read goes through it, as the same caller. */
export function requestContext(given: {
  invoke: Invoke
  requestId: string
  language: Language
  credentialOf(): Credential
  /** Gives the caller a session, or takes it back with undefined. */
  handOut(tokens: IssuedTokens | undefined): void
}): DoorContext {
  const { invoke, requestId, language, credentialOf, handOut } = given
  const replayed: string[] = []
  const run: DoorContext['run'] = async (operation, input, sending) => {
    const { output, isReplay, issued } = await invoke({
      operation,
      input,
      credential: credentialOf(),
      door: 'graphql',
      requestId,
      language,
      idempotencyKey: sending?.idempotencyKey,
      isDryRun: sending?.isDryRun ?? false,
    })
    if (sending?.isWrite) context.edges.forget()
    if (isReplay && sending) replayed.push(sending.path)
    if (issued) handOut(issued.tokens)
    return output
  }
  const context = { run, replayed, edges: new EdgeLoader((operation, input) => run(operation, input)) }
  return context
}
