import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useRead, useWrite } from '../../../api.ts'
import { LedgerRows } from '../../../design/ledger-rows.tsx'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { toastShown } from '../../../shell/toast-slice.ts'
import { May } from '../../identity/may.tsx'

/** What health is made of: every rule in its own words, with the points that it takes. */
export function HealthRules() {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { data, problem, again } = useRead('businesses.list-health-rules', {})
  const assessing = useWrite('businesses.assess-health')
  const failure = problem ?? assessing.problem
  const assess = async () => {
    const done = await assessing.send({})
    if (done) dispatch(toastShown({ text: t('portfolio.health.assessedToast', { count: done.changed }) }))
  }
  return (
    <>
      {failure && (
        <Box sx={{ px: { xs: 4, sm: 6 }, pb: 3 }}>
          <ProblemNotice problem={failure} onRetry={problem && again} />
        </Box>
      )}
      <LedgerRows
        label={t('portfolio.health.title')}
        columns={[
          { key: 'rule', title: t('portfolio.health.rule') },
          { key: 'points', title: t('portfolio.health.points'), isNumber: true },
        ]}
      >
        {data?.rules.map(({ rule, title, stated, points }) => (
          <tr key={rule}>
            <Box component="td" sx={{ '&&': { py: 2 } }}>
              <Box sx={{ fontWeight: 500 }}>{title}</Box>
              <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary', textWrap: 'pretty' }}>
                {stated}
              </Box>
            </Box>
            <Box component="td" sx={{ '&&': { textAlign: 'right' }, fontFeatureSettings: "'tnum', 'zero'" }}>
              {`\u2212${points}`}
            </Box>
          </tr>
        ))}
      </LedgerRows>
      <May permission="businesses.write">
        <Box sx={{ px: { xs: 4, sm: 6 }, pt: 3 }}>
          <Button variant="outlined" disabled={assessing.isSending} onClick={() => void assess()}>
            {t('portfolio.health.assess')}
          </Button>
        </Box>
      </May>
    </>
  )
}
