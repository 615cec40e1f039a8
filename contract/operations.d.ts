// GENERATED from the catalogue by "npm run generate". Do not edit.

export type Account = {
  /** Id of the account. */
  id: string
  /** Id of the book. */
  bookId: string
  /** Its number in the chart, unique in the book. */
  code: string
  name: string
  type: "asset" | "liability" | "equity" | "income" | "expense"
  role: "cash" | "receivable" | "payable" | "exchange" | "retained-earnings" | "between-businesses" | null
  /** What it is shown under in every statement, whatever the chart of its book. */
  caption: "cash" | "receivables" | "due-from-group" | "inventory" | "prepaid" | "other-current-assets" | "fixed-assets" | "accumulated-depreciation" | "investments-group" | "investments-other" | "goodwill" | "loans-to-group" | "other-non-current-assets" | "payables" | "due-to-group" | "accrued" | "deferred-revenue" | "taxes-payable" | "other-current-liabilities" | "borrowings" | "loans-from-group" | "other-non-current-liabilities" | "capital" | "distributions" | "retained-earnings" | "other-comprehensive-income" | "noncontrolling-interest" | "exchange" | "between-businesses" | "revenue" | "revenue-group" | "cost-of-revenue" | "operating-expenses" | "marketing" | "people" | "shared-services" | "depreciation" | "interest-income" | "interest-income-group" | "investment-income" | "exchange-realised" | "exchange-unrealised" | "other-income" | "interest-expense" | "interest-expense-group" | "other-financial-expense" | "income-tax"
  parentId: string | null
  /** ISO 4217; null for the exchange account and the one between businesses, which hold any. */
  currency: string | null
  /** Whether it is money or a claim on money: only such may be in a foreign currency. */
  isMonetary: boolean
  /** What must stay on it, seen from its own side: 0 forbids an overdraft. Null where nobody minds. */
  floor: string | null
  revision: number
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  archivedAt: string | null
}

export type ApiKey = {
  /** Id of the api key. */
  id: string
  name: string
  grants: (Grant)[]
  /** True where each of its writes waits for a person. */
  isDraftsOnly: boolean
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  /** An instant, ISO 8601 in UTC. */
  expiresAt: string
  lastUsedAt: string | null
  revokedAt: string | null
}

export type Approval = {
  /** Id of the approval. */
  id: string
  operation: string
  /** What was asked for, without its secrets. */
  input: Record<string, unknown>
  /** With whose rights it is carried out. */
  requester: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    name: string
  }
  /** Whose own hand the requester is; they cannot accept it. */
  personBehind: {
    /** Id of the person. */
    id: string
    name: string
  } | null
  door: string
  /** A rule holds it, its key only drafts, or the operation itself asks for a second person. */
  because: "rule" | "drafts-only" | "demanded"
  /** Why the operation asks for a second person. */
  demand: string | null
  /** Entities, categories and businesses that it names. */
  touches: (string)[]
  /** What would be done, in a sentence; null where nothing says it. */
  says: string | null
  /** pending waits for a decision; accepted is about to be carried out; done and failed tell how that went. */
  status: "pending" | "accepted" | "refused" | "withdrawn" | "done" | "failed" | "expired"
  /** An instant, ISO 8601 in UTC. */
  requestedAt: string
  /** An instant, ISO 8601 in UTC. */
  expiresAt: string
  decidedBy: {
    /** Id of the person. */
    id: string
    name: string
  } | null
  decidedAt: string | null
  reason: string | null
  /** The run that carries it out. */
  runId: string | null
  endedAt: string | null
  /** Why it could not be carried out. */
  problem: {
    code: string
    message: string
  } | null
}

export type ApprovalInFull = {
  /** Id of the approval. */
  id: string
  operation: string
  /** What was asked for, without its secrets. */
  input: Record<string, unknown>
  /** With whose rights it is carried out. */
  requester: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    name: string
  }
  /** Whose own hand the requester is; they cannot accept it. */
  personBehind: {
    /** Id of the person. */
    id: string
    name: string
  } | null
  door: string
  /** A rule holds it, its key only drafts, or the operation itself asks for a second person. */
  because: "rule" | "drafts-only" | "demanded"
  /** Why the operation asks for a second person. */
  demand: string | null
  /** Entities, categories and businesses that it names. */
  touches: (string)[]
  /** What would be done, in a sentence; null where nothing says it. */
  says: string | null
  /** pending waits for a decision; accepted is about to be carried out; done and failed tell how that went. */
  status: "pending" | "accepted" | "refused" | "withdrawn" | "done" | "failed" | "expired"
  /** An instant, ISO 8601 in UTC. */
  requestedAt: string
  /** An instant, ISO 8601 in UTC. */
  expiresAt: string
  decidedBy: {
    /** Id of the person. */
    id: string
    name: string
  } | null
  decidedAt: string | null
  reason: string | null
  /** The run that carries it out. */
  runId: string | null
  endedAt: string | null
  /** Why it could not be carried out. */
  problem: {
    code: string
    message: string
  } | null
  /** What it would have changed when it was asked for. Null where it reaches outside and cannot be tried. */
  preview: {
    changes: ({
      type: string
      subjectId: string
      before: Record<string, unknown> | null
      after: Record<string, unknown> | null
    })[]
    /** All changes, also those beyond the fifty that are shown. */
    total: number
  } | null
  canDecide: boolean
  cannotDecideBecause: string | null
}

export type ApprovalRule = {
  /** Id of the approval rule. */
  id: string
  operation: string | null
  risk: "none" | "money" | "external" | "irreversible" | null
  role: string | null
  roleName: string | null
  /** How long it waits for a decision. */
  expiresAfterHours: number
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
}

export type Attachment = {
  /** Id of the attachment. */
  id: string
  /** Id of what it is about. */
  subjectId: string
  name: string
  /** In bytes. */
  size: number
  /** As its first bytes say; application/octet-stream for all else. */
  mediaType: string
  /** Of the bytes, in hex. */
  sha256: string
  /** Who attached it. */
  actor: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    name: string | null
  }
  /** An instant, ISO 8601 in UTC. */
  at: string
  /** What the last check of the bytes found; null where they are as they were attached. */
  fault: "missing" | "altered" | null
  /** True where you attached it, or may moderate. */
  canRemove: boolean
}

export type AuditActor = {
  /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
  kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
  id: string
  /** As it is now; null where it is not known any more. */
  name: string | null
}

export type AuditChange = {
  /** Its place among the changes of the line, from 1. */
  place: number
  subjectId: string | null
  /** What it was; null for what is new. */
  before: Record<string, unknown> | null
  /** What it became; null for what is gone. */
  after: Record<string, unknown> | null
}

export type AuditFinding = {
  /** What was done. */
  kind: "edited" | "removed" | "reordered" | "truncated" | "inserted" | "seal-changed" | "head-changed" | "file-changed"
  /** The first number that it is about. */
  from: number | null
  /** The last number that it is about. */
  to: number | null
  /** The line, where it is known. */
  lineId: string | null
  explanation: string
}

export type AuditHead = {
  /** Id of the studio. */
  studioId: string
  /** How many lines it seals. */
  size: number
  /** SHA-256 in hex. */
  root: string
  horizon: string
  /** An instant, ISO 8601 in UTC. */
  sealedAt: string
  /** SHA-256 in hex. */
  previous: string
  keyId: string
  /** Ed25519, in hex. */
  signature: string
}

export type AuditLine = {
  /** Id of the audit line. */
  id: string
  /** An instant, ISO 8601 in UTC. */
  at: string
  actor: AuditActor
  operation: string
  /** Done; refused for want of rights; or held until somebody approves it. */
  outcome: "done" | "refused" | "held"
  door: string
  /** Its number in the sealed log; null until it is sealed. */
  number: number | null
  /** How many rows it changed. */
  changeCount: number
  problemCode: string | null
  /** What it was held for, or let through by. */
  approvalId: string | null
  /** For a run: who asked for it. */
  onBehalfOf: AuditActor | null
  requestId: string
}

export type AuditLineInFull = {
  /** Id of the audit line. */
  id: string
  /** An instant, ISO 8601 in UTC. */
  at: string
  actor: AuditActor
  operation: string
  /** Done; refused for want of rights; or held until somebody approves it. */
  outcome: "done" | "refused" | "held"
  door: string
  /** Its number in the sealed log; null until it is sealed. */
  number: number | null
  /** How many rows it changed. */
  changeCount: number
  problemCode: string | null
  /** What it was held for, or let through by. */
  approvalId: string | null
  /** For a run: who asked for it. */
  onBehalfOf: AuditActor | null
  requestId: string
  /** What was asked for, without its secrets. */
  input: Record<string, unknown>
  /** The first 10; audit.list-changes pages through all. */
  changes: (AuditChange)[]
  /** When the first head over it was signed. */
  sealedAt: string | null
}

export type AuditProof = {
  line: SealedLine
  /** The hashes beside the way from the leaf to the root. */
  path: (string)[]
  head: AuditHead
  /** PEM. Compare it with the copy that you keep elsewhere. */
  publicKey: string | null
}

export type BoardRow = {
  /** Id of the book. */
  id: string
  entity: {
    /** Id of the entity. */
    id: string
    name: string
  }
  /** ISO 4217. */
  currency: string
  state: "open" | "soft" | "hard"
  closedThrough: string | null
  softClosedThrough: string | null
  /** How this month was closed; null where it is open, or was closed with a later one. */
  closed: {
    /** Soft: only who may close months still posts. Hard: nobody posts, and all checks are met. */
    kind: "soft" | "hard"
    /** Why it was closed although not all was met. */
    despite: string | null
    by: {
      /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
      kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
      id: string
    }
    /** An instant, ISO 8601 in UTC. */
    at: string
  } | null
  /** The first month that is closed for good along with this one; null where this one is closed, or not over. */
  closesFrom: string | null
  checks: ({
    /** bank: cash agrees with the bank, as a person says. intercompany: both sides of the group agree. schedules: what they have due is posted. revalued: what is in foreign currency is at the rate of the last day. reviewed: somebody looked at it, as they say. */
    check: "bank" | "intercompany" | "schedules" | "revalued" | "reviewed"
    isMet: boolean
    /** True where a person says so, and nothing is computed. */
    isByHand: boolean
    /** True where a person said so of this month, which can be taken back. */
    isMarked: boolean
    /** How it stands, in words. */
    says: string
    /** The operation that does something about it, and the book to name; null where nothing is to do. */
    fix: {
      operation: string
      /** Id of the book. */
      bookId: string
    } | null
  })[]
  /** Where this book and one of its group do not say the same. */
  differences: ({
    /** The other entity; null for lines that name none. */
    partner: {
      /** Id of the entity. */
      id: string
      name: string | null
    } | null
    of: "trade" | "loan"
    /** ISO 4217. */
    currency: string
    /** Debits less credits in this book. */
    ours: string
    /** The same in theirs; null where there is no such book that you can read. */
    theirs: string | null
  })[]
}

export type Book = {
  /** Id of the book. */
  id: string
  entity: {
    /** Id of the entity. */
    id: string
    name: string
  }
  /** The functional currency, ISO 4217. */
  currency: string
  /** The last day of its fiscal year: MM-DD. */
  fiscalYearEnd: string
  /** When income and expenses count: as earned, or as paid. */
  basis: "accrual" | "cash"
  /** An instant, ISO 8601 in UTC. */
  openedAt: string
  /** The last day that is closed; null where none is. */
  closedThrough: string | null
  /** Up to this day only those post who may close months; null where that is no day more. */
  softClosedThrough: string | null
  /** Above it an entry by hand waits for a second person; null where none does. */
  manualLimit: string | null
  /** From this day on each of its businesses has a balance sheet; null where they have none. */
  byBusinessFrom: string | null
  /** How many accounts are at work in it. */
  accounts: number
  /** The last day with an entry; null where there is none. */
  lastEffectiveOn: string | null
  /** What its cash accounts hold as booked, by currency; what is dated later than today is left out. */
  cash: ({
    /** ISO 4217. */
    currency: string
    amount: string
  })[]
}

export type BookImport = {
  /** Id of the book import. */
  id: string
  /** Id of the run. */
  runId: string
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  companies: number
  entries: number
  programs: ("quickbooks" | "xero" | "netsuite" | "erpnext")[]
}

export type BudgetFigure = {
  /** Id of the account. */
  accountId: string
  businessId: string | null
  month: string
  amount: string
  /** ISO 4217. */
  currency: string
}

export type Business = {
  /** Id of the business. */
  id: string
  name: string
  /** Where the business stands in its life. */
  stage: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
  entity: {
    /** Id of the entity. */
    id: string
    name: string
  }
  category: {
    /** Id of the category. */
    id: string
    name: string
  } | null
  /** The person who answers for it. */
  owner: Owner | null
  /** The day since which it is at its stage. */
  stageSince: string
  /** How many days that is. */
  daysInStage: number
  description: string
  links: (string)[]
  tags: (string)[]
  /** Raised by every change. */
  revision: number
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  /** An instant, ISO 8601 in UTC. */
  updatedAt: string
  archivedAt: string | null
}

export type BusinessMove = {
  /** Id of the business move. */
  id: string
  attribute: "entity" | "category" | "stage" | "owner"
  /** What stands before it in the history; null where that is nothing. */
  from: {
    /** The stage, or the id of the entity, category or person. */
    id: string
    /** As it is called now; null where it is not open to you. */
    name: string | null
  } | null
  /** Null where it has none from then on. */
  to: {
    /** The stage, or the id of the entity, category or person. */
    id: string
    /** As it is called now; null where it is not open to you. */
    name: string | null
  } | null
  /** The day from which it holds. */
  effectiveOn: string
  /** An instant, ISO 8601 in UTC. */
  recordedAt: string
  decidedBy: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    /** As it is now; null where it is not known any more. */
    name: string | null
  }
  evidence: string
  reason: string
  /** When it was taken back; it counts for nothing since. */
  withdrawnAt: string | null
}

export type Category = {
  /** Id of the category. */
  id: string
  name: string
}

export type CheckedAccount = {
  company: string
  /** Its text in the source. */
  account: string
  /** Of the account that it becomes. */
  code: string
  name: string
  /** Null where nothing tells what it is. */
  caption: "cash" | "receivables" | "due-from-group" | "inventory" | "prepaid" | "other-current-assets" | "fixed-assets" | "accumulated-depreciation" | "investments-group" | "investments-other" | "goodwill" | "loans-to-group" | "other-non-current-assets" | "payables" | "due-to-group" | "accrued" | "deferred-revenue" | "taxes-payable" | "other-current-liabilities" | "borrowings" | "loans-from-group" | "other-non-current-liabilities" | "capital" | "distributions" | "retained-earnings" | "other-comprehensive-income" | "noncontrolling-interest" | "exchange" | "between-businesses" | "revenue" | "revenue-group" | "cost-of-revenue" | "operating-expenses" | "marketing" | "people" | "shared-services" | "depreciation" | "interest-income" | "interest-income-group" | "investment-income" | "exchange-realised" | "exchange-unrealised" | "other-income" | "interest-expense" | "interest-expense-group" | "other-financial-expense" | "income-tax" | null
  /** The entity on the other side, where there is one. */
  partner: {
    /** Id of the entity. */
    id: string
    name: string
  } | null
  /** It stands between entities. */
  needsPartner: boolean
  /** Said with these files, said of the same account of the same program before, or proposed. */
  from: "said" | "last-time" | "proposed"
  /** An account is made of it; what joins that one later is none. */
  isNew: boolean
  /** Null for one that is to be made. */
  accountId: string | null
}

export type CheckedCompany = {
  company: string
  /** Null where no name fits and none was chosen. */
  entity: {
    /** Id of the entity. */
    id: string
    name: string
  } | null
  /** The day of the tie-out. */
  asOf: string
  /** All debit balances of the source. */
  debit: string | null
  credit: string | null
  /** Nothing is open, and no account differs by a cent. */
  tiesOut: boolean
  currency: string | null
  /** By how much the debits of the source are more than its credits; below zero, fewer. */
  imbalance: string | null
  files: (string)[]
  /** The program that wrote the export. */
  program: "quickbooks" | "xero" | "netsuite" | "erpnext"
  /** What is posted of it: a general ledger where there is one. */
  kind: "trial-balance" | "general-ledger"
  /** Null where one is to be opened. */
  bookId: string | null
  /** To be posted. */
  entries: number
  /** Posted by an earlier import of the same file. */
  knownEntries: number
  newAccounts: number
  /** Accounts that differ. */
  differences: number
}

export type CheckedPair = {
  entity: {
    /** Id of the entity. */
    id: string
    name: string
  }
  partner: {
    /** Id of the entity. */
    id: string
    name: string
  }
  of: "trade" | "loan"
  /** What it claims from its partner in all, or below zero owes it. */
  ours: string
  /** The same by the book of its partner; null where there is none that you can read. */
  theirs: string | null
  /** By how much it has more. */
  difference: string
  /** ISO 4217. */
  currency: string
  company: string
}

export type CheckedRow = {
  company: string
  code: string
  name: string
  /** In the source: debits less credits. */
  source: string
  /** In our book, with what is about to be posted. */
  ours: string
  /** Ours less theirs. */
  difference: string
  /** What the source calls it. */
  sources: (string)[]
  /** Null for one that is to be made. */
  accountId: string | null
  /** Null where nothing tells what it is. */
  caption: "cash" | "receivables" | "due-from-group" | "inventory" | "prepaid" | "other-current-assets" | "fixed-assets" | "accumulated-depreciation" | "investments-group" | "investments-other" | "goodwill" | "loans-to-group" | "other-non-current-assets" | "payables" | "due-to-group" | "accrued" | "deferred-revenue" | "taxes-payable" | "other-current-liabilities" | "borrowings" | "loans-from-group" | "other-non-current-liabilities" | "capital" | "distributions" | "retained-earnings" | "other-comprehensive-income" | "noncontrolling-interest" | "exchange" | "between-businesses" | "revenue" | "revenue-group" | "cost-of-revenue" | "operating-expenses" | "marketing" | "people" | "shared-services" | "depreciation" | "interest-income" | "interest-income-group" | "investment-income" | "exchange-realised" | "exchange-unrealised" | "other-income" | "interest-expense" | "interest-expense-group" | "other-financial-expense" | "income-tax" | null
  isNew: boolean
  /** In our book by that day, as it stands. */
  book: string
}

export type Comment = {
  /** Id of the comment. */
  id: string
  /** Id of what it is about. */
  subjectId: string
  /** Plain text, with @[per_…] for each person mentioned. */
  body: string
  /** Who is mentioned, as they are called now. */
  mentions: (MentionedPerson)[]
  /** Who wrote it. */
  actor: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    name: string | null
  }
  /** An instant, ISO 8601 in UTC. */
  at: string
  editedAt: string | null
  /** 1 until it is edited; earlier words stand in the audit. */
  revision: number
  /** True for what you wrote; only this you edit. */
  isOwn: boolean
  /** True where you wrote it, or may moderate. */
  canRemove: boolean
}

export type Consolidation = {
  /** Id of the consolidation. */
  id: string
  root: {
    /** Id of the entity. */
    id: string
    name: string
  }
  from: string
  to: string
  /** What was recorded later is left out. */
  knownAt: string
  /** ISO 4217. */
  currency: string
  /** How many are fully consolidated on the last day. */
  entities: number
  /** The result of the period, of all owners. */
  result: string
  /** What of it belongs to noncontrolling interests. */
  resultOfOthers: string
  /** Assets less liabilities and equity: 0, or a note says why. */
  difference: string
  /** SHA-256 over lines, rates and ownership: the same again, by the same way of reckoning, is the same. */
  digest: string
  /** By which way of reckoning it was made; the program counts them, and a note tells of an earlier one. */
  reckoning: number
  /** An instant, ISO 8601 in UTC. */
  madeAt: string
  madeBy: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    name: string | null
  }
  /** In the order of statements. Assets and expenses are positive as debits, all else as credits; income and expenses have no closing. */
  figures: ({
    /** What it is shown under in every statement, whatever the chart of its book. */
    caption: "cash" | "receivables" | "due-from-group" | "inventory" | "prepaid" | "other-current-assets" | "fixed-assets" | "accumulated-depreciation" | "investments-group" | "investments-other" | "goodwill" | "loans-to-group" | "other-non-current-assets" | "payables" | "due-to-group" | "accrued" | "deferred-revenue" | "taxes-payable" | "other-current-liabilities" | "borrowings" | "loans-from-group" | "other-non-current-liabilities" | "capital" | "distributions" | "retained-earnings" | "other-comprehensive-income" | "noncontrolling-interest" | "exchange" | "between-businesses" | "revenue" | "revenue-group" | "cost-of-revenue" | "operating-expenses" | "marketing" | "people" | "shared-services" | "depreciation" | "interest-income" | "interest-income-group" | "investment-income" | "exchange-realised" | "exchange-unrealised" | "other-income" | "interest-expense" | "interest-expense-group" | "other-financial-expense" | "income-tax"
    /** The sum of the entities, as translated. */
    entities: {
      /** At the last day. */
      closing: string
      /** What the period moved. */
      period: string
      /** In the cash flow statement: what changed beside cash. */
      flow: string
      /** In the one by the direct method: what cash was moved against. */
      direct: string
    }
    /** All that is in no book of an entity. */
    eliminations: {
      /** At the last day. */
      closing: string
      /** What the period moved. */
      period: string
      /** In the cash flow statement: what changed beside cash. */
      flow: string
      /** In the one by the direct method: what cash was moved against. */
      direct: string
    }
    total: {
      /** At the last day. */
      closing: string
      /** What the period moved. */
      period: string
      /** In the cash flow statement: what changed beside cash. */
      flow: string
      /** In the one by the direct method: what cash was moved against. */
      direct: string
    }
    /** What it was in the consolidation that this one is set beside. */
    compared: {
      /** At the last day. */
      closing: string
      /** What the period moved. */
      period: string
      /** In the cash flow statement: what changed beside cash. */
      flow: string
      /** In the one by the direct method: what cash was moved against. */
      direct: string
    } | null
    /** By what it comes from; group.list-consolidation-lines tells each line of a part. */
    parts: ({
      /** From where it is: an entity’s book, its translation, what of cash is no flow, an elimination, the loss of control, the equity method, a top-side entry, or what belongs to others. */
      kind: "entity" | "translation" | "cash:exchange" | "cash:opened" | "cash:acquired" | "cash:disposed" | "cash:rounding" | "elimination:investment" | "elimination:balances" | "elimination:income" | "elimination:goods" | "elimination:dividends" | "elimination:difference" | "remeasurement" | "deconsolidation" | "equity-method" | "top-side" | "nci" | "nci:result"
      /** At the last day. */
      closing: string
      /** What the period moved. */
      period: string
      /** In the cash flow statement: what changed beside cash. */
      flow: string
      /** In the one by the direct method: what cash was moved against. */
      direct: string
      lines: number
      /** What it was in the consolidation that this one is set beside. */
      compared: {
        /** At the last day. */
        closing: string
        /** What the period moved. */
        period: string
        /** In the cash flow statement: what changed beside cash. */
        flow: string
        /** In the one by the direct method: what cash was moved against. */
        direct: string
      } | null
    })[]
  })[]
  rates: ({
    /** ISO 4217. */
    from: string
    /** ISO 4217. */
    to: string
    rate: string
    /** Of a day, or the average of a month. */
    kind: "closing" | "average"
    on: string
    source: string
  })[]
  ownership: ({
    entity: {
      /** Id of the entity. */
      id: string
      name: string
    }
    /** The first day of this span; null where it has always been so. */
    from: string | null
    method: "full" | "equity" | "cost" | "none"
    /** The root’s economic share through all that it controls. */
    sharePercent: string
  })[]
  proofs: ({
    entity: {
      /** Id of the entity. */
      id: string
      name: string
    }
    /** ISO 4217. */
    currency: string
    /** In the currency of the entity, as its result and owners are. */
    openingNetAssets: string
    /** In that of the consolidation, as all effects are. */
    openingEffect: string
    result: string
    resultEffect: string
    /** Capital less distributions. */
    owners: string
    ownersEffect: string
    /** The sum of the effects. */
    expected: string
    /** What the translation adjustment did move; beyond rounding it is as expected. */
    moved: string
  })[]
  notes: ({
    about: {
      /** Id of the entity. */
      id: string
      name: string
    } | null
    says: string
  })[]
  /** Equity includes the result of the period. */
  check: {
    assets: string
    liabilitiesAndEquity: string
    difference: string
  }
  /** From the cash at the beginning to that at the end; null where it was made before flows were told so. */
  cash: {
    opening: string
    /** With what books were opened in the period: it was there before, and is no flow. */
    opened: string
    /** Of operating, investing and financing activities. */
    flows: string
    /** What rates did to cash, reckoned from the cash of each entity. */
    exchange: string
    /** Cash of entities on the day before they came under control. */
    acquired: string
    /** Cash of entities on the last day under control, as it takes away. */
    disposed: string
    rounding: string
    closing: string
    /** What the flows do not explain: 0, or it is a fault. */
    difference: string
  } | null
  /** The same by the direct method. */
  cashDirect: {
    opening: string
    /** With what books were opened in the period: it was there before, and is no flow. */
    opened: string
    /** Of operating, investing and financing activities. */
    flows: string
    /** What rates did to cash, reckoned from the cash of each entity. */
    exchange: string
    /** Cash of entities on the day before they came under control. */
    acquired: string
    /** Cash of entities on the last day under control, as it takes away. */
    disposed: string
    rounding: string
    closing: string
    /** What the flows do not explain: 0, or it is a fault. */
    difference: string
  } | null
  /** The last one before, of the same root and currency: what it is mostly set beside. */
  previousId: string | null
  /** What it is set beside. */
  comparison: {
    /** Id of the consolidation. */
    id: string
    root: {
      /** Id of the entity. */
      id: string
      name: string
    }
    from: string
    to: string
    /** What was recorded later is left out. */
    knownAt: string
    /** ISO 4217. */
    currency: string
    /** How many are fully consolidated on the last day. */
    entities: number
    /** The result of the period, of all owners. */
    result: string
    /** What of it belongs to noncontrolling interests. */
    resultOfOthers: string
    /** Assets less liabilities and equity: 0, or a note says why. */
    difference: string
    /** SHA-256 over lines, rates and ownership: the same again, by the same way of reckoning, is the same. */
    digest: string
    /** By which way of reckoning it was made; the program counts them, and a note tells of an earlier one. */
    reckoning: number
    /** An instant, ISO 8601 in UTC. */
    madeAt: string
    madeBy: {
      /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
      kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
      id: string
      name: string | null
    }
    /** Equity includes the result of the period. */
    check: {
      assets: string
      liabilitiesAndEquity: string
      difference: string
    }
    isWithCash: boolean
    isWithCashDirect: boolean
  } | null
}

