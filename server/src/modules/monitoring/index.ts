import { getHealth, type MonitoringMeans } from './get-health.ts'

export type { MonitoringMeans } from './get-health.ts'

export function monitoringOperations(means: MonitoringMeans) {
  return [getHealth(means)]
}
