import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'

/**
 * The token of a link that was mailed or handed over. It stands behind the `#`, which no browser sends to a server and no log
 * writes down; once read, it leaves the address bar and the history.
 */
export function useLinkToken(purpose: 'invitation' | 'reset' | 'answer'): string | undefined {
  const { hash, pathname } = useLocation()
  const navigate = useNavigate()
  const arrived = tokenIn(hash, purpose)
  const [token, setToken] = useState(arrived)
  // A second link opened in the same tab changes the fragment only.
  if (arrived !== undefined && arrived !== token) setToken(arrived)
  useEffect(() => {
    if (hash) void navigate(pathname, { replace: true })
  }, [hash, pathname, navigate])
  return token
}

function tokenIn(hash: string, purpose: string): string | undefined {
  const [, token] = /^#(iza_[a-z]+_[\w-]{20,60})$/.exec(hash) ?? []
  return token?.startsWith(`iza_${purpose}_`) ? token : undefined
}