export type ConsolidationLine = {
  position: number
  /** What it is shown under in every statement, whatever the chart of its book. */
  caption: "cash" | "receivables" | "due-from-group" | "inventory" | "prepaid" | "other-current-assets" | "fixed-assets" | "accumulated-depreciation" | "investments-group" | "investments-other" | "goodwill" | "loans-to-group" | "other-non-current-assets" | "payables" | "due-to-group" | "accrued" | "deferred-revenue" | "taxes-payable" | "other-current-liabilities" | "borrowings" | "loans-from-group" | "other-non-current-liabilities" | "capital" | "distributions" | "retained-earnings" | "other-comprehensive-income" | "noncontrolling-interest" | "exchange" | "between-businesses" | "revenue" | "revenue-group" | "cost-of-revenue" | "operating-expenses" | "marketing" | "people" | "shared-services" | "depreciation" | "interest-income" | "interest-income-group" | "investment-income" | "exchange-realised" | "exchange-unrealised" | "other-income" | "interest-expense" | "interest-expense-group" | "other-financial-expense" | "income-tax"
  /** From where it is: an entity’s book, its translation, what of cash is no flow, an elimination, the loss of control, the equity method, a top-side entry, or what belongs to others. */
  kind: "entity" | "translation" | "cash:exchange" | "cash:opened" | "cash:acquired" | "cash:disposed" | "cash:rounding" | "elimination:investment" | "elimination:balances" | "elimination:income" | "elimination:goods" | "elimination:dividends" | "elimination:difference" | "remeasurement" | "deconsolidation" | "equity-method" | "top-side" | "nci" | "nci:result"
  /** Whose figure it is. */
  entity: {
    /** Id of the entity. */
    id: string
    name: string
  }
  /** With whom, where it is between two. */
  partner: {
    /** Id of the entity. */
    id: string
    name: string
  } | null
  account: {
    /** Id of the account. */
    id: string
    code: string
    name: string
  } | null
  /** Seen from the caption’s own side, as all amounts here. */
  closing: string
  period: string
  /** As it stands in the cash flow statement; 0 in a consolidation from before cash flows were told. */
  flow: string
  /** The same by the direct method: what cash was moved against. */
  direct: string
  /** What leads to its lines with ledger.list-lines; null for what stands in no book. */
  entries: {
    /** Id of the book. */
    bookId: string
    /** Id of the account. */
    accountId: string
    partnerEntityId: string | null
    /** Null for a balance, which all lines up to the last day make. */
    from: string | null
    to: string
  } | null
}

export type ConsolidationSummary = {
  /** Id of the consolidation. */
  id: string
  root: {
    /** Id of the entity. */
    id: string
    name: string
  }
  from: string
  to: string
  /** What was recorded later is left out. */
  knownAt: string
  /** ISO 4217. */
  currency: string
  /** How many are fully consolidated on the last day. */
  entities: number
  /** The result of the period, of all owners. */
  result: string
  /** What of it belongs to noncontrolling interests. */
  resultOfOthers: string
  /** Assets less liabilities and equity: 0, or a note says why. */
  difference: string
  /** SHA-256 over lines, rates and ownership: the same again, by the same way of reckoning, is the same. */
  digest: string
  /** By which way of reckoning it was made; the program counts them, and a note tells of an earlier one. */
  reckoning: number
  /** An instant, ISO 8601 in UTC. */
  madeAt: string
  madeBy: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    name: string | null
  }
}

export type Disagreement = {
  /** What is owed up to the day; or what was sold and bought in all up to it. */
  topic: "balances" | "results"
  /** ISO 4217. */
  currency: string
  /** What the first has as its claim, or as its income, less debts and expenses. */
  first: {
    entity: {
      /** Id of the entity. */
      id: string
      name: string
    }
    /** Null where it has no book. */
    bookId: string | null
    amount: string
    /** Where its lines with the other are: ledger.list-lines with the other as partner. */
    accountIds: (string)[]
  }
  /** The same as the second sees it: its debt, or its expense. */
  second: {
    entity: {
      /** Id of the entity. */
      id: string
      name: string
    }
    /** Null where it has no book. */
    bookId: string | null
    amount: string
    /** Where its lines with the other are: ledger.list-lines with the other as partner. */
    accountIds: (string)[]
  }
  /** By how much the first has more. */
  difference: string
}

export type DistinctPair = {
  business: {
    /** Id of the business. */
    id: string
    name: string
  }
  other: {
    /** Id of the business. */
    id: string
    name: string
  }
  reason: string
}

export type Draft = {
  /** Id of the draft. */
  id: string
  state: "open" | "posted" | "voided"
  /** Goes up by one with each change; whoever changes or posts it names it. */
  revision: number
  /** Id of the book. */
  bookId: string
  effectiveOn: string | null
  memo: string
  source: string
  externalId: string | null
  lineCount: number
  /** The sum of its debits, by currency. */
  sums: ({
    /** ISO 4217. */
    currency: string
    amount: string
  })[]
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  /** An instant, ISO 8601 in UTC. */
  changedAt: string
  /** Who worked on it last. */
  actor: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    name: string | null
  }
  /** The entry that it was posted as. */
  entryId: string | null
  lines: (UnpostedLine)[]
}

export type DraftSummary = {
  /** Id of the draft. */
  id: string
  state: "open" | "posted" | "voided"
  /** Goes up by one with each change; whoever changes or posts it names it. */
  revision: number
  /** Id of the book. */
  bookId: string
  effectiveOn: string | null
  memo: string
  source: string
  externalId: string | null
  lineCount: number
  /** The sum of its debits, by currency. */
  sums: ({
    /** ISO 4217. */
    currency: string
    amount: string
  })[]
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  /** An instant, ISO 8601 in UTC. */
  changedAt: string
  /** Who worked on it last. */
  actor: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    name: string | null
  }
  /** The entry that it was posted as. */
  entryId: string | null
}

export type Entity = {
  /** Id of the entity. */
  id: string
  /** The registered name. */
  name: string
  /** The legal form: LLC, Inc., GmbH … */
  kind: string
  /** Where it is registered, for example "US-DE" or "Germany". */
  jurisdiction: string
  /** Whether it does business, rests, or has ended. */
  status: "active" | "dormant" | "dissolved"
  /** US Employer Identification Number: NN-NNNNNNN, with a prefix that the IRS gives out. */
  ein: string | null
  /** Legal Entity Identifier, ISO 17442: 20 characters, the last two of them check digits. */
  lei: string | null
  /** Its number in the register of its jurisdiction. */
  registrationNumber: string | null
  /** Its seat, as registered. */
  registeredAddress: string | null
  /** Where letters reach it, if elsewhere. */
  postalAddress: string | null
  /** The currency that it keeps its book in, ISO 4217. */
  functionalCurrency: string | null
  /** The last day of its fiscal year: MM-DD. */
  fiscalYearEnd: string | null
  /** Raised by every change. */
  revision: number
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  /** An instant, ISO 8601 in UTC. */
  updatedAt: string
}

export type Entry = {
  /** Id of the entry. */
  id: string
  /** Id of the book. */
  bookId: string
  effectiveOn: string
  /** When it was posted. */
  recordedAt: string
  memo: string
  source: string
  externalId: string | null
  /** The entry that it takes back. */
  reversesId: string | null
  /** The entry that took it back. */
  reversedById: string | null
  /** What it moves, by currency: the sum of its debits, without what was added between businesses. */
  sums: ({
    /** ISO 4217. */
    currency: string
    amount: string
  })[]
  actor: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    name: string | null
  }
  /** SHA-256 over the entry and its lines, in hex; the sealed audit holds it too. */
  digest: string
  lines: (EntryLine)[]
}

export type EntryLine = {
  /** Its place in the entry, from 1. */
  position: number
  account: {
    /** Id of the account. */
    id: string
    code: string
    name: string
  }
  /** ISO 4217. */
  currency: string
  debit: string | null
  credit: string | null
  /** True for what the posting added so that each business balances. */
  isAutomatic: boolean
  business: {
    /** Id of the business. */
    id: string
    name: string
  } | null
  isOverhead: boolean
  partnerEntity: {
    /** Id of the entity. */
    id: string
    name: string
  } | null
  counterparty: string | null
  memo: string | null
  tags: (string)[]
}

export type EntrySummary = {
  /** Id of the entry. */
  id: string
  /** Id of the book. */
  bookId: string
  effectiveOn: string
  /** When it was posted. */
  recordedAt: string
  memo: string
  source: string
  externalId: string | null
  /** The entry that it takes back. */
  reversesId: string | null
  /** The entry that took it back. */
  reversedById: string | null
  /** What it moves, by currency: the sum of its debits, without what was added between businesses. */
  sums: ({
    /** ISO 4217. */
    currency: string
    amount: string
  })[]
  lineCount: number
}

export type Exception = {
  /** Which rule found it. */
  rule: string
  title: string
  /** What is wrong, with the values, and what to do. */
  says: string
  subjectId: string
  /** Whether you may read what it leads to: an approval, or the book. False where it leads nowhere. */
  opens: boolean
  /** The second one of a pair. */
  otherId: string | null
  business: {
    /** Id of the business. */
    id: string
    name: string
    /** Whether you may read the business. */
    opens: boolean
  } | null
  entity: {
    /** Id of the entity. */
    id: string
    name: string
  } | null
  since: string | null
}

export type ExchangeRate = {
  /** Id of the exchange rate. */
  id: string
  /** ISO 4217. */
  base: string
  /** ISO 4217. */
  quote: string
  /** The day that it is of. */
  on: string
  rate: string
  source: string
  /** An instant, ISO 8601 in UTC. */
  recordedAt: string
}

export type Grant = {
  role: string
  roleName: string
  permissions: (string)[]
  covers: string | null
}

export type Health = {
  /** 100 less the points of each rule that found something. */
  score: number
  /** good from 80, watch from 50, poor below. */
  band: "good" | "watch" | "poor"
}

export type Hit = {
  /** What it is: business, entity, kpi … */
  kind: string
  id: string
  title: string
  /** What else tells it apart. */
  detail: string | null
}

export type Holder = {
  /** Id of the holder. */
  id: string
  /** The name of a person, or of an investor that is no entity of the studio. */
  name: string
  /** An outside person, or an investor. */
  kind: "person" | "investor"
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
}

export type IntercompanyPair = {
  /** Id of the intercompany pair. */
  id: string
  /** What the first entity does for the other: charges it, lends to it, pays a bill of it (and so lends), settles what it owes, puts in capital, or distributes a dividend. */
  kind: "charge" | "loan" | "paid-for" | "settlement" | "capital" | "dividend"
  from: {
    /** Id of the entity. */
    id: string
    name: string
  }
  to: {
    /** Id of the entity. */
    id: string
    name: string
  }
  /** In the book of the first entity. */
  fromEntryId: string
  /** Id of the entry. */
  toEntryId: string
  /** ISO 4217. */
  currency: string
  amount: string
  effectiveOn: string
  memo: string
  agreement: string | null
  /** An instant, ISO 8601 in UTC. */
  postedAt: string
}

export type Invitation = {
  /** Id of the invitation. */
  id: string
  email: string
  displayName: string
  grants: ({
    role: string
    covers: string | null
  })[]
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  /** An instant, ISO 8601 in UTC. */
  expiresAt: string
}

export type Judgement = {
  /** Id of the judgement. */
  id: string
  /** What is owned. */
  entity: {
    /** Id of the entity. */
    id: string
    name: string
  }
  /** Who owns: an entity of the studio, or a holder. */
  owner: {
    entityId: string | null
    holderId: string | null
    name: string
  }
  controls: boolean
  /** A day, YYYY-MM-DD, from 1800 to 2199. */
  from: string
  until: string | null
  reason: string
  /** An instant, ISO 8601 in UTC. */
  recordedAt: string
  /** Set where it was recorded by mistake. */
  withdrawnAt: string | null
  withdrawnReason: string | null
}

export type Kpi = {
  /** Id of the kpi. */
  id: string
  /** What is measured, such as Revenue. */
  name: string
  /** How it is counted, so that two people count alike. */
  description: string
  unit: "money" | "count" | "percent" | "ratio" | "days"
  /** Of money only, and then needed: ISO 4217. */
  currency: string | null
  /** Which direction is the better one. */
  better: "up" | "down"
  /** For how long one value stands. */
  cadence: "week" | "month" | "quarter"
  /** What several periods of one business make: their sum, the last of them, or their average. */
  addsUp: "sum" | "last" | "average"
  /** Who answers for it. */
  ownerId: string | null
  /** True for the one whose provenance Home shows; there is one at most. */
  isHeadline: boolean
  /** True for the one that says what a business is worth; of money, and one at most. */
  isValuation: boolean
  /** Which figure of the books its values are, of money only: they are then posted by themselves when a period has ended. Cost is revenue less the net result. */
  postedFrom: "revenue" | "gross-profit" | "contribution" | "net-result" | "cost" | null
  /** By how much a claim may differ from what was measured or posted before it contradicts it. */
  tolerancePercent: number
  /** Days after the end of a period until a missing value is stale. */
  graceDays: number
  ownerName: string | null
  /** Raised by every change. */
  revision: number
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  archivedAt: string | null
}

export type KpiValue = {
  /** Id of the kpi value. */
  id: string
  business: {
    /** Id of the business. */
    id: string
    name: string
  }
  kpi: {
    /** Id of the kpi. */
    id: string
    name: string
  }
  /** As the cadence has it: a week 2026-W43, a month 2026-10, a quarter 2026-Q3. */
  period: string
  /** A decimal number as text. */
  value: string
  unit: "money" | "count" | "percent" | "ratio" | "days"
  currency: string | null
  /** Posted from a book, measured by a connected source, or claimed by somebody; the first is strongest. */
  provenance: "posted" | "measured" | "claimed"
  source: string
  link: string | null
  note: string
  recordedBy: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    /** As it is now; null for what has no name. */
    name: string | null
  }
  /** An instant, ISO 8601 in UTC. */
  recordedAt: string
  /** Whether this is the value that counts for its business and period. */
  isInForce: boolean
  withdrawnAt: string | null
}

export type ListedBusiness = {
  /** Id of the business. */
  id: string
  name: string
  /** Where the business stands in its life. */
  stage: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
  entity: {
    /** Id of the entity. */
    id: string
    name: string
  }
  category: {
    /** Id of the category. */
    id: string
    name: string
  } | null
  /** The person who answers for it. */
  owner: Owner | null
  /** The day since which it is at its stage. */
  stageSince: string
  /** How many days that is. */
  daysInStage: number
  description: string
  links: (string)[]
  tags: (string)[]
  /** Raised by every change. */
  revision: number
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  /** An instant, ISO 8601 in UTC. */
  updatedAt: string
  archivedAt: string | null
  /** As the rules last assessed it: see get-health. Null where they did not since it was created, for what was spun out, sold, closed or archived, and on a day in the past. */
  health: Health | null
}

export type Member = {
  /** Id of the person. */
  personId: string
  displayName: string
  email: string
  grants: (Grant)[]
  /** An instant, ISO 8601 in UTC. */
  joinedAt: string
}

export type MentionedPerson = {
  /** Id of the person. */
  id: string
  name: string
}

export type Merge = {
  /** What was merged. */
  business: {
    /** Id of the business. */
    id: string
    name: string
  }
  /** What stays; without its name where it is not open to you. */
  into: {
    /** Id of the business. */
    id: string
    name: string | null
  }
  reason: string
  /** An instant, ISO 8601 in UTC. */
  mergedAt: string
}

export type Notification = {
  /** Id of the notification. */
  id: string
  /** What it tells of: "comments.mentioned". */
  kind: string
  /** The sentence. */
  says: string
  /** When it happened, ISO 8601 in UTC. */
  at: string
  /** Who did it, as they are called now. */
  actor: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    name: string | null
  }
  /** What it is about, as it is called now; null for what is your own. */
  subject: {
    id: string
    title: string
  } | null
  /** What the sentence is made of beside these: ids, numbers, days. */
  facts: Record<string, unknown>
  readAt: string | null
}

export type NotificationChoices = {
  /** Every kind that there is. */
  choices: ({
    /** What it tells of: "comments.mentioned". */
    kind: string
    /** At once, gathered once a day, or never. The inbox keeps all of them. */
    mail: "at-once" | "daily" | "never"
    /** Whether it is sent to your own webhook, where you have one. */
    isSent: boolean
  })[]
  /** The hour of the daily mail, in your time zone; UTC where you chose none. */
  digestHour: number
  /** Of the daily mail. Null: none was chosen, so it is UTC. */
  timeZone: string | null
  webhook: OwnWebhook | null
}

export type OwnWebhook = {
  url: string
  /** False where it failed for three days, or wants nothing more. */
  isEnabled: boolean
  failingSince: string | null
}

export type Owner = {
  /** Id of the person. */
  id: string
  name: string
}

export type Passkey = {
  /** Id of the passkey. */
  id: string
  label: string
  /** The name of the page that it was made on; it works there alone. */
  host: string
  /** single-device never leaves the device it was made on; multi-device may be synced. */
  deviceType: "single-device" | "multi-device"
  /** True where its owner has it on other devices, or in a backup, too. */
  isBackedUp: boolean
  /** True where nothing else is a second factor: it cannot be removed before something is. */
  isOnlyFactor: boolean
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  lastUsedAt: string | null
}

export type PendingEntry = {
  /** Id of the pending entry. */
  id: string
  state: "open" | "expired" | "posted" | "voided"
  /** From then on it holds nothing, and cannot be posted any more. */
  expiresAt: string
  /** Id of the book. */
  bookId: string
  effectiveOn: string | null
  memo: string
  source: string
  externalId: string | null
  lineCount: number
  /** The sum of its debits, by currency. */
  sums: ({
    /** ISO 4217. */
    currency: string
    amount: string
  })[]
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  /** An instant, ISO 8601 in UTC. */
  changedAt: string
  /** Who worked on it last. */
  actor: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    name: string | null
  }
  /** The entry that it was posted as. */
  entryId: string | null
  /** What it takes from accounts for as long as it is open. */
  holds: ({
    account: {
      /** Id of the account. */
      id: string
      code: string
      name: string
    }
    /** ISO 4217. */
    currency: string
    amount: string
  })[]
  lines: (UnpostedLine)[]
}

export type PendingSummary = {
  /** Id of the pending entry. */
  id: string
  state: "open" | "expired" | "posted" | "voided"
  /** From then on it holds nothing, and cannot be posted any more. */
  expiresAt: string
  /** Id of the book. */
  bookId: string
  effectiveOn: string | null
  memo: string
  source: string
  externalId: string | null
  lineCount: number
  /** The sum of its debits, by currency. */
  sums: ({
    /** ISO 4217. */
    currency: string
    amount: string
  })[]
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  /** An instant, ISO 8601 in UTC. */
  changedAt: string
  /** Who worked on it last. */
  actor: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    name: string | null
  }
  /** The entry that it was posted as. */
  entryId: string | null
  /** What it takes from accounts for as long as it is open. */
  holds: ({
    account: {
      /** Id of the account. */
      id: string
      code: string
      name: string
    }
    /** ISO 4217. */
    currency: string
    amount: string
  })[]
}

export type PostedEntry = {
  /** Id of the entry. */
  id: string
  /** An instant, ISO 8601 in UTC. */
  recordedAt: string
  /** SHA-256 over the entry and its lines, in hex. */
  digest: string
  /** True where it had been posted before under its external id. */
  isKnown: boolean
}

export type PostedLine = {
  /** Its place in the entry, from 1. */
  position: number
  account: {
    /** Id of the account. */
    id: string
    code: string
    name: string
  }
  /** ISO 4217. */
  currency: string
  debit: string | null
  credit: string | null
  /** True for what the posting added so that each business balances. */
  isAutomatic: boolean
  business: {
    /** Id of the business. */
    id: string
    name: string
  } | null
  isOverhead: boolean
  partnerEntity: {
    /** Id of the entity. */
    id: string
    name: string
  } | null
  counterparty: string | null
  memo: string | null
  tags: (string)[]
  entry: {
    /** Id of the entry. */
    id: string
    memo: string
    source: string
  }
  effectiveOn: string
  /** An instant, ISO 8601 in UTC. */
  recordedAt: string
  /** Of the account in that currency after this line, seen from its own side; null where lines are left out. */
  balance: string | null
}

export type PostedPair = {
  /** Id of the intercompany pair. */
  id: string
  /** What the first entity does for the other: charges it, lends to it, pays a bill of it (and so lends), settles what it owes, puts in capital, or distributes a dividend. */
  kind: "charge" | "loan" | "paid-for" | "settlement" | "capital" | "dividend"
  from: {
    /** Id of the entity. */
    id: string
    name: string
  }
  to: {
    /** Id of the entity. */
    id: string
    name: string
  }
  /** In the book of the first entity. */
  fromEntryId: string
  /** Id of the entry. */
  toEntryId: string
  /** ISO 4217. */
  currency: string
  amount: string
  effectiveOn: string
  memo: string
  agreement: string | null
  /** An instant, ISO 8601 in UTC. */
  postedAt: string
  /** What stands in the book of the first entity. */
  fromLines: ({
    account: {
      /** Id of the account. */
      id: string
      code: string
      name: string
    }
    partner: {
      /** Id of the entity. */
      id: string
      name: string
    } | null
    /** ISO 4217. */
    currency: string
    debit: string | null
    credit: string | null
  })[]
  toLines: ({
    account: {
      /** Id of the account. */
      id: string
      code: string
      name: string
    }
    partner: {
      /** Id of the entity. */
      id: string
      name: string
    } | null
    /** ISO 4217. */
    currency: string
    debit: string | null
    credit: string | null
  })[]
}

export type Preferences = {
  theme: "light" | "dark" | "system"
  /** Null: the one that the browser asks for. */
  language: "en" | "de" | null
  /** In which instants are shown: a zone of the tz database, such as Europe/Berlin. Null: that of the device. */
  timeZone: string | null
  /** What forms offer first (ISO 4217). Figures stay in their own currency: there are no rates yet. */
  currency: string | null
}

export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  /** Stable: it never changes and never means something else. */
  code: string
  requestId: string
  /** Set where it is about an approval: see approvals.get-approval. */
  approvalId?: string
  errors: ({
    /** Where in the input, as a JSON Pointer (RFC 6901). */
    pointer: string
    detail: string
  })[]
}

export type RecentBusinessMove = {
  /** Id of the business move. */
  id: string
  attribute: "entity" | "category" | "stage" | "owner"
  /** What stands before it in the history; null where that is nothing. */
  from: {
    /** The stage, or the id of the entity, category or person. */
    id: string
    /** As it is called now; null where it is not open to you. */
    name: string | null
  } | null
  /** Null where it has none from then on. */
  to: {
    /** The stage, or the id of the entity, category or person. */
    id: string
    /** As it is called now; null where it is not open to you. */
    name: string | null
  } | null
  /** The day from which it holds. */
  effectiveOn: string
  /** An instant, ISO 8601 in UTC. */
  recordedAt: string
  decidedBy: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    /** As it is now; null where it is not known any more. */
    name: string | null
  }
  evidence: string
  reason: string
  /** When it was taken back; it counts for nothing since. */
  withdrawnAt: string | null
  business: {
    /** Id of the business. */
    id: string
    name: string
  }
}

export type Role = {
  /** Id of the role. */
  id: string
  name: string
  permissions: (string)[]
}

export type Run = {
  /** Id of the run. */
  id: string
  title: string
  /** What it does, as `module.verb-noun`. */
  program: string
  /** Waiting: for an instant, or for its next try. Outcome unknown: a crash fell into a step that must not be done twice; settle it. */
  status: "queued" | "running" | "waiting" | "done" | "failed" | "cancelled" | "outcome-unknown"
  requester: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    name: string
  }
  businessId: string | null
  progress: {
    done: number
    /** 0 while it is not known. */
    total: number
    note: string | null
  } | null
  /** Why it failed, or why it waits for its next try. */
  problem: {
    code: string
    message: string
  } | null
  result: Record<string, unknown> | null
  /** Tries in a row that did not come to an end. */
  failures: number
  /** Set on a standing run: seconds between its passes. */
  repeatsEveryS: number | null
  /** How often a standing run came to its end. */
  passes: number
  /** Somebody cancelled it, and its present step is not at its end yet. */
  isCancelling: boolean
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  /** It does not begin, or go on, before. */
  dueAt: string
  startedAt: string | null
  endedAt: string | null
}

export type RunStep = {
  name: string
  /** read: repeated after a crash · transact, invoke: in one transaction with its effect · send: again with the same key · once: never again. */
  kind: "read" | "transact" | "send" | "once" | "invoke" | "sleep"
  state: "intended" | "done"
  /** An instant, ISO 8601 in UTC. */
  intendedAt: string
  endedAt: string | null
}

export type SavedView = {
  /** Id of the saved view. */
  id: string
  /** What it is called in the list of views. */
  name: string
  /** The read that it stores, such as businesses.list-businesses. */
  operation: string
  /** What the operation takes, without cursor and limit. */
  input: Record<string, unknown>
  /** For screens; a read does not depend on it. */
  layout: {
    /** By what a screen groups the rows. */
    groupBy?: string
    /** The columns of a screen, in their order. */
    columns?: (string)[]
  }
  isShared: boolean
  /** True for those that you made; only these you change. */
  isOwn: boolean
  /** False where the read, or something that its filter names, is not open to you. */
  isOpen: boolean
}

export type Schedule = {
  /** Id of the schedule. */
  id: string
  /** Id of the book. */
  bookId: string
  name: string
  kind: "recurring" | "reversing" | "spread" | "loan"
  /** The last day on which something is due, where somebody ended it. */
  endedOn: string | null
  /** The last day on which it posts, by its terms or its end; null where it has none. */
  lastOn: string | null
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
}

export type SealedLine = {
  number: number
  /** Id of the audit line. */
  id: string
  /** Id of the studio. */
  studioId: string
  at: string
  actorKind: string
  actorId: string
  onBehalfOf: string | null
  door: string
  requestId: string
  operation: string
  outcome: string
  problemCode: string | null
  approvalId: string | null
  xact: string
  /** SHA-256 in hex. */
  payloadHash: string
}

export type Session = {
  /** Id of the session. */
  id: string
  isCurrent: boolean
  address: string
  userAgent: string
  hasSecondFactor: boolean
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  /** An instant, ISO 8601 in UTC. */
  lastUsedAt: string
  /** An instant, ISO 8601 in UTC. */
  idleUntil: string
  /** An instant, ISO 8601 in UTC. */
  expiresAt: string
}

export type StageClock = {
  /** Where the business stands in its life. */
  stage: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
  /** Days that a business may stay there; null for any time. */
  daysMax: number | null
  /** False where it is as IZA OS comes. */
  isOwn: boolean
  /** The rule in words. */
  rule: string
}

export type Stake = {
  /** Id of the stake. */
  id: string
  /** What is owned. */
  entity: {
    /** Id of the entity. */
    id: string
    name: string
  }
  /** Who owns: an entity of the studio, or a holder. */
  owner: {
    entityId: string | null
    holderId: string | null
    name: string
  }
  votingPercent: string
  economicPercent: string
  /** A day, YYYY-MM-DD, from 1800 to 2199. */
  from: string
  until: string | null
  evidence: string | null
  /** An instant, ISO 8601 in UTC. */
  recordedAt: string
  /** Set where it was recorded by mistake. */
  withdrawnAt: string | null
  withdrawnReason: string | null
}

export type Statement = {
  /** What is owned and owed on a day; what was earned within days; what moved cash within days. */
  kind: "balance-sheet" | "income-statement" | "cash-flow"
  /** Whose book it reads; null for a business or a category. */
  entity: {
    /** Id of the entity. */
    id: string
    name: string
  } | null
  bookId: string | null
  /** Of the book only what names no business: overhead, and what the entity holds as a whole. */
  isOfNoBusiness: boolean
  business: {
    /** Id of the business. */
    id: string
    name: string
  } | null
  /** Combined: the businesses of a category added up, less what they charged each other by pairs of entries (group.post-intercompany). */
  category: {
    /** Id of the category. */
    id: string
    name: string
  } | null
  /** ISO 4217. */
  currency: string
  /** As it was known at this instant; null for now. */
  recordedAt: string | null
  columns: ({
    kind: "actual" | "budget" | "variance"
    from: string | null
    to: string
    /** Why there is nothing to tell in this column; its amounts are empty then. */
    emptyBecause: string | null
  })[]
  rows: ({
    /** The same for the same row of every statement of this kind. */
    key: string
    kind: "section" | "caption" | "account" | "computed" | "total"
    depth: number
    label: string
    caption: "cash" | "receivables" | "due-from-group" | "inventory" | "prepaid" | "other-current-assets" | "fixed-assets" | "accumulated-depreciation" | "investments-group" | "investments-other" | "goodwill" | "loans-to-group" | "other-non-current-assets" | "payables" | "due-to-group" | "accrued" | "deferred-revenue" | "taxes-payable" | "other-current-liabilities" | "borrowings" | "loans-from-group" | "other-non-current-liabilities" | "capital" | "distributions" | "retained-earnings" | "other-comprehensive-income" | "noncontrolling-interest" | "exchange" | "between-businesses" | "revenue" | "revenue-group" | "cost-of-revenue" | "operating-expenses" | "marketing" | "people" | "shared-services" | "depreciation" | "interest-income" | "interest-income-group" | "investment-income" | "exchange-realised" | "exchange-unrealised" | "other-income" | "interest-expense" | "interest-expense-group" | "other-financial-expense" | "income-tax" | null
    /** Its lines are in ledger.list-lines. */
    account: {
      /** Id of the account. */
      id: string
      /** Id of the book. */
      bookId: string
      entity: {
        /** Id of the entity. */
        id: string
        name: string
      }
    } | null
    /** One per column, with the sign that the section is read with. */
    amounts: (string)[]
  })[]
  /** What must hold for a statement of this kind, computed and not assumed. */
  checks: ({
    key: string
    label: string
    isMet: boolean
    differences: (string)[]
  })[]
  /** At which what is in other currencies was told. */
  rates: ({
    /** ISO 4217. */
    from: string
    /** ISO 4217. */
    to: string
    rate: string
    kind: "closing" | "average"
    on: string
    source: string
  })[]
}

