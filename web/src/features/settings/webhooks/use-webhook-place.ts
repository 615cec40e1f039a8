import { useSearchParams } from 'react-router'

export const STATUSES = ['waiting', 'delivered', 'failed'] as const
export type Status = (typeof STATUSES)[number]

/** What is open beside the list stands in the address: a new endpoint, one endpoint with its log, or one delivery of it. */
export function useWebhookPlace() {
  const [query, setQuery] = useSearchParams()
  const status = STATUSES.find((one) => one === query.get('status'))
  const endpointId = query.get('endpoint') ?? undefined
  return {
    isNew: query.has('new'),
    isEditing: query.has('edit'),
    endpointId,
    deliveryId: query.get('delivery') ?? undefined,
    status,
    openNew: () => setQuery({ new: 'true' }),
    openEdit: () => endpointId && setQuery({ endpoint: endpointId, edit: 'true' }),
    openEndpoint: (id: string) => setQuery({ endpoint: id }),
    narrow: (to: string) => endpointId && setQuery({ endpoint: endpointId, ...(to && { status: to }) }),
    close: () => setQuery({}),
  }
}

export function addressOfEndpoint(id: string): string {
  return `/settings/webhooks?endpoint=${id}`
}

/** The log stays narrowed as it was, for whoever goes back to it. */
export function addressOfDelivery(
  { id, endpointId }: { id: string; endpointId: string },
  status?: Status,
): string {
  const query = new URLSearchParams({ endpoint: endpointId, ...(status && { status }), delivery: id })
  return `/settings/webhooks?${query.toString()}`
}
