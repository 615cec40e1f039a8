/** What a visitor is told first, by REST. */
export async function readFrontDoor(url: string): Promise<unknown> {
  const response = await fetch(new URL('/api/v1/identity/get-front-door', url))
  return response.json()
}
