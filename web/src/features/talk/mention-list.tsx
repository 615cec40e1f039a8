import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { ActorMark } from '../../design/actor-mark.tsx'
import type { useMentions } from './use-mentions.ts'
import type { Person } from './words-in.ts'

/** Whom the words behind the @ may mean, below the field that they are typed in. */
export function MentionList(given: {
  mentions: ReturnType<typeof useMentions>
  onTake: (person: Person) => void
}) {
  const { t } = useTranslation()
  const { mentions, onTake } = given
  const { people, place, listId, optionId } = mentions
  return (
    <Box
      component="ul"
      role="listbox"
      id={listId}
      aria-label={t('talk.people')}
      hidden={people.length === 0}
      sx={LIST}
    >
      {people.map((person, index) => (
        <Box
          key={person.id}
          component="li"
          role="option"
          id={optionId(index)}
          aria-selected={index === place}
          // Before the field loses the focus, which would close the list.
          onMouseDown={(event) => {
            event.preventDefault()
            onTake(person)
          }}
          sx={OPTION}
        >
          <ActorMark name={person.name} isPerson size={20} />
          {person.name}
        </Box>
      ))}
    </Box>
  )
}

const LIST = {
  listStyle: 'none',
  m: 0,
  p: 0,
  // Over what stands below: were it pushed down, the click that closes the list would miss it.
  '&:not([hidden])': {
    position: 'absolute',
    top: '100%',
    left: 0,
    right: 0,
    zIndex: 2,
    border: '1px solid var(--mui-palette-control)',
    borderRadius: '3px',
    bgcolor: 'background.paper',
    maxHeight: 240,
    overflowY: 'auto',
  },
} as const

const OPTION = {
  display: 'flex',
  alignItems: 'center',
  gap: 2,
  px: 3,
  minHeight: 36,
  fontSize: 13,
  cursor: 'pointer',
  '&[aria-selected="true"]': { bgcolor: 'action.selected' },
} as const
