import { z } from 'zod'
import { Stage } from './business-states.ts'

/** The words of a file for our stages. */
export const StageWords = z
  .array(z.strictObject({ word: z.string().trim().min(1).max(200), stage: Stage }))
  .max(200)
export type StageWords = z.output<typeof StageWords>

/** Words of real portfolios, beside the names of the stages themselves. */
const USUAL: Record<Stage, readonly string[]> = {
  idea: ['concept', 'ideation', 'planned', 'backlog', 'pre-seed'],
  validation: ['validating', 'research', 'discovery', 'exploring', 'testing'],
  solution: ['prototype', 'mvp', 'building', 'development', 'in-development', 'beta', 'alpha'],
  launched: ['operating', 'operational', 'active', 'live', 'running', 'launch', 'open', 'in-business'],
  growing: ['growth', 'scaling', 'scale', 'scale-up', 'expanding'],
  'spun-out': ['spin-out', 'spin-off', 'spun-off', 'spinout', 'spinoff'],
  exited: ['exit', 'acquired', 'sold', 'ipo', 'public', 'merged'],
  closed: [
    'dead',
    'shut-down',
    'shutdown',
    'inactive',
    'defunct',
    'failed',
    'dissolved',
    'bankrupt',
    'ceased',
    'liquidated',
  ],
}

const STAGE_OF_WORD = new Map(
  Stage.options.flatMap((stage) => [stage, ...USUAL[stage]].map((word): [string, Stage] => [word, stage])),
)

/** Reads a stage as the caller says, as it is called here, or as others usually call it; undefined is for a person to say. */
export function stageReader(words: StageWords): (word: string) => Stage | undefined {
  const said = new Map(words.map(({ word, stage }) => [plain(word), stage]))
  return (word) => said.get(plain(word)) ?? STAGE_OF_WORD.get(plain(word))
}

function plain(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-')
}
