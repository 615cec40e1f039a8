import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { CopyId } from '../../design/copy-id.tsx'
import { formatInstant } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { StageMark } from './stage-mark.tsx'
import type { Business } from './stages.ts'

/** Every fact of a business as a ruled line: what it is called on the left, what it says on the right. */
export function BusinessDetails({ business }: { business: Business }) {
  const { t } = useTranslation()
  const { id, stage, entity, category, description, links, tags, revision, createdAt, updatedAt } = business
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <Line label={t('business.stage')}>
        <StageMark stage={stage} />
      </Line>
      <Line label={t('business.entity')}>
        <Box component={Link} to={`/businesses?entity=${entity.id}`} sx={DRILL}>
          {entity.name}
        </Box>
      </Line>
      <Line label={t('business.category')}>
        {category && (
          <Box component={Link} to={`/businesses?category=${category.id}`} sx={DRILL}>
            {category.name}
          </Box>
        )}
      </Line>
      <Line label={t('business.description')}>
        {description && <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{description}</Box>}
      </Line>
      <Line label={t('business.links')}>
        {links.length > 0 && links.map((link) => <WebLink key={link} link={link} />)}
      </Line>
      <Line label={t('business.tags')}>{tags.join(', ')}</Line>
      <Line label={t('business.updated')}>
        {formatInstant(updatedAt)}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {' · '}
          {t('business.revision', { revision })}
        </Box>
      </Line>
      <Line label={t('business.created')}>{formatInstant(createdAt)}</Line>
      <Line label={t('business.id')}>
        <CopyId id={id} />
      </Line>
    </Box>
  )
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  const { t } = useTranslation()
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: '96px minmax(0, 1fr)',
        columnGap: 4,
        minHeight: 40,
        px: 5,
        py: '9px',
        borderBottom: '1px solid var(--mui-palette-divider)',
      }}
    >
      <Box component="dt" sx={{ fontSize: 12, color: 'text.secondary' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, fontSize: 13, minWidth: 0, overflowWrap: 'anywhere' }}>
        {children || (
          <Box component="span" title={t('business.noneReason')} sx={{ color: 'text.secondary' }}>
            {t('business.none')}
          </Box>
        )}
      </Box>
    </Box>
  )
}

function WebLink({ link }: { link: string }) {
  return (
    <Box
      component="a"
      href={link}
      target="_blank"
      rel="noreferrer"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        color: 'primary.main',
        textDecoration: 'none',
        '&:hover': { textDecoration: 'underline' },
      }}
    >
      <span>{link.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}</span>
      <Icon name="external" size={12} />
    </Box>
  )
}
