import { getHealth, type MonitoringMeans } from './get-health.ts'
import { getUptime } from './get-uptime.ts'

export type { MonitoringMeans } from './get-health.ts'
export { probe } from './probe.ts'

export function monitoringOperations(means: MonitoringMeans) {
  return [getHealth(means), getUptime]
}
