import { Problem } from '#kernel/problem.ts'
import type { Invoke } from './catalogue/invoke.ts'

/** What there is, after a demonstration was founded where one is wanted and nothing is. Of several processes one founds it. */
export async function studioAtStart(
  invoke: Invoke,
  { isDemo }: { isDemo: boolean },
): Promise<{ isFounded: boolean; isDemo: boolean }> {
  const ask = async (operation: string) => {
    const credential = { token: undefined, isLocal: true }
    return (await invoke({ operation, input: {}, credential, door: 'system', requestId: 'start' })).output
  }
  let door = await ask('identity.get-front-door')
  if (isDemo && door['isFounded'] !== true) {
    await ask('demo.found-studio').catch((error: unknown) => {
      if (!(error instanceof Problem) || error.code !== 'identity.already-founded') throw error
    })
    door = await ask('identity.get-front-door')
  }
  return { isFounded: door['isFounded'] === true, isDemo: door['isDemo'] === true }
}
