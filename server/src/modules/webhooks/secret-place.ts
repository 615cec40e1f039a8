/** Where in the database a secret's seal opens. */
export function placeOfSecret(endpointId: string): string {
  return `webhook_secret/${endpointId}`
}
