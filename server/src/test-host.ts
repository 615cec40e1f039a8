import { request } from 'node:http'

/** Sends one request to this machine under a host name of the caller's choice, which fetch does not allow. */
export function sendAsHost(
  url: URL,
  host: string,
  sending: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; text: string }> {
  const { method = 'GET', headers = {}, body } = sending
  return new Promise((resolve, reject) => {
    const { port, pathname: path } = url
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers: { ...headers, host } },
      (response) => {
        let text = ''
        response.on('data', (part: Buffer) => (text += part.toString()))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
