import type { Reach } from '#server/catalogue/reach.ts'
import type { OperationTool } from './operation-tools.ts'

type Json = Record<string, unknown>

/** Those that the caller may use, the best first: a word in the verb counts most. */
export function searchOperations(
  tools: readonly OperationTool[],
  { query, limit }: { query: string; limit: number },
  reach: Reach,
): Json {
  const words = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const found = tools
    .filter(({ operation }) => reach.permits(operation))
    .map((tool) => ({ tool, score: scoreOf(tool, words) }))
    .filter(({ score }) => score > 0 || words.length === 0)
    .toSorted((a, b) => b.score - a.score)
  return {
    operations: found.slice(0, limit).map(({ tool: { operation } }) => {
      const { name, summary, effect, risk } = operation
      return { operation: name, summary, effect, risk }
    }),
    total: found.length,
  }
}

/** What is needed to call them. */
export function describeOperations(tools: readonly OperationTool[]): Json {
  return {
    operations: tools.map(({ operation, tool }) => {
      const { name, summary, effect, scope, permission, risk, isUndoable } = operation
      const { inputSchema, outputSchema } = tool
      return {
        operation: name,
        tool: tool.name,
        callWith: effect === 'read' ? 'call_read' : 'call_write',
        summary,
        effect,
        scope,
        permission,
        risk,
        isUndoable,
        inputSchema,
        outputSchema,
      }
    }),
  }
}

function scoreOf({ operation: { module, verb, summary } }: OperationTool, words: readonly string[]): number {
  const said = summary.toLowerCase()
  return words.reduce((score, word) => {
    const stem = word.length > 3 ? word.replace(/(ing|ed|ies|es|s|y)$/, '') : word
    return (
      score + (verb.includes(stem) ? 3 : 0) + (module.includes(stem) ? 1 : 0) + (said.includes(stem) ? 1 : 0)
    )
  }, 0)
}
