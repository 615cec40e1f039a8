import type { Input } from '../../api.ts'
import type { Business, Stage } from './stages.ts'

/** A business as it stands in a form: lists are text until they are sent. */
export interface BusinessDraft {
  name: string
  entityId: string
  categoryId: string
  stage: Stage
  description: string
  links: string
  tags: string
}

export const EMPTY_DRAFT: BusinessDraft = {
  name: '',
  entityId: '',
  categoryId: '',
  stage: 'idea',
  description: '',
  links: '',
  tags: '',
}

export function draftOf({
  name,
  entity,
  category,
  stage,
  description,
  links,
  tags,
}: Business): BusinessDraft {
  return {
    name,
    entityId: entity.id,
    categoryId: category?.id ?? '',
    stage,
    description,
    links: links.join('\n'),
    tags: tags.join(', '),
  }
}

export function fieldsOf(draft: BusinessDraft): Input<'businesses.create-business'> {
  return {
    name: draft.name,
    entityId: draft.entityId,
    categoryId: draft.categoryId || null,
    stage: draft.stage,
    description: draft.description,
    links: listed(draft.links, '\n'),
    tags: listed(draft.tags, ','),
  }
}

/** Only what this person changed: fields that somebody else changed meanwhile stay theirs. */
export function changesOf(
  before: BusinessDraft,
  draft: BusinessDraft,
): Partial<Input<'businesses.create-business'>> {
  const [was, is] = [fieldsOf(before), fieldsOf(draft)]
  const same = (name: keyof typeof is) => JSON.stringify(was[name]) === JSON.stringify(is[name])
  return {
    ...(!same('name') && { name: is.name }),
    ...(!same('entityId') && { entityId: is.entityId }),
    ...(!same('categoryId') && { categoryId: is.categoryId ?? null }),
    ...(!same('stage') && is.stage && { stage: is.stage }),
    ...(!same('description') && { description: is.description ?? '' }),
    ...(!same('links') && { links: is.links ?? [] }),
    ...(!same('tags') && { tags: is.tags ?? [] }),
  }
}

function listed(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
