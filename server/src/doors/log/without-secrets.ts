/**
 * What a credential of ours looks like, wherever it got into a text: a key, a refresh token, an access token (JWT), what
 * stands behind "Bearer", the password in a database's address. Nothing that we log should hold one; this is the net.
 */
const SHAPES: readonly (readonly [shape: RegExp, instead: string])[] = [
  [/\biza_(machine|key|invitation|refresh)_[\w.-]+/g, 'iza_$1_[redacted]'],
  [/\beyJ[\w-]{10,}\.[\w-]+\.[\w-]+/g, '[redacted]'],
  [/\b(bearer) +[^\s"\\]+/gi, '$1 [redacted]'],
  [/\b(postgres(?:ql)?|amqps?|rediss?):\/\/[^\s"@/]*@/g, '$1://[redacted]@'],
]

export function withoutSecrets(text: string): string {
  return SHAPES.reduce((clean, [shape, instead]) => clean.replace(shape, instead), text)
}
