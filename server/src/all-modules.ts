import { createCatalogue, type Catalogue } from './catalogue/catalogue.ts'
import { approvalsKinds, approvalsOperations, approvalSubject, carryOut } from './modules/approvals/index.ts'
import { attachmentsOperations, attachmentsPrograms, attachmentsRules } from './modules/attachments/index.ts'
import { auditOperations, sealLines } from './modules/audit/index.ts'
import {
  businessesOperations,
  businessesPrograms,
  businessesRules,
  businessesSigns,
  businessesSources,
  businessSubject,
} from './modules/businesses/index.ts'
import { closingOperations, closingPrograms, closingRules } from './modules/closing/index.ts'
import { commentsKinds, commentsOperations } from './modules/comments/index.ts'
import { demoOperations, demoPrograms } from './modules/demo/index.ts'
import { importsPrograms } from './modules/imports/index.ts'
import {
  entitiesOperations,
  entitiesPrograms,
  entitiesRules,
  entitiesSources,
  entitySubject,
} from './modules/entities/index.ts'
import { exceptionsOperations } from './modules/exceptions/index.ts'
import { groupOperations, groupRules } from './modules/group/index.ts'
import { identityOperations, identityPrograms, identitySources } from './modules/identity/index.ts'
import { healthPrograms, healthRules } from './modules/health/index.ts'
import {
  kpisKinds,
  kpisOperations,
  kpisPrograms,
  kpisRules,
  kpisSigns,
  kpisSources,
  kpiSubject,
} from './modules/kpis/index.ts'
import { entrySubject, ledgerOperations, ledgerRules, ledgerSources } from './modules/ledger/index.ts'
import { migrationOperations, migrationPrograms } from './modules/migration/index.ts'
import { monitoringOperations, probe } from './modules/monitoring/index.ts'
import {
  endpointDisabled,
  notificationsOperations,
  notificationsPrograms,
  type NotificationsMeans,
} from './modules/notifications/index.ts'
import { runsKinds, runsOperations, runSubject } from './modules/runs/index.ts'
import { searchOperations } from './modules/search/index.ts'
import { statementsOperations, statementsPrograms } from './modules/statements/index.ts'
import { subjectsOperations } from './modules/subjects/index.ts'
import { viewsOperations } from './modules/views/index.ts'
import {
  endpointSubject,
  webhooksOperations,
  webhooksPrograms,
  webhooksRules,
} from './modules/webhooks/index.ts'
import type { OperationsOf } from './catalogue/find-operation.ts'
import { meansFrom, type ModuleMeans } from './module-means.ts'
import type { Program } from './runs/program.ts'

/** Every operation that there is. The catalogue imports no module: it is handed theirs here. */
export function allOperations(means: ModuleMeans): Catalogue {
  const subjects = { kinds: ALL_SUBJECTS, operations: () => catalogue.operations }
  const catalogue: Catalogue = createCatalogue([
    ...identityOperations(means),
    ...approvalsOperations(() => catalogue.operations),
    ...auditOperations(means.audit),
    ...entitiesOperations,
    ...businessesOperations(HEALTH_RULES),
    ...kpisOperations(means),
    ...ledgerOperations,
    ...groupOperations,
    ...closingOperations,
    ...statementsOperations,
    ...migrationOperations,
    ...demoOperations(HEALTH_RULES, subjects, means.demo),
    ...exceptionsOperations(ALL_RULES, subjects),
    ...runsOperations,
    ...searchOperations(ALL_SOURCES),
    ...subjectsOperations(subjects),
    ...commentsOperations(subjects),
    ...attachmentsOperations({ ...subjects, ...means.files }),
    ...viewsOperations(() => catalogue.operations),
    ...notificationsOperations(notificationsMeans(means, () => catalogue.operations)),
    ...webhooksOperations({ ...means, operations: () => catalogue.operations }),
    ...monitoringOperations(means.monitoring),
  ])
  return catalogue
}

/** Every rule by which something in a studio is found to be wrong, in the order in which people read them. */
const ALL_RULES = [
  ...businessesRules,
  ...kpisRules,
  ...entitiesRules,
  ...ledgerRules,
  ...groupRules,
  ...closingRules,
  ...attachmentsRules,
  ...webhooksRules,
]

/** What makes up the health of a business: the exceptions about it, and signs that are none. */
const HEALTH_RULES = healthRules([...ALL_RULES, ...businessesSigns, ...kpisSigns])

/** Everything that can be found by name or id. */
const ALL_SOURCES = [
  ...businessesSources,
  ...entitiesSources,
  ...kpisSources,
  ...ledgerSources,
  ...identitySources,
]

/** Everything that has a timeline, comments and files. */
const ALL_SUBJECTS = [businessSubject, entitySubject, kpiSubject, entrySubject, runSubject, approvalSubject]

/** What people are told of, the more telling first: of one event each is told once. */
export function notificationsMeans(means: ModuleMeans, operations: OperationsOf): NotificationsMeans {
  const subjects = { kinds: [...ALL_SUBJECTS, endpointSubject], operations }
  const notificationKinds = [
    ...commentsKinds(subjects),
    ...approvalsKinds(operations),
    ...runsKinds,
    ...kpisKinds,
    endpointDisabled,
  ]
  return { ...means, subjects, notificationKinds }
}

/** Every program that runs can follow. */
export function allPrograms(means: ModuleMeans, operations: OperationsOf): Program[] {
  const { audit, monitoring } = means
  return [
    carryOut,
    sealLines(audit),
    probe(monitoring),
    ...entitiesPrograms,
    ...businessesPrograms,
    ...healthPrograms(HEALTH_RULES),
    ...identityPrograms(means),
    ...closingPrograms,
    ...statementsPrograms,
    ...kpisPrograms(means),
    ...attachmentsPrograms(means.files),
    ...importsPrograms,
    ...migrationPrograms,
    ...demoPrograms(HEALTH_RULES, { kinds: ALL_SUBJECTS, operations }),
    ...webhooksPrograms(means),
    ...notificationsPrograms(notificationsMeans(means, operations)),
  ]
}

/** The catalogue as it is declared, for documents and tests: it is not meant to be invoked. */
export function declaredCatalogue(): Catalogue {
  const mail = { smtpUrl: undefined, from: '', dir: '' }
  return allOperations(
    meansFrom({
      setupCode: '',
      tokensSecret: '',
      vaultSecret: '',
      auditSecret: '',
      auditDir: '',
      filesDir: '',
      mail,
    }),
  )
}
