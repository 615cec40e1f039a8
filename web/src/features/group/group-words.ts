import { useTranslation } from 'react-i18next'
import { CAPTIONS, type CaptionName } from '#kernel/captions.ts'
import { languageNamed } from '#kernel/languages.ts'
import type { Input, Output, Row } from '../../api.ts'

export type Consolidation = Output<'group.get-consolidation'>
export type Summary = Row<'group.list-consolidations'>
export type Figures = Consolidation['figures'][number]
export type Line = Row<'group.list-consolidation-lines'>
export type Kind = Line['kind']
export type Disagreement = Row<'group.list-disagreements'>
export type PairInput = Input<'group.post-intercompany'>
export type PairKind = PairInput['kind']

/** In the order in which lines are made: books first, and what belongs to others last. */
export const KINDS = [
  'entity',
  'translation',
  'elimination:investment',
  'elimination:balances',
  'elimination:income',
  'elimination:goods',
  'elimination:dividends',
  'elimination:difference',
  'deconsolidation',
  'equity-method',
  'top-side',
  'nci',
  'nci:result',
] as const satisfies readonly Kind[]

export function isOfEntities(kind: Kind): boolean {
  return kind === 'entity' || kind === 'translation'
}

/** Income and expenses have a period; all else stands at the end of it. */
export function isResultCaption(caption: CaptionName): boolean {
  const { type } = CAPTIONS[caption]
  return type === 'income' || type === 'expense'
}

/** What a caption is called in the language of the screen: in the words that every statement has for it. */
export function useCaptionLabel(): (caption: CaptionName) => string {
  const { i18n } = useTranslation()
  return (caption) => CAPTIONS[caption].label[languageNamed(i18n.language)]
}

/** What a kind of line is called, and what it is. Its name has a colon, which would otherwise name another collection of words. */
export function useKindWords(): { name(kind: Kind): string; says(kind: Kind): string } {
  const { t } = useTranslation()
  return {
    name: (kind) => t(`group.kind.${kind}`, { nsSeparator: false }),
    says: (kind) => t(`group.kindSays.${kind}`, { nsSeparator: false }),
  }
}
