import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../design/format.ts'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { NUMBER } from '../banking/figure-rows.tsx'
import { RATES } from '../statements/statement-foot.tsx'
import type { Consolidation } from './group-words.ts'

/** The translation adjustment of each entity in another currency, reckoned a second time from what it had and earned in its own. */
export function Proofs({ made: { proofs, currency } }: { made: Consolidation }) {
  const { t } = useTranslation()
  const heads = ['opening', 'earned', 'owners', 'expected', 'moved'] as const
  return (
    <Box component="table" aria-label={t('group.foot.proofs')} sx={RATES}>
      <thead>
        <tr>
          <th scope="col">{t('banking.entity')}</th>
          {heads.map((key) => (
            <Box component="th" scope="col" key={key} sx={NUMBER}>
              {t(`group.proof.${key}`)}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        {proofs.map((proof) => (
          <tr key={proof.entity.id}>
            <td>{proof.entity.name}</td>
            <Effect own={proof.openingNetAssets} of={proof} effect={proof.openingEffect} in={currency} />
            <Effect own={proof.result} of={proof} effect={proof.resultEffect} in={currency} />
            <Effect own={proof.owners} of={proof} effect={proof.ownersEffect} in={currency} />
            <Box component="td" sx={NUMBER}>
              {formatMoney(proof.expected, currency)}
            </Box>
            <Box component="td" sx={NUMBER}>
              {formatMoney(proof.moved, currency)}
            </Box>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

/** What it was in the entity's own currency, and below it what the rates made of it. */
function Effect(given: { own: string; of: { currency: string }; effect: string; in: string }) {
  return (
    <Box component="td" sx={NUMBER}>
      {formatMoney(given.effect, given.in)}
      <Box sx={SECOND_LINE}>{formatMoney(given.own, given.of.currency)}</Box>
    </Box>
  )
}
