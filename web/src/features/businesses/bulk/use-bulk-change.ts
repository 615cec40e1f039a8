import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import type { Problem } from '#contract/operations.d.ts'
import { useTrial, useWrite } from '../../../api.ts'
import { toastShown } from '../../../shell/toast-slice.ts'
import type { Business } from '../stages.ts'
import {
  CHANGES_REFUSED,
  refusalsIn,
  type Change,
  type Preview,
  type Refused,
  type Wanted,
} from './bulk-change.ts'

const OPERATION = 'businesses.update-businesses'
/** Once with all, once without what was refused, and once more where somebody changed something between the two. */
const TRIALS_MAX = 3

/** A change of many, first as a dry run and then for good. All that the preview shows is the server's answer. */
export function useBulkChange(chosen: readonly Business[]) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { attempt, isTrying } = useTrial(OPERATION)
  const { send, isSending, problem } = useWrite(OPERATION)
  const [preview, setPreview] = useState<Preview>()
  const [refusal, setRefusal] = useState<Problem>()

  const look = async (wanted: Wanted): Promise<void> => {
    setRefusal(undefined)
    let left = [...chosen]
    const refused: Refused[] = []
    for (let trial = 1; left.length > 0; trial++) {
      const changes: Change[] = left.map(({ id: businessId }) => ({ businessId, ...wanted }))
      const { output, problem: reason } = await attempt({ changes })
      if (output) {
        const changing = output.items.flatMap(({ previous }, at) => {
          const change = changes[at]
          return change && Object.keys(previous).length > 0 ? [{ change, previous }] : []
        })
        return setPreview({ changes, changing, refused })
      }
      const reasons = reason?.code === CHANGES_REFUSED ? refusalsIn(reason) : new Map<number, string>()
      if (reasons.size === 0 || trial >= TRIALS_MAX) return setRefusal(reason)
      refused.push(...left.flatMap((business, at) => ifTold(business, reasons.get(at))))
      left = left.filter((_business, at) => !reasons.has(at))
    }
    setPreview({ changes: [], changing: [], refused })
  }

  const apply = async ({ changes }: Preview): Promise<boolean> => {
    const done = await send({ changes })
    if (!done) return false
    const undone = done.items.flatMap(({ businessId, previous, revision }) =>
      Object.keys(previous).length > 0 ? [{ businessId, ...previous, takesBack: revision }] : [],
    )
    const undo = { operation: OPERATION, input: { changes: undone } } as const
    dispatch(toastShown({ text: t('bulk.doneToast', { count: undone.length }), undo }))
    return true
  }

  return {
    preview,
    look,
    apply,
    forget: () => setPreview(undefined),
    isTrying,
    isSending,
    problem: problem ?? refusal,
  }
}

function ifTold(business: Business, reason: string | undefined): Refused[] {
  return reason === undefined ? [] : [{ business, reason }]
}
