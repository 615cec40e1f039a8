import { useAskOrWhy, type Input } from '../../api.ts'
import { FileButtons } from './file-buttons.tsx'

/** Exactly the statement that is shown, as a file. */
export function ExportStatement({ asked }: { asked: Input<'statements.get-statement'> }) {
  const { ask, isAsking } = useAskOrWhy('statements.export-statement')
  return <FileButtons isAsking={isAsking} ask={(format) => ask({ ...asked, format })} />
}
