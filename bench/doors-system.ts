import { caller, testSystem } from '#server/test-system.ts'
import { createWay } from '#server/system.ts'

const FIELDS =
  'id name stage description links tags revision createdAt updatedAt archivedAt category { id name }'

/** A serving process with this many businesses, and the same list asked for at each door. */
export async function testDoorsSystem(businesses: number) {
  const { url, machineKey, database, settings } = await testSystem({ isFounded: true })
  const call = caller(createWay(database.app, settings).invoke)
  for (let at = 0; at < businesses; at++) {
    const entity = { name: `Entity ${at}`, kind: 'LLC', jurisdiction: 'US-DE' }
    const { id: entityId } = await call('entities.create-entity', entity, machineKey)
    await call(
      'businesses.create-business',
      { name: `Business ${at}`, entityId, tags: ['a', 'b'] },
      machineKey,
    )
  }
  const headers = {
    authorization: `Bearer ${machineKey}`,
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  }
  const post = (path: string, body: object) => ({
    url: `${url}${path}`,
    method: 'POST' as const,
    headers,
    body: JSON.stringify(body),
  })
  return {
    database,
    rest: { url: `${url}/api/v1/businesses/list-businesses?limit=20`, headers },
    graphql: post('/graphql', { query: query('') }),
    withEdge: post('/graphql', { query: query('kind jurisdiction') }),
    toolList: post('/mcp', { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }),
  }
}

function query(edge: string): string {
  return `{ businessesListBusinesses(limit: 20) { items { ${FIELDS} entity { id name ${edge} } } nextCursor total } }`
}
