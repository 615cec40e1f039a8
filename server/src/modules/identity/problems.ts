import { problem } from '#kernel/problem.ts'

export const alreadyFounded = problem(
  'conflict',
  'identity.already-founded',
  () => 'The first studio of this installation is already founded. Sign in instead.',
)

export const setupCodeNeeded = problem(
  'forbidden',
  'identity.setup-code-needed',
  () =>
    'From another machine the first studio is founded with the one-time code that the terminal printed at start. Enter it, or open the page on the machine itself.',
)

/** One answer for an unknown address and a wrong password: it does not tell which addresses are known. */
export const wrongSignIn = problem(
  'unauthenticated',
  'identity.wrong-sign-in',
  () =>
    'This e-mail address and password do not belong together. Check both; capital letters count in the password.',
)
