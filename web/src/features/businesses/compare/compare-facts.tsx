import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead } from '../../../api.ts'
import { formatCount } from '../../../design/format.ts'
import { Icon } from '../../../design/icon.tsx'
import { DRILL } from '../../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../../design/ledger-table.ts'
import { BandMark } from '../band-mark.tsx'
import { StageMark } from '../stage-mark.tsx'
import type { ListedBusiness } from '../stages.ts'
import { COMPARE_TABLE, widthOf } from './compare-table.ts'

const FACTS = ['stage', 'inStage', 'entity', 'category', 'owner', 'tags', 'health'] as const

/** What each is, a line a fact, a column a business. */
export function CompareFacts(given: { businesses: ListedBusiness[]; onDrop: (id: string) => void }) {
  const { t } = useTranslation()
  const { businesses, onDrop } = given
  return (
    <Box component="section" tabIndex={0} aria-label={t('compare.facts')} sx={{ overflowX: 'auto' }}>
      <Box
        component="table"
        aria-label={t('compare.facts')}
        sx={COMPARE_TABLE}
        style={widthOf(businesses.length)}
      >
        <thead>
          <tr>
            <th scope="col">{t('compare.fact')}</th>
            {businesses.map(({ id, name, archivedAt }) => (
              <th key={id} scope="col">
                <Box sx={{ display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between' }}>
                  <Box component={Link} to={`/businesses/${id}`} sx={{ ...DRILL, overflowWrap: 'anywhere' }}>
                    {name}
                  </Box>
                  <IconButton
                    aria-label={t('compare.drop', { name })}
                    onClick={() => onDrop(id)}
                    sx={{ my: -1 }}
                  >
                    <Icon name="close" size={14} />
                  </IconButton>
                </Box>
                {archivedAt && <Box sx={SECOND_LINE}>{t('businesses.archived')}</Box>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FACTS.map((fact) => (
            <tr key={fact}>
              <th scope="row">{t(`compare.of.${fact}`)}</th>
              {businesses.map((business) => (
                <td key={business.id}>
                  <Fact fact={fact} business={business} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

function Fact({ fact, business }: { fact: (typeof FACTS)[number]; business: ListedBusiness }) {
  const { t } = useTranslation()
  const { stage, stageSince, daysInStage, entity, category, owner, tags } = business
  if (fact === 'stage') return <StageMark stage={stage} />
  if (fact === 'health') return <HealthWithReasons business={business} />
  if (fact === 'inStage') {
    return (
      <span title={stageSince}>
        {t('compare.daysSince', { days: formatCount(daysInStage), day: stageSince })}
      </span>
    )
  }
  const texts = {
    entity: entity.name,
    category: category?.name,
    owner: owner?.name,
    tags: tags.length > 0 ? tags.join(', ') : undefined,
  }
  return texts[fact] ?? <span title={t(`businesses.without.${fact === 'tags' ? 'tag' : fact}`)}>—</span>
}

/** Each column is read by itself and fails alone. */
function HealthWithReasons({ business }: { business: ListedBusiness }) {
  const { t } = useTranslation()
  const { data, problem } = useRead('businesses.get-health', { businessId: business.id })
  return (
    <>
      <BandMark health={business.health} />
      {problem && <Box sx={SECOND_LINE}>{t('home.unread', { reason: problem.title })}</Box>}
      {data && data.reasons.length > 0 && (
        <Box component="ul" aria-label={t('business.reasons')} sx={REASONS}>
          {data.reasons.map(({ rule, title, points, says }) => (
            <li key={`${rule} ${says}`}>
              <Box component="span" sx={{ color: 'text.primary', fontWeight: 500 }}>
                {t('compare.points', { title, points })}
              </Box>{' '}
              {says}
            </li>
          ))}
        </Box>
      )}
    </>
  )
}

const REASONS = {
  listStyle: 'none',
  m: 0,
  mt: 1,
  p: 0,
  '& > li': { ...SECOND_LINE, mt: 1, textWrap: 'pretty', overflowWrap: 'anywhere' },
} as const
