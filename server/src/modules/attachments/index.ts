import { attachFile } from './attach-file.ts'
import type { AttachmentMeans, FilesMeans } from './attachments-means.ts'
import { damagedRule } from './damaged-rule.ts'
import { getFile } from './get-file.ts'
import { listFiles } from './list-files.ts'
import { removeFile } from './remove-file.ts'
import { restoreFile } from './restore-file.ts'
import { sweepFiles } from './sweep-files.ts'
import { verifyFiles } from './verify-files.ts'

export type { FilesMeans } from './attachments-means.ts'
export { openFile } from './open-file.ts'
export { stageUpload } from './uploads.ts'

export const attachmentsRules = [damagedRule]

export function attachmentsOperations(means: AttachmentMeans) {
  return [attachFile(means), getFile(means), listFiles(means), removeFile(means), restoreFile(means)]
}

export function attachmentsPrograms(means: FilesMeans) {
  return [sweepFiles(means), verifyFiles(means)]
}
