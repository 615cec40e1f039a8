import { useTranslation } from 'react-i18next'
import { usePages, useRead } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { formatInstant } from '../../design/format.ts'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { useWhole } from '../businesses/use-all-rows.ts'
import type { Consolidation } from './group-words.ts'

const NOTHING = 'none'

/** A consolidation beside the one that the address names; where it names none, beside the last one before, if there is one. */
export function useBeside(id: string) {
  const { get } = useQueryPlace()
  const alone = useRead('group.get-consolidation', { id })
  const asked = get('with')
  const withId = asked === NOTHING ? '' : asked || (alone.data?.previousId ?? '')
  const beside = useRead('group.get-consolidation', { id, compareWithId: withId }, { skip: withId === '' })
  const reading = withId === '' ? alone : beside
  return { reading, made: reading.data ?? alone.data, withId }
}

/** What it stands beside: nothing, or another consolidation of the same root in the same currency. */
export function CompareChoice({ made, withId }: { made: Consolidation; withId: string }) {
  const { t } = useTranslation()
  const { put } = useQueryPlace()
  const { id, root, currency, comparison } = made
  const { rows } = useWhole(usePages('group.list-consolidations', { entityId: root.id, limit: 200 }))
  const listed = rows.filter((one) => one.currency === currency && one.id !== id)
  // Beyond what one list holds, what was chosen stands in it all the same.
  const others =
    comparison && listed.every((one) => one.id !== comparison.id) ? [comparison, ...listed] : listed
  if (others.length === 0) return null
  return (
    <Choice
      label={t('statements.beside')}
      value={withId === '' ? NOTHING : withId}
      isMarked={withId !== ''}
      options={[
        { value: NOTHING, label: t('statements.compare.none') },
        ...others.map(({ id: value, from, to, madeAt }) => ({
          value,
          label: t('group.besideOf', { from, to, at: formatInstant(madeAt) }),
        })),
      ]}
      onChange={(value) => put({ with: value })}
    />
  )
}
