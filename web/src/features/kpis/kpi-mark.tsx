import { useTranslation } from 'react-i18next'
import { ProvenanceMark } from '../../design/provenance-mark.tsx'
import type { Provenance } from './figure.ts'

/** Where the value of a KPI comes from, in the words of KPIs. */
export function KpiMark({ provenance }: { provenance: Provenance }) {
  const { t } = useTranslation()
  const words = {
    name: t(`kpis.provenance.${provenance}.name`),
    explained: t(`kpis.provenance.${provenance}.explained`),
  }
  return <ProvenanceMark kind={provenance} words={words} />
}
