/** Plain text to one person. */
export interface Mail {
  /** An address as `schema.ts` of identity takes it: checked before it is stored. */
  to: string
  /** One line. */
  subject: string
  text: string
  /** The same key is the same mail: sent again after a crash it is kept once, or can be told apart by its Message-ID. */
  key: string
}

export interface Mailer {
  /** Throws the problem `mail.refused` where trying again is of no use, and `mail.not-taken` where it may be. */
  send(mail: Mail): Promise<void>
}

/** How a module mails: by what, and where its links lead. */
export interface MailMeans {
  mailer: Mailer
  /** Without a slash at the end: `https://iza.example.com`, `http://localhost:3000`. */
  siteUrl: string
  /** False where mails are kept as files: then somebody has to hand them over. */
  leavesThisMachine: boolean
}

/** Plain data, for it also travels to workers. */
export interface MailSettings {
  /** Undefined: mails are kept as files, and nothing leaves this machine. */
  smtpUrl: string | undefined
  /** RFC 5322: `IZA OS <iza@example.com>`. */
  from: string
  /** The file mailbox. */
  dir: string
}
