import { useMay } from './use-may.ts'

/** What is offered only to whoever may do it: a button that the server would refuse is not there. */
export function May({ permission, children }: { permission: string; children: React.ReactNode }) {
  return useMay(permission) ? children : null
}
