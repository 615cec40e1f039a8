import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { CopyId } from '../../design/copy-id.tsx'
import { FactLine } from '../../design/fact-line.tsx'
import { formatInstant } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { BusinessHealth } from './business-health.tsx'
import { StagePace } from './stage-pace.tsx'
import { StageMark } from './stage-mark.tsx'
import type { Business } from './stages.ts'

/** Every fact of a business as a ruled line: what it is called on the left, what it says on the right. */
export function BusinessDetails({ business }: { business: Business }) {
  const { t } = useTranslation()
  const { id, stage, entity, category, owner, description, links, tags, revision, createdAt, updatedAt } =
    business
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <FactLine label={t('business.stage')}>
        <StageMark stage={stage} />
        <StagePace business={business} />
      </FactLine>
      <BusinessHealth businessId={id} />
      <FactLine label={t('business.entity')}>
        <Box component={Link} to={`/businesses?entity=${entity.id}`} sx={DRILL}>
          {entity.name}
        </Box>
      </FactLine>
      <FactLine label={t('business.category')}>
        {category && (
          <Box component={Link} to={`/businesses?category=${category.id}`} sx={DRILL}>
            {category.name}
          </Box>
        )}
      </FactLine>
      <FactLine label={t('business.owner')}>
        {owner && (
          <Box component={Link} to={`/businesses?owner=${owner.id}`} sx={DRILL}>
            {owner.name}
          </Box>
        )}
      </FactLine>
      <FactLine label={t('business.description')}>
        {description && <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{description}</Box>}
      </FactLine>
      <FactLine label={t('business.links')}>
        {links.length > 0 && links.map((link) => <WebLink key={link} link={link} />)}
      </FactLine>
      <FactLine label={t('business.tags')}>{tags.join(', ')}</FactLine>
      <FactLine label={t('business.updated')}>
        {formatInstant(updatedAt)}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {' · '}
          {t('business.revision', { revision })}
        </Box>
      </FactLine>
      <FactLine label={t('business.created')}>{formatInstant(createdAt)}</FactLine>
      <FactLine label={t('business.id')}>
        <CopyId id={id} />
      </FactLine>
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
