import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api.ts'
import { useAllRows } from '../businesses/use-all-rows.ts'
import { isStandardRole } from './standard-roles.ts'
import { useOwnRoles } from './use-own-roles.ts'

export interface Right {
  role: string
  /** Where the server told it; otherwise it is looked up among the studio's own roles. */
  roleName?: string
  covers: string | null
}

/** Rights as people say them: "Operator on Acme LLC". */
export function RightsWords({ rights }: { rights: readonly Right[] }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rights.map((right) => (
        <li key={`${right.role} ${right.covers}`}>
          <RightWords right={right} />
        </li>
      ))}
    </Box>
  )
}

function RightWords({ right: { role, roleName, covers } }: { right: Right }) {
  const { t } = useTranslation()
  const own = useOwnRoles()
  const name = isStandardRole(role)
    ? t(`role.${role}.name`)
    : (roleName ?? own.find(({ id }) => id === role)?.name ?? role)
  return (
    <>
      {t('rights.words', { role: name })} <CoveredName id={covers} />
    </>
  )
}

function CoveredName({ id }: { id: string | null }) {
  const { t } = useTranslation()
  if (id === null) return <>{t('rights.wholeStudio')}</>
  if (id.startsWith('biz_')) return <BusinessName id={id} />
  return id.startsWith('ent_') ? <EntityName id={id} /> : <CategoryName id={id} />
}

function BusinessName({ id }: { id: string }) {
  const { data } = useRead('businesses.get-business', { businessId: id })
  return <>{data?.name ?? id}</>
}

function EntityName({ id }: { id: string }) {
  const { rows } = useAllRows('entities.list-entities')
  return <>{rows.find((row) => row.id === id)?.name ?? id}</>
}

function CategoryName({ id }: { id: string }) {
  const { rows } = useAllRows('businesses.list-categories')
  return <>{rows.find((row) => row.id === id)?.name ?? id}</>
}
