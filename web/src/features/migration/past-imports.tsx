import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages } from '../../api.ts'
import { formatInstant } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { ListBody } from '../banking/list-body.tsx'
import { NUMBER } from '../banking/figure-rows.tsx'

/** Nothing where nothing came in yet: the way in stands above. */
export function PastImports() {
  const { t } = useTranslation()
  const list = usePages('migration.list-imports', { limit: 20 })
  if (!list.problem && (list.rows === undefined || list.rows.length === 0)) return null
  const columns = [
    { key: 'on', title: t('migration.pastOn') },
    { key: 'from', title: t('migration.fromPrograms') },
    { key: 'companies', title: t('migration.company'), isNumber: true },
  ]
  return (
    <Box component="section" aria-label={t('migration.past')}>
      <Typography variant="h3" sx={{ px: { xs: 4, sm: 6 }, pb: 2 }}>
        {t('migration.past')}
      </Typography>
      <ListBody list={list} empty={null} total={(count) => t('migration.imports', { count })}>
        <LedgerRows label={t('migration.past')} columns={columns}>
          {list.rows?.map(({ id, createdAt, companies, programs }) => (
            <tr key={id}>
              <td>
                <Box component={Link} to={`/banking/import?import=${id}`} sx={DRILL}>
                  {formatInstant(createdAt)}
                </Box>
              </td>
              <td>{programs.map((program) => t(`migration.programs.${program}`)).join(', ')}</td>
              <Box component="td" sx={NUMBER}>
                {t('migration.companiesCount', { count: companies })}
              </Box>
            </tr>
          ))}
        </LedgerRows>
      </ListBody>
    </Box>
  )
}
