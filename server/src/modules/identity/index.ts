import { foundStudio } from './found-studio.ts'
import { getFrontDoor } from './get-front-door.ts'
import { getMe } from './get-me.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

export { createAuthenticator } from './authenticate.ts'
export { newSetupCode } from './setup-code.ts'
export { newToken, tokenHash } from './tokens.ts'

/** `setupCode`: what a founder on another machine must know. */
export function identityOperations({ setupCode }: { setupCode: string }) {
  return [foundStudio(setupCode), getFrontDoor, getMe, signIn, signOut]
}
