import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { MONO } from '../../design/theme.ts'
import { CurlBlock } from './curl-block.tsx'
import { FieldTable } from './field-table.tsx'
import type { OperationDoc } from './open-api.ts'

/** One operation: how it is called, who may, what goes in and what comes out. */
export function OperationEntry({ operation }: { operation: OperationDoc }) {
  const { t } = useTranslation()
  const { name, method, path, summary, input, output } = operation
  const facts = factsOf(operation).join(' · ')
  return (
    <Box
      component="section"
      id={name}
      aria-labelledby={`${name}-title`}
      sx={{
        px: { xs: 4, sm: 6 },
        py: 6,
        scrollMarginTop: 0,
        '& + &': { borderTop: '1px solid var(--mui-palette-divider)' },
      }}
    >
      <Typography
        variant="h2"
        id={`${name}-title`}
        sx={{ fontFamily: MONO, fontSize: 14, overflowWrap: 'anywhere' }}
      >
        {name}
      </Typography>
      <Typography variant="body1" sx={{ mt: 1, maxWidth: 640 }}>
        {summary}
      </Typography>
      <Box
        sx={{
          mt: 2,
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 4,
          rowGap: 1,
          fontSize: 12,
          color: 'text.secondary',
        }}
      >
        <Box component="code" sx={{ fontFamily: MONO, color: 'text.primary', overflowWrap: 'anywhere' }}>
          <Box component="strong" sx={{ color: method === 'GET' ? 'success.main' : 'primary.main' }}>
            {method}
          </Box>{' '}
          {path}
        </Box>
        <span>{facts}</span>
      </Box>
      <FieldTable title={t('reference.input')} fields={input} hasRequired />
      <FieldTable title={t('reference.output')} fields={output} hasRequired={false} />
      <CurlBlock operation={operation} />
    </Box>
  )

  function factsOf({ isPublic, permission, effect, risk, isUndoable }: OperationDoc): string[] {
    return [
      isPublic ? t('reference.public') : `${t('reference.permission')} ${permission}`,
      `${t('reference.effect')} ${effect}`,
      ...(risk === 'none' || risk === '' ? [] : [`${t('reference.risk')} ${risk}`]),
      ...(effect === 'read' ? [] : [isUndoable ? t('reference.undoable') : t('reference.notUndoable')]),
    ]
  }
}
