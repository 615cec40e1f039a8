import type pg from 'pg'
import { escapeIdentifier, escapeLiteral } from 'pg'

export const OWNER_ROLE = 'iza_owner'
export const APP_ROLE = 'iza_app'

export interface RolePasswords {
  owner: string
  app: string
}

/**
 * The three roles of DESIGN.md section 6. `admin` is a superuser, or a role that may create roles and databases,
 * and is used here only; the owner migrates; the app serves, owns nothing and cannot bypass row-level security.
 */
export async function ensureRoles(admin: pg.Client, passwords: RolePasswords): Promise<void> {
  await ensureRole(admin, OWNER_ROLE, passwords.owner)
  await ensureRole(admin, APP_ROLE, passwords.app)
}

export async function ensureDatabase(admin: pg.Client, name: string): Promise<void> {
  const found = await admin.query('select from pg_database where datname = $1', [name])
  if (found.rowCount === 0) await createDatabase(admin, name, 'template0')
  // PUBLIC may connect to and make temporary tables in any database unless told otherwise.
  const database = escapeIdentifier(name)
  await admin.query(`revoke all on database ${database} from public`)
  await admin.query(`grant connect on database ${database} to ${APP_ROLE}`)
}

export async function createDatabase(admin: pg.Client, name: string, template: string): Promise<void> {
  await admin.query(
    `create database ${escapeIdentifier(name)} owner ${OWNER_ROLE} encoding 'UTF8' template ${escapeIdentifier(template)}`,
  )
}

async function ensureRole(admin: pg.Client, role: string, password: string): Promise<void> {
  const attributes = `login nosuperuser nobypassrls nocreaterole nocreatedb password ${escapeLiteral(password)}`
  const found = await admin.query('select from pg_roles where rolname = $1', [role])
  await admin.query(
    `${found.rowCount === 0 ? 'create' : 'alter'} role ${escapeIdentifier(role)} ${attributes}`,
  )
  // Creating a database for another role needs membership in it, also for an administrator who is no superuser.
  await admin.query(`grant ${escapeIdentifier(role)} to current_user`)
}
