import type { CaptionName } from '#kernel/captions.ts'
import { today } from '#kernel/periods.ts'
import type { Input } from '../../api.ts'
import { decimalIn, typedOf } from '../banking/typed-amount.ts'
import type { TopSide } from './group-words.ts'

export interface LineDraft {
  /** Only here: lines come and go, and each keeps its fields. */
  key: number
  caption: CaptionName | ''
  entityId: string
  debit: string
  credit: string
}

export interface TopSideDraft {
  rootId: string
  effectiveOn: string
  memo: string
  carriesForward: boolean
  lines: LineDraft[]
}

export function emptyLine(key: number): LineDraft {
  return { key, caption: '', entityId: '', debit: '', credit: '' }
}

/** Of nothing; or the opposite of an entry, which takes it back. */
export function draftOf(given: {
  rootId: string
  takenBack: TopSide | undefined
  memo: (memo: string) => string
}): TopSideDraft {
  const { rootId, takenBack, memo } = given
  if (!takenBack) {
    const lines = [emptyLine(1), emptyLine(2)]
    return { rootId, effectiveOn: today(), memo: '', carriesForward: true, lines }
  }
  return {
    rootId: takenBack.rootEntityId,
    effectiveOn: takenBack.effectiveOn,
    memo: memo(takenBack.memo).slice(0, 400),
    carriesForward: takenBack.carriesForward,
    lines: takenBack.lines.map(({ caption, entity, debit, credit }, at) => ({
      key: at + 1,
      caption,
      entityId: entity?.id ?? '',
      debit: credit === null ? '' : typedOf(credit),
      credit: debit === null ? '' : typedOf(debit),
    })),
  }
}

/** As the operation takes it; undefined where a line or the root says nothing yet. */
export function topSideInput(draft: TopSideDraft): Input<'group.post-top-side'> | undefined {
  const { rootId, effectiveOn, memo, carriesForward } = draft
  const lines = draft.lines.flatMap(({ caption, entityId, debit, credit }) =>
    caption === ''
      ? []
      : [
          {
            caption,
            ...(debit.trim() !== '' && { debit: decimalIn(debit) }),
            ...(credit.trim() !== '' && { credit: decimalIn(credit) }),
            ...(entityId !== '' && { entityId }),
          },
        ],
  )
  if (rootId === '' || memo.trim() === '' || lines.length < 2 || lines.length < draft.lines.length)
    return undefined
  return { rootEntityId: rootId, effectiveOn, memo: memo.trim(), carriesForward, lines }
}
