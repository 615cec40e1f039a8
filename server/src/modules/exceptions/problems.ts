import { problem } from '#kernel/problem.ts'

export const unknownRule = problem(
  'invalid',
  'exceptions.unknown-rule',
  (rule: string, known: readonly string[]) => ({
    en: `There is no rule "${rule}". The rules are ${known.join(', ')}.`,
    de: `Es gibt keine Regel „${rule}“. Die Regeln sind ${known.join(', ')}.`,
  }),
)
