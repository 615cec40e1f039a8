import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages, type Row } from '../../api.ts'
import { formatDay } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { InvitationRows } from './invitation-rows.tsx'
import { InvitePanel } from './invite-panel.tsx'
import { PersonPanel } from './person-panel.tsx'
import { RightsWords } from './rights-words.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import { useSidePanel } from './use-side-panel.ts'
import { May } from '../identity/may.tsx'

/** Who belongs to the studio, with what rights, and who is invited. */
export function PeopleSection({ meId }: { meId: string }) {
  const { t } = useTranslation()
  const list = usePages('identity.list-people', { limit: 100 })
  const { isOpen, id, open, close } = useSidePanel()
  const personId = id('person')
  const panel = isOpen('new') ? (
    <May permission="identity.manage-people">
      <InvitePanel onClose={close} />
    </May>
  ) : (
    personId && (
      <PersonPanel
        key={personId}
        person={list.rows?.find((person) => person.personId === personId)}
        isLoading={!list.rows}
        onClose={close}
      />
    )
  )
  return (
    <SettingsFrame
      here="people"
      reading={list}
      panel={panel}
      action={
        <May permission="identity.manage-people">
          <Button variant="contained" onClick={() => open('new')} startIcon={<Icon name="plus" size={14} />}>
            {t('people.invite')}
          </Button>
        </May>
      }
    >
      <LedgerRows
        label={t('people.list')}
        columns={[
          { key: 'name', title: t('people.name') },
          { key: 'rights', title: t('people.rights') },
          { key: 'joined', title: t('people.joined'), isWideOnly: true },
        ]}
      >
        {list.rows?.map((person) => (
          <PersonRow key={person.personId} person={person} isMe={person.personId === meId} />
        ))}
      </LedgerRows>
      {list.hasMore && (
        <Button onClick={list.more} sx={{ mx: 4, my: 2 }}>
          {t('settings.more')}
        </Button>
      )}
      {!list.problem && <InvitationRows />}
    </SettingsFrame>
  )
}

function PersonRow({ person, isMe }: { person: Row<'identity.list-people'>; isMe: boolean }) {
  const { t } = useTranslation()
  const { personId, displayName, email, grants, joinedAt } = person
  return (
    <tr>
      <td>
        <Box component={Link} to={`/settings/people?person=${personId}`} sx={{ ...DRILL, fontWeight: 500 }}>
          {displayName}
        </Box>
        {isMe && (
          <Box component="span" sx={{ ml: 1.5, ...SECOND_LINE }}>
            {t('people.you')}
          </Box>
        )}
        <Box sx={SECOND_LINE}>{email}</Box>
      </td>
      <td>
        <RightsWords rights={grants} />
      </td>
      <Box component="td" sx={WIDE_ONLY}>
        {formatDay(joinedAt)}
      </Box>
    </tr>
  )
}
