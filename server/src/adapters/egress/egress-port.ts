/** One request to somebody else's server: webhooks, connectors and agents all leave through here. */
export interface EgressRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As `check` accepts it. */
  url: string
  headers: Record<string, string>
  body?: string
  /** Until the connection stands, and until the answer is read. */
  connectMsMax: number
  wholeMsMax: number
  /** What of the answer is read; the rest is left. */
  answerBytesMax: number
  signal?: AbortSignal
}

export interface EgressAnswer {
  status: number
  /** Names in lower case; of a header that came twice the first. */
  headers: Record<string, string>
  body: Buffer
  /** True where the answer went on beyond `answerBytesMax`. */
  isCut: boolean
}

/**
 * The way out. It connects to public addresses by https and to nothing else, but for what the installation allows by name;
 * it follows no redirect and asks no proxy.
 */
export interface Egress {
  /**
   * Throws the problems of `send` that can be told beforehand: `egress.bad-address` and `egress.address-refused`. A name that
   * cannot be looked up now passes, for it may be made later; what it leads to is looked at again when it is connected to.
   */
  check(url: string): Promise<void>
  /**
   * An answer of any status. Throws `egress.bad-address`, `egress.address-refused`, or, where trying again may help,
   * `egress.unreachable` and `egress.timeout`.
   */
  send(request: EgressRequest): Promise<EgressAnswer>
}

/** Plain data, for it also travels to workers. */
export interface EgressSettings {
  /** `host:port`, a name or an address: reached although it is private, and also by http. */
  allow: readonly string[]
}
