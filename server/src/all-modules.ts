import { createCatalogue, type Catalogue } from './catalogue/catalogue.ts'
import { approvalsOperations, carryOut } from './modules/approvals/index.ts'
import { auditOperations, createHeadSigner, sealLines, type AuditMeans } from './modules/audit/index.ts'
import {
  businessesOperations,
  businessesPrograms,
  businessesRules,
  businessesSources,
} from './modules/businesses/index.ts'
import { demoOperations, demoPrograms } from './modules/demo/index.ts'
import { importsPrograms } from './modules/imports/index.ts'
import {
  entitiesOperations,
  entitiesPrograms,
  entitiesRules,
  entitiesSources,
} from './modules/entities/index.ts'
import { exceptionsOperations } from './modules/exceptions/index.ts'
import {
  createSessionTokens,
  identityOperations,
  identitySources,
  type IdentityMeans,
} from './modules/identity/index.ts'
import { kpisOperations, kpisPrograms, kpisRules, kpisSources } from './modules/kpis/index.ts'
import { monitoringOperations, probe, type MonitoringMeans } from './modules/monitoring/index.ts'
import { runsOperations } from './modules/runs/index.ts'
import { searchOperations } from './modules/search/index.ts'
import { viewsOperations } from './modules/views/index.ts'
import type { Program } from './runs/program.ts'
import { createVault, fileKeyWrapper, type Vault } from './secrets/vault.ts'

/** What modules are handed of the secrets: from files of the home. */
export interface Secrets {
  setupCode: string
  /** Signs and derives the tokens of sessions. */
  tokensSecret: string
  /** Wraps the keys of secrets at rest. */
  vaultSecret: string
  /** Signs what of the audit was sealed. */
  auditSecret: string
  /** Where the files of signed heads lie: in the home, outside the database. */
  auditDir: string
}

/** Every operation that there is. The catalogue imports no module: it is handed theirs here. */
export function allOperations(means: ModuleMeans): Catalogue {
  const catalogue: Catalogue = createCatalogue([
    ...identityOperations(means),
    ...approvalsOperations(() => catalogue.operations),
    ...auditOperations(means.audit),
    ...entitiesOperations,
    ...businessesOperations,
    ...kpisOperations,
    ...demoOperations,
    ...exceptionsOperations(ALL_RULES),
    ...runsOperations,
    ...searchOperations(ALL_SOURCES),
    ...viewsOperations(() => catalogue.operations),
    ...monitoringOperations(means.monitoring),
  ])
  return catalogue
}

/** Every rule by which something in a studio is found to be wrong, in the order in which people read them. */
const ALL_RULES = [...businessesRules, ...kpisRules, ...entitiesRules]

/** Everything that can be found by name or id. */
const ALL_SOURCES = [...businessesSources, ...entitiesSources, ...kpisSources, ...identitySources]

/** Every program that runs can follow. */
export function allPrograms({ audit, monitoring }: ModuleMeans): Program[] {
  return [
    carryOut,
    sealLines(audit),
    probe(monitoring),
    ...entitiesPrograms,
    ...businessesPrograms,
    ...kpisPrograms,
    ...importsPrograms,
    ...demoPrograms,
  ]
}

/** The catalogue as it is declared, for documents and tests: it is not meant to be invoked. */
export function declaredCatalogue(): Catalogue {
  return allOperations(
    meansFrom({ setupCode: '', tokensSecret: '', vaultSecret: '', auditSecret: '', auditDir: '' }),
  )
}

/** What modules stand on, beside the database. */
export type ModuleMeans = IdentityMeans & { vault: Vault; audit: AuditMeans; monitoring: MonitoringMeans }

/** Where nothing serves, as in documents and tests of operations, there is no process that could tell of itself. */
const NO_PROCESS: MonitoringMeans = { gather: async () => ({ reports: [], missing: 0 }) }

export function meansFrom(
  { setupCode, tokensSecret, vaultSecret, auditSecret, auditDir }: Secrets,
  monitoring: MonitoringMeans = NO_PROCESS,
): ModuleMeans {
  return {
    setupCode,
    tokens: createSessionTokens(tokensSecret),
    vault: createVault(fileKeyWrapper(vaultSecret)),
    audit: { signer: createHeadSigner(auditSecret, auditDir), headsDir: auditDir },
    monitoring,
  }
}
