import { join } from 'node:path'
import { ensureKey } from './home-keys.ts'
import { newSigningKey } from './modules/audit/index.ts'
import { newToken, tokenHash } from './modules/identity/index.ts'
import type { SystemSettings } from './system.ts'

/** What a serving process knows from files of the home, and nobody who has only the database. */
export function homeSecrets(
  home: string,
): Pick<
  SystemSettings,
  'machineKeyHash' | 'tokensSecret' | 'vaultSecret' | 'auditSecret' | 'auditDir' | 'filesDir'
> {
  return {
    machineKeyHash: tokenHash(ensureKey(home, 'machine', () => newToken('machine'))),
    tokensSecret: ensureKey(home, 'tokens'),
    vaultSecret: ensureKey(home, 'vault'),
    auditSecret: ensureKey(home, 'audit-signing', newSigningKey),
    auditDir: join(home, 'audit'),
    filesDir: join(home, 'files'),
  }
}
