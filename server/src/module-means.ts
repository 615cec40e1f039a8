import type { Egress, EgressSettings } from './adapters/egress/egress-port.ts'
import { openEgress } from './adapters/egress/open-egress.ts'
import type { MailMeans, MailSettings } from './adapters/mail/mail-port.ts'
import { openMailer } from './adapters/mail/open-mailer.ts'
import { createFileStore } from './adapters/storage/file-store.ts'
import { HOME_PORT } from './doors/ports.ts'
import type { FilesMeans } from './modules/attachments/index.ts'
import { BOOK_MONTHS_MAX, type DemoMeans } from './modules/demo/index.ts'
import { createHeadSigner, type AuditMeans } from './modules/audit/index.ts'
import { createPasskeyTickets, createSessionTokens, type IdentityMeans } from './modules/identity/index.ts'
import type { MonitoringMeans } from './modules/monitoring/index.ts'
import { createLinkTokens } from './secrets/link-tokens.ts'
import { createUploadReceipts } from './secrets/upload-receipts.ts'
import { createVault, fileKeyWrapper, type Vault } from './secrets/vault.ts'

/** What the means of modules are made of; plain data, for it also travels to workers. */
export interface Secrets {
  setupCode: string
  /** Signs and derives the tokens of sessions and of links; from a file of the home. */
  tokensSecret: string
  /** Wraps the keys of secrets at rest; from a file of the home. */
  vaultSecret: string
  /** Signs what of the audit was sealed; from a file of the home. */
  auditSecret: string
  /** Where the files of signed heads lie: in the home, outside the database. */
  auditDir: string
  /** Where attached files lie: in the home, beside the database. */
  filesDir: string
  mail: MailSettings
  /** Undefined: nothing but the internet is reached. */
  egress?: EgressSettings
  portOffset?: number
  /** Host names, beside localhost, by which people reach us. */
  publicHosts?: string[]
  /** How many full months the books of a demonstration tell; undefined: as many as there are. */
  demoMonths?: number
}

/** What modules stand on, beside the database. */
export type ModuleMeans = IdentityMeans & {
  vault: Vault
  egress: Egress
  audit: AuditMeans
  monitoring: MonitoringMeans
  files: FilesMeans
  demo: DemoMeans
}

/** All files of a studio together. A disk that fills first is told sooner (adapters/storage). */
const STUDIO_FILES_BYTES_MAX = 20 * 1024 ** 3

/** Where nothing serves, as in documents and tests of operations, there is no process that could tell of itself. */
const NO_PROCESS: MonitoringMeans = { gather: async () => ({ reports: [], missing: 0 }) }

export function meansFrom(settings: Secrets, monitoring: MonitoringMeans = NO_PROCESS): ModuleMeans {
  const { setupCode, tokensSecret, vaultSecret, auditSecret, auditDir } = settings
  return {
    setupCode,
    tokens: createSessionTokens(tokensSecret),
    passkeyTickets: createPasskeyTickets(tokensSecret),
    links: createLinkTokens(tokensSecret),
    mail: mailMeans(settings),
    vault: createVault(fileKeyWrapper(vaultSecret)),
    egress: openEgress(settings.egress ?? { allow: [] }),
    audit: { signer: createHeadSigner(auditSecret, auditDir), headsDir: auditDir },
    files: {
      store: createFileStore(settings.filesDir),
      receipts: createUploadReceipts(tokensSecret),
      studioBytesMax: STUDIO_FILES_BYTES_MAX,
    },
    monitoring,
    demo: { bookMonths: settings.demoMonths ?? BOOK_MONTHS_MAX },
  }
}

/** Links lead to the first host name by which people reach us, or to this machine. */
function mailMeans({ mail, portOffset = 0, publicHosts = [] }: Secrets): MailMeans {
  const [host] = publicHosts
  return {
    mailer: openMailer(mail),
    siteUrl: host === undefined ? `http://localhost:${HOME_PORT + portOffset}` : `https://${host}`,
    leavesThisMachine: mail.smtpUrl !== undefined,
  }
}
