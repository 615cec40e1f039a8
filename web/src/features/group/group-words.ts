import { useTranslation } from 'react-i18next'
import { CAPTIONS, type CaptionName } from '#kernel/captions.ts'
import { flowsIn, type Part, type Told } from '#kernel/consolidation-figures.ts'
import type { LineKind } from '#kernel/consolidation-kinds.ts'
import { consolidationWords } from '#kernel/consolidation-words.ts'
import { languageNamed } from '#kernel/languages.ts'
import type { Input, Output, Row } from '../../api.ts'

export type Consolidation = Output<'group.get-consolidation'>
export type Summary = Row<'group.list-consolidations'>
export type Figures = Consolidation['figures'][number]
export type Line = Row<'group.list-consolidation-lines'>
export type Kind = LineKind
export type Disagreement = Row<'group.list-disagreements'>
export type PairInput = Input<'group.post-intercompany'>
export type TopSide = Row<'group.list-top-side'>
export type AllocationInput = Input<'group.allocate-services'>
export type Allocation = Output<'group.allocate-services'>
export type PostedPair = Output<'group.post-intercompany'>
export type PairKind = PairInput['kind']

/** Income and expenses have a period; all else stands at the end of it. */
function isResultCaption(caption: CaptionName): boolean {
  const { type } = CAPTIONS[caption]
  return type === 'income' || type === 'expense'
}

/** Which amount of a line a statement tells: that of cash flows; else of income and expenses the period, of all else the end of it. */
export function amountIn(part: Part, caption: CaptionName): keyof Told {
  return flowsIn(part) ?? (isResultCaption(caption) ? 'period' : 'closing')
}

/** What a caption is called in a consolidation, in the language of the screen. */
export function useGroupCaption(): (caption: CaptionName) => string {
  const { i18n } = useTranslation()
  return consolidationWords(languageNamed(i18n.language)).caption
}

/** What a caption is called in the language of the screen: in the words that every statement has for it. */
export function useCaptionLabel(): (caption: CaptionName) => string {
  const { i18n } = useTranslation()
  return (caption) => CAPTIONS[caption].label[languageNamed(i18n.language)]
}

/** What a kind of line is called, in the words of what is printed; and what it is. Its name has a colon, which would otherwise name another collection of words. */
export function useKindWords(): { name(kind: Kind): string; says(kind: Kind): string } {
  const { t, i18n } = useTranslation()
  const { kind: name } = consolidationWords(languageNamed(i18n.language))
  return {
    name,
    says: (kind) => t(`group.kindSays.${kind}`, { nsSeparator: false }),
  }
}
