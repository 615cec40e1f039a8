import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import { createView } from './create-view.ts'
import { deleteView } from './delete-view.ts'
import { listViews } from './list-views.ts'
import { restoreView } from './restore-view.ts'
import { shareView } from './share-view.ts'
import { updateView } from './update-view.ts'

export function viewsOperations(operations: OperationsOf) {
  return [
    createView(operations),
    deleteView(operations),
    listViews(operations),
    restoreView(operations),
    shareView(operations),
    updateView(operations),
  ]
}
