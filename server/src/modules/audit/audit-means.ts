import type { HeadSigner } from './head-signer.ts'

/** What of the outside this module stands on; main.ts hands it in. */
export interface AuditMeans {
  signer: HeadSigner
  /** The folder of the files of signed heads, in the home. */
  headsDir: string
}
