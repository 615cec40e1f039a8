import type { Input } from '../../api.ts'
import type { Business, Stage } from './stages.ts'

/** A business as it stands in a form: lists are text until they are sent. */
export interface BusinessDraft {
  name: string
  entityId: string
  categoryId: string
  ownerId: string
  stage: Stage
  description: string
  links: string
  tags: string
  /** Of what is dated: from which day on, and what it rests on. */
  effectiveOn: string
  evidence: string
  reason: string
}

export const EMPTY_DRAFT: BusinessDraft = {
  name: '',
  entityId: '',
  categoryId: '',
  ownerId: '',
  stage: 'idea',
  description: '',
  links: '',
  tags: '',
  effectiveOn: '',
  evidence: '',
  reason: '',
}

export function draftOf({
  name,
  entity,
  category,
  owner,
  stage,
  description,
  links,
  tags,
}: Business): BusinessDraft {
  return {
    name,
    entityId: entity.id,
    categoryId: category?.id ?? '',
    ownerId: owner?.id ?? '',
    stage,
    description,
    links: links.join('\n'),
    tags: tags.join(', '),
    effectiveOn: '',
    evidence: '',
    reason: '',
  }
}

export function fieldsOf(draft: BusinessDraft): Input<'businesses.create-business'> {
  return {
    name: draft.name,
    entityId: draft.entityId,
    categoryId: draft.categoryId || null,
    ownerId: draft.ownerId || null,
    stage: draft.stage,
    description: draft.description,
    links: listed(draft.links, '\n'),
    tags: listed(draft.tags, ','),
    ...(draft.effectiveOn && { effectiveOn: draft.effectiveOn }),
  }
}

/** Only what this person changed: fields that somebody else changed meanwhile stay theirs. */
export function changesOf(
  before: BusinessDraft,
  draft: BusinessDraft,
): Omit<Input<'businesses.update-business'>, 'businessId'> {
  const [was, is] = [fieldsOf(before), fieldsOf(draft)]
  const same = (name: keyof typeof is) => JSON.stringify(was[name]) === JSON.stringify(is[name])
  return {
    ...(!same('name') && { name: is.name }),
    ...(!same('entityId') && { entityId: is.entityId }),
    ...(!same('categoryId') && { categoryId: is.categoryId ?? null }),
    ...(!same('ownerId') && { ownerId: is.ownerId ?? null }),
    ...(!same('stage') && is.stage && { stage: is.stage }),
    ...(isMoved(before, draft) && kept(draft)),
    ...(!same('description') && { description: is.description ?? '' }),
    ...(!same('links') && { links: is.links ?? [] }),
    ...(!same('tags') && { tags: is.tags ?? [] }),
  }
}

/** Whether something changes that is dated: only then are day and evidence asked for. */
export function isMoved(before: BusinessDraft, draft: BusinessDraft): boolean {
  return (['entityId', 'categoryId', 'stage', 'ownerId'] as const).some(
    (name) => before[name] !== draft[name],
  )
}

function kept({ effectiveOn, evidence, reason }: BusinessDraft) {
  return {
    ...(effectiveOn && { effectiveOn }),
    ...(evidence.trim() && { evidence: evidence.trim() }),
    ...(reason.trim() && { reason: reason.trim() }),
  }
}

function listed(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