export type StatementFile = {
  fileName: string
  mediaType: string
  /** How `content` is written: CSV as text, a PDF in base64. */
  encoding: "utf8" | "base64"
  content: string
}

export type Studio = {
  /** Id of the studio. */
  id: string
  name: string
}

export type TimelineEvent = {
  /** Id of the event. */
  id: string
  /** An instant, ISO 8601 in UTC. */
  at: string
  /** What happened: "businesses.business-updated". */
  type: string
  actor: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    /** As it is now; null where it is not known, or not open to you. */
    name: string | null
  }
  /** For a run: who asked for it. */
  onBehalfOf: {
    /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
    kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
    id: string
    /** As it is now; null where it is not known, or not open to you. */
    name: string | null
  } | null
  /** By which operation; null for what a run told itself. */
  operation: string | null
  door: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  reason: string | null
}

export type TopSideEntry = {
  /** Id of the top side. */
  id: string
  /** Id of the entity. */
  rootEntityId: string
  root: {
    /** Id of the entity. */
    id: string
    name: string
  }
  /** ISO 4217. */
  currency: string
  effectiveOn: string
  memo: string
  carriesForward: boolean
  /** An instant, ISO 8601 in UTC. */
  recordedAt: string
  lines: ({
    /** What it is shown under in every statement, whatever the chart of its book. */
    caption: "cash" | "receivables" | "due-from-group" | "inventory" | "prepaid" | "other-current-assets" | "fixed-assets" | "accumulated-depreciation" | "investments-group" | "investments-other" | "goodwill" | "loans-to-group" | "other-non-current-assets" | "payables" | "due-to-group" | "accrued" | "deferred-revenue" | "taxes-payable" | "other-current-liabilities" | "borrowings" | "loans-from-group" | "other-non-current-liabilities" | "capital" | "distributions" | "retained-earnings" | "other-comprehensive-income" | "noncontrolling-interest" | "exchange" | "between-businesses" | "revenue" | "revenue-group" | "cost-of-revenue" | "operating-expenses" | "marketing" | "people" | "shared-services" | "depreciation" | "interest-income" | "interest-income-group" | "investment-income" | "exchange-realised" | "exchange-unrealised" | "other-income" | "interest-expense" | "interest-expense-group" | "other-financial-expense" | "income-tax"
    entity: {
      /** Id of the entity. */
      id: string
      name: string
    } | null
    debit: string | null
    credit: string | null
  })[]
}

export type UnpostedLine = {
  accountId: string | null
  debit: string | null
  credit: string | null
  currency: string | null
  businessId: string | null
  isOverhead: boolean
  partnerEntityId: string | null
  counterparty: string | null
  memo: string | null
  tags: (string)[]
}

export type ValueRequest = {
  /** Id of the kpi request. */
  id: string
  person: {
    /** Id of the person. */
    id: string
    name: string
  }
  /** Open until it is answered, or until its link has expired. */
  status: "open" | "answered" | "expired"
  /** Those that your grants cover. */
  asks: ({
    business: {
      /** Id of the business. */
      id: string
      name: string
    }
    kpi: {
      /** Id of the kpi. */
      id: string
      name: string
    }
    /** As the cadence has it: a week 2026-W43, a month 2026-10, a quarter 2026-Q3. */
    period: string
    isAnswered: boolean
  })[]
  /** An instant, ISO 8601 in UTC. */
  askedAt: string
  /** An instant, ISO 8601 in UTC. */
  expiresAt: string
  /** When the link was first opened. */
  openedAt: string | null
  answeredAt: string | null
}

export type WebhookDelivery = {
  /** Id of the webhook delivery. */
  id: string
  /** Id of the webhook endpoint. */
  endpointId: string
  type: string
  /** The webhook-id that the receiver sees, the same for every try. */
  messageId: string
  /** Waiting for its first or next try; delivered, which is an answer of 2xx; failed for good. */
  status: "waiting" | "delivered" | "failed"
  /** Tries since it was made, or last sent again by hand. */
  tries: number
  /** Of HTTP, from the last try that was answered. */
  lastStatus: number | null
  /** Why the last try failed. */
  lastReason: string | null
  nextTryAt: string | null
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  settledAt: string | null
  /** The run that delivers it. */
  runId: string
}

export type WebhookEndpoint = {
  /** Id of the webhook endpoint. */
  id: string
  /** Where to: https, and a host that the internet reaches. Put no secret into it; people see it. */
  url: string
  /** What receives it, for people. */
  description: string
  /** Types of events, or all of a module as "businesses.*". */
  eventTypes: (string)[]
  isEnabled: boolean
  disabledWhy: "by-hand" | "failing" | "gone" | null
  disabledAt: string | null
  /** When it first failed after it last succeeded. */
  failingSince: string | null
  succeededAt: string | null
  revision: number
  /** An instant, ISO 8601 in UTC. */
  createdAt: string
  archivedAt: string | null
}

