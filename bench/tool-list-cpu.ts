import { createMessageAnswers } from '#server/doors/mcp/message-answers.ts'
import { META_TOOLS } from '#server/doors/mcp/meta-tools.ts'
import { operationTools } from '#server/doors/mcp/operation-tools.ts'
import { present } from '#kernel/assert.ts'
import { declaredCatalogue } from '#server/all-modules.ts'

const CALLS = 500
const MESSAGES = {
  '2025': { params: {}, headers: {} },
  '2026': {
    params: {
      _meta: {
        'io.modelcontextprotocol/protocolVersion': '2026-07-28',
        'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
        'io.modelcontextprotocol/clientCapabilities': {},
      },
    },
    headers: { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/list' },
  },
}

/** CPU time of one `tools/list`, without HTTP and without the database: 4, 16 and 300 tools, in both eras. */
export async function toolListCpuMs(): Promise<Record<string, number>> {
  const own = operationTools(declaredCatalogue()).map(({ tool }) => tool)
  const lists = {
    'the four': [...META_TOOLS],
    'these operations': [...META_TOOLS, ...own],
    '300 operations': Array.from({ length: 300 }, (_nothing, at) => present(own[at % own.length], 'a tool')),
  }
  const figures: Record<string, number> = {}
  for (const [title, tools] of Object.entries(lists)) {
    const answer = createMessageAnswers(() => ({
      list: () => tools,
      call: () => Promise.reject(new Error('nothing is called here')),
    }))
    for (const [era, { params, headers }] of Object.entries(MESSAGES)) {
      const one = async () => {
        const message = new Request('http://localhost/mcp', {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'application/json, text/event-stream',
            ...headers,
          },
        })
        const response = await answer(message, { jsonrpc: '2.0', id: 1, method: 'tools/list', params })
        if (!(await response.text()).includes('"tools"')) throw new Error('no list came back')
      }
      for (let call = 0; call < 100; call++) await one()
      const before = process.cpuUsage()
      for (let call = 0; call < CALLS; call++) await one()
      const { user, system } = process.cpuUsage(before)
      figures[`tools/list of ${title}, ${era}`] = (user + system) / 1000 / CALLS
    }
  }
  return figures
}
