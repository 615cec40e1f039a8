import type { z } from 'zod'
import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { pageOfPasskeys } from './passkey-queries.ts'
import { countPasskeys } from './passkey-queries.ts'
import type { Passkey } from './passkey-schema.ts'
import { lockSecondFactor } from './second-factor-queries.ts'

type Row = Awaited<ReturnType<typeof pageOfPasskeys>>[number]

/** Rows as they are told, each with whether it is all that the person has beside the password. */
export async function passkeysShown(
  tx: Transaction,
  personId: Id<'person'>,
  rows: readonly Row[],
): Promise<z.output<typeof Passkey>[]> {
  const isOnlyFactor = await hasOneFactor(tx, personId)
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    host: row.host,
    deviceType: row.device_type,
    isBackedUp: row.is_backed_up,
    isOnlyFactor,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }))
}

/** True where a single passkey, and no authenticator, stands between a stolen password and the account. */
export async function hasOneFactor(tx: Transaction, personId: Id<'person'>): Promise<boolean> {
  const [factor, total] = await Promise.all([lockSecondFactor(tx, personId), countPasskeys(tx, personId)])
  return total === 1 && !factor?.sealed_secret
}