export interface Operations {
  /** Lets what waits happen: a run carries it out at once, with the rights that its requester has then. */
  'approvals.accept-approval': {
    effect: 'write'
    input: {
      /** Id of the approval. */
      approvalId: string
    }
    output: Approval
  }
  /** Makes an operation, or every write of a risk (one of the two), wait for a person: for everybody, or for who may do it by one role alone. */
  'approvals.create-rule': {
    effect: 'write'
    input: {
      /** The operation that waits, such as businesses.archive-business. */
      operation?: string
      /** Every write of this risk waits; none is all that have no other. */
      risk?: "none" | "money" | "external" | "irreversible"
      role?: string | null
      /** How long it waits for a decision. */
      expiresAfterHours?: number
    }
    output: ApprovalRule
  }
  /** Ends a rule: from the next request on, what it held happens at once. What waits already keeps waiting. */
  'approvals.delete-rule': {
    effect: 'write'
    input: {
      /** Id of the approval rule. */
      ruleId: string
    }
    output: ApprovalRule
  }
  /** Reads one approval: who asks for what, what it would change, what became of it, and whether you can decide. */
  'approvals.get-approval': {
    effect: 'read'
    input: {
      /** Id of the approval. */
      approvalId: string
    }
    output: ApprovalInFull
  }
  /** Pages through what waits for a person, or waited, newest first: yours to decide, asked by you, or all. */
  'approvals.list-approvals': {
    effect: 'read'
    input: {
      /** to-decide is what waits for you; asked is what you, or a key that you made, asked for. */
      view?: "to-decide" | "asked" | "all"
      /** pending waits for a decision; accepted is about to be carried out; done and failed tell how that went. */
      status?: "pending" | "accepted" | "refused" | "withdrawn" | "done" | "failed" | "expired"
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Approval)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the rules that say which writes wait for a person, oldest first. */
  'approvals.list-rules': {
    effect: 'read'
    input: {
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (ApprovalRule)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Turns down what waits, with a reason that whoever asked can read. It will not happen. */
  'approvals.refuse-approval': {
    effect: 'write'
    input: {
      /** Id of the approval. */
      approvalId: string
      /** Why, for whoever asked. */
      reason: string
    }
    output: Approval
  }
  /** Takes back what you, or a key that you made, asked for. It will not happen. */
  'approvals.withdraw-approval': {
    effect: 'write'
    input: {
      /** Id of the approval. */
      approvalId: string
    }
    output: Approval
  }
  /** Puts a file beside a business, an entity, a KPI, a run or an approval: a small one as content, a large one after it was sent to POST /api/v1/uploads. */
  'attachments.attach-file': {
    effect: 'write'
    input: {
      /** Id of what it is about, one of: business, entity, kpi, entry, run, approval. */
      subjectId: string
      /** What the file is called; of a path the last part. */
      name: string
      /** The bytes in base64, up to about 660 KB. */
      content?: string
      /** What POST /api/v1/uploads answered: good for an hour, for who sent it, and once. */
      upload?: string
    }
    output: Attachment
  }
  /** Reads what is known of one file. Its bytes are at GET /api/v1/files/{id}, under the same rights. */
  'attachments.get-file': {
    effect: 'read'
    input: {
      /** Id of the attachment. */
      attachmentId: string
    }
    output: Attachment
  }
  /** Pages through the files beside one thing, or beside all that is open to you, the newest first. Those of approvals are listed with their approval only. */
  'attachments.list-files': {
    effect: 'read'
    input: {
      /** Id of what it is about, one of: business, entity, kpi, entry, run, approval. */
      subjectId?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Attachment)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Takes a file away: your own, or with the permission to moderate anybody’s. Its bytes are kept, and it can be brought back. */
  'attachments.remove-file': {
    effect: 'write'
    input: {
      /** Id of the attachment. */
      attachmentId: string
    }
    output: {
      /** Id of the attachment. */
      attachmentId: string
    }
  }
  /** Brings back a file that you removed, or with the permission to moderate any, as it was. */
  'attachments.restore-file': {
    effect: 'write'
    input: {
      /** Id of the attachment. */
      attachmentId: string
    }
    output: {
      /** Id of the attachment. */
      attachmentId: string
    }
  }
  /** Reads one line of the audit: what was asked for, what was before and after, and whether it is sealed. */
  'audit.get-line': {
    effect: 'read'
    input: {
      /** Id of the audit line. */
      lineId: string
    }
    output: AuditLineInFull
  }
  /** Gives the proof that one line stands in the sealed audit; it can be checked elsewhere with the public key alone. */
  'audit.get-proof': {
    effect: 'read'
    input: {
      /** Id of the audit line. */
      lineId: string
    }
    output: {
      /** Id of the audit line. */
      lineId: string
      /** Null until the line is sealed, within a minute or two. */
      proof: AuditProof | null
      /** What the payload hash is made of. Keep it back, and the proof tells nothing of it. Null above 64 KiB. */
      payload: {
        salt: string
        input: string
        changes: string
      } | null
    }
  }
  /** Pages through what one line of the audit changed, row by row: a bulk change has thousands. */
  'audit.list-changes': {
    effect: 'read'
    input: {
      /** Id of the audit line. */
      lineId: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (AuditChange)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the audit, newest first: who did what, by which door, and what came of it. */
  'audit.list-lines': {
    effect: 'read'
    input: {
      /** Who did it: the id of a person, a key or a run; or "machine". */
      actorId?: string
      /** What was invoked, as in businesses.create-business. */
      operation?: string
      /** What was changed, by its id. */
      subjectId?: string
      /** Done; refused for want of rights; or held until somebody approves it. */
      outcome?: "done" | "refused" | "held"
      /** Not before this instant. */
      from?: string
      /** Before this instant. */
      to?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (AuditLine)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** Lines that the filter finds; where there are more, 10001. */
      total: number
    }
  }
  /** Counts the writes of the last days that changed something, by the kind of who made them, and the share of agents and workflows. */
  'audit.summarise-writes': {
    effect: 'read'
    input: {
      days?: number
    }
    output: {
      /** Lines of the audit with at least one change, outcome done. */
      writes: number
      /** Those made by an agent or a workflow. */
      automatic: number
      /** Of these writes; null where there is none. */
      share: number | null
      /** By the kind of actor, most first. */
      kinds: ({
        kind: string
        writes: number
      })[]
    }
  }
  /** Checks that no audit line was edited, removed, reordered, inserted or cut off since it was sealed; a part of the log per call. */
  'audit.verify-lines': {
    effect: 'read'
    input: {
      /** The `nextCursor` of the part before. */
      cursor?: string
      /** About how many lines to check now. */
      linesMax?: number
    }
    output: {
      checked: {
        /** The first number of this part; null where nothing is sealed. */
        from: number | null
        to: number | null
        heads: number
      }
      findings: (AuditFinding)[]
      /** Whether there were more than are told here. */
      hasMoreFindings: boolean
      /** What is sealed in all. */
      sealed: {
        lines: number
        at: string | null
      }
      /** What came after the last head: it is checked once it is sealed, within a minute or two. */
      unsealed: {
        lines: number
        since: string | null
      }
      /** Of the key that signs now. */
      keyId: string
      /** Null when all was checked. */
      nextCursor: string | null
    }
  }
  /** Takes a business out of every list. Nothing is deleted; restore-business brings it back. */
  'businesses.archive-business': {
    effect: 'write'
    input: {
      /** Id of the business. */
      businessId: string
    }
    output: Business
  }
  /** Takes many businesses out of every list at once; restore-businesses brings them back. */
  'businesses.archive-businesses': {
    effect: 'write'
    input: {
      businessIds: (string)[]
    }
    output: {
      /** Those that were changed by it, and were not so already. */
      businessIds: (string)[]
    }
  }
  /** Looks at all businesses by all rules now, instead of within ten minutes. */
  'businesses.assess-health': {
    effect: 'write'
    input: Record<string, never>
    output: {
      /** Businesses whose reasons differ from the last look. */
      changed: number
    }
  }
  /** Adds a business to the portfolio, held by one of the legal entities. */
  'businesses.create-business': {
    effect: 'write'
    input: {
      /** What the business is called. */
      name: string
      /** The legal entity that holds it. */
      entityId: string
      /** One of the studio's own categories. */
      categoryId?: string | null
      /** Where the business stands in its life. */
      stage?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** Who answers for it. */
      ownerId?: string | null
      /** Its first day: since then it is in this entity, category and stage. Today in UTC where it is not named. */
      effectiveOn?: string
      /** What it does, for whom. */
      description?: string
      /** Web addresses: the site, the repository, profiles. */
      links?: (string)[]
      /** Free words to find it by. */
      tags?: (string)[]
    }
    output: Business
  }
  /** Adds many businesses at once: all of them, or none where one row cannot be used. */
  'businesses.create-businesses': {
    effect: 'write'
    input: {
      businesses: ({
        /** What the business is called. */
        name: string
        /** The legal entity that holds it. */
        entityId: string
        /** One of the studio's own categories. */
        categoryId?: string | null
        /** Instead of categoryId: a category by its name, which is made where there is none yet. */
        categoryName?: string | null
        /** Where the business stands in its life. */
        stage?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
        /** Who answers for it. */
        ownerId?: string | null
        /** Its first day, as in businesses.create-business; today in UTC where it is not named. */
        effectiveOn?: string
        /** What it does, for whom. */
        description?: string
        /** Web addresses: the site, the repository, profiles. */
        links?: (string)[]
        /** Free words to find it by. */
        tags?: (string)[]
      })[]
    }
    output: {
      /** In the order of the rows. */
      businessIds: (string)[]
      /** Made for names that were no category yet. */
      newCategories: (Category)[]
    }
  }
  /** Adds a category to the studio's own list, so that businesses can be grouped by it. */
  'businesses.create-category': {
    effect: 'write'
    input: {
      /** For example "Developer tools". */
      name: string
    }
    output: Category
  }
  /** Takes out exactly the businesses that list-businesses finds with the same filter and order, as CSV. Importing that file gives the same businesses. */
  'businesses.export-businesses': {
    effect: 'read'
    input: {
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** Words in the name or description, or an id. */
      search?: string
      /** Where the business stands in its life. */
      stage?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** Id of the entity. */
      entityId?: string
      /** Id of the category. */
      categoryId?: string
      /** Those that a run created, such as an import. */
      runId?: string
      /** False finds those without a category. */
      hasCategory?: boolean
      /** Id of the person. */
      ownerId?: string
      /** False finds those that nobody answers for. */
      hasOwner?: boolean
      /** Exactly this tag. */
      tag?: string
      /** False finds those without a tag. */
      hasTags?: boolean
      /** True finds those that stand at their stage for longer than its clock allows: see list-stage-clocks. */
      isStalled?: boolean
      /** By the band of its health, as it was last assessed; unknown where it was not since it was created. */
      health?: "good" | "watch" | "poor" | "unknown"
      /** alive: not spun out, exited or closed. live: launched or growing. ended: spun out, exited or closed. */
      standing?: "alive" | "live" | "ended"
      /** Those that ever stood at this stage, or do now. */
      stoodAt?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** Those that stood at this stage and at a later one after it; closed is none. */
      wentOnFrom?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** Those that came to this stage from another one; not those that were added at it. */
      movedTo?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** Those of which entity, category, stage or owner changed on this day or later; with movedTo, those that came to the stage since. */
      movedSince?: string
      /** Those whose first move is of this year: its vintage. */
      beganIn?: number
      /** Those that there were on this day and were at work then. Names, tags and the like are as they are now. */
      asOf?: string
      /** With asOf: by the entity, category, stage and owner that they had then, as without it, or by those that they have at present. */
      classification?: "then" | "present"
      /** True finds what was archived; false what is at work, as without it. `ids` find both. */
      isArchived?: boolean
      /** What comes first; rows that are alike follow by name and id. */
      sort?: "name" | "stage" | "entity" | "category" | "owner" | "in-stage" | "updated" | "created"
      /** True turns the order round; what has none stays last. */
      descending?: boolean
    }
    output: {
      fileName: string
      rows: number
      /** With a header. Cells that a spreadsheet would run have an apostrophe before them. */
      csv: string
    }
  }
  /** Reads one business by its id. */
  'businesses.get-business': {
    effect: 'read'
    input: {
      /** Id of the business. */
      businessId: string
    }
    output: ListedBusiness
  }
  /** Reads how well a business is, with the reasons: what each rule found, and the points that it takes. */
  'businesses.get-health': {
    effect: 'read'
    input: {
      /** Id of the business. */
      businessId: string
    }
    output: {
      /** Null: archived, or not assessed since it was created. */
      health: Health | null
      /** When the rules last looked; null where they never did. */
      assessedAt: string | null
      /** The heaviest first. */
      reasons: ({
        rule: string
        title: string
        /** What was found, with the values, and what to do. */
        says: string
        /** What the rule takes, once, however often it finds something. */
        points: number
        since: string | null
      })[]
    }
  }
  /** Reads how many businesses the studio may have at work by its plan, and how many it has. */
  'businesses.get-plan': {
    effect: 'read'
    input: Record<string, never>
    output: {
      plan: "starter" | "professional" | "enterprise" | "ultra"
      /** Businesses that may be at work; null: no limit. */
      businessesMax: number | null
      /** Businesses at work now, in the whole studio. */
      atWork: number
      /** Those that there are, the smallest first. */
      plans: ({
        plan: "starter" | "professional" | "enterprise" | "ultra"
        /** Businesses that may be at work; null: no limit. */
        businessesMax: number | null
      })[]
    }
  }
  /** Imports businesses from CSV, copied cells or XLSX: checked at once, then created in one run, all or none. Try it first as a dry run with onErrors "leave-out", which answers what each column and word would become and what is wrong in which row. */
  'businesses.import-businesses': {
    effect: 'write'
    input: {
      /** The text of a CSV file, with a header; at most 20,000 rows. Or send cells, or xlsx. */
      csv?: string
      /** Cells as a spreadsheet copies them: tabs between columns. A header is known by its words. */
      cells?: string
      /** An XLSX file in base64. Formulas count with the result that is stored in it. */
      xlsx?: string
      /** Which sheet of the XLSX file; the first that holds a table otherwise. */
      sheet?: string
      /** The row that names the columns, 0 where none does. Otherwise the first with anything in it. */
      headerRow?: number
      /** Whether numbers of a column have a decimal point or comma, where its cells leave it open ("1.234"). */
      decimals?: ({
        column: string
        decimal: "point" | "comma"
      })[]
      /** Uses what was said the last time of a file with the same columns, where nothing is said now. */
      isRemembered?: boolean
      /** For the title of the run. */
      fileName?: string
      /** refuse: one faulty row refuses the file. leave-out: faulty rows are left out. */
      onErrors?: "refuse" | "leave-out"
      /** Without it, what the header and the values suggest. Columns not named are left out. */
      mapping?: ({
        /** As the header names it. */
        column: string
        /** What the column becomes. Several may become description, links or tags; "nothing" leaves it out. An owner is named by e-mail address, or by a name that only one person has. */
        field: "name" | "description" | "category" | "stage" | "entity" | "owner" | "links" | "tags" | "nothing"
      })[]
      /** The file's words for stages. Usual ones, such as Operating or Dead, are known. */
      stageWords?: ({
        word: string
        /** Where the business stands in its life. */
        stage: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      })[]
      /** Holds the businesses of rows that name no entity. */
      entityId?: string
    }
    output: {
      /** Watch it with runs.get-run. Null where no row can be imported. */
      runId: string | null
      /** Below the header; blank ones are not counted. */
      rows: number
      ready: number
      /** Rows with errors. */
      leftOut: number
      /** Of an XLSX file. */
      sheets: (string)[]
      /** The one that was read. */
      sheet: string | null
      /** The row that names the columns; 0 where none does. */
      headerRow: number
      /** Cells that hold a formula, and count with the result that is stored. */
      formulas: number
      /** Whether you said what columns become, or it was remembered, or header and values suggest it. */
      mappingFrom: "caller" | "remembered" | "suggested"
      /** What each column becomes: as the mapping says, or as its header and values suggest. */
      columns: ({
        column: string
        /** As a spreadsheet names it. */
        letter: string
        /** What the column becomes. Several may become description, links or tags; "nothing" leaves it out. An owner is named by e-mail address, or by a name that only one person has. */
        field: "name" | "description" | "category" | "stage" | "entity" | "owner" | "links" | "tags" | "nothing"
        /** Its first values. */
        samples: (string)[]
        /** How its numbers are written; null where that makes no difference. */
        decimal: "point" | "comma" | "unclear" | "mixed" | null
      })[]
      /** Columns whose numbers can be read in two ways: for you to say, in decimals. */
      unclear: ({
        column: string
        example: string
        /** What it is with a decimal point. */
        withPoint: string
        /** What it is with a decimal comma. */
        withComma: string
        cells: number
      })[]
      /** The first 50. */
      errors: ({
        row: number
        column: string | null
        /** As a spreadsheet names it, where it is one cell. */
        cell: string | null
        message: string
      })[]
      errorCount: number
      /** Words for stages in the file. Without a stage: for you to say, in stageWords. */
      stageWords: ({
        word: string
        stage: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed" | null
        rows: number
      })[]
      /** Categories that are made for it. */
      newCategories: (string)[]
      /** The first rows as they would become. */
      preview: ({
        row: number
        name: string
        /** Where the business stands in its life. */
        stage: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
        entityName: string
        categoryName: string | null
        ownerName: string | null
        description: string
        links: (string)[]
        tags: (string)[]
      })[]
    }
  }
  /** Pages through the businesses, by name or another sort, narrowed by words, stage, entity, category, owner or tag; as they are, or as they were on a day. */
  'businesses.list-businesses': {
    effect: 'read'
    input: {
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** Words in the name or description, or an id. */
      search?: string
      /** Where the business stands in its life. */
      stage?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** Id of the entity. */
      entityId?: string
      /** Id of the category. */
      categoryId?: string
      /** Those that a run created, such as an import. */
      runId?: string
      /** False finds those without a category. */
      hasCategory?: boolean
      /** Id of the person. */
      ownerId?: string
      /** False finds those that nobody answers for. */
      hasOwner?: boolean
      /** Exactly this tag. */
      tag?: string
      /** False finds those without a tag. */
      hasTags?: boolean
      /** True finds those that stand at their stage for longer than its clock allows: see list-stage-clocks. */
      isStalled?: boolean
      /** By the band of its health, as it was last assessed; unknown where it was not since it was created. */
      health?: "good" | "watch" | "poor" | "unknown"
      /** alive: not spun out, exited or closed. live: launched or growing. ended: spun out, exited or closed. */
      standing?: "alive" | "live" | "ended"
      /** Those that ever stood at this stage, or do now. */
      stoodAt?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** Those that stood at this stage and at a later one after it; closed is none. */
      wentOnFrom?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** Those that came to this stage from another one; not those that were added at it. */
      movedTo?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** Those of which entity, category, stage or owner changed on this day or later; with movedTo, those that came to the stage since. */
      movedSince?: string
      /** Those whose first move is of this year: its vintage. */
      beganIn?: number
      /** Those that there were on this day and were at work then. Names, tags and the like are as they are now. */
      asOf?: string
      /** With asOf: by the entity, category, stage and owner that they had then, as without it, or by those that they have at present. */
      classification?: "then" | "present"
      /** True finds what was archived; false what is at work, as without it. `ids` find both. */
      isArchived?: boolean
      /** What comes first; rows that are alike follow by name and id. */
      sort?: "name" | "stage" | "entity" | "category" | "owner" | "in-stage" | "updated" | "created"
      /** True turns the order round; what has none stays last. */
      descending?: boolean
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (ListedBusiness)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the studio's own categories of businesses, by name. */
  'businesses.list-categories': {
    effect: 'read'
    input: {
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Category)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the pairs of businesses that somebody marked as distinct, with the reason. */
  'businesses.list-distinct': {
    effect: 'read'
    input: {
      /** Only the pairs that it is in. */
      businessId?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (DistinctPair)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Lists the rules that make up the health of a business, each in words, with the points that it takes. */
  'businesses.list-health-rules': {
    effect: 'read'
    input: Record<string, never>
    output: {
      /** The heaviest first. */
      rules: ({
        rule: string
        title: string
        stated: string
        points: number
      })[]
    }
  }
  /** Pages through the merges that stand: which business was told twice, and which one stays. */
  'businesses.list-merges': {
    effect: 'read'
    input: {
      /** Only those that it is in, on either side. */
      businessId?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Merge)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the history of a business, the newest day first: from when on it was in which entity and category, at which stage, and whose. */
  'businesses.list-moves': {
    effect: 'read'
    input: {
      /** Id of the business. */
      businessId: string
      /** Only moves of this. */
      attribute?: "entity" | "category" | "stage" | "owner"
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (BusinessMove)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the people who can answer for a business, by name: everyone of the studio; within narrow grants, those who answer for one of its businesses already. */
  'businesses.list-owners': {
    effect: 'read'
    input: {
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Owner)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through what moved in the portfolio, the newest day first: changes of entity, category, stage and owner of businesses at work; not what they were added with, nor what was taken back. */
  'businesses.list-recent-moves': {
    effect: 'read'
    input: {
      /** Moves that hold from this day or later; 30 days back, where none is named. */
      since?: string
      /** Only moves of this. */
      attribute?: "entity" | "category" | "stage" | "owner"
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (RecentBusinessMove)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Tells how long a business may stay at each stage before it counts as stalled. */
  'businesses.list-stage-clocks': {
    effect: 'read'
    input: Record<string, never>
    output: {
      clocks: (StageClock)[]
    }
  }
  /** Counts the businesses at work by the year in which the history of each begins: how many are alive, spun out, exited and closed. */
  'businesses.list-vintages': {
    effect: 'read'
    input: {
      /** Id of the entity. */
      entityId?: string
      /** Id of the category. */
      categoryId?: string
      /** Id of the person. */
      ownerId?: string
    }
    output: {
      /** The newest first; all of them together are the businesses at work. */
      vintages: ({
        /** The year of its first dated move: the list by `beganIn`. */
        year: number
        businesses: number
        /** Not spun out, exited or closed. */
        alive: number
        /** Of these, at launched or growing. */
        live: number
        spunOut: number
        exited: number
        closed: number
      })[]
    }
  }
  /** Says that two businesses that look alike are not one, so that they leave the list of duplicates. */
  'businesses.mark-distinct': {
    effect: 'write'
    input: {
      /** Id of the business. */
      businessId: string
      /** Id of the business. */
      otherId: string
      /** Why they are two, for whoever wonders later. */
      reason?: string
    }
    output: {
      /** Id of the business. */
      businessId: string
      /** Id of the business. */
      otherId: string
    }
  }
  /** Says that a business is another one told twice: it leaves every list and total, and points to the one that stays. Nothing of either is rewritten, and restore-business brings it back. */
  'businesses.merge-business': {
    effect: 'write'
    input: {
      /** The one that was told twice, and goes. */
      businessId: string
      /** The one that stays. */
      intoId: string
      /** How it is known that they are one. */
      reason?: string
    }
    output: {
      merged: Business
      into: {
        /** Id of the business. */
        id: string
        name: string
      }
    }
  }
  /** Brings an archived business back into the lists, as it was. */
  'businesses.restore-business': {
    effect: 'write'
    input: {
      /** Id of the business. */
      businessId: string
    }
    output: Business
  }
  /** Brings many archived businesses back into the lists at once, as they were. */
  'businesses.restore-businesses': {
    effect: 'write'
    input: {
      businessIds: (string)[]
    }
    output: {
      /** Those that were changed by it, and were not so already. */
      businessIds: (string)[]
    }
  }
  /** Chooses how many businesses the studio may have at work: 10, 100, 500 or without a limit. Refused where more are at work already. */
  'businesses.set-plan': {
    effect: 'write'
    input: {
      plan: "starter" | "professional" | "enterprise" | "ultra"
    }
    output: {
      plan: "starter" | "professional" | "enterprise" | "ultra"
      /** Businesses that may be at work; null: no limit. */
      businessesMax: number | null
      /** Businesses at work now, in the whole studio. */
      atWork: number
      previous: "starter" | "professional" | "enterprise" | "ultra"
    }
  }
  /** Says how many days a business may stay at a stage before it counts as stalled; null for any time. */
  'businesses.set-stage-clock': {
    effect: 'write'
    input: {
      /** Where the business stands in its life. */
      stage: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      daysMax: number | null
    }
    output: {
      /** Where the business stands in its life. */
      stage: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      daysMax: number | null
      previous: number | null
    }
  }
  /** Counts the businesses that a filter finds, by stage, entity, category, owner, tag or health, with the total; as they are, or as they were on a day. */
  'businesses.summarise-businesses': {
    effect: 'read'
    input: {
      by?: "stage" | "entity" | "category" | "owner" | "tag" | "health"
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** Words in the name or description, or an id. */
      search?: string
      /** Where the business stands in its life. */
      stage?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** Id of the entity. */
      entityId?: string
      /** Id of the category. */
      categoryId?: string
      /** Those that a run created, such as an import. */
      runId?: string
      /** False finds those without a category. */
      hasCategory?: boolean
      /** Id of the person. */
      ownerId?: string
      /** False finds those that nobody answers for. */
      hasOwner?: boolean
      /** Exactly this tag. */
      tag?: string
      /** False finds those without a tag. */
      hasTags?: boolean
      /** True finds those that stand at their stage for longer than its clock allows: see list-stage-clocks. */
      isStalled?: boolean
      /** By the band of its health, as it was last assessed; unknown where it was not since it was created. */
      health?: "good" | "watch" | "poor" | "unknown"
      /** alive: not spun out, exited or closed. live: launched or growing. ended: spun out, exited or closed. */
      standing?: "alive" | "live" | "ended"
      /** Those that ever stood at this stage, or do now. */
      stoodAt?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** Those that stood at this stage and at a later one after it; closed is none. */
      wentOnFrom?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** Those that came to this stage from another one; not those that were added at it. */
      movedTo?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** Those of which entity, category, stage or owner changed on this day or later; with movedTo, those that came to the stage since. */
      movedSince?: string
      /** Those whose first move is of this year: its vintage. */
      beganIn?: number
      /** Those that there were on this day and were at work then. Names, tags and the like are as they are now. */
      asOf?: string
      /** With asOf: by the entity, category, stage and owner that they had then, as without it, or by those that they have at present. */
      classification?: "then" | "present"
      /** True finds what was archived; false what is at work, as without it. `ids` find both. */
      isArchived?: boolean
    }
    output: {
      groups: ({
        /** The stage, the id of the entity, category or owner, the tag, or the band of health; null for those that have none. */
        id: string | null
        name: string | null
        /** Businesses in it. One with several tags counts in each of them. */
        count: number
      })[]
      /** Groups beyond the first 200. */
      more: number
      /** All businesses that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Tells of each stage how many businesses at work stand there and ever stood there, how many of these went on to a later one, and the median of days. */
  'businesses.summarise-funnel': {
    effect: 'read'
    input: {
      /** Id of the entity. */
      entityId?: string
      /** Id of the category. */
      categoryId?: string
      /** Id of the person. */
      ownerId?: string
    }
    output: {
      asOf: string
      /** Every stage, in the order of a life. */
      stages: ({
        /** Where the business stands in its life. */
        stage: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
        /** Businesses that stand there now: the list by `stage`. */
        here: number
        /** Businesses that ever stood there: the list by `stoodAt`. */
        stood: number
        /** Of these, those that stood at a later stage after it: the list by `wentOnFrom`. */
        wentOn: number
        /** Stays that ended: a business may have several. */
        staysEnded: number
        /** The median of the days of stays that ended; null where none did. */
        medianDays: number | null
        /** The median of the days of those that stand there now, to this day; null where none does. */
        medianDaysSoFar: number | null
      })[]
    }
  }
  /** Counts the businesses at work: how many are live, came to launched this month, are stalled, and how well they are. */
  'businesses.summarise-portfolio': {
    effect: 'read'
    input: Record<string, never>
    output: {
      asOf: string
      atWork: number
      /** At launched or growing: the list by `standing` live. */
      live: number
      /** The first day of this month, in UTC. */
      launchedSince: string
      /** Came to launched from another stage since then: the list by `movedTo` and `movedSince`. */
      launched: number
      /** Longer at a stage than its clock allows: the list by `isStalled`. */
      stalled: number
      /** As the rules last assessed them: the list by `health`. */
      health: {
        good: number
        watch: number
        poor: number
        unknown: number
      }
    }
  }
  /** Takes back that two businesses are distinct: where they look alike, they are told of again. */
  'businesses.unmark-distinct': {
    effect: 'write'
    input: {
      /** Id of the business. */
      businessId: string
      /** Id of the business. */
      otherId: string
    }
    output: {
      /** Id of the business. */
      businessId: string
      /** Id of the business. */
      otherId: string
      /** What was said when they were marked; null where they were not. */
      reason: string | null
    }
  }
  /** Changes fields of one business; what is not named stays. A stage moves only along its transition table, and what of entity, category, stage and owner changes is dated. */
  'businesses.update-business': {
    effect: 'write'
    input: {
      /** What the business is called. */
      name?: string
      /** Id of the entity. */
      entityId?: string
      categoryId?: string | null
      /** Where the business stands in its life. */
      stage?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      ownerId?: string | null
      /** What it does, for whom. */
      description?: string
      /** Web addresses: the site, the repository, profiles. */
      links?: (string)[]
      /** Free words to find it by. */
      tags?: (string)[]
      /** Id of the business. */
      businessId: string
      /** Refuses the change when somebody else was quicker. */
      revision?: number
      /** From which day on entity, category, stage or owner are so: today in UTC where it is not named. A day before a later move changes the history, and not the present. */
      effectiveOn?: string
      /** What the move rests on; kept in the history. */
      evidence?: string
      /** Why it was decided so; kept in the history. */
      reason?: string
      /** Takes back the moves that the change to this revision made: the history shows them as withdrawn. */
      takesBack?: number
    }
    output: {
      business: Business
      /** What the changed fields were before. */
      previous: {
        /** What the business is called. */
        name?: string
        /** Id of the entity. */
        entityId?: string
        categoryId?: string | null
        /** Where the business stands in its life. */
        stage?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
        ownerId?: string | null
        /** What it does, for whom. */
        description?: string
        /** Web addresses: the site, the repository, profiles. */
        links?: (string)[]
        /** Free words to find it by. */
        tags?: (string)[]
      }
    }
  }
  /** Changes many businesses at once, or none of them: fields, tags, stage, entity, category, owner, archived. Try it with a dry run first. */
  'businesses.update-businesses': {
    effect: 'write'
    input: {
      /** What to change of which business, each business once. What is not named stays. */
      changes: ({
        /** What the business is called. */
        name?: string
        /** Id of the entity. */
        entityId?: string
        categoryId?: string | null
        /** Where the business stands in its life. */
        stage?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
        ownerId?: string | null
        /** What it does, for whom. */
        description?: string
        /** Web addresses: the site, the repository, profiles. */
        links?: (string)[]
        /** Free words to find it by. */
        tags?: (string)[]
        /** True takes it out of every list, false brings it back. */
        isArchived?: boolean
        /** Id of the business. */
        businessId: string
        /** Refuses the change when somebody else was quicker. */
        revision?: number
        /** From which day on entity, category, stage or owner are so: today in UTC where it is not named. A day before a later move changes the history, and not the present. */
        effectiveOn?: string
        /** What the move rests on; kept in the history. */
        evidence?: string
        /** Why it was decided so; kept in the history. */
        reason?: string
        /** Takes back the moves that the change to this revision made: the history shows them as withdrawn. */
        takesBack?: number
        /** Tags to have beside those that it has. */
        addTags?: (string)[]
      })[]
    }
    output: {
      /** One per change, in their order. */
      items: ({
        /** Id of the business. */
        businessId: string
        /** What it has now. */
        revision: number
        /** What the changed fields were before; empty where nothing changed. */
        previous: {
          /** What the business is called. */
          name?: string
          /** Id of the entity. */
          entityId?: string
          categoryId?: string | null
          /** Where the business stands in its life. */
          stage?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
          ownerId?: string | null
          /** What it does, for whom. */
          description?: string
          /** Web addresses: the site, the repository, profiles. */
          links?: (string)[]
          /** Free words to find it by. */
          tags?: (string)[]
          /** True takes it out of every list, false brings it back. */
          isArchived?: boolean
        }
      })[]
    }
  }
  /** Closes a month, and all open months before it, in many books at once: softly, so that only who closes months still posts, or for good. Each book is closed or blocked by itself. */
  'closing.close-period': {
    effect: 'write'
    input: {
      bookIds: (string)[]
      /** A month of the calendar: 2026-03. */
      month: string
      /** Soft: only who may close months still posts. Hard: nobody posts, and all checks are met. */
      kind: "soft" | "hard"
      /** Why it is closed for good although checks are not met; it stays in the record. */
      despite?: string | null
      /** The months that the reason is for; where none are named, that of `month` alone. */
      despiteMonths?: (string)[]
    }
    output: {
      month: string
      outcomes: ({
        /** Id of the book. */
        bookId: string
        /** How the month stands now. */
        state: "open" | "soft" | "hard"
        /** The first month that was closed along, or would be; null where nothing was to be closed. */
        from: string | null
        /** What stood in the way; none where it was closed. */
        blockers: ({
          /** What stands in the way. */
          blocker: "order" | "not-over" | "bank" | "intercompany" | "schedules" | "revalued" | "reviewed"
          /** In which of the months that would be closed. */
          months: (string)[]
          /** How it stands in the first of them, in words. */
          says: string
          /** The operation that does something about it, and the book to name; null where nothing is to do. */
          fix: {
            operation: string
            /** Id of the book. */
            bookId: string
          } | null
        })[]
      })[]
    }
  }
  /** Plans entries that come again: the same each month, taken back in the next, an amount in parts, or a loan. What is due is posted every hour; with an entry above the limit of the book it waits for a second person first. Answers its next days, to a year from today. */
  'closing.create-schedule': {
    effect: 'write'
    input: {
      /** Id of the book. */
      bookId: string
      name: string
      /** The same lines each month, from a day on. */
      recurring?: {
        from: string
        until?: string | null
        /** Its day in each month; the last one where a month has fewer. */
        dayOfMonth: number
        /** What happens, for whoever reads the book. */
        memo: string
        lines: ({
          /** Id of the account. */
          accountId: string
          /** One of debit and credit, in units of the currency. */
          debit?: string
          credit?: string
          /** Only the exchange account needs it; others have their own. */
          currency?: string
          /** Whose it is. Income and expenses name a business, or say that they are overhead. */
          businessId?: string | null
          /** True for what belongs to no business. */
          isOverhead?: boolean
          /** The entity of the studio on the other side, where there is one. */
          partnerEntityId?: string | null
          /** Who is on the other side, outside the studio. */
          counterparty?: string | null
          memo?: string | null
          tags?: (string)[]
        })[]
      }
      /** Lines that are taken back on the first day of the month after. */
      reversing?: {
        on: string
        /** What happens, for whoever reads the book. */
        memo: string
        lines: ({
          /** Id of the account. */
          accountId: string
          /** One of debit and credit, in units of the currency. */
          debit?: string
          credit?: string
          /** Only the exchange account needs it; others have their own. */
          currency?: string
          /** Whose it is. Income and expenses name a business, or say that they are overhead. */
          businessId?: string | null
          /** True for what belongs to no business. */
          isOverhead?: boolean
          /** The entity of the studio on the other side, where there is one. */
          partnerEntityId?: string | null
          /** Who is on the other side, outside the studio. */
          counterparty?: string | null
          memo?: string | null
          tags?: (string)[]
        })[]
      }
      /** An amount in equal parts over months, with the rest in the last: prepaid, deferred, depreciated. */
      spread?: {
        /** In the first month. */
        from: string
        months: number
        /** Its day in each month; the last one where a month has fewer. */
        dayOfMonth: number
        /** The whole, in the currency of the book. */
        amount: string
        /** Id of the account. */
        debitAccountId: string
        /** Id of the account. */
        creditAccountId: string
        businessId?: string | null
        /** True for what belongs to no business. */
        isOverhead?: boolean
        /** What happens, for whoever reads the book. */
        memo: string
      }
      /** A loan that is paid back month by month. */
      loan?: {
        /** In the month of the first payment. */
        from: string
        months: number
        /** Its day in each month; the last one where a month has fewer. */
        dayOfMonth: number
        /** In the currency of the book. */
        principal: string
        /** 0.06 for six percent; a month is a twelfth of it. */
        yearlyRate: string
        /** Equal payments, or interest alone and the principal at the end. */
        method: "annuity" | "interest-only"
        /** Id of the account. */
        interestAccountId: string
        /** Id of the account. */
        loanAccountId: string
        /** Id of the account. */
        cashAccountId: string
        businessId?: string | null
        /** True for what belongs to no business. */
        isOverhead?: boolean
        /** What happens, for whoever reads the book. */
        memo: string
      }
    }
    output: {
      /** Id of the schedule. */
      id: string
      /** Id of the book. */
      bookId: string
      name: string
      kind: "recurring" | "reversing" | "spread" | "loan"
      /** The last day on which something is due, where somebody ended it. */
      endedOn: string | null
      /** The last day on which it posts, by its terms or its end; null where it has none. */
      lastOn: string | null
      /** An instant, ISO 8601 in UTC. */
      createdAt: string
      occurrences: ({
        number: number
        effectiveOn: string
        memo: string
        lines: ({
          /** Id of the account. */
          accountId: string
          debit: string | null
          credit: string | null
        })[]
        /** The entry that was posted for it. */
        entryId: string | null
      })[]
    }
  }
  /** Ends a schedule with a day: what is planned after it is not posted any more. What was posted stays. */
  'closing.end-schedule': {
    effect: 'write'
    input: {
      /** Id of the schedule. */
      scheduleId: string
      /** The last day on which something of it is due. */
      endedOn: string
    }
    output: Schedule
  }
  /** Reads a schedule with all that it is to post up to a day, and what of it is posted. */
  'closing.get-schedule': {
    effect: 'read'
    input: {
      /** Id of the schedule. */
      scheduleId: string
      /** A year from today where it is not named. */
      through?: string
    }
    output: {
      /** Id of the schedule. */
      id: string
      /** Id of the book. */
      bookId: string
      name: string
      kind: "recurring" | "reversing" | "spread" | "loan"
      /** The last day on which something is due, where somebody ended it. */
      endedOn: string | null
      /** The last day on which it posts, by its terms or its end; null where it has none. */
      lastOn: string | null
      /** An instant, ISO 8601 in UTC. */
      createdAt: string
      occurrences: ({
        number: number
        effectiveOn: string
        memo: string
        lines: ({
          /** Id of the account. */
          accountId: string
          debit: string | null
          credit: string | null
        })[]
        /** The entry that was posted for it. */
        entryId: string | null
      })[]
    }
  }
  /** Pages through the books as they stand before a month is closed: open or closed, and what of the checklist is met or still to do, and where. */
  'closing.list-board': {
    effect: 'read'
    input: {
      /** The last one that is over, where it is not named. */
      month?: string
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** Words in the name of the entity, or the id of a book. */
      search?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (BoardRow)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the schedules of books, the latest first. */
  'closing.list-schedules': {
    effect: 'read'
    input: {
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** Id of the book. */
      bookId?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Schedule)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Says, by hand, that the cash of books agrees with the statements of their banks for a month, or for several: each holds for the entries that it has then. */
  'closing.mark-reconciled': {
    effect: 'write'
    input: {
      bookIds: (string)[]
      /** A month of the calendar: 2026-03. */
      month: string
      /** Where several months are marked: the first of them. Those before the first entry of a book, and those closed for good, are left out. */
      from?: string
      /** With what it was compared. */
      note?: string | null
    }
    output: {
      /** A month of the calendar: 2026-03. */
      month: string
      mark: "bank" | "reviewed"
      /** What was marked. A mark that still holds stays as it is, with its note. */
      marked: ({
        /** Id of the book. */
        bookId: string
        months: (string)[]
      })[]
    }
  }
  /** Says that somebody looked at a month of books, or at several. Each holds for the entries that it has then: with one more it is to be said again. */
  'closing.mark-reviewed': {
    effect: 'write'
    input: {
      bookIds: (string)[]
      /** A month of the calendar: 2026-03. */
      month: string
      /** Where several months are marked: the first of them. Those before the first entry of a book, and those closed for good, are left out. */
      from?: string
      /** What was looked at. */
      note?: string | null
    }
    output: {
      /** A month of the calendar: 2026-03. */
      month: string
      mark: "bank" | "reviewed"
      /** What was marked. A mark that still holds stays as it is, with its note. */
      marked: ({
        /** Id of the book. */
        bookId: string
        months: (string)[]
      })[]
    }
  }
  /** Opens a closed month of a book, and every month after it. Somebody else has to accept it first, where there is somebody who could. */
  'closing.reopen-period': {
    effect: 'write'
    input: {
      /** Id of the book. */
      bookId: string
      /** A month of the calendar: 2026-03. */
      month: string
      /** Why it is opened. */
      reason: string
    }
    output: {
      /** Id of the book. */
      bookId: string
      closedThrough: string | null
      softClosedThrough: string | null
    }
  }
  /** Posts what schedules have due up to a day and is not posted yet. Each is posted or refused by itself; run it again, and nothing is posted twice. */
  'closing.run-schedules': {
    effect: 'write'
    input: {
      /** All, where none are named. */
      bookIds?: (string)[]
      through: string
    }
    output: {
      outcomes: ({
        /** Id of the schedule. */
        scheduleId: string
        number: number
        effectiveOn: string
        /** What was posted; null where it was refused. */
        entryId: string | null
        code: string | null
        message: string | null
      })[]
      /** How many are due beyond those: run it again. */
      left: number
    }
  }
  /** Takes back what was said by hand of a month of a book: that it was reviewed, or agrees with the bank. */
  'closing.unmark-month': {
    effect: 'write'
    input: {
      /** Id of the book. */
      bookId: string
      /** A month of the calendar: 2026-03. */
      month: string
      mark: "bank" | "reviewed"
    }
    output: {
      /** Id of the book. */
      bookId: string
      /** A month of the calendar: 2026-03. */
      month: string
      mark: "bank" | "reviewed"
    }
  }
  /** Says something about a business, an entity, a KPI, a run or an approval, to everybody who may see it; people can be mentioned. */
  'comments.add-comment': {
    effect: 'write'
    input: {
      /** Id of what it is about, one of: business, entity, kpi, entry, run, approval. */
      subjectId: string
      /** Plain text. A person is mentioned as @[per_…]; comments.list-mentionable finds whom. */
      body: string
    }
    output: Comment
  }
  /** Changes the words of a comment of your own. It is marked as edited; the audit keeps the earlier words. */
  'comments.edit-comment': {
    effect: 'write'
    input: {
      /** Id of the comment. */
      commentId: string
      /** Plain text. A person is mentioned as @[per_…]; comments.list-mentionable finds whom. */
      body: string
      /** Refused where it was edited since this revision. */
      revision?: number
    }
    output: {
      comment: Comment
      /** Its words until now. */
      earlierBody: string
    }
  }
  /** Pages through the comments on one thing, or on all that is open to you, the newest first. Those on approvals are listed with their approval only. */
  'comments.list-comments': {
    effect: 'read'
    input: {
      /** Id of what it is about, one of: business, entity, kpi, entry, run, approval. */
      subjectId?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Comment)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Whom a comment on this can mention: people who may see it, by name, those whose name has the words. */
  'comments.list-mentionable': {
    effect: 'read'
    input: {
      /** Id of what it is about, one of: business, entity, kpi, entry, run, approval. */
      subjectId: string
      /** Part of a name. */
      named?: string
      limit?: number
    }
    output: {
      people: (MentionedPerson)[]
    }
  }
  /** Takes a comment away: your own, or with the permission to moderate anybody’s. It can be brought back. */
  'comments.remove-comment': {
    effect: 'write'
    input: {
      /** Id of the comment. */
      commentId: string
    }
    output: {
      /** Id of the comment. */
      commentId: string
    }
  }
  /** Brings back a comment that you removed, or with the permission to moderate any, as it was. */
  'comments.restore-comment': {
    effect: 'write'
    input: {
      /** Id of the comment. */
      commentId: string
    }
    output: {
      /** Id of the comment. */
      commentId: string
    }
  }
  /** Founds the first studio of this installation as a demonstration: invented people at once, 442 businesses by a run. From its own machine only; works once. */
  'demo.found-studio': {
    effect: 'write'
    input: Record<string, never>
    output: {
      studio: Studio
      /** Fills it; watch it with runs.get-run. */
      runId: string
    }
  }
  /** Registers many entities with who owns them, all or none: entities and holders that are new, and stakes that name them or those there are. Stakes can be withdrawn afterwards; entities stay. */
  'entities.create-entities': {
    effect: 'write'
    input: {
      entities?: ({
        /** The registered name. */
        name: string
        /** The legal form: LLC, Inc., GmbH … */
        kind: string
        /** Where it is registered, for example "US-DE" or "Germany". */
        jurisdiction: string
        /** US Employer Identification Number: NN-NNNNNNN, with a prefix that the IRS gives out. */
        ein?: string | null
        /** Legal Entity Identifier, ISO 17442: 20 characters, the last two of them check digits. */
        lei?: string | null
        /** Its number in the register of its jurisdiction. */
        registrationNumber?: string | null
        /** Its seat, as registered. */
        registeredAddress?: string | null
        /** Where letters reach it, if elsewhere. */
        postalAddress?: string | null
        /** The currency that it keeps its book in, ISO 4217. */
        functionalCurrency?: string | null
        /** The last day of its fiscal year: MM-DD. */
        fiscalYearEnd?: string | null
      })[]
      holders?: ({
        /** The name of a person, or of an investor that is no entity of the studio. */
        name: string
        /** An outside person, or an investor. */
        kind: "person" | "investor"
      })[]
      stakes?: ({
        /** The entity that is owned. */
        entityName: string
        /** The registered name. */
        ownerEntityName?: string
        /** One of the two: an entity, or a holder. */
        ownerHolderName?: string
        /** Share of the votes, in percent: "33.333333". */
        votingPercent: string
        /** Share of profit and of what is left, in percent. */
        economicPercent: string
        /** The first day on which it holds. */
        from: string
        /** Its last day; null while no end is known. */
        until?: string | null
        /** What shows it: a register, a deed, an agreement. */
        evidence?: string | null
      })[]
    }
    output: {
      /** In the order of the entities. */
      entityIds: (string)[]
      holderIds: (string)[]
      stakeIds: (string)[]
    }
  }
  /** Registers a legal entity of the studio, so that businesses can be held by it. */
  'entities.create-entity': {
    effect: 'write'
    input: {
      /** The registered name. */
      name: string
      /** The legal form: LLC, Inc., GmbH … */
      kind: string
      /** Where it is registered, for example "US-DE" or "Germany". */
      jurisdiction: string
      /** US Employer Identification Number: NN-NNNNNNN, with a prefix that the IRS gives out. */
      ein?: string | null
      /** Legal Entity Identifier, ISO 17442: 20 characters, the last two of them check digits. */
      lei?: string | null
      /** Its number in the register of its jurisdiction. */
      registrationNumber?: string | null
      /** Its seat, as registered. */
      registeredAddress?: string | null
      /** Where letters reach it, if elsewhere. */
      postalAddress?: string | null
      /** The currency that it keeps its book in, ISO 4217. */
      functionalCurrency?: string | null
      /** The last day of its fiscal year: MM-DD. */
      fiscalYearEnd?: string | null
    }
    output: Entity
  }
  /** Adds an outside person or investor, so that stakes in entities can be theirs. */
  'entities.create-holder': {
    effect: 'write'
    input: {
      /** The name of a person, or of an investor that is no entity of the studio. */
      name: string
      /** An outside person, or an investor. */
      kind: "person" | "investor"
    }
    output: Holder
  }
  /** Sets the last day of a stake, for example of one that was sold; null leaves its end open. */
  'entities.end-stake': {
    effect: 'write'
    input: {
      /** Id of the stake. */
      stakeId: string
      /** The last day on which it holds, YYYY-MM-DD; null for no known end. */
      until: string | null
    }
    output: {
      stake: Stake
      /** The last day that it had before. */
      previousUntil: string | null
    }
  }
  /** Reads one legal entity by its id. */
  'entities.get-entity': {
    effect: 'read'
    input: {
      /** Id of the entity. */
      entityId: string
    }
    output: Entity
  }
  /** Reads who owns and controls which entity on a day: stakes, look-through shares, control, and what is not recorded. */
  'entities.get-structure': {
    effect: 'read'
    input: {
      /** A day, YYYY-MM-DD, from 1800 to 2199. */
      on: string
      /** Only what this entity or holder owns, directly or not. */
      rootId?: string
    }
    output: {
      nodes: ({
        /** Id of an entity or of a holder. */
        id: string
        name: string
        kind: "entity" | "person" | "investor"
        /** Whether the structure is looked at from here. */
        isRoot: boolean
        /** The economic share of each root over all chains, to the nearest millionth of a percent. */
        lookThrough: ({
          /** Id of an entity or of a holder. */
          ownerId: string
          economicPercent: string
        })[]
        /** True where more than 20 roots share in it. */
        lookThroughIsCut: boolean
        /** Who controls it in the end; null where nobody is known to. */
        control: {
          /** Id of an entity or of a holder. */
          controllerId: string
          controllerName: string
          by: "votes" | "judgement"
          /** Votes that the controller casts with all that it controls. */
          votingPercent: string
        } | null
        /** What of an entity no stake accounts for; null for holders. */
        unrecorded: {
          votingPercent: string
          economicPercent: string
        } | null
      })[]
      edges: ({
        /** Id of the stake. */
        stakeId: string
        /** Id of the entity. */
        entityId: string
        /** Id of an entity or of a holder. */
        ownerId: string
        votingPercent: string
        economicPercent: string
      })[]
      /** The days on which the structure changes; the newest 400. */
      changesOn: (string)[]
    }
  }
  /** Imports entities and who owns them from CSV, copied cells or XLSX, a row for each owner: checked at once, then registered in one run, all or none. Entities that are there already get stakes and are never changed. Try it first as a dry run with onErrors "leave-out". */
  'entities.import-entities': {
    effect: 'write'
    input: {
      /** The text of a CSV file, with a header; at most 20,000 rows. Or send cells, or xlsx. */
      csv?: string
      /** Cells as a spreadsheet copies them: tabs between columns. A header is known by its words. */
      cells?: string
      /** An XLSX file in base64. Formulas count with the result that is stored in it. */
      xlsx?: string
      /** Which sheet of the XLSX file; the first that holds a table otherwise. */
      sheet?: string
      /** The row that names the columns, 0 where none does. Otherwise the first with anything in it. */
      headerRow?: number
      /** Whether numbers of a column have a decimal point or comma, where its cells leave it open ("1.234"). */
      decimals?: ({
        column: string
        decimal: "point" | "comma"
      })[]
      /** Uses what was said the last time of a file with the same columns, where nothing is said now. */
      isRemembered?: boolean
      /** For the title of the run. */
      fileName?: string
      /** refuse: one faulty row refuses the file. leave-out: faulty rows are left out. */
      onErrors?: "refuse" | "leave-out"
      /** Without it, what the header and the values suggest. Columns not named are left out. */
      mapping?: ({
        /** As the header names it. */
        column: string
        /** What the column becomes. An entity with several owners has a row for each; share is both the votes and the economic share, in percent. "nothing" leaves it out. */
        field: "name" | "kind" | "jurisdiction" | "ein" | "lei" | "registrationNumber" | "registeredAddress" | "postalAddress" | "functionalCurrency" | "fiscalYearEnd" | "owner" | "ownerKind" | "share" | "voting" | "economic" | "from" | "until" | "evidence" | "nothing"
      })[]
      /** Since when stakes hold whose row names no first day. */
      from?: string
      /** What owners are that are neither an entity nor a holder yet. */
      newHolders?: "person" | "investor"
    }
    output: {
      /** Watch it with runs.get-run. Null where no row can be imported. */
      runId: string | null
      /** Below the header; blank ones are not counted. */
      rows: number
      ready: number
      /** Rows with errors. */
      leftOut: number
      /** Of an XLSX file. */
      sheets: (string)[]
      /** The one that was read. */
      sheet: string | null
      /** The row that names the columns; 0 where none does. */
      headerRow: number
      /** Cells that hold a formula, and count with the result that is stored. */
      formulas: number
      /** Whether you said what columns become, or it was remembered, or header and values suggest it. */
      mappingFrom: "caller" | "remembered" | "suggested"
      /** What each column becomes: as the mapping says, or as its header and values suggest. */
      columns: ({
        column: string
        /** As a spreadsheet names it. */
        letter: string
        /** What the column becomes. An entity with several owners has a row for each; share is both the votes and the economic share, in percent. "nothing" leaves it out. */
        field: "name" | "kind" | "jurisdiction" | "ein" | "lei" | "registrationNumber" | "registeredAddress" | "postalAddress" | "functionalCurrency" | "fiscalYearEnd" | "owner" | "ownerKind" | "share" | "voting" | "economic" | "from" | "until" | "evidence" | "nothing"
        /** Its first values. */
        samples: (string)[]
        /** How its numbers are written; null where that makes no difference. */
        decimal: "point" | "comma" | "unclear" | "mixed" | null
      })[]
      /** Columns whose numbers can be read in two ways: for you to say, in decimals. */
      unclear: ({
        column: string
        example: string
        /** What it is with a decimal point. */
        withPoint: string
        /** What it is with a decimal comma. */
        withComma: string
        cells: number
      })[]
      /** The first 50. */
      errors: ({
        row: number
        column: string | null
        /** As a spreadsheet names it, where it is one cell. */
        cell: string | null
        message: string
      })[]
      errorCount: number
      newEntities: number
      newHolders: number
      newStakes: number
      /** The first rows as they were read. */
      preview: ({
        row: number
        name: string
        kind: string | null
        jurisdiction: string | null
        ownerName: string | null
        votingPercent: string | null
        economicPercent: string | null
        from: string | null
      })[]
    }
  }
  /** Pages through the legal entities that hold businesses, by name, narrowed by words or status. */
  'entities.list-entities': {
    effect: 'read'
    input: {
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** Words in the name, a registration number, an EIN, a LEI or an id. */
      search?: string
      /** Whether it does business, rests, or has ended. */
      status?: "active" | "dormant" | "dissolved"
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Entity)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the outside persons and investors who own parts of entities, by name. */
  'entities.list-holders': {
    effect: 'read'
    input: {
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** Words in the name, or an id. */
      search?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Holder)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the entities that are not dissolved and whose recorded stakes do not add up to 100 % on a day, by name. */
  'entities.list-incomplete-ownership': {
    effect: 'read'
    input: {
      /** A day, YYYY-MM-DD, from 1800 to 2199. */
      on: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: ({
        /** Id of the entity. */
        id: string
        name: string
        /** What of the votes no stake accounts for. */
        votingPercent: string
        /** What of the economic share no stake accounts for. */
        economicPercent: string
      })[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through judgements on who controls which entity, the newest first. */
  'entities.list-judgements': {
    effect: 'read'
    input: {
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** Only those in this entity. */
      entityId?: string
      /** Only those that this entity holds. */
      ownerEntityId?: string
      /** Only those that this holder holds. */
      ownerHolderId?: string
      /** Only those that hold on this day. */
      on?: string
      /** True shows those that were withdrawn instead. */
      withdrawn?: boolean
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Judgement)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through stakes, the newest first: of an entity, of an owner, on a day. */
  'entities.list-stakes': {
    effect: 'read'
    input: {
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** Only those in this entity. */
      entityId?: string
      /** Only those that this entity holds. */
      ownerEntityId?: string
      /** Only those that this holder holds. */
      ownerHolderId?: string
      /** Only those that hold on this day. */
      on?: string
      /** True shows those that were withdrawn instead. */
      withdrawn?: boolean
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Stake)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Records that somebody does or does not control an entity from a day on, with the reason; it overrides what the votes say. */
  'entities.record-judgement': {
    effect: 'write'
    input: {
      /** The entity that is or is not controlled. */
      entityId: string
      /** Exactly one of the two: an entity of the studio, or a holder outside it. */
      owner: {
        /** Id of the entity. */
        entityId?: string
        /** Id of the holder. */
        holderId?: string
      }
      /** Whether the owner controls the entity, whatever the votes say. */
      controls: boolean
      /** The first day on which it holds. */
      from: string
      /** Its last day; null while no end is known. */
      until?: string | null
      /** Why: an agreement, a golden share, a board majority. */
      reason: string
    }
    output: Judgement
  }
  /** Records that an entity or a holder owns a part of an entity, from a day on. More than 100 %, overlapping days of one owner and circles are refused. */
  'entities.record-stake': {
    effect: 'write'
    input: {
      /** The entity that is owned. */
      entityId: string
      /** Exactly one of the two: an entity of the studio, or a holder outside it. */
      owner: {
        /** Id of the entity. */
        entityId?: string
        /** Id of the holder. */
        holderId?: string
      }
      /** Share of the votes, in percent: "33.333333". */
      votingPercent: string
      /** Share of profit and of what is left, in percent. */
      economicPercent: string
      /** The first day on which it holds. */
      from: string
      /** Its last day; null while no end is known. */
      until?: string | null
      /** What shows it: a register, a deed, an agreement. */
      evidence?: string | null
    }
    output: Stake
  }
  /** Changes what is known of one legal entity; what is not named stays. A status moves along its transition table, or back while that move is the last change. */
  'entities.update-entity': {
    effect: 'write'
    input: {
      /** The registered name. */
      name?: string
      /** The legal form: LLC, Inc., GmbH … */
      kind?: string
      /** Where it is registered, for example "US-DE" or "Germany". */
      jurisdiction?: string
      /** Whether it does business, rests, or has ended. */
      status?: "active" | "dormant" | "dissolved"
      /** US Employer Identification Number: NN-NNNNNNN, with a prefix that the IRS gives out. */
      ein?: string | null
      /** Legal Entity Identifier, ISO 17442: 20 characters, the last two of them check digits. */
      lei?: string | null
      /** Its number in the register of its jurisdiction. */
      registrationNumber?: string | null
      /** Its seat, as registered. */
      registeredAddress?: string | null
      /** Where letters reach it, if elsewhere. */
      postalAddress?: string | null
      /** The currency that it keeps its book in, ISO 4217. */
      functionalCurrency?: string | null
      /** The last day of its fiscal year: MM-DD. */
      fiscalYearEnd?: string | null
      /** Id of the entity. */
      entityId: string
      /** Refuses the change when somebody else was quicker. */
      revision?: number
    }
    output: {
      entity: Entity
      /** What the changed fields were before. */
      previous: {
        /** The registered name. */
        name?: string
        /** The legal form: LLC, Inc., GmbH … */
        kind?: string
        /** Where it is registered, for example "US-DE" or "Germany". */
        jurisdiction?: string
        /** Whether it does business, rests, or has ended. */
        status?: "active" | "dormant" | "dissolved"
        /** US Employer Identification Number: NN-NNNNNNN, with a prefix that the IRS gives out. */
        ein?: string | null
        /** Legal Entity Identifier, ISO 17442: 20 characters, the last two of them check digits. */
        lei?: string | null
        /** Its number in the register of its jurisdiction. */
        registrationNumber?: string | null
        /** Its seat, as registered. */
        registeredAddress?: string | null
        /** Where letters reach it, if elsewhere. */
        postalAddress?: string | null
        /** The currency that it keeps its book in, ISO 4217. */
        functionalCurrency?: string | null
        /** The last day of its fiscal year: MM-DD. */
        fiscalYearEnd?: string | null
      }
    }
  }
  /** Takes back a judgement on control; it stays to be read with the reason, and votes decide again. */
  'entities.withdraw-judgement': {
    effect: 'write'
    input: {
      /** Id of the judgement. */
      judgementId: string
      /** Why it was a mistake. */
      reason: string
    }
    output: Judgement
  }
  /** Takes a stake back that was recorded by mistake: it counts on no day any more, and stays to be read with the reason. */
  'entities.withdraw-stake': {
    effect: 'write'
    input: {
      /** Id of the stake. */
      stakeId: string
      /** Why it was a mistake. */
      reason: string
    }
    output: Stake
  }
  /** Pages through what is wrong in the portfolio, by rule: duplicates, contradictions, what stalled, what is missing. */
  'exceptions.list-exceptions': {
    effect: 'read'
    input: {
      /** One of the rules of exceptions.summarise-exceptions. */
      rule?: string
      /** Id of the business. */
      businessId?: string
      /** Id of the entity. */
      entityId?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Exception)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Counts what is wrong in the portfolio, rule by rule, with each rule in words. */
  'exceptions.summarise-exceptions': {
    effect: 'read'
    input: {
      /** Id of the business. */
      businessId?: string
      /** Id of the entity. */
      entityId?: string
    }
    output: {
      /** Every rule that you may ask, also where it finds nothing. */
      rules: ({
        rule: string
        title: string
        /** The rule itself, in words. */
        stated: string
        count: number
      })[]
      total: number
    }
  }
  /** Charges what an entity spent for others in a month to them, by their revenue, heads, shares or evenly, with a markup: a matched pair of entries with each of them, once a month. */
  'group.allocate-services': {
    effect: 'write'
    input: {
      /** Who spent it, and charges it. */
      providerEntityId: string
      /** It is charged on its last day. */
      month: string
      /** By revenue of the month as booked, by the weight that each receiver is given, or evenly. */
      basis: "revenue" | "headcount" | "shares" | "flat"
      /** In the currency of the provider; all its overhead of the month where it is not named. */
      cost?: string
      /** On top of the cost. */
      markupPercent?: string
      agreement?: string | null
      receivers: ({
        /** Id of the entity. */
        entityId: string
        /** Its heads or its shares. */
        weight?: number
      })[]
    }
    output: {
      cost: string
      /** With the markup. */
      charged: string
      pairs: (PostedPair)[]
    }
  }
  /** Consolidates an entity with all that it owns, for a period, in one currency; keeps the result with its rates, ownership and instant, so that it can be read again, traced to entries, and repeated. */
  'group.consolidate-entity': {
    effect: 'write'
    input: {
      /** The root: it and what it owns. */
      entityId: string
      /** The first day of the period. */
      from: string
      /** Its last day, on which the balance sheet stands. */
      to: string
      /** With what was known at this instant, of ownership as of books and rates; now where it is not named. */
      recordedAt?: string
      /** That of the root where it is not named. */
      currency?: string
      /** With compareTo: a second period, made with it to stand beside it. */
      compareFrom?: string
      compareTo?: string
    }
    output: {
      /** Id of the consolidation. */
      id: string
      root: {
        /** Id of the entity. */
        id: string
        name: string
      }
      from: string
      to: string
      /** What was recorded later is left out. */
      knownAt: string
      /** ISO 4217. */
      currency: string
      /** How many are fully consolidated on the last day. */
      entities: number
      /** The result of the period, of all owners. */
      result: string
      /** What of it belongs to noncontrolling interests. */
      resultOfOthers: string
      /** Assets less liabilities and equity: 0, or a note says why. */
      difference: string
      /** SHA-256 over lines, rates and ownership: the same again, by the same way of reckoning, is the same. */
      digest: string
      /** By which way of reckoning it was made; the program counts them, and a note tells of an earlier one. */
      reckoning: number
      /** An instant, ISO 8601 in UTC. */
      madeAt: string
      madeBy: {
        /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
        kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
        id: string
        name: string | null
      }
      /** That of the second period, where one was asked for. */
      comparison: ConsolidationSummary | null
    }
  }
  /** The consolidated balance sheet, income statement or cash flow statement (indirect or direct) of a kept consolidation, beside another one where it is named, as CSV or as a PDF to print; rates, ownership and what was known when stand below. */
  'group.export-consolidation': {
    effect: 'read'
    input: {
      /** Id of the consolidation. */
      id: string
      /** Another consolidation of the same root and currency, to stand beside it. */
      compareWithId?: string
      statement: "balance-sheet" | "income-statement" | "cash-flow" | "cash-flow-direct"
      format: "csv" | "pdf"
    }
    output: StatementFile
  }
  /** Tells a consolidation by caption: the sum of the entities, eliminations and the total, at its last day, in its period and as cash flows, with the rates, ownership and proofs behind it; beside another one where it is named. */
  'group.get-consolidation': {
    effect: 'read'
    input: {
      /** Id of the consolidation. */
      id: string
      /** Another consolidation of the same root and currency, to stand beside it. */
      compareWithId?: string
    }
    output: Consolidation
  }
  /** Pages through the lines that a figure of a consolidation is the sum of, each with its entity, partner and account, and what leads to its entries. */
  'group.list-consolidation-lines': {
    effect: 'read'
    input: {
      /** Id of the consolidation. */
      consolidationId: string
      /** What it is shown under in every statement, whatever the chart of its book. */
      caption?: "cash" | "receivables" | "due-from-group" | "inventory" | "prepaid" | "other-current-assets" | "fixed-assets" | "accumulated-depreciation" | "investments-group" | "investments-other" | "goodwill" | "loans-to-group" | "other-non-current-assets" | "payables" | "due-to-group" | "accrued" | "deferred-revenue" | "taxes-payable" | "other-current-liabilities" | "borrowings" | "loans-from-group" | "other-non-current-liabilities" | "capital" | "distributions" | "retained-earnings" | "other-comprehensive-income" | "noncontrolling-interest" | "exchange" | "between-businesses" | "revenue" | "revenue-group" | "cost-of-revenue" | "operating-expenses" | "marketing" | "people" | "shared-services" | "depreciation" | "interest-income" | "interest-income-group" | "investment-income" | "exchange-realised" | "exchange-unrealised" | "other-income" | "interest-expense" | "interest-expense-group" | "other-financial-expense" | "income-tax"
      /** From where it is: an entity’s book, its translation, what of cash is no flow, an elimination, the loss of control, the equity method, a top-side entry, or what belongs to others. */
      kind?: "entity" | "translation" | "cash:exchange" | "cash:opened" | "cash:acquired" | "cash:disposed" | "cash:rounding" | "elimination:investment" | "elimination:balances" | "elimination:income" | "elimination:goods" | "elimination:dividends" | "elimination:difference" | "remeasurement" | "deconsolidation" | "equity-method" | "top-side" | "nci" | "nci:result"
      /** Id of the entity. */
      entityId?: string
      /** Only lines whose amount of this kind is not 0. */
      moved?: "closing" | "period" | "flow" | "direct"
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (ConsolidationLine)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the consolidations that were made, the latest last day first. */
  'group.list-consolidations': {
    effect: 'read'
    input: {
      /** Only those of this root. */
      entityId?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (ConsolidationSummary)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Lists the pairs of entities that do not agree on what they owe, or sold, each other up to a day, with what either has booked and the difference. */
  'group.list-disagreements': {
    effect: 'read'
    input: {
      /** The last day that counts; today in UTC where it is not named. */
      asOf?: string
      /** Only those of this entity with others. */
      entityId?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Disagreement)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through what was posted between entities on both sides at once, the latest day first. */
  'group.list-pairs': {
    effect: 'read'
    input: {
      /** Only those with this entity on one side. */
      entityId?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (IntercompanyPair)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through top-side entries, the latest day first, each with its lines. */
  'group.list-top-side': {
    effect: 'read'
    input: {
      /** Only those of this root. */
      rootEntityId?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (TopSideEntry)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Posts what one entity does for another in both books at once, each line with its partner: a charge, a loan, a bill paid for it, a settlement, capital or a dividend. Tried out first, it tells the lines of both. */
  'group.post-intercompany': {
    effect: 'write'
    input: {
      /** What the first entity does for the other: charges it, lends to it, pays a bill of it (and so lends), settles what it owes, puts in capital, or distributes a dividend. */
      kind: "charge" | "loan" | "paid-for" | "settlement" | "capital" | "dividend"
      /** Who charges, lends, pays, puts in or distributes. */
      from: {
        /** Id of the entity. */
        entityId: string
        /** Another account than the one found by its caption. Of a bill that is paid for the other, its side must name it. */
        debitAccountId?: string
        /** Id of the account. */
        creditAccountId?: string
        /** Whose income or expense it is on this side. */
        businessId?: string | null
        /** True where it belongs to no business on this side. */
        isOverhead?: boolean
      }
      /** The other one. */
      to: {
        /** Id of the entity. */
        entityId: string
        /** Another account than the one found by its caption. Of a bill that is paid for the other, its side must name it. */
        debitAccountId?: string
        /** Id of the account. */
        creditAccountId?: string
        /** Whose income or expense it is on this side. */
        businessId?: string | null
        /** True where it belongs to no business on this side. */
        isOverhead?: boolean
      }
      amount: string
      /** What they agreed in; a claim and its debt are kept in it on both sides. */
      currency: string
      /** The day on which it counts in both books. */
      effectiveOn: string
      /** What happened, for whoever reads it. */
      memo: string
      /** Under which agreement of the two. */
      agreement?: string | null
    }
    output: PostedPair
  }
  /** Enters what stands in no entity’s book into the consolidations of a root: profit in stock that is not earned yet, a fair value, a judgement. Never changed; the opposite entry takes it back. */
  'group.post-top-side': {
    effect: 'write'
    input: {
      /** Whose consolidations it is in. */
      rootEntityId: string
      effectiveOn: string
      /** What happened, for whoever reads it. */
      memo: string
      /** Whether later periods have it too, its results in retained earnings; otherwise its own period alone. */
      carriesForward?: boolean
      /** Debits and credits are equal. */
      lines: ({
        /** What it is shown under in every statement, whatever the chart of its book. */
        caption: "cash" | "receivables" | "due-from-group" | "inventory" | "prepaid" | "other-current-assets" | "fixed-assets" | "accumulated-depreciation" | "investments-group" | "investments-other" | "goodwill" | "loans-to-group" | "other-non-current-assets" | "payables" | "due-to-group" | "accrued" | "deferred-revenue" | "taxes-payable" | "other-current-liabilities" | "borrowings" | "loans-from-group" | "other-non-current-liabilities" | "capital" | "distributions" | "retained-earnings" | "other-comprehensive-income" | "noncontrolling-interest" | "exchange" | "between-businesses" | "revenue" | "revenue-group" | "cost-of-revenue" | "operating-expenses" | "marketing" | "people" | "shared-services" | "depreciation" | "interest-income" | "interest-income-group" | "investment-income" | "exchange-realised" | "exchange-unrealised" | "other-income" | "interest-expense" | "interest-expense-group" | "other-financial-expense" | "income-tax"
        /** One of debit and credit, in the currency of the root. */
        debit?: string
        credit?: string
        /** Whose result or net assets it is about, so that its other owners bear their part: of profit in stock, who sold it. The root where it is not named. */
        entityId?: string | null
      })[]
    }
    output: {
      /** Id of the top side. */
      id: string
    }
  }
  /** Joins a studio with the token of an invitation and a password, and signs in. */
  'identity.accept-invitation': {
    effect: 'write'
    input: {
      /** What stands behind the # of the link. */
      token: string
      /** A new one; or that of the account, where the address has one here. */
      password: string
    }
    output: {
      /** What is left to do: nothing; identity.finish-sign-in with the challenge; identity.begin-passkey-sign-in, for a passkey is the second factor; identity.begin-second-factor. */
      next: "nothing" | "second-factor" | "passkey" | "set-up-second-factor"
      /** For finish-sign-in; good for five minutes. */
      challenge: string | null
      studio: Studio | null
      displayName: string | null
    }
  }
  /** Keeps the passkey that an authenticator made for begin-passkey. It signs in by itself, and is a second factor too. */
  'identity.add-passkey': {
    effect: 'write'
    input: {
      /** What identity.begin-passkey gave. */
      ticket: string
      /** By which its owner knows it, for example "Phone". */
      label: string
      credentialId: string
      clientDataJson: string
      attestationObject: string
      transports?: (string)[]
    }
    output: Passkey
  }
  /** Begins to add a passkey: options for the authenticator, and the ticket that add-passkey takes. Needs your password, or a sign-in of the last ten minutes. */
  'identity.begin-passkey': {
    effect: 'write'
    input: {
      /** May be left out within ten minutes after signing in. */
      currentPassword?: string
    }
    output: {
      /** For add-passkey; good for five minutes. */
      ticket: string
      /** For navigator.credentials.create (WebAuthn Level 3). */
      options: {
        challenge: string
        rp: {
          id: string
          name: string
        }
        user: {
          id: string
          name: string
          displayName: string
        }
        pubKeyCredParams: ({
          type: "public-key"
          alg: number
        })[]
        /** Milliseconds. */
        timeout: number
        attestation: "none"
        authenticatorSelection: {
          residentKey: "required"
          requireResidentKey: true
          userVerification: "required"
        }
        excludeCredentials: ({
          id: string
          type: "public-key"
          transports: (string)[]
        })[]
      }
    }
  }
  /** A challenge for signing in with a passkey, and the ticket that finish-passkey-sign-in takes with the answer. */
  'identity.begin-passkey-sign-in': {
    effect: 'read'
    input: Record<string, never>
    output: {
      /** For finish-passkey-sign-in; good for five minutes. */
      ticket: string
      /** For navigator.credentials.get (WebAuthn Level 3). */
      options: {
        challenge: string
        rpId: string
        /** Milliseconds. */
        timeout: number
        userVerification: "required"
      }
    }
  }
  /** Makes a secret for an authenticator app (TOTP, RFC 6238). It counts once confirm-second-factor has seen a code. */
  'identity.begin-second-factor': {
    effect: 'write'
    input: Record<string, never>
    output: {
      /** Base 32, to type in where no picture can be read. */
      secret: string
      /** otpauth://… for a QR code. */
      uri: string
    }
  }
  /** Changes your own password and ends your other sessions. */
  'identity.change-password': {
    effect: 'write'
    input: {
      currentPassword: string
      /** At least 10 characters. */
      newPassword: string
    }
    output: {
      isChanged: true
    }
  }
  /** Proves the new authenticator with its first code, and gives recovery codes for the day it is lost. */
  'identity.confirm-second-factor': {
    effect: 'write'
    input: {
      /** Six digits of the authenticator, or one of the recovery codes. */
      code: string
    }
    output: {
      /** Each works once. They are not shown again. */
      recoveryCodes: (string)[]
    }
  }
  /** Makes a key for software, with rights of its own and an end. The key is told once; only its hash is kept. */
  'identity.create-api-key': {
    effect: 'write'
    input: {
      /** What it is for, so that it can be found again when it must go. */
      name: string
      /** Its rights. Give the least that will do; no more than you hold. */
      grants: ({
        /** A role that every studio has, or the id of one of your own. */
        role: string
        /** Null for the whole studio. */
        covers?: string | null
      })[]
      expiresInDays?: number
      /** True: it reads, and each of its writes waits until a person accepts it. */
      isDraftsOnly?: boolean
    }
    output: {
      apiKey: ApiKey
      /** Send it as "Authorization: Bearer …". */
      token: string
    }
  }
  /** Adds a role of the studio's own: a name and what it allows. It can allow no more than you hold. */
  'identity.create-role': {
    effect: 'write'
    input: {
      name: string
      /** module.action, or patterns: * is any, *.read that of every module, businesses.* all of one. */
      permissions: (string)[]
    }
    output: Role
  }
  /** Takes a person out of the studio and ends their sessions at once. Their rights are kept for a return. */
  'identity.end-membership': {
    effect: 'write'
    input: {
      /** Id of the person. */
      personId: string
    }
    output: {
      /** Id of the person. */
      personId: string
    }
  }
  /** Signs in to a demonstration studio as one of its invented people, by role; on its own machine only, and never to a real studio. */
  'identity.enter-demo': {
    effect: 'write'
    input: {
      /** In whose role to look at the studio. */
      role?: "owner" | "admin" | "finance" | "operator" | "analyst" | "auditor"
    }
    output: {
      /** What is left to do: nothing; identity.finish-sign-in with the challenge; identity.begin-passkey-sign-in, for a passkey is the second factor; identity.begin-second-factor. */
      next: "nothing" | "second-factor" | "passkey" | "set-up-second-factor"
      /** For finish-sign-in; good for five minutes. */
      challenge: string | null
      studio: Studio | null
      displayName: string | null
    }
  }
  /** Signs a person in with what their passkey answered. That is both factors: the device, and PIN, finger or face. */
  'identity.finish-passkey-sign-in': {
    effect: 'write'
    input: {
      /** What identity.begin-passkey-sign-in gave. */
      ticket: string
      credentialId: string
      clientDataJson: string
      authenticatorData: string
      signature: string
      userHandle: string
    }
    output: {
      /** What is left to do: nothing; identity.finish-sign-in with the challenge; identity.begin-passkey-sign-in, for a passkey is the second factor; identity.begin-second-factor. */
      next: "nothing" | "second-factor" | "passkey" | "set-up-second-factor"
      /** For finish-sign-in; good for five minutes. */
      challenge: string | null
      studio: Studio | null
      displayName: string | null
    }
  }
  /** The second step of signing in: a code of the authenticator, or a recovery code. */
  'identity.finish-sign-in': {
    effect: 'write'
    input: {
      /** What identity.sign-in gave. */
      challenge: string
      /** Six digits of the authenticator, or one of the recovery codes. */
      code: string
    }
    output: {
      /** What is left to do: nothing; identity.finish-sign-in with the challenge; identity.begin-passkey-sign-in, for a passkey is the second factor; identity.begin-second-factor. */
      next: "nothing" | "second-factor" | "passkey" | "set-up-second-factor"
      /** For finish-sign-in; good for five minutes. */
      challenge: string | null
      studio: Studio | null
      displayName: string | null
    }
  }
  /** Founds the first studio of this installation, with its owner, and signs the owner in. Works once. */
  'identity.found-studio': {
    effect: 'write'
    input: {
      /** What the studio is called, for example "AI Boss Holdings". */
      studioName: string
      /** The owner's name. */
      displayName: string
      email: string
      /** At least 10 characters. */
      password: string
      /** Only from another machine: the code in the terminal. */
      setupCode?: string
    }
    output: {
      /** What is left to do: nothing; identity.finish-sign-in with the challenge; identity.begin-passkey-sign-in, for a passkey is the second factor; identity.begin-second-factor. */
      next: "nothing" | "second-factor" | "passkey" | "set-up-second-factor"
      /** For finish-sign-in; good for five minutes. */
      challenge: string | null
      studio: Studio | null
      displayName: string | null
    }
  }
  /** Tells a visitor what to do first: found the studio, or sign in. */
  'identity.get-front-door': {
    effect: 'read'
    input: Record<string, never>
    output: {
      isFounded: boolean
      /** True where the studio is a demonstration: identity.enter-demo lets in without a password. */
      isDemo: boolean
      /** True where founding needs the code that the terminal printed. */
      needsSetupCode: boolean
    }
  }
  /** Tells who the caller is, in which studio, and which roles on what. */
  'identity.get-me': {
    effect: 'read'
    input: Record<string, never>
    output: {
      studio: Studio
      actor: {
        /** Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself. */
        kind: "person" | "api-key" | "machine" | "run" | "system" | "nobody"
        id: string
        name: string
      }
      /** How the person looks at it; null for software, which looks at nothing. */
      preferences: Preferences | null
      /** Set while only own affairs are open: the studio asks for a second factor first. */
      waitsFor: "second-factor" | null
      mayAnalystsOmitSecondFactor: boolean
      /** True in a demonstration: what stands in it is invented, and it asks for no second factor. */
      isDemo: boolean
      /** Null covers the whole studio; otherwise the id of an entity, a category or a business. */
      grants: ({
        role: string
        permissions: (string)[]
        covers: string | null
      })[]
    }
  }
  /** Invites somebody into the studio with the rights they will have, by a mail with a link. Its token is told once here, too: hand it over where mails go nowhere. */
  'identity.invite-person': {
    effect: 'write'
    input: {
      email: string
      /** How the person is called. */
      displayName: string
      /** Their rights. Give the least that will do. */
      grants: ({
        /** A role that every studio has, or the id of one of your own. */
        role: string
        /** Null for the whole studio. */
        covers?: string | null
      })[]
    }
    output: {
      invitation: Invitation
      /** For identity.accept-invitation; good for seven days, once. */
      token: string
      /** False where no mail server is set: the mail is a file in the home, and somebody hands it over. */
      isMailed: boolean
    }
  }
  /** Pages through the keys for software, newest first, with their rights and when they were last used. */
  'identity.list-api-keys': {
    effect: 'read'
    input: {
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (ApiKey)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the invitations that are still open. */
  'identity.list-invitations': {
    effect: 'read'
    input: {
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Invitation)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through your own passkeys, newest first. */
  'identity.list-passkeys': {
    effect: 'read'
    input: {
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Passkey)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the people of the studio with their rights, by name. */
  'identity.list-people': {
    effect: 'read'
    input: {
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Member)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the studio's own roles. Owner, admin, finance, operator, analyst and auditor exist beside them. */
  'identity.list-roles': {
    effect: 'read'
    input: {
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Role)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through your own open sessions, newest first: where you are signed in. */
  'identity.list-sessions': {
    effect: 'read'
    input: {
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Session)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Removes one of your own passkeys, for example of a lost phone; it opens nothing any more. The only second factor stays. */
  'identity.remove-passkey': {
    effect: 'write'
    input: {
      /** Id of the passkey. */
      passkeyId: string
    }
    output: {
      /** Id of the passkey. */
      passkeyId: string
    }
  }
  /** Gives one of your own passkeys another name, so that you know it when you see it. */
  'identity.rename-passkey': {
    effect: 'write'
    input: {
      /** Id of the passkey. */
      passkeyId: string
      /** By which its owner knows it, for example "Phone". */
      label: string
    }
    output: {
      /** Id of the passkey. */
      passkeyId: string
      label: string
      previous: string
    }
  }
  /** Gives a browser new tokens for the refresh token in its cookie. Each works once; an old one ends the session. */
  'identity.renew-session': {
    effect: 'write'
    input: Record<string, never>
    output: {
      isRenewed: true
    }
  }
  /** Mails a link to choose a new password, where the address has an account; the answer is the same where it has none. */
  'identity.request-password-reset': {
    effect: 'write'
    input: {
      email: string
    }
    output: {
      isTaken: true
      validForMinutes: number
    }
  }
  /** Chooses a new password with the token of a mailed link. Ends every session; the second factor stays as it is. */
  'identity.reset-password': {
    effect: 'write'
    input: {
      /** What stands behind the # of the link. */
      token: string
      /** At least 10 characters. */
      password: string
    }
    output: {
      isReset: true
    }
  }
  /** For a lost authenticator: the person signs in with the password and sets up a new one. Ends their sessions, and removes their passkeys. */
  'identity.reset-second-factor': {
    effect: 'write'
    input: {
      /** Id of the person. */
      personId: string
    }
    output: {
      /** Id of the person. */
      personId: string
    }
  }
  /** Takes a person who left back into the studio, with the rights they had. */
  'identity.restore-membership': {
    effect: 'write'
    input: {
      /** Id of the person. */
      personId: string
    }
    output: {
      /** Id of the person. */
      personId: string
    }
  }
  /** Ends a key for good. Its next request is refused, in every process. */
  'identity.revoke-api-key': {
    effect: 'write'
    input: {
      /** Id of the api key. */
      apiKeyId: string
    }
    output: {
      /** Id of the api key. */
      apiKeyId: string
    }
  }
  /** Ends one of your own sessions, for example on a lost laptop. Its next request is refused. */
  'identity.revoke-session': {
    effect: 'write'
    input: {
      /** Id of the session. */
      sessionId: string
    }
    output: {
      /** Id of the session. */
      sessionId: string
    }
  }
  /** Replaces all of a person's rights in the studio. It acts on their next request. */
  'identity.set-person-grants': {
    effect: 'write'
    input: {
      /** Id of the person. */
      personId: string
      grants: ({
        /** A role that every studio has, or the id of one of your own. */
        role: string
        /** Null for the whole studio. */
        covers?: string | null
      })[]
    }
    output: {
      /** Id of the person. */
      personId: string
      grants: (Grant)[]
      previous: ({
        role: string
        covers: string | null
      })[]
    }
  }
  /** Lets people who are analysts and nothing else sign in without a second factor, or asks everyone for one again. */
  'identity.set-sign-in-policy': {
    effect: 'write'
    input: {
      mayAnalystsOmitSecondFactor: boolean
    }
    output: {
      mayAnalystsOmitSecondFactor: boolean
      previous: boolean
    }
  }
  /** Signs a person in with e-mail address and password; with a second factor, identity.finish-sign-in follows, or a passkey. */
  'identity.sign-in': {
    effect: 'write'
    input: {
      email: string
      password: string
    }
    output: {
      /** What is left to do: nothing; identity.finish-sign-in with the challenge; identity.begin-passkey-sign-in, for a passkey is the second factor; identity.begin-second-factor. */
      next: "nothing" | "second-factor" | "passkey" | "set-up-second-factor"
      /** For finish-sign-in; good for five minutes. */
      challenge: string | null
      studio: Studio | null
      displayName: string | null
    }
  }
  /** Ends the session that this request was made with. Its next request is refused, in every process. */
  'identity.sign-out': {
    effect: 'write'
    input: Record<string, never>
    output: {
      isSignedOut: boolean
    }
  }
  /** Changes how you look at it yourself: appearance, language, time zone, and the currency that forms offer first. */
  'identity.update-preferences': {
    effect: 'write'
    input: {
      theme?: "light" | "dark" | "system"
      /** Null: the one that the browser asks for. */
      language?: "en" | "de" | null
      /** In which instants are shown: a zone of the tz database, such as Europe/Berlin. Null: that of the device. */
      timeZone?: string | null
      /** What forms offer first (ISO 4217). Figures stay in their own currency: there are no rates yet. */
      currency?: string | null
    }
    output: {
      preferences: Preferences
      previous: Preferences
    }
  }
  /** Changes what one of the studio's own roles allows, for everyone who has it, from their next request on. */
  'identity.update-role': {
    effect: 'write'
    input: {
      /** Id of the role. */
      roleId: string
      /** module.action, or patterns: * is any, *.read that of every module, businesses.* all of one. */
      permissions: (string)[]
    }
    output: {
      role: Role
      /** module.action, or patterns: * is any, *.read that of every module, businesses.* all of one. */
      previous: (string)[]
    }
  }
  /** Takes an invitation back: its token opens nothing any more. */
  'identity.withdraw-invitation': {
    effect: 'write'
    input: {
      /** Id of the invitation. */
      invitationId: string
    }
    output: {
      /** Id of the invitation. */
      invitationId: string
    }
  }
  /** Answers a request for values by the token of its link, once: they are recorded as claimed by whoever was asked. What is left out stays unknown. */
  'kpis.answer-request': {
    effect: 'write'
    input: {
      /** What stands behind the # of the link. */
      token: string
      values: ({
        /** Id of the business. */
        businessId: string
        /** Id of the kpi. */
        kpiId: string
        /** As the cadence has it: a week 2026-W43, a month 2026-10, a quarter 2026-Q3. */
        period: string
        /** A decimal number as text: at most 18 digits, at most 6 of them after the point. */
        value: string
        note?: string
      })[]
    }
    output: {
      recorded: number
    }
  }
  /** Takes a KPI out of lists and asks for no more of its values. They are kept; restore-kpi brings it back. */
  'kpis.archive-kpi': {
    effect: 'write'
    input: {
      /** Id of the kpi. */
      kpiId: string
    }
    output: Kpi
  }
  /** Reads KPIs of up to six businesses over the same periods, side by side, with what is in force in each; a gap is unknown, and not 0. */
  'kpis.compare-series': {
    effect: 'read'
    input: {
      /** Those that are not open to you are left out. */
      businessIds: (string)[]
      /** Those that are not there are left out. */
      kpiIds: (string)[]
      /** How many that have ended; the present one comes with them where it has a value. */
      periods?: number
    }
    output: {
      kpis: ({
        kpi: Kpi
        periods: (string)[]
        /** In the order in which they were asked for. */
        lines: ({
          /** Id of the business. */
          businessId: string
          /** One for each of the periods. */
          points: ({
            /** Null: unknown. */
            value: string | null
            provenance: "posted" | "measured" | "claimed" | null
          })[]
        })[]
      })[]
    }
  }
  /** Defines a KPI: what is measured, in which unit, how often, and which direction is better. */
  'kpis.create-kpi': {
    effect: 'write'
    input: {
      /** What is measured, such as Revenue. */
      name: string
      /** How it is counted, so that two people count alike. */
      description?: string
      unit: "money" | "count" | "percent" | "ratio" | "days"
      /** Of money only, and then needed: ISO 4217. */
      currency?: string | null
      /** Which direction is the better one. */
      better?: "up" | "down"
      /** For how long one value stands. */
      cadence?: "week" | "month" | "quarter"
      /** What several periods of one business make: their sum, the last of them, or their average. */
      addsUp?: "sum" | "last" | "average"
      /** Who answers for it. */
      ownerId?: string | null
      /** True for the one whose provenance Home shows; there is one at most. */
      isHeadline?: boolean
      /** True for the one that says what a business is worth; of money, and one at most. */
      isValuation?: boolean
      /** Which figure of the books its values are, of money only: they are then posted by themselves when a period has ended. Cost is revenue less the net result. */
      postedFrom?: "revenue" | "gross-profit" | "contribution" | "net-result" | "cost" | null
      /** By how much a claim may differ from what was measured or posted before it contradicts it. */
      tolerancePercent?: number
      /** Days after the end of a period until a missing value is stale. */
      graceDays?: number
    }
    output: Kpi
  }
  /** Reads the definition of one KPI. */
  'kpis.get-kpi': {
    effect: 'read'
    input: {
      /** Id of the kpi. */
      kpiId: string
    }
    output: Kpi
  }
  /** Reads a KPI of one business over its periods, with what is in force in each; a gap is unknown, and not 0. */
  'kpis.get-series': {
    effect: 'read'
    input: {
      /** Id of the business. */
      businessId: string
      /** Id of the kpi. */
      kpiId: string
      /** The first period; 12 of them, where none is named. */
      from?: string
      /** The last period. Without one: the present one where it has a value, or else the last that has ended. */
      to?: string
    }
    output: {
      kpi: Kpi
      points: ({
        /** As the cadence has it: a week 2026-W43, a month 2026-10, a quarter 2026-Q3. */
        period: string
        /** Null: unknown. */
        value: string | null
        provenance: "posted" | "measured" | "claimed" | null
        valueId: string | null
        recordedAt: string | null
      })[]
      /** What the periods make together, as the KPI adds up; of those that are known. */
      overall: {
        figure: string | null
        known: number
        periods: number
      }
    }
  }
  /** Imports claimed values of KPIs from CSV, copied cells or XLSX; periods or KPIs stand in rows or in the headers of columns. Checked at once, then recorded in one run, all or none. Try it first as a dry run with onErrors "leave-out". */
  'kpis.import-values': {
    effect: 'write'
    input: {
      /** The text of a CSV file, with a header; at most 20,000 rows. Or send cells, or xlsx. */
      csv?: string
      /** Cells as a spreadsheet copies them: tabs between columns. A header is known by its words. */
      cells?: string
      /** An XLSX file in base64. Formulas count with the result that is stored in it. */
      xlsx?: string
      /** Which sheet of the XLSX file; the first that holds a table otherwise. */
      sheet?: string
      /** The row that names the columns, 0 where none does. Otherwise the first with anything in it. */
      headerRow?: number
      /** Whether numbers of a column have a decimal point or comma, where its cells leave it open ("1.234"). */
      decimals?: ({
        column: string
        decimal: "point" | "comma"
      })[]
      /** Uses what was said the last time of a file with the same columns, where nothing is said now. */
      isRemembered?: boolean
      /** For the title of the run. */
      fileName?: string
      /** refuse: one faulty row refuses the file. leave-out: faulty rows are left out. */
      onErrors?: "refuse" | "leave-out"
      /** Without it, what the header and the values suggest. Columns not named are left out. */
      mapping?: ({
        /** As the header names it. */
        column: string
        /** What the column becomes. periodValue: its header is the period of its values (a wide table); kpiValue: its header is their KPI. "nothing" leaves it out. */
        field: "business" | "kpi" | "period" | "value" | "periodValue" | "kpiValue" | "unit" | "source" | "note" | "link" | "nothing"
      })[]
      /** Whose values those are of rows and columns that name no KPI. */
      kpiId?: string
      /** Of values that name no period. */
      period?: string
    }
    output: {
      /** Watch it with runs.get-run. Null where no row can be imported. */
      runId: string | null
      /** Below the header; blank ones are not counted. */
      rows: number
      ready: number
      /** Rows with errors. */
      leftOut: number
      /** Of an XLSX file. */
      sheets: (string)[]
      /** The one that was read. */
      sheet: string | null
      /** The row that names the columns; 0 where none does. */
      headerRow: number
      /** Cells that hold a formula, and count with the result that is stored. */
      formulas: number
      /** Whether you said what columns become, or it was remembered, or header and values suggest it. */
      mappingFrom: "caller" | "remembered" | "suggested"
      /** What each column becomes: as the mapping says, or as its header and values suggest. */
      columns: ({
        column: string
        /** As a spreadsheet names it. */
        letter: string
        /** What the column becomes. periodValue: its header is the period of its values (a wide table); kpiValue: its header is their KPI. "nothing" leaves it out. */
        field: "business" | "kpi" | "period" | "value" | "periodValue" | "kpiValue" | "unit" | "source" | "note" | "link" | "nothing"
        /** Its first values. */
        samples: (string)[]
        /** How its numbers are written; null where that makes no difference. */
        decimal: "point" | "comma" | "unclear" | "mixed" | null
      })[]
      /** Columns whose numbers can be read in two ways: for you to say, in decimals. */
      unclear: ({
        column: string
        example: string
        /** What it is with a decimal point. */
        withPoint: string
        /** What it is with a decimal comma. */
        withComma: string
        cells: number
      })[]
      /** The first 50. */
      errors: ({
        row: number
        column: string | null
        /** As a spreadsheet names it, where it is one cell. */
        cell: string | null
        message: string
      })[]
      errorCount: number
      /** Values of the rows that are ready. */
      values: number
      /** Rows whose cells for values are empty: nothing is told by them. */
      withoutValue: number
      /** The first values as they would be recorded. */
      preview: ({
        row: number
        businessName: string
        kpiName: string
        period: string
        value: string
        /** The currency of money, the unit of everything else. */
        measure: string
      })[]
    }
  }
  /** Pages through claims that differ from what was measured or posted for the same period by more than the KPI tolerates. */
  'kpis.list-contradictions': {
    effect: 'read'
    input: {
      /** Id of the kpi. */
      kpiId?: string
      /** Id of the business. */
      businessId?: string
      /** As the cadence has it: a week 2026-W43, a month 2026-10, a quarter 2026-Q3. */
      period?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: ({
        claimed: KpiValue
        /** What was measured or posted, and is in force. */
        firm: KpiValue
        /** The claim less what is in force. */
        difference: string
        /** Of what is in force; null where that is 0. */
        differencePercent: number | null
      })[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the KPIs of the studio, by name. */
  'kpis.list-kpis': {
    effect: 'read'
    input: {
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      isHeadline?: boolean
      isValuation?: boolean
      /** True lists the archived ones instead. */
      isArchived?: boolean
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Kpi)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the requests for values: who was asked for what, and whether they opened and answered it. */
  'kpis.list-requests': {
    effect: 'read'
    input: {
      /** Open until it is answered, or until its link has expired. */
      status?: "open" | "answered" | "expired"
      /** Id of the kpi. */
      kpiId?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (ValueRequest)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through what went silent: a business that had values of a KPI, and none for the period that is due by now. */
  'kpis.list-stale': {
    effect: 'read'
    input: {
      /** Id of the kpi. */
      kpiId?: string
      /** Id of the business. */
      businessId?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: ({
        business: {
          /** Id of the business. */
          id: string
          name: string
        }
        kpi: {
          /** Id of the kpi. */
          id: string
          name: string
        }
        /** The last one with a value. */
        lastPeriod: string
        /** The last one whose value is due. */
        duePeriod: string
        /** Since the first missing value was due: the end of its period, and the days of grace. */
        daysLate: number
      })[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the values of KPIs with who told them, when, and from which source; by business, KPI, period or provenance. */
  'kpis.list-values': {
    effect: 'read'
    input: {
      /** Id of the business. */
      businessId?: string
      /** Id of the kpi. */
      kpiId?: string
      /** Id of the entity. */
      entityId?: string
      /** Id of the category. */
      categoryId?: string
      /** False finds those of businesses without one. */
      hasCategory?: boolean
      /** Where the business stands in its life. */
      stage?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** Id of the person. */
      ownerId?: string
      /** False finds those of businesses that nobody answers for. */
      hasOwner?: boolean
      /** By the category, entity, stage and owner that a business had at the end of the period (of a period that lasts, today), or by those that it has at present. */
      classification?: "then" | "present"
      /** The first period. */
      from?: string
      /** The last period; the same as `from` asks for one. */
      to?: string
      /** Posted from a book, measured by a connected source, or claimed by somebody; the first is strongest. */
      provenance?: "posted" | "measured" | "claimed"
      /** True for what counts, false for what was replaced by a stronger or later value. */
      isInForce?: boolean
      /** Those that a run recorded, such as an import. */
      runId?: string
      /** True lists what was withdrawn instead. */
      isWithdrawn?: boolean
      /** What comes first; rows that are alike follow by name and id. */
      sort?: "business" | "period" | "recorded"
      /** True turns the order round; what has none stays last. */
      descending?: boolean
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (KpiValue)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Tells what is asked for by the token of a link, and records that it was opened. Nobody signs in for it. */
  'kpis.open-request': {
    effect: 'write'
    input: {
      /** What stands behind the # of the link. */
      token: string
    }
    output: {
      studioName: string
      personName: string
      /** An instant, ISO 8601 in UTC. */
      expiresAt: string
      asks: ({
        business: {
          /** Id of the business. */
          id: string
          name: string
        }
        kpi: {
          /** Id of the kpi. */
          id: string
          name: string
          description: string
          unit: "money" | "count" | "percent" | "ratio" | "days"
          currency: string | null
        }
        /** As the cadence has it: a week 2026-W43, a month 2026-10, a quarter 2026-Q3. */
        period: string
      })[]
    }
  }
  /** Records what a connected source measured, up to 500 values, all of them or none; over what is claimed for the same period. Needs a permission of its own, so that nobody types in what only a source may say. */
  'kpis.record-measured-values': {
    effect: 'write'
    input: {
      values: ({
        /** Id of the business. */
        businessId: string
        /** Id of the kpi. */
        kpiId: string
        /** As the cadence has it: a week 2026-W43, a month 2026-10, a quarter 2026-Q3. */
        period: string
        /** A decimal number as text: at most 18 digits, at most 6 of them after the point. */
        value: string
        /** Repeat it to be sure: a value in another unit is refused. */
        unit?: "money" | "count" | "percent" | "ratio" | "days"
        /** Repeat it to be sure: money in another currency is refused. */
        currency?: string
        /** Where it can be looked up. */
        link?: string | null
        note?: string
        /** Which source measured it, such as Stripe or the warehouse. */
        source: string
      })[]
    }
    output: {
      /** In the order of the values. */
      valueIds: (string)[]
    }
  }
  /** Records what somebody claims: one or up to 20,000 values, all of them or none. A correction is a later value of the same period. Nothing posts from a book yet, so no operation takes posted values. */
  'kpis.record-values': {
    effect: 'write'
    input: {
      values: ({
        /** Id of the business. */
        businessId: string
        /** Id of the kpi. */
        kpiId: string
        /** As the cadence has it: a week 2026-W43, a month 2026-10, a quarter 2026-Q3. */
        period: string
        /** A decimal number as text: at most 18 digits, at most 6 of them after the point. */
        value: string
        /** Repeat it to be sure: a value in another unit is refused. */
        unit?: "money" | "count" | "percent" | "ratio" | "days"
        /** Repeat it to be sure: money in another currency is refused. */
        currency?: string
        /** Where it can be looked up. */
        link?: string | null
        note?: string
        /** Where it is from, such as a call or a spreadsheet. */
        source?: string
      })[]
    }
    output: {
      /** In the order of the values. */
      valueIds: (string)[]
    }
  }
  /** Asks the owners of businesses for the values of a KPI in one period: each owner gets one mail with one link, which is answered without signing in. */
  'kpis.request-values': {
    effect: 'write'
    input: {
      /** Id of the kpi. */
      kpiId: string
      businessIds: (string)[]
      /** The last one that has ended, where none is named. */
      period?: string
    }
    output: {
      requests: ({
        /** Id of the kpi request. */
        requestId: string
        /** Id of the person. */
        personId: string
        asks: number
      })[]
      notAsked: ({
        /** Id of the business. */
        businessId: string
        /** It is told already; neither the business nor the KPI has an owner; it is archived. */
        because: "has-value" | "no-owner" | "archived"
      })[]
      /** False where no mail server is set: the mails are files in the home. */
      isMailed: boolean
    }
  }
  /** Brings an archived KPI back, with all its values. */
  'kpis.restore-kpi': {
    effect: 'write'
    input: {
      /** Id of the kpi. */
      kpiId: string
    }
    output: Kpi
  }
  /** Sums the latest value in force that each business has of a KPI, of whatever period, and says how much is posted, measured and claimed: for what stands until it is told anew, such as what a business is worth. */
  'kpis.summarise-latest': {
    effect: 'read'
    input: {
      /** Id of the kpi. */
      kpiId: string
    }
    output: {
      kpi: Kpi
      /** The sum. Null: nobody told a value in three years. */
      figure: string | null
      /** Those of posted, measured and claimed that there are. */
      parts: ({
        /** Posted from a book, measured by a connected source, or claimed by somebody; the first is strongest. */
        provenance: "posted" | "measured" | "claimed"
        /** A decimal number as text. */
        figure: string
        businesses: number
      })[]
      /** The first day of the oldest period in the sum. */
      oldestOn: string | null
      /** Businesses with a value. */
      known: number
      /** Businesses at work without one: unknown, and not 0. */
      unknown: number
    }
  }
  /** Sums or averages a KPI over the businesses, period by period, split by category, entity, stage or owner as they were then or are at present. */
  'kpis.summarise-range': {
    effect: 'read'
    input: {
      /** Id of the kpi. */
      kpiId: string
      /** The first period; 12 of them, where none is named. */
      from?: string
      /** The last period; the last one that has ended, where none is named. */
      to?: string
      /** Without it there are no groups. */
      by?: "category" | "entity" | "stage" | "owner"
      /** How many groups stand by themselves; the rest is told together. */
      groupsNamed?: number
      /** By the category, entity, stage and owner that a business had at the end of the period (of a period that lasts, today), or by those that it has at present. */
      classification?: "then" | "present"
      /** Id of the entity. */
      entityId?: string
      /** Id of the category. */
      categoryId?: string
      /** False finds those of businesses without one. */
      hasCategory?: boolean
      /** Where the business stands in its life. */
      stage?: "idea" | "validation" | "solution" | "launched" | "growing" | "spun-out" | "exited" | "closed"
      /** Id of the person. */
      ownerId?: string
      /** False finds those of businesses that nobody answers for. */
      hasOwner?: boolean
    }
    output: {
      kpi: Kpi
      /** Money and counts are added; of percentages, ratios and days it is the average. */
      isSum: boolean
      periods: (string)[]
      /** One for each of the periods. */
      all: ({
        /** Null: nobody told a value. */
        figure: string | null
        /** Businesses with a value. */
        businesses: number
        posted: number
        measured: number
        claimed: number
      })[]
      /** Those with the greatest amounts without their signs, or where it is averaged, the most values. */
      groups: ({
        /** The stage, or an id. Null: it had none, or its history had not begun. */
        id: string | null
        name: string | null
        /** One for each of the periods. */
        points: ({
          /** Null: nobody told a value. */
          figure: string | null
          /** Businesses with a value. */
          businesses: number
          posted: number
          measured: number
          claimed: number
        })[]
      })[]
      /** Groups beyond those, together. */
      other: {
        groups: number
        /** One for each of the periods. */
        points: ({
          /** Null: nobody told a value. */
          figure: string | null
          /** Businesses with a value. */
          businesses: number
          posted: number
          measured: number
          claimed: number
        })[]
      } | null
    }
  }
  /** Sums a KPI over the businesses for one period, and says how much of it is posted, measured and claimed, and who told nothing. */
  'kpis.summarise-values': {
    effect: 'read'
    input: {
      /** Id of the kpi. */
      kpiId: string
      /** The last one that has ended, where none is named. */
      period?: string
      by?: "provenance" | "category" | "entity" | "stage"
    }
    output: {
      kpi: Kpi
      /** As the cadence has it: a week 2026-W43, a month 2026-10, a quarter 2026-Q3. */
      period: string
      startsOn: string
      endsOn: string
      /** Of money and counts the sum; of percentages, ratios and days the average. Null: nothing is known. */
      figure: string | null
      isSum: boolean
      /** Posted, measured, claimed, always in this order. */
      parts: ({
        /** Posted from a book, measured by a connected source, or claimed by somebody; the first is strongest. */
        provenance: "posted" | "measured" | "claimed"
        figure: string | null
        businesses: number
        /** Of the amounts without their signs; where the figure is an average, of the businesses. Null: nothing is known. */
        sharePercent: number | null
      })[]
      /** By category, entity or stage; empty by provenance. */
      groups: ({
        id: string | null
        name: string | null
        figure: string | null
        businesses: number
      })[]
      /** Groups beyond the first 200. */
      more: number
      /** Businesses with a value. */
      known: number
      /** Businesses at work without one: unknown, and not 0. */
      unknown: number
      /** Businesses whose last value is older than what is due by today. */
      stale: number
    }
  }
  /** Changes fields of a KPI; what is not named stays. Unit, currency and cadence stay once it has values. */
  'kpis.update-kpi': {
    effect: 'write'
    input: {
      /** What is measured, such as Revenue. */
      name?: string
      /** How it is counted, so that two people count alike. */
      description?: string
      unit?: "money" | "count" | "percent" | "ratio" | "days"
      /** Of money only, and then needed: ISO 4217. */
      currency?: string | null
      /** Which direction is the better one. */
      better?: "up" | "down"
      /** For how long one value stands. */
      cadence?: "week" | "month" | "quarter"
      /** What several periods of one business make: their sum, the last of them, or their average. */
      addsUp?: "sum" | "last" | "average"
      /** Who answers for it. */
      ownerId?: string | null
      /** True for the one whose provenance Home shows; there is one at most. */
      isHeadline?: boolean
      /** True for the one that says what a business is worth; of money, and one at most. */
      isValuation?: boolean
      /** Which figure of the books its values are, of money only: they are then posted by themselves when a period has ended. Cost is revenue less the net result. */
      postedFrom?: "revenue" | "gross-profit" | "contribution" | "net-result" | "cost" | null
      /** By how much a claim may differ from what was measured or posted before it contradicts it. */
      tolerancePercent?: number
      /** Days after the end of a period until a missing value is stale. */
      graceDays?: number
      /** Id of the kpi. */
      kpiId: string
      /** Refused when the KPI is at another one by now. */
      revision?: number
    }
    output: {
      kpi: Kpi
      /** What the changed fields were before. */
      previous: {
        /** What is measured, such as Revenue. */
        name?: string
        /** How it is counted, so that two people count alike. */
        description?: string
        unit?: "money" | "count" | "percent" | "ratio" | "days"
        /** Of money only, and then needed: ISO 4217. */
        currency?: string | null
        /** Which direction is the better one. */
        better?: "up" | "down"
        /** For how long one value stands. */
        cadence?: "week" | "month" | "quarter"
        /** What several periods of one business make: their sum, the last of them, or their average. */
        addsUp?: "sum" | "last" | "average"
        /** Who answers for it. */
        ownerId?: string | null
        /** True for the one whose provenance Home shows; there is one at most. */
        isHeadline?: boolean
        /** True for the one that says what a business is worth; of money, and one at most. */
        isValuation?: boolean
        /** Which figure of the books its values are, of money only: they are then posted by themselves when a period has ended. Cost is revenue less the net result. */
        postedFrom?: "revenue" | "gross-profit" | "contribution" | "net-result" | "cost" | null
        /** By how much a claim may differ from what was measured or posted before it contradicts it. */
        tolerancePercent?: number
        /** Days after the end of a period until a missing value is stale. */
        graceDays?: number
      }
    }
  }
  /** Withdraws measured values, up to 500. They are kept and count no more; what stood before them is in force again. */
  'kpis.withdraw-measured-values': {
    effect: 'write'
    input: {
      valueIds: (string)[]
    }
    output: {
      /** What was withdrawn. */
      valueIds: (string)[]
    }
  }
  /** Withdraws claimed values, up to 20,000. They are kept and count no more; what stood before them is in force again. */
  'kpis.withdraw-values': {
    effect: 'write'
    input: {
      valueIds: (string)[]
    }
    output: {
      /** What was withdrawn. */
      valueIds: (string)[]
    }
  }
  /** Lets a book balance by business from a day on, for good: what is posted gets lines of its own between businesses, and each business has a balance sheet. */
  'ledger.balance-by-business': {
    effect: 'write'
    input: {
      /** Id of the book. */
      bookId: string
      /** The first day with a balance sheet by business. What was uneven until then is evened out on it, and what came later on each day. */
      from: string
      /** The number in the chart of the account between businesses, which is added. */
      code?: string
    }
    output: Book
  }
  /** Adds an account to the chart of a book. */
  'ledger.create-account': {
    effect: 'write'
    input: {
      /** Id of the book. */
      bookId: string
      /** Its number in the chart, unique in the book. */
      code: string
      name: string
      type: "asset" | "liability" | "equity" | "income" | "expense"
      role?: "cash" | "receivable" | "payable" | "exchange" | "retained-earnings" | null
      /** What it is shown under; otherwise as its role, the account above it or its type has it. */
      caption?: "cash" | "receivables" | "due-from-group" | "inventory" | "prepaid" | "other-current-assets" | "fixed-assets" | "accumulated-depreciation" | "investments-group" | "investments-other" | "goodwill" | "loans-to-group" | "other-non-current-assets" | "payables" | "due-to-group" | "accrued" | "deferred-revenue" | "taxes-payable" | "other-current-liabilities" | "borrowings" | "loans-from-group" | "other-non-current-liabilities" | "capital" | "distributions" | "retained-earnings" | "other-comprehensive-income" | "noncontrolling-interest" | "exchange" | "between-businesses" | "revenue" | "revenue-group" | "cost-of-revenue" | "operating-expenses" | "marketing" | "people" | "shared-services" | "depreciation" | "interest-income" | "interest-income-group" | "investment-income" | "exchange-realised" | "exchange-unrealised" | "other-income" | "interest-expense" | "interest-expense-group" | "other-financial-expense" | "income-tax"
      /** The account that it is a part of, of the same type. */
      parentId?: string | null
      /** That of the book where it is not named. Only monetary accounts may be in another one. */
      currency?: string
      /** True for money and claims on money: such an account may be in a foreign currency. */
      isMonetary?: boolean
      /** What must stay on it, seen from its own side: 0 forbids an overdraft. Null where nobody minds. */
      floor?: string | null
    }
    output: Account
  }
  /** Adds many accounts to the chart of a book at once, all or none: a chart that comes from elsewhere. */
  'ledger.create-accounts': {
    effect: 'write'
    input: {
      /** Id of the book. */
      bookId: string
      accounts: ({
        /** Its number in the chart, unique in the book. */
        code: string
        name: string
        type: "asset" | "liability" | "equity" | "income" | "expense"
        role?: "cash" | "receivable" | "payable" | "exchange" | "retained-earnings" | null
        /** What it is shown under; otherwise as its role, the account above it or its type has it. */
        caption?: "cash" | "receivables" | "due-from-group" | "inventory" | "prepaid" | "other-current-assets" | "fixed-assets" | "accumulated-depreciation" | "investments-group" | "investments-other" | "goodwill" | "loans-to-group" | "other-non-current-assets" | "payables" | "due-to-group" | "accrued" | "deferred-revenue" | "taxes-payable" | "other-current-liabilities" | "borrowings" | "loans-from-group" | "other-non-current-liabilities" | "capital" | "distributions" | "retained-earnings" | "other-comprehensive-income" | "noncontrolling-interest" | "exchange" | "between-businesses" | "revenue" | "revenue-group" | "cost-of-revenue" | "operating-expenses" | "marketing" | "people" | "shared-services" | "depreciation" | "interest-income" | "interest-income-group" | "investment-income" | "exchange-realised" | "exchange-unrealised" | "other-income" | "interest-expense" | "interest-expense-group" | "other-financial-expense" | "income-tax"
        /** That of the book where it is not named. Only monetary accounts may be in another one. */
        currency?: string
        /** True for money and claims on money: such an account may be in a foreign currency. */
        isMonetary?: boolean
        /** What must stay on it, seen from its own side: 0 forbids an overdraft. Null where nobody minds. */
        floor?: string | null
      })[]
    }
    output: {
      /** In the order in which they were sent. */
      accountIds: (string)[]
    }
  }
  /** The general ledger of a book as CSV, part by part: each account with its lines, the earliest first, and the balance after each. Or one account alone. */
  'ledger.export-general-ledger': {
    effect: 'read'
    input: {
      /** Id of the book. */
      bookId: string
      /** Only the lines of this account. */
      accountId?: string
      /** The first day. */
      from?: string
      /** The last day. */
      to?: string
      /** The `nextCursor` of the part before. */
      cursor?: string
    }
    output: {
      fileName: string
      /** The first part begins with the names of the columns. */
      text: string
      /** Null on the last part. */
      nextCursor: string | null
    }
  }
  /** Writes a book as a journal that hledger or beancount reads, part by part: so a program that is not ours proves it. */
  'ledger.export-journal': {
    effect: 'read'
    input: {
      /** Id of the book. */
      bookId: string
      format?: "hledger" | "beancount"
      /** The `nextCursor` of the part before. */
      cursor?: string
    }
    output: {
      /** The first part begins with the accounts. */
      text: string
      /** Null on the last part. */
      nextCursor: string | null
    }
  }
  /** Reads one book: whose it is, its currency, and the cash that it holds. */
  'ledger.get-book': {
    effect: 'read'
    input: {
      /** Id of the book. */
      bookId: string
    }
    output: Book
  }
  /** Reads one draft with its lines, and its revision. */
  'ledger.get-draft': {
    effect: 'read'
    input: {
      /** Id of the draft. */
      draftId: string
    }
    output: Draft
  }
  /** Reads one posted entry with its lines, who posted it, and what took it back. */
  'ledger.get-entry': {
    effect: 'read'
    input: {
      /** Id of the entry. */
      entryId: string
    }
    output: Entry
  }
  /** Reads one pending entry with its lines: what it holds, until when, and what became of it. */
  'ledger.get-pending': {
    effect: 'read'
    input: {
      /** Id of the pending entry. */
      pendingId: string
    }
    output: PendingEntry
  }
  /** What stands on each account of a book, as of a day and as it was known at an instant, and that debits equal credits. */
  'ledger.get-trial-balance': {
    effect: 'read'
    input: {
      /** Id of the book. */
      bookId: string
      /** With all that counts up to this day; today in UTC where it is not named. */
      effectiveOn?: string
      /** As it was known at this instant: what was recorded later is left out. */
      recordedAt?: string
    }
    output: {
      book: {
        /** Id of the book. */
        id: string
        entity: {
          /** Id of the entity. */
          id: string
          name: string
        }
      }
      effectiveOn: string
      recordedAt: string | null
      /** By code; accounts that hold nothing are left out. */
      rows: ({
        account: {
          /** Id of the account. */
          id: string
          /** Its number in the chart, unique in the book. */
          code: string
          name: string
          type: "asset" | "liability" | "equity" | "income" | "expense"
          parentId: string | null
        }
        /** Its name in the journals that ledger.export-journal writes. */
        journalAccount: string
        /** ISO 4217. */
        currency: string
        /** Debits less credits. */
        balance: string
        /** The balance where debits are more; null where credits are. */
        debit: string | null
        credit: string | null
      })[]
      /** Debits and credits are equal in each currency. */
      totals: ({
        /** ISO 4217. */
        currency: string
        debit: string
        credit: string
      })[]
    }
  }
  /** Pages through the accounts of a book by their codes. */
  'ledger.list-accounts': {
    effect: 'read'
    input: {
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** Id of the book. */
      bookId?: string
      type?: "asset" | "liability" | "equity" | "income" | "expense"
      /** Words in the name, a code or an id. */
      search?: string
      /** True lists what is archived instead. */
      isArchived?: boolean
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Account)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the books by the names of their entities, each with the cash that it holds as booked. */
  'ledger.list-books': {
    effect: 'read'
    input: {
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** The book of this entity. */
      entityId?: string
      /** Words in the name of the entity, or the id of a book. */
      search?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Book)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through drafts, the latest first; by book and by what became of them. */
  'ledger.list-drafts': {
    effect: 'read'
    input: {
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** Id of the book. */
      bookId?: string
      state?: "open" | "posted" | "voided"
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (DraftSummary)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through posted entries, the latest day first; by book, account, business, days or words. */
  'ledger.list-entries': {
    effect: 'read'
    input: {
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** Id of the book. */
      bookId?: string
      /** Those with a line on this account. */
      accountId?: string
      /** Those with a line of this business. */
      businessId?: string
      /** Words in the memo, an external id or an id. */
      search?: string
      /** The first day. */
      from?: string
      /** The last day. */
      to?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (EntrySummary)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** The statement of an account: its lines, the latest first, each with the balance after it. */
  'ledger.list-lines': {
    effect: 'read'
    input: {
      /** Id of the account. */
      accountId: string
      /** Only lines in it; an exchange account has several. */
      currency?: string
      /** Only lines of this business; then no balance is told. */
      businessId?: string
      /** Only lines with this entity on the other side; then no balance is told. */
      partnerEntityId?: string
      /** Only lines of the businesses that are in it now; then no balance is told. */
      categoryId?: string
      /** Only lines that name no business; then no balance is told. */
      isOfNoBusiness?: boolean
      /** Only lines that had been recorded by this instant; then no balance is told. */
      recordedAt?: string
      /** The first day. */
      from?: string
      /** The last day. */
      to?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (PostedLine)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through pending entries, the latest first: until when each holds what, and what became of it. */
  'ledger.list-pending': {
    effect: 'read'
    input: {
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** Id of the book. */
      bookId?: string
      state?: "open" | "expired" | "posted" | "voided"
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (PendingSummary)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through exchange rates with their sources, the latest day first. Of one day the first listed counts. */
  'ledger.list-rates': {
    effect: 'read'
    input: {
      /** ISO 4217. */
      base?: string
      /** ISO 4217. */
      quote?: string
      /** The first day. */
      from?: string
      /** The last day. */
      to?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (ExchangeRate)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Opens the book of an entity, in its functional currency, with a chart of accounts to begin with. */
  'ledger.open-book': {
    effect: 'write'
    input: {
      /** Id of the entity. */
      entityId: string
      /** When income and expenses count: as earned, or as paid. */
      basis?: "accrual" | "cash"
      /** The accounts that it begins with; an LLC has one for the capital of each member. None: you add them yourself. */
      chart?: "us-gaap-llc" | "ifrs" | "nonprofit" | "none"
      /** In which the accounts of the chart are named. */
      language?: "en" | "de"
    }
    output: Book
  }
  /** Posts a draft as ledger.post-entry would post the same. The revision says what is posted: a draft that was changed since is refused. */
  'ledger.post-draft': {
    effect: 'write'
    input: {
      /** Id of the draft. */
      draftId: string
      /** That of the draft as you read it. */
      revision: number
    }
    output: PostedEntry
  }
  /** Posts many entries to one book at once. Each is posted or refused by itself, and what was refused is told with its place. */
  'ledger.post-entries': {
    effect: 'write'
    input: {
      /** Id of the book. */
      bookId: string
      entries: ({
        /** The day on which it counts. */
        effectiveOn: string
        /** What happened, for whoever reads the book. */
        memo: string
        /** Where it comes from: manual, import, stripe … */
        source?: string
        /** Its id where it comes from. In a book it is posted once: the same again answers the entry that is there. */
        externalId?: string | null
        /** Debits and credits are equal in each currency. */
        lines: ({
          /** Id of the account. */
          accountId: string
          /** One of debit and credit, in units of the currency. */
          debit?: string
          credit?: string
          /** Only the exchange account needs it; others have their own. */
          currency?: string
          /** Whose it is. Income and expenses name a business, or say that they are overhead. */
          businessId?: string | null
          /** True for what belongs to no business. */
          isOverhead?: boolean
          /** The entity of the studio on the other side, where there is one. */
          partnerEntityId?: string | null
          /** Who is on the other side, outside the studio. */
          counterparty?: string | null
          memo?: string | null
          tags?: (string)[]
        })[]
      })[]
    }
    output: {
      /** By their places in what was sent, from 0. */
      posted: ({
        place: number
        /** Id of the entry. */
        id: string
        isKnown: boolean
      })[]
      refused: ({
        place: number
        code: string
        message: string
      })[]
    }
  }
  /** Posts one balanced entry to the book of an entity. It is never changed afterwards; ledger.reverse-entry takes it back. */
  'ledger.post-entry': {
    effect: 'write'
    input: {
      /** Id of the book. */
      bookId: string
      /** The day on which it counts. */
      effectiveOn: string
      /** What happened, for whoever reads the book. */
      memo: string
      /** Where it comes from: manual, import, stripe … */
      source?: string
      /** Its id where it comes from. In a book it is posted once: the same again answers the entry that is there. */
      externalId?: string | null
      /** Debits and credits are equal in each currency. */
      lines: ({
        /** Id of the account. */
        accountId: string
        /** One of debit and credit, in units of the currency. */
        debit?: string
        credit?: string
        /** Only the exchange account needs it; others have their own. */
        currency?: string
        /** Whose it is. Income and expenses name a business, or say that they are overhead. */
        businessId?: string | null
        /** True for what belongs to no business. */
        isOverhead?: boolean
        /** The entity of the studio on the other side, where there is one. */
        partnerEntityId?: string | null
        /** Who is on the other side, outside the studio. */
        counterparty?: string | null
        memo?: string | null
        tags?: (string)[]
      })[]
    }
    output: PostedEntry
  }
  /** Posts a pending entry as it is. Months, accounts and businesses are looked at again; one that ran out is refused. */
  'ledger.post-pending': {
    effect: 'write'
    input: {
      /** Id of the pending entry. */
      pendingId: string
    }
    output: PostedEntry
  }
  /** Records exchange rates, each of a day and from a source. Nothing is overwritten: the latest for a day counts, and what was known before stays known. One that lies far away from the last waits for a second person. */
  'ledger.record-rates': {
    effect: 'write'
    input: {
      rates: ({
        /** ISO 4217. */
        base: string
        /** ISO 4217. */
        quote: string
        /** The day that it is of. */
        on: string
        /** Units of the quoted currency for one of the base. */
        rate: string
        /** Where it comes from: a central bank, a bank, a contract. */
        source: string
      })[]
    }
    output: {
      rateIds: (string)[]
    }
  }
  /** Keeps a complete, balanced entry pending: what it would take from accounts is held until it is posted, voided or has run out. */
  'ledger.reserve-entry': {
    effect: 'write'
    input: {
      /** Id of the book. */
      bookId: string
      /** How long it holds: a second to 90 days; a week where nothing is said. */
      seconds?: number
      /** The day on which it counts. */
      effectiveOn: string
      /** What happened, for whoever reads the book. */
      memo: string
      /** Where it comes from: manual, import, stripe … */
      source?: string
      /** Its id where it comes from. In a book it is posted once: the same again answers the entry that is there. */
      externalId?: string | null
      /** Debits and credits are equal in each currency. */
      lines: ({
        /** Id of the account. */
        accountId: string
        /** One of debit and credit, in units of the currency. */
        debit?: string
        credit?: string
        /** Only the exchange account needs it; others have their own. */
        currency?: string
        /** Whose it is. Income and expenses name a business, or say that they are overhead. */
        businessId?: string | null
        /** True for what belongs to no business. */
        isOverhead?: boolean
        /** The entity of the studio on the other side, where there is one. */
        partnerEntityId?: string | null
        /** Who is on the other side, outside the studio. */
        counterparty?: string | null
        memo?: string | null
        tags?: (string)[]
      })[]
    }
    output: PendingEntry
  }
  /** Values what a book holds and owes in other currencies at the rates of a day: what was settled goes to realised, the rest to unrealised gain or loss. Posts only what changed since the last time. */
  'ledger.revalue-book': {
    effect: 'write'
    input: {
      /** Id of the book. */
      bookId: string
      /** The day whose rates count, as a rule the last of a period. */
      on: string
    }
    output: {
      /** Null where nothing had changed. */
      entryId: string | null
      /** What this entry adds to realised gains, losses negative. */
      realised: string
      unrealised: string
      positions: ({
        /** ISO 4217. */
        currency: string
        /** In that currency; negative where it is owed. */
        held: string
        /** What it cost, in the currency of the book. */
        cost: string
        /** What it is worth on that day, in the currency of the book. */
        value: string
      })[]
    }
  }
  /** Takes a posted entry back by one that swaps its sides. Both stay in the book. */
  'ledger.reverse-entry': {
    effect: 'write'
    input: {
      /** Id of the entry. */
      entryId: string
      /** The day on which it counts, not before that of the entry. Where it is not named, today in UTC, or the day of an entry that is still to come; of one in a closed month, the first open day. */
      effectiveOn?: string
      /** Why; otherwise that of the entry, with a word before it. */
      memo?: string
    }
    output: PostedEntry
  }
  /** Keeps an entry that somebody still works on: anything may be missing in it. It is in no balance until ledger.post-draft. */
  'ledger.save-draft': {
    effect: 'write'
    input: {
      /** Id of the book. */
      bookId: string
      /** The day on which it is to count; null while unknown. */
      effectiveOn?: string | null
      /** What happens, for whoever reads the book; may still be empty. */
      memo?: string
      /** Where it comes from: manual, import, stripe … */
      source?: string
      /** Its id where it comes from. A draft does not take it yet. */
      externalId?: string | null
      lines?: ({
        /** Null where it is not chosen yet. */
        accountId?: string | null
        /** One of debit and credit, in units of the currency. */
        debit?: string
        credit?: string
        /** Only the exchange account needs it; others have their own. */
        currency?: string
        /** Whose it is. Income and expenses name a business, or say that they are overhead. */
        businessId?: string | null
        /** True for what belongs to no business. */
        isOverhead?: boolean
        /** The entity of the studio on the other side, where there is one. */
        partnerEntityId?: string | null
        /** Who is on the other side, outside the studio. */
        counterparty?: string | null
        memo?: string | null
        tags?: (string)[]
      })[]
    }
    output: Draft
  }
  /** Says above which sum an entry by hand waits for a second person in a book. Raising it or taking it away waits for one itself. */
  'ledger.set-manual-limit': {
    effect: 'write'
    input: {
      /** Id of the book. */
      bookId: string
      /** The debits of an entry in the currency of the book; null for none. */
      limit: string | null
    }
    output: Book
  }
  /** Adds up what the cash accounts of all books hold as booked, by currency; nothing is converted. */
  'ledger.summarise-cash': {
    effect: 'read'
    input: Record<string, never>
    output: {
      cash: ({
        /** ISO 4217. */
        currency: string
        amount: string
        /** In how many books it stands. */
        books: number
      })[]
    }
  }
  /** Changes the code, the name, the caption or the floor of an account, archives it, or brings it back. Its type and currency never change. */
  'ledger.update-account': {
    effect: 'write'
    input: {
      /** Id of the account. */
      accountId: string
      /** That of the account as you read it; another one refuses the change. */
      revision?: number
      /** Its number in the chart, unique in the book. */
      code?: string
      name?: string
      /** What it is shown under in every statement, whatever the chart of its book. */
      caption?: "cash" | "receivables" | "due-from-group" | "inventory" | "prepaid" | "other-current-assets" | "fixed-assets" | "accumulated-depreciation" | "investments-group" | "investments-other" | "goodwill" | "loans-to-group" | "other-non-current-assets" | "payables" | "due-to-group" | "accrued" | "deferred-revenue" | "taxes-payable" | "other-current-liabilities" | "borrowings" | "loans-from-group" | "other-non-current-liabilities" | "capital" | "distributions" | "retained-earnings" | "other-comprehensive-income" | "noncontrolling-interest" | "exchange" | "between-businesses" | "revenue" | "revenue-group" | "cost-of-revenue" | "operating-expenses" | "marketing" | "people" | "shared-services" | "depreciation" | "interest-income" | "interest-income-group" | "investment-income" | "exchange-realised" | "exchange-unrealised" | "other-income" | "interest-expense" | "interest-expense-group" | "other-financial-expense" | "income-tax"
      /** Null where nobody minds. */
      floor?: string | null
      /** True takes it out of use; it must hold nothing. */
      isArchived?: boolean
    }
    output: Account
  }
  /** Writes a draft anew, as a whole. Whoever has read an older revision of it is refused. */
  'ledger.update-draft': {
    effect: 'write'
    input: {
      /** Id of the draft. */
      draftId: string
      /** That of the draft as you read it. */
      revision: number
      /** The day on which it is to count; null while unknown. */
      effectiveOn?: string | null
      /** What happens, for whoever reads the book; may still be empty. */
      memo?: string
      /** Where it comes from: manual, import, stripe … */
      source?: string
      /** Its id where it comes from. A draft does not take it yet. */
      externalId?: string | null
      lines?: ({
        /** Null where it is not chosen yet. */
        accountId?: string | null
        /** One of debit and credit, in units of the currency. */
        debit?: string
        credit?: string
        /** Only the exchange account needs it; others have their own. */
        currency?: string
        /** Whose it is. Income and expenses name a business, or say that they are overhead. */
        businessId?: string | null
        /** True for what belongs to no business. */
        isOverhead?: boolean
        /** The entity of the studio on the other side, where there is one. */
        partnerEntityId?: string | null
        /** Who is on the other side, outside the studio. */
        counterparty?: string | null
        memo?: string | null
        tags?: (string)[]
      })[]
    }
    output: Draft
  }
  /** Checks that no entry of a book was changed, put in or taken out behind the audit, and that its sums are those of its lines; a part per call. */
  'ledger.verify-entries': {
    effect: 'read'
    input: {
      /** Id of the book. */
      bookId: string
      /** The `nextCursor` of the part before. */
      cursor?: string
      /** About how many entries to check now. */
      entriesMax?: number
    }
    output: {
      /** How many entries this part is. */
      checked: number
      findings: ({
        kind: "changed" | "told-otherwise" | "not-told" | "missing" | "sums-differ"
        entryId: string | null
        explanation: string
      })[]
      /** Whether there were more than are told here. */
      hasMoreFindings: boolean
      /** Null when all was checked. */
      nextCursor: string | null
    }
  }
  /** Puts a draft away for good. It can still be read. */
  'ledger.void-draft': {
    effect: 'write'
    input: {
      /** Id of the draft. */
      draftId: string
      /** That of the draft as you read it. */
      revision: number
    }
    output: Draft
  }
  /** Gives up a pending entry: what it held is free at once, and it is never posted. */
  'ledger.void-pending': {
    effect: 'write'
    input: {
      /** Id of the pending entry. */
      pendingId: string
    }
    output: PendingEntry
  }
  /** Books that came in from another program, and how they stand against it now: each account as the source had it and as our book has it, read from what is posted. */
  'migration.get-import': {
    effect: 'read'
    input: {
      /** Id of the book import. */
      importId: string
    }
    output: {
      import: BookImport
      /** No account differs by a cent. */
      tiesOut: boolean
      companies: ({
        company: string
        entity: {
          /** Id of the entity. */
          id: string
          name: string
        }
        asOf: string
        debit: string
        credit: string
        tiesOut: boolean
        /** ISO 4217. */
        currency: string
        files: (string)[]
        /** The program that wrote the export. */
        program: "quickbooks" | "xero" | "netsuite" | "erpnext"
        /** Null until its run has opened it. */
        bookId: string | null
        entries: number
        differences: number
      })[]
      rows: ({
        company: string
        code: string
        name: string
        /** In the source: debits less credits. */
        source: string
        /** In our book by that day, read from what is posted. */
        ours: string
        /** Ours less theirs. */
        difference: string
        /** What the source calls it. */
        sources: (string)[]
        accountId: string | null
      })[]
    }
  }
  /** Brings books in from QuickBooks, Xero, NetSuite and ERPNext: trial balances and general ledgers of any number of companies. They are held against ours to the cent first, and posted in one run when all tie out; the same files again post nothing. Try it first as a dry run with onProblems "tell". */
  'migration.import-books': {
    effect: 'write'
    input: {
      /** Trial balances and general ledgers as the programs export them, of any number of companies. */
      files: ({
        name: string
        /** The text of a CSV file. */
        csv?: string
        /** The bytes of a CSV or XLSX file. */
        base64?: string
        /** The program that wrote the export. */
        program?: "quickbooks" | "xero" | "netsuite" | "erpnext"
        /** Whose it is, where the file does not say. */
        company?: string
        /** Of which day its balances are, where the file does not say. */
        asOf?: string
      })[]
      /** Which entity a company is, where its name does not tell. */
      companies?: ({
        /** As the source names it. */
        company: string
        /** Id of the entity. */
        entityId: string
      })[]
      /** What accounts become, and who is on their other side, where neither code nor name tells. */
      accounts?: ({
        /** As the source names it. */
        company?: string
        /** Its text in the source. */
        account: string
        /** The account of the book that it is, or the code of a new one. */
        code?: string
        /** True for one of its own, though the book has one of that code or name. */
        isNew?: boolean
        /** What a new one is; its type follows. */
        caption?: "cash" | "receivables" | "due-from-group" | "inventory" | "prepaid" | "other-current-assets" | "fixed-assets" | "accumulated-depreciation" | "investments-group" | "investments-other" | "goodwill" | "loans-to-group" | "other-non-current-assets" | "payables" | "due-to-group" | "accrued" | "deferred-revenue" | "taxes-payable" | "other-current-liabilities" | "borrowings" | "loans-from-group" | "other-non-current-liabilities" | "capital" | "distributions" | "retained-earnings" | "other-comprehensive-income" | "noncontrolling-interest" | "exchange" | "between-businesses" | "revenue" | "revenue-group" | "cost-of-revenue" | "operating-expenses" | "marketing" | "people" | "shared-services" | "depreciation" | "interest-income" | "interest-income-group" | "investment-income" | "exchange-realised" | "exchange-unrealised" | "other-income" | "interest-expense" | "interest-expense-group" | "other-financial-expense" | "income-tax"
        /** The entity on the other side of all that stands on it; null where it is none. */
        partnerEntityId?: string | null
      })[]
      /** Which business a class or cost centre is, where its name does not tell. */
      places?: ({
        /** As the source names it. */
        company?: string
        /** The class, tracking option or cost centre. */
        word: string
        /** Null for overhead. */
        businessId: string | null
      })[]
      /** The column whose words are businesses, where it has a name of its own. */
      wordColumn?: string
      /** Where amounts leave open whether they have a decimal point or comma. */
      decimal?: "point" | "comma"
      /** Where days such as 3/4/2026 leave open which is the month. */
      dayOrder?: "day-first" | "month-first"
      /** create: accounts that a book does not have are added. refuse: they are told. */
      newAccounts?: "create" | "refuse"
      /** refuse: what does not tie out is a problem. tell: it is told in the answer, and nothing is posted. */
      onProblems?: "refuse" | "tell"
    }
    output: {
      /** Null where nothing is posted. */
      importId: string | null
      /** Watch it with runs.get-run. */
      runId: string | null
      /** Every company does. */
      tiesOut: boolean
      files: ({
        name: string
        /** Null where it is not recognised. */
        program: "quickbooks" | "xero" | "netsuite" | "erpnext" | null
        kind: "trial-balance" | "general-ledger" | null
        rows: number
      })[]
      companies: (CheckedCompany)[]
      /** The tie-out: a row for each account of each company. */
      rows: (CheckedRow)[]
      /** What each account of the sources becomes, and which entity is on its other side. */
      accounts: (CheckedAccount)[]
      /** What entities say of each other, once this is posted. What differs stops nothing. */
      pairs: (CheckedPair)[]
      words: ({
        company: string
        word: string
        lines: number
        businessId: string | null
        businessName: string | null
        isOverhead: boolean
      })[]
      /** The first 200. */
      faults: ({
        company: string | null
        file: string | null
        /** As a spreadsheet names it. */
        cell: string | null
        row: number | null
        message: string
      })[]
      faultCount: number
      /** What to look at before it is posted, and what stops nothing: the first 200. */
      warnings: ({
        company: string | null
        file: string | null
        /** As a spreadsheet names it. */
        cell: string | null
        row: number | null
        message: string
      })[]
      warningCount: number
    }
  }
  /** Pages through the imports of books from other programs, newest first. */
  'migration.list-imports': {
    effect: 'read'
    input: {
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (BookImport)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Tells how the installation is at this moment: each part with its status, what your studio asked for in the last minutes and how long that took, and what waits. */
  'monitoring.get-health': {
    effect: 'read'
    input: Record<string, never>
    output: {
      /** That of the worst part. */
      status: "ok" | "degraded" | "down" | "unknown"
      version: string
      parts: ({
        name: "database" | "signals" | "worker" | "sealing" | "disk" | "ports" | "processes"
        status: "ok" | "degraded" | "down" | "unknown"
        /** What is so, with its value. */
        sentence: string
        /** Since when it is at this status; null where that is not known. */
        since: string | null
      })[]
      /** How far the figures reach back. */
      minutes: number
      /** Of your studio, in the last minutes. */
      figures: {
        /** Invocations, whatever came of them. */
        count: number
        /** Ended by a problem that the caller can act on. */
        refused: number
        /** Ended by an outage or a bug: ours. */
        failed: number
        /** Milliseconds, at most 19 % above the truth; null where nothing was timed. */
        p50Ms: number | null
        /** Milliseconds, at most 19 % above the truth; null where nothing was timed. */
        p95Ms: number | null
        /** Milliseconds, at most 19 % above the truth; null where nothing was timed. */
        p99Ms: number | null
      }
      /** The ten that were invoked most, and the ten with the highest p95. */
      operations: ({
        operation: string
        /** Invocations, whatever came of them. */
        count: number
        /** Ended by a problem that the caller can act on. */
        refused: number
        /** Ended by an outage or a bug: ours. */
        failed: number
        /** Milliseconds, at most 19 % above the truth; null where nothing was timed. */
        p50Ms: number | null
        /** Milliseconds, at most 19 % above the truth; null where nothing was timed. */
        p95Ms: number | null
        /** Milliseconds, at most 19 % above the truth; null where nothing was timed. */
        p99Ms: number | null
      })[]
      runs: {
        queued: number
        waiting: number
        running: number
        failed: number
        outcomeUnknown: number
        /** How long the oldest run that is due has waited; 0 where none is. */
        oldestDueSeconds: number
      }
      processes: ({
        number: number
        /** An instant, ISO 8601 in UTC. */
        startedAt: string
        residentBytes: number
        cpuSeconds: number
        /** How late its event loop was in the last minute. */
        loopDelayP99Ms: number
        connectionsInUse: number
        /** Requests that wait for a connection to the database. */
        connectionsWaiting: number
        liveStreams: number
      })[]
    }
  }
  /** Tells in how many of the minutes that were probed every part answered, and how many nobody probed: those are unknown, and count as neither. */
  'monitoring.get-uptime': {
    effect: 'read'
    input: {
      days?: number
    }
    output: {
      /** Minutes that were up, of those that were probed; null before the first. */
      share: number | null
      /** The first minute that counts. */
      since: string | null
      upMinutes: number
      downMinutes: number
      /** Minutes since then that nobody probed, as while the program did not run. */
      unknownMinutes: number
    }
  }
  /** How many of your notifications you have not read, up to a hundred. */
  'notifications.count-unread': {
    effect: 'read'
    input: Record<string, never>
    output: {
      /** At most 100. */
      unread: number
      /** Of your inbox; the live stream tells of a later one. */
      revision: number
      /** True where there are more than that. */
      hasMore: boolean
    }
  }
  /** By what else, beside your inbox, you are told of each kind: mail and your own webhook. */
  'notifications.get-choices': {
    effect: 'read'
    input: Record<string, never>
    output: NotificationChoices
  }
  /** Pages through what you were told, the newest first: mentions, comments, approvals, runs and requests. What you may not read any more is left out. */
  'notifications.list-notifications': {
    effect: 'read'
    input: {
      /** True: only what you have not read. */
      isUnread?: boolean
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Notification)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Marks notifications of yours as read: those that are named, or all up to one. */
  'notifications.mark-read': {
    effect: 'write'
    input: {
      /** These; others are left. */
      ids?: (string)[]
      /** All up to this one, the newest that you saw: what came meanwhile stays unread. */
      upTo?: string
    }
    output: {
      /** How many were unread until now. */
      marked: number
    }
  }
  /** Marks notifications of yours as not read, to come back to them. */
  'notifications.mark-unread': {
    effect: 'write'
    input: {
      ids: (string)[]
    }
    output: {
      /** How many were read until now. */
      marked: number
    }
  }
  /** Takes your own webhook away: nothing is sent there any more. */
  'notifications.remove-own-webhook': {
    effect: 'write'
    input: Record<string, never>
    output: {
      /** False where there was none. */
      isRemoved: boolean
    }
  }
  /** Chooses by what else you are told of a kind, and the hour of the daily mail; what is not named stays. */
  'notifications.set-choices': {
    effect: 'write'
    input: {
      choices?: ({
        /** What it tells of: "comments.mentioned". */
        kind: string
        /** At once, gathered once a day, or never. The inbox keeps all of them. */
        mail: "at-once" | "daily" | "never"
        /** Whether it is sent to your own webhook, where you have one. */
        isSent: boolean
      })[]
      /** The hour of the daily mail, in your time zone; UTC where you chose none. */
      digestHour?: number
    }
    output: {
      now: NotificationChoices
      previous: NotificationChoices
    }
  }
  /** Names an address of your own that your notifications are sent to from now on, signed by the Standard Webhooks specification. One that you had before is told nothing more. The secret is told once. */
  'notifications.set-own-webhook': {
    effect: 'write'
    input: {
      /** Where to: https, and a host that the internet reaches. Put no secret into it. */
      url: string
    }
    output: {
      webhook: OwnWebhook
      /** What the receiver verifies signatures with. */
      secret: string
    }
  }
  /** Sends your own webhook a message of the type "notifications.test", signed as every other. */
  'notifications.try-own-webhook': {
    effect: 'write'
    input: Record<string, never>
    output: {
      /** True: it is on its way. */
      isSent: boolean
    }
  }
  /** Ends a run before its time: at once, or at the end of the step it is in. What was done stays done. */
  'runs.cancel-run': {
    effect: 'write'
    input: {
      /** Id of the run. */
      runId: string
    }
    output: Run
  }
  /** Reads one run with the newest steps of its journal. */
  'runs.get-run': {
    effect: 'read'
    input: {
      /** Id of the run. */
      runId: string
    }
    output: {
      run: Run
      /** The newest first. */
      steps: (RunStep)[]
      stepsTotal: number
    }
  }
  /** Pages through long work, newest first: what waits, what is at work, what came of it, and what stands. */
  'runs.list-runs': {
    effect: 'read'
    input: {
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** Waiting: for an instant, or for its next try. Outcome unknown: a crash fell into a step that must not be done twice; settle it. */
      status?: "queued" | "running" | "waiting" | "done" | "failed" | "cancelled" | "outcome-unknown"
      program?: string
      /** True: only what never ends. False: only what does. */
      isStanding?: boolean
      /** True: only what you asked for yourself. */
      isMine?: boolean
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (Run)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Tries a failed run again, or one that waits for its next try, from where its journal ends: no finished step is repeated. */
  'runs.retry-run': {
    effect: 'write'
    input: {
      /** Id of the run. */
      runId: string
    }
    output: Run
  }
  /** Says whether the step happened that a crash cut off; the run then goes on after it, or does it once more. */
  'runs.settle-run': {
    effect: 'write'
    input: {
      /** Id of the run. */
      runId: string
      /** Look on the other side first: false does the step again. */
      didHappen: boolean
    }
    output: Run
  }
  /** Counts the runs that ended since a moment, by what came of them; without one, since the month began in UTC. */
  'runs.summarise-runs': {
    effect: 'read'
    input: {
      /** ISO 8601 in UTC. */
      since?: string
    }
    output: {
      /** An instant, ISO 8601 in UTC. */
      since: string
      done: number
      failed: number
      cancelled: number
      /** How often the standing runs did their work, since they began; they never end. */
      standingPasses: number
    }
  }
  /** Finds whatever is called so, has this id or is described so: businesses, entities, KPIs, categories, books, accounts and people that are open to you. */
  'search.search-everything': {
    effect: 'read'
    input: {
      /** Part of a name or of a description, or a whole id. */
      words: string
      limit?: number
    }
    output: {
      /** An id first, then names that begin so, names, descriptions. */
      items: (Hit)[]
    }
  }
  /** The statement of an account as a PDF to print: its lines, the earliest first, each with the balance after it. As CSV, ledger.export-general-ledger has it. */
  'statements.export-account': {
    effect: 'read'
    input: {
      /** Id of the account. */
      accountId: string
      /** The first day. */
      from?: string
      /** The last day. */
      to?: string
    }
    output: {
      fileName: string
      mediaType: string
      /** The PDF in base64. */
      content: string
    }
  }
  /** The same statement that statements.get-statement answers, as CSV or as a PDF to print. */
  'statements.export-statement': {
    effect: 'read'
    input: {
      /** What is owned and owed on a day; what was earned within days; what moved cash within days. */
      kind: "balance-sheet" | "income-statement" | "cash-flow"
      /** One of bookId, businessId and categoryId. */
      bookId?: string
      /** With bookId: only what names no business. Income statements; balance sheets where the book balances by business. */
      isOfNoBusiness?: boolean
      /** Income statements; balance sheets where its books balance by business. */
      businessId?: string
      /** Income statements; balance sheets where all of its books balance by business. */
      categoryId?: string
      /** A column each. */
      periods: ({
        /** The first day. A balance sheet has none: it is of the last day. */
        from?: string
        /** The last day. */
        to: string
      })[]
      /** As it was known at this instant: what was recorded later is left out. */
      recordedAt?: string
      /** That of the book where it is not named. Another one is for reading: closing rates, average ones for income. */
      currency?: string
      /** Of a cash flow statement: from the net result, or from what cash was moved against. */
      method?: "indirect" | "direct"
      /** Income statements: beside each period its budget, and by how much it was missed. */
      isWithBudget?: boolean
      format: "csv" | "pdf"
    }
    output: StatementFile
  }
  /** A balance sheet, income statement or cash flow statement of a book; the income statement of a business, a category or what is of no business, and its balance sheet where its books balance by business; up to twelve periods side by side, down to the accounts. */
  'statements.get-statement': {
    effect: 'read'
    input: {
      /** What is owned and owed on a day; what was earned within days; what moved cash within days. */
      kind: "balance-sheet" | "income-statement" | "cash-flow"
      /** One of bookId, businessId and categoryId. */
      bookId?: string
      /** With bookId: only what names no business. Income statements; balance sheets where the book balances by business. */
      isOfNoBusiness?: boolean
      /** Income statements; balance sheets where its books balance by business. */
      businessId?: string
      /** Income statements; balance sheets where all of its books balance by business. */
      categoryId?: string
      /** A column each. */
      periods: ({
        /** The first day. A balance sheet has none: it is of the last day. */
        from?: string
        /** The last day. */
        to: string
      })[]
      /** As it was known at this instant: what was recorded later is left out. */
      recordedAt?: string
      /** That of the book where it is not named. Another one is for reading: closing rates, average ones for income. */
      currency?: string
      /** Of a cash flow statement: from the net result, or from what cash was moved against. */
      method?: "indirect" | "direct"
      /** Income statements: beside each period its budget, and by how much it was missed. */
      isWithBudget?: boolean
    }
    output: Statement
  }
  /** Pages through the budget of a book, month by month. */
  'statements.list-budget': {
    effect: 'read'
    input: {
      /** Id of the book. */
      bookId: string
      /** The first month. */
      from: string
      /** The last month. */
      to: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (BudgetFigure)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** What each business earned within days as posted: revenue, gross profit, contribution and net result; with what belongs to none, and the sum. */
  'statements.list-margins': {
    effect: 'read'
    input: {
      /** The first day. */
      from: string
      /** The last day. */
      to: string
      /** Only of this book. */
      bookId?: string
      /** Only businesses that are in it now. */
      categoryId?: string
      /** That of most of the books where it is not named. */
      currency?: string
      /** How many businesses, those with the most revenue first. */
      limit?: number
    }
    output: {
      /** ISO 4217. */
      currency: string
      rows: ({
        business: {
          /** Id of the business. */
          id: string
          name: string
        }
        category: string | null
        revenue: string
        /** Revenue less what it cost to deliver. */
        grossProfit: string
        /** Gross profit less operating expenses. */
        contribution: string
        /** After shared services, depreciation, the financial result and tax. */
        netResult: string
      })[]
      /** How many have figures, also those beyond the limit. */
      businesses: number
      /** All businesses together. */
      assigned: {
        revenue: string
        /** Revenue less what it cost to deliver. */
        grossProfit: string
        /** Gross profit less operating expenses. */
        contribution: string
        /** After shared services, depreciation, the financial result and tax. */
        netResult: string
      }
      /** Overhead of the entities; null where a category was asked for. */
      unassigned: {
        revenue: string
        /** Revenue less what it cost to deliver. */
        grossProfit: string
        /** Gross profit less operating expenses. */
        contribution: string
        /** After shared services, depreciation, the financial result and tax. */
        netResult: string
      } | null
      /** What the books say: businesses and overhead together. */
      total: {
        revenue: string
        /** Revenue less what it cost to deliver. */
        grossProfit: string
        /** Gross profit less operating expenses. */
        contribution: string
        /** After shared services, depreciation, the financial result and tax. */
        netResult: string
      }
    }
  }
  /** Sets what an account is meant to come to in a month, for a business or the entity as a whole. */
  'statements.set-budget': {
    effect: 'write'
    input: {
      /** Id of the book. */
      bookId: string
      lines: ({
        /** An account of income or expenses. */
        accountId: string
        /** Null for what is the entity’s as a whole. */
        businessId?: string | null
        /** A month of the calendar: 2026-03. */
        month: string
        /** In the currency of the book; income and expenses are both positive. Null takes it away. */
        amount: string | null
      })[]
    }
    output: {
      lines: number
    }
  }
  /** Pages through all that happened to a business, an entity, a KPI, an entry, a run or an approval, the newest first: who did what by which door, and what changed. */
  'subjects.list-timeline': {
    effect: 'read'
    input: {
      /** Id of what it is about, one of: business, entity, kpi, entry, run, approval. */
      subjectId: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (TimelineEvent)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Keeps a read under a name, for yourself: which list, narrowed and sorted how. */
  'views.create-view': {
    effect: 'write'
    input: {
      /** What it is called in the list of views. */
      name: string
      /** The read that it stores, such as businesses.list-businesses. */
      operation: string
      /** What the operation takes, without cursor and limit. */
      input: Record<string, unknown>
      /** For screens; a read does not depend on it. */
      layout?: {
        /** By what a screen groups the rows. */
        groupBy?: string
        /** The columns of a screen, in their order. */
        columns?: (string)[]
      }
    }
    output: SavedView
  }
  /** Takes one of your own views away, for everybody where it is shared. It can be restored as it was. */
  'views.delete-view': {
    effect: 'write'
    input: {
      /** Id of the saved view. */
      viewId: string
    }
    output: {
      /** Id of the saved view. */
      viewId: string
    }
  }
  /** Pages through your own views and those shared with the studio, by name, and says which are open to you. */
  'views.list-views': {
    effect: 'read'
    input: {
      /** Only views of this read. */
      operation?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (SavedView)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Brings back one of your own views that was deleted, as it was. */
  'views.restore-view': {
    effect: 'write'
    input: {
      /** Id of the saved view. */
      viewId: string
    }
    output: {
      /** Id of the saved view. */
      viewId: string
    }
  }
  /** Shows one of your own views to everybody in the studio, or takes it back. It gives nobody rights. */
  'views.share-view': {
    effect: 'write'
    input: {
      /** Id of the saved view. */
      viewId: string
      isShared: boolean
    }
    output: {
      /** Id of the saved view. */
      viewId: string
      isShared: boolean
      /** How it was before. */
      wasShared: boolean
    }
  }
  /** Changes one of your own views: its name, or what it narrows and shows. What is not named stays. */
  'views.update-view': {
    effect: 'write'
    input: {
      /** What it is called in the list of views. */
      name?: string
      /** What the operation takes, without cursor and limit. */
      input?: Record<string, unknown>
      /** For screens; a read does not depend on it. */
      layout?: {
        /** By what a screen groups the rows. */
        groupBy?: string
        /** The columns of a screen, in their order. */
        columns?: (string)[]
      }
      /** Id of the saved view. */
      viewId: string
    }
    output: {
      view: SavedView
      /** What the changed fields were before. */
      previous: {
        /** What it is called in the list of views. */
        name?: string
        /** What the operation takes, without cursor and limit. */
        input?: Record<string, unknown>
        /** For screens; a read does not depend on it. */
        layout?: {
          /** By what a screen groups the rows. */
          groupBy?: string
          /** The columns of a screen, in their order. */
          columns?: (string)[]
        }
      }
    }
  }
  /** Takes an endpoint out of the list: it is told nothing more, and its log stays for thirty days. restore-endpoint brings it back. */
  'webhooks.archive-endpoint': {
    effect: 'write'
    input: {
      /** Id of the webhook endpoint. */
      endpointId: string
    }
    output: WebhookEndpoint
  }
  /** Names an address that is told of events from now on, signed by the Standard Webhooks specification. The secret is told once. */
  'webhooks.create-endpoint': {
    effect: 'write'
    input: {
      /** Where to: https, and a host that the internet reaches. Put no secret into it; people see it. */
      url: string
      /** What receives it, for people. */
      description?: string
      /** Types of events, or all of a module as "businesses.*". */
      eventTypes: (string)[]
    }
    output: {
      endpoint: WebhookEndpoint
      /** What the receiver verifies signatures with. */
      secret: string
    }
  }
  /** One delivery: what is sent, to where, and what came of each try, the last one first. */
  'webhooks.get-delivery': {
    effect: 'read'
    input: {
      /** Id of the webhook delivery. */
      deliveryId: string
    }
    output: {
      delivery: WebhookDelivery
      /** Where the endpoint is now. */
      url: string
      /** Signatures are made for each try and not kept. */
      headers: ({
        name: string
        value: string
      })[]
      body: string
      tries: ({
        /** 1, and one more for each time it was sent again by hand. */
        round: number
        number: number
        /** An instant, ISO 8601 in UTC. */
        sentAt: string
        durationMs: number
        /** Of HTTP; null where there was no answer. */
        status: number | null
        /** Why it counts as failed; null where it was delivered. */
        reason: string | null
        /** How the answer begins, without control characters. */
        answer: string
      })[]
    }
  }
  /** One endpoint: what it is told, whether it is enabled, when it last succeeded and since when it fails. */
  'webhooks.get-endpoint': {
    effect: 'read'
    input: {
      /** Id of the webhook endpoint. */
      endpointId: string
    }
    output: WebhookEndpoint
  }
  /** Pages through what was delivered, waits or failed, newest first; the log holds thirty days. */
  'webhooks.list-deliveries': {
    effect: 'read'
    input: {
      /** Id of the webhook endpoint. */
      endpointId?: string
      /** Waiting for its first or next try; delivered, which is an answer of 2xx; failed for good. */
      status?: "waiting" | "delivered" | "failed"
      /** Only events of this type. */
      type?: string
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (WebhookDelivery)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Pages through the addresses that are told of events, newest first: what each is told, and whether it takes it. */
  'webhooks.list-endpoints': {
    effect: 'read'
    input: {
      /** Only these; those that are not open to you are left out. */
      ids?: (string)[]
      /** True: only archived ones. False: only the others, which is the default where no ids are named. */
      isArchived?: boolean
      /** The `nextCursor` of the page before; none for the first page. */
      cursor?: string
      /** Rows on a page, at most 200. */
      limit?: number
    }
    output: {
      items: (WebhookEndpoint)[]
      /** Null on the last page. */
      nextCursor: string | null
      /** All rows that the filter finds and your grants cover. */
      total: number
    }
  }
  /** Every type of event that an endpoint of yours can be told of, by module, and how much each tells. */
  'webhooks.list-event-names': {
    effect: 'read'
    input: Record<string, never>
    output: {
      eventTypes: ({
        type: string
        module: string
        /** True: before and after are told. False: only which fields changed, for they may concern people. */
        tellsValues: boolean
      })[]
    }
  }
  /** Sends again what failed for good since an instant, the oldest 5,000 at most, in a run. */
  'webhooks.redeliver-failed': {
    effect: 'write'
    input: {
      /** Id of the webhook endpoint. */
      endpointId: string
      /** Of deliveries made from then on. */
      since: string
    }
    output: {
      /** Follow it with runs.get-run. */
      runId: string
    }
  }
  /** Sends one delivery again at once, with new tries, the same webhook-id and the same body. */
  'webhooks.redeliver-one': {
    effect: 'write'
    input: {
      /** Id of the webhook delivery. */
      deliveryId: string
    }
    output: WebhookDelivery
  }
  /** Brings an archived endpoint back, with its secret; it is told what happens from now on. */
  'webhooks.restore-endpoint': {
    effect: 'write'
    input: {
      /** Id of the webhook endpoint. */
      endpointId: string
    }
    output: WebhookEndpoint
  }
  /** Makes a new secret for an endpoint, told once. The old one signs beside it for a day, or ends at once where it leaked. */
  'webhooks.rotate-secret': {
    effect: 'write'
    input: {
      /** Id of the webhook endpoint. */
      endpointId: string
      /** At once: messages are signed by the new secret only, from the next try on. */
      oldSecretsEnd?: "in-a-day" | "at-once"
    }
    output: {
      /** Id of the webhook endpoint. */
      endpointId: string
      /** What the receiver verifies signatures with. */
      secret: string
      /** Null where it has ended. */
      oldSecretEndsAt: string | null
    }
  }
  /** Sends an endpoint a message of the type "webhooks.test", signed and tried again as every other. */
  'webhooks.send-test': {
    effect: 'write'
    input: {
      /** Id of the webhook endpoint. */
      endpointId: string
    }
    output: WebhookDelivery
  }
  /** Changes where an endpoint is, what it is told, or whether it is told anything; what is not named stays. */
  'webhooks.update-endpoint': {
    effect: 'write'
    input: {
      /** Where to: https, and a host that the internet reaches. Put no secret into it; people see it. */
      url?: string
      /** What receives it, for people. */
      description?: string
      /** Types of events, or all of a module as "businesses.*". */
      eventTypes?: (string)[]
      /** False: it is told nothing. True again: it is told what happens from then on. */
      isEnabled?: boolean
      /** Id of the webhook endpoint. */
      endpointId: string
      /** Refused when the endpoint is at another one by now. */
      revision?: number
    }
    output: {
      endpoint: WebhookEndpoint
      /** What the changed fields were before. */
      previous: {
        /** Where to: https, and a host that the internet reaches. Put no secret into it; people see it. */
        url?: string
        /** What receives it, for people. */
        description?: string
        /** Types of events, or all of a module as "businesses.*". */
        eventTypes?: (string)[]
        /** False: it is told nothing. True again: it is told what happens from then on. */
        isEnabled?: boolean
      }
    }
  }
}

export type OperationName = keyof Operations
export type ReadName = { [N in OperationName]: Operations[N]['effect'] extends 'read' ? N : never }[OperationName]
export type WriteName = Exclude<OperationName, ReadName>
