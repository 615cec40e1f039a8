import { useEffect, useState } from 'react'
import { readOpenApi, type OperationDoc } from './open-api.ts'

/** The document of this very server. It is no operation, so it does not go through the operations' client. */
export function useOpenApi(): { operations: OperationDoc[] | undefined; hasFailed: boolean } {
  const [operations, setOperations] = useState<OperationDoc[]>()
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    const leaving = new AbortController()
    const load = async () => {
      const response = await fetch('/api/v1/openapi.json', { signal: leaving.signal })
      const document: unknown = await response.json()
      setOperations(readOpenApi(document))
      setFailed(!response.ok)
    }
    load().catch(() => {
      if (!leaving.signal.aborted) setFailed(true)
    })
    return () => leaving.abort()
  }, [])
  return { operations, hasFailed }
}
