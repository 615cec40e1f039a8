import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDecimal } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { NUMBER } from '../banking/figure-rows.tsx'
import { RATES } from '../statements/statement-foot.tsx'
import type { Consolidation } from './group-words.ts'

const SHOWN = 50

/** Who is in it, since when, by which method, and how much of it is the root's. */
export function Ownership({ ownership }: Pick<Consolidation, 'ownership'>) {
  const { t } = useTranslation()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? ownership : ownership.slice(0, SHOWN)
  return (
    <>
      <Box component="table" aria-label={t('group.foot.ownership')} sx={RATES}>
        <thead>
          <tr>
            <th scope="col">{t('banking.entity')}</th>
            <th scope="col">{t('group.method')}</th>
            <Box component="th" scope="col" sx={NUMBER}>
              {t('group.share')}
            </Box>
            <th scope="col">{t('group.since')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ entity, from, method, sharePercent }) => (
            <tr key={`${entity.id} ${from}`}>
              <td>
                <Box component={Link} to={`/businesses/entities/${entity.id}`} sx={DRILL}>
                  {entity.name}
                </Box>
              </td>
              <td title={t(`group.methodSays.${method}`)}>{t(`group.methods.${method}`)}</td>
              <Box component="td" sx={NUMBER}>
                {t('group.percent', { share: formatDecimal(sharePercent) })}
              </Box>
              <Box component="td" sx={{ whiteSpace: 'nowrap' }}>
                {from ?? t('group.always')}
              </Box>
            </tr>
          ))}
        </tbody>
      </Box>
      {shown.length < ownership.length && (
        <Button onClick={() => setWhole(true)}>
          {t('group.moreOwnership', { count: ownership.length - shown.length })}
        </Button>
      )}
    </>
  )
}
