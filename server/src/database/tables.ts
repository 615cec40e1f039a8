// GENERATED from the migrated database by "npm run generate". Do not edit.
import type { Generated } from 'kysely'
import type { Id } from '#kernel/ids.ts'

export interface Tables {
  access_grant: {
    id: Id<'grant'>
    studio_id: Id<'studio'>
    membership_id: Id<'membership'> | null
    role: 'owner' | 'admin' | 'finance' | 'operator' | 'analyst' | 'auditor' | null
    covers: string | null
    created_at: Generated<string>
    api_key_id: Id<'api_key'> | null
    role_id: Id<'role'> | null
  }
  account: {
    id: Id<'account'>
    studio_id: Id<'studio'>
    book_id: Id<'book'>
    book_currency: string
    code: string
    name: string
    type: 'asset' | 'liability' | 'equity' | 'income' | 'expense'
    parent_id: Id<'account'> | null
    currency: string | null
    role: 'cash' | 'receivable' | 'payable' | 'exchange' | 'retained-earnings' | 'between-businesses' | null
    is_monetary: boolean
    floor_minor: bigint | null
    revision: Generated<number>
    created_at: Generated<string>
    archived_at: string | null
    caption: 'cash' | 'receivables' | 'due-from-group' | 'inventory' | 'prepaid' | 'other-current-assets' | 'fixed-assets' | 'accumulated-depreciation' | 'investments-group' | 'investments-other' | 'goodwill' | 'loans-to-group' | 'other-non-current-assets' | 'payables' | 'due-to-group' | 'accrued' | 'deferred-revenue' | 'taxes-payable' | 'other-current-liabilities' | 'borrowings' | 'loans-from-group' | 'other-non-current-liabilities' | 'capital' | 'distributions' | 'retained-earnings' | 'other-comprehensive-income' | 'noncontrolling-interest' | 'exchange' | 'between-businesses' | 'revenue' | 'revenue-group' | 'cost-of-revenue' | 'operating-expenses' | 'marketing' | 'people' | 'shared-services' | 'depreciation' | 'interest-income' | 'interest-income-group' | 'investment-income' | 'exchange-realised' | 'exchange-unrealised' | 'other-income' | 'interest-expense' | 'interest-expense-group' | 'other-financial-expense' | 'income-tax'
  }
  account_day: {
    account_id: Id<'account'>
    currency: string
    effective_on: string
    recorded_on: string
    studio_id: Id<'studio'>
    book_id: Id<'book'>
    debit_minor: bigint
    credit_minor: bigint
    line_count: bigint
    cash_minor: bigint
  }
  account_hold: {
    pending_id: string
    account_id: Id<'account'>
    studio_id: Id<'studio'>
    book_id: Id<'book'>
    minor: bigint
    expires_at: string
  }
  api_key: {
    id: Id<'api_key'>
    studio_id: Id<'studio'>
    name: string
    token_hash: string
    created_by: string
    created_at: Generated<string>
    expires_at: string
    last_used_at: string | null
    revoked_at: string | null
    is_drafts_only: Generated<boolean>
  }
  approval: {
    id: Id<'approval'>
    studio_id: Id<'studio'>
    operation: string
    sealed_input: string
    shown_input: unknown
    input_hash: string
    touches: string[]
    requester_kind: 'person' | 'api-key' | 'machine'
    requester_id: string
    requester_name: string
    person_id: Id<'person'> | null
    actor_id: string
    door: string
    held_because: 'rule' | 'drafts-only' | 'demanded'
    held_roles: string[]
    status: Generated<'pending' | 'accepted' | 'refused' | 'withdrawn' | 'done' | 'failed'>
    requested_at: Generated<string>
    expires_at: string
    decided_by: Id<'person'> | null
    decided_at: string | null
    reason: string | null
    run_id: Id<'run'> | null
    ended_at: string | null
    preview: unknown | null
    problem: unknown | null
    held_reason: unknown | null
    says: unknown | null
  }
  approval_rule: {
    id: Id<'approval_rule'>
    studio_id: Id<'studio'>
    operation: string | null
    risk: 'none' | 'money' | 'external' | 'irreversible' | null
    role: string | null
    expires_after_hours: number
    created_by: string
    created_at: Generated<string>
    ended_at: string | null
  }
  attachment: {
    id: Id<'attachment'>
    studio_id: Id<'studio'>
    subject_id: string
    business_id: Id<'business'> | null
    name: string
    media_type: string
    sha256: string
    upload_id: string | null
    actor_kind: 'person' | 'api-key' | 'machine' | 'run' | 'system' | 'nobody'
    actor_id: string
    created_at: Generated<string>
    removed_at: string | null
    removed_by: string | null
  }
  audit_head: {
    studio_id: Id<'studio'>
    size: bigint
    root: Buffer
    horizon: string
    sealed_at: string
    previous: Buffer
    key_id: string
    signature: Buffer
  }
  audit_line: {
    id: Id<'audit_line'>
    studio_id: Id<'studio'>
    at: Generated<string>
    actor_kind: 'person' | 'api-key' | 'machine' | 'run' | 'system' | 'nobody'
    actor_id: string
    door: string
    request_id: string
    operation: string
    outcome: 'done' | 'refused' | 'held'
    problem_code: string | null
    input: unknown
    changes: unknown
    on_behalf_of: string | null
    salt: Generated<string>
    xact: Generated<string>
    approval_id: Id<'approval'> | null
  }
  audit_node: {
    studio_id: Id<'studio'>
    block: bigint
    hash: Buffer
  }
  audit_seal: {
    studio_id: Id<'studio'>
    number: bigint
    audit_line_id: Id<'audit_line'>
    leaf: Buffer
  }
  book: {
    id: Id<'book'>
    studio_id: Id<'studio'>
    entity_id: Id<'entity'>
    currency: string
    fiscal_year_end: string
    basis: 'accrual' | 'cash'
    opened_at: Generated<string>
    closed_through: string | null
    soft_closed_through: string | null
    manual_limit_minor: bigint | null
    between_account_id: Id<'account'> | null
    by_business_from: string | null
    by_business_since: string | null
  }
  book_import: {
    id: Id<'book_import'>
    studio_id: Id<'studio'>
    run_id: Id<'run'>
    created_at: Generated<string>
    actor_kind: string
    actor_id: string
  }
  book_import_choice: {
    studio_id: Id<'studio'>
    entity_id: Id<'entity'>
    program: 'quickbooks' | 'xero' | 'netsuite' | 'erpnext'
    source_code: string
    source_name: string
    code: string
    caption: string
    partner_entity_id: Id<'entity'> | null
    chosen_at: Generated<string>
  }
  book_import_company: {
    import_id: Id<'book_import'>
    position: number
    studio_id: Id<'studio'>
    entity_id: Id<'entity'>
    company: string
    program: 'quickbooks' | 'xero' | 'netsuite' | 'erpnext'
    file_names: string[]
    as_of: string
    currency: string
    debit_minor: bigint
    credit_minor: bigint
    entry_count: number
  }
  book_import_figure: {
    import_id: Id<'book_import'>
    company_position: number
    position: number
    studio_id: Id<'studio'>
    entity_id: Id<'entity'>
    account_id: Id<'account'> | null
    source_name: string
    code: string
    name: string
    source_minor: bigint
  }
  budget: {
    book_id: Id<'book'>
    account_id: Id<'account'>
    business_id: Id<'business'> | null
    month: string
    studio_id: Id<'studio'>
    amount_minor: bigint
  }
  business: {
    id: Id<'business'>
    studio_id: Id<'studio'>
    entity_id: Id<'entity'>
    category_id: Id<'category'> | null
    name: string
    stage: 'idea' | 'validation' | 'solution' | 'launched' | 'growing' | 'spun-out' | 'exited' | 'closed'
    description: string
    links: string[]
    tags: string[]
    revision: Generated<number>
    created_at: Generated<string>
    updated_at: Generated<string>
    archived_at: string | null
    owner_id: Id<'person'> | null
    stage_since: string
    likeness: Generated<string[] | null>
  }
  business_apart: {
    studio_id: Id<'studio'>
    low_id: Id<'business'>
    high_id: Id<'business'>
    reason: string
    marked_by: string
    marked_at: Generated<string>
  }
  business_merge: {
    studio_id: Id<'studio'>
    business_id: Id<'business'>
    into_id: Id<'business'>
    reason: string
    merged_by: string
    merged_at: Generated<string>
    undone_at: string | null
  }
  business_move: {
    id: Id<'business_move'>
    studio_id: Id<'studio'>
    business_id: Id<'business'>
    place: Generated<bigint>
    revision: number
    attribute: 'entity' | 'category' | 'stage' | 'owner'
    entity_id: Id<'entity'> | null
    category_id: Id<'category'> | null
    stage: 'idea' | 'validation' | 'solution' | 'launched' | 'growing' | 'spun-out' | 'exited' | 'closed' | null
    owner_id: Id<'person'> | null
    effective_on: string
    recorded_at: Generated<string>
    actor_kind: 'person' | 'api-key' | 'machine' | 'run' | 'system' | 'nobody'
    actor_id: string
    evidence: Generated<string>
    reason: Generated<string>
    withdrawn_at: string | null
  }
  business_plan: {
    studio_id: Id<'studio'>
    plan: 'starter' | 'professional' | 'enterprise'
    businesses_max: number
    at_work: number
  }
  category: {
    id: Id<'category'>
    studio_id: Id<'studio'>
    name: string
  }
  closed_period: {
    book_id: Id<'book'>
    month: string
    studio_id: Id<'studio'>
    kind: 'soft' | 'hard'
    despite: string | null
    actor_kind: string
    actor_id: string
    closed_at: Generated<string>
  }
  comment: {
    id: Id<'comment'>
    studio_id: Id<'studio'>
    subject_id: string
    business_id: Id<'business'> | null
    body: string
    mentioned: string[]
    actor_kind: 'person' | 'api-key' | 'machine' | 'run' | 'system' | 'nobody'
    actor_id: string
    created_at: Generated<string>
    revision: Generated<number>
    edited_at: string | null
    removed_at: string | null
    removed_by: string | null
  }
  consolidation: {
    id: Id<'consolidation'>
    studio_id: Id<'studio'>
    root_entity_id: Id<'entity'>
    from_on: string
    to_on: string
    known_at: string
    currency: string
    entity_count: number
    result_minor: bigint
    result_nci_minor: bigint
    difference_minor: bigint
    rates: unknown
    ownership: unknown
    proofs: unknown
    notes: unknown
    digest: Buffer
    made_at: Generated<string>
    actor_kind: string
    actor_id: string
    reckoning: number
  }
  consolidation_line: {
    consolidation_id: Id<'consolidation'>
    position: number
    studio_id: Id<'studio'>
    caption: string
    kind: string
    entity_id: Id<'entity'>
    account_id: Id<'account'> | null
    partner_entity_id: Id<'entity'> | null
    closing_minor: bigint
    period_minor: bigint
    flow_minor: bigint | null
    direct_minor: bigint | null
  }
  entity: {
    id: Id<'entity'>
    studio_id: Id<'studio'>
    name: string
    kind: string
    jurisdiction: string
    created_at: Generated<string>
    status: Generated<'active' | 'dormant' | 'dissolved'>
    status_before: 'active' | 'dormant' | 'dissolved' | null
    ein: string | null
    lei: string | null
    registration_number: string | null
    registered_address: string | null
    postal_address: string | null
    functional_currency: string | null
    fiscal_year_end: string | null
    revision: Generated<number>
    updated_at: Generated<string>
  }
  entry: {
    id: Id<'entry'>
    studio_id: Id<'studio'>
    book_id: Id<'book'>
    effective_on: string
    recorded_at: Generated<string>
    memo: string
    source: string
    external_id: string | null
    reverses_id: Id<'entry'> | null
    line_count: number
    digest: Buffer
    actor_kind: string
    actor_id: string
  }
  entry_line: {
    entry_id: Id<'entry'>
    position: number
    studio_id: Id<'studio'>
    book_id: Id<'book'>
    account_id: Id<'account'>
    effective_on: string
    currency: string
    amount_minor: bigint
    business_id: Id<'business'> | null
    is_overhead: boolean
    partner_entity_id: Id<'entity'> | null
    counterparty: string | null
    memo: string | null
    tags: string[] | null
  }
  event: {
    id: Id<'event'>
    studio_id: Id<'studio'>
    audit_line_id: Id<'audit_line'> | null
    at: Generated<string>
    type: string
    subject_id: string
    business_id: Id<'business'> | null
    data: unknown
    run_id: Id<'run'> | null
    permission: string
    xact: Generated<string>
  }
  exchange_rate: {
    id: Id<'exchange_rate'>
    studio_id: Id<'studio'>
    base: string
    quote: string
    rate_on: string
    rate: string
    source: string
    recorded_at: Generated<string>
  }
  health_assessment: {
    studio_id: Id<'studio'>
    assessed_at: string
  }
  health_reason: {
    studio_id: Id<'studio'>
    business_id: Id<'business'>
    rule: string
    subject_id: string
    other_id: string
    other_business_id: Id<'business'> | null
    points: number
    since: string | null
    facts: unknown
  }
  holder: {
    id: Id<'holder'>
    studio_id: Id<'studio'>
    name: string
    kind: 'person' | 'investor'
    created_at: Generated<string>
  }
  idempotency_record: {
    studio_id: Id<'studio'>
    actor_id: string
    key: string
    operation: string
    input_hash: string
    result: unknown | null
    created_at: Generated<string>
    approval_id: Id<'approval'> | null
  }
  inbox: {
    studio_id: Id<'studio'>
    person_id: Id<'person'>
    revision: Generated<number>
    digest_hour: Generated<number>
    digested_on: string | null
    digested_upto: Id<'notification'> | null
    endpoint_id: Id<'webhook_endpoint'> | null
  }
  installation: {
    only_row: Generated<boolean>
    first_studio_id: Id<'studio'>
    claimed_at: Generated<string>
  }
  intercompany_pair: {
    id: Id<'intercompany_pair'>
    studio_id: Id<'studio'>
    kind: 'charge' | 'loan' | 'paid-for' | 'settlement' | 'capital' | 'dividend'
    from_entity_id: Id<'entity'>
    to_entity_id: Id<'entity'>
    from_entry_id: Id<'entry'>
    to_entry_id: Id<'entry'>
    currency: string
    amount_minor: bigint
    effective_on: string
    agreement: string | null
    allocated_month: string | null
    posted_at: Generated<string>
  }
  invitation: {
    id: Id<'invitation'>
    studio_id: Id<'studio'>
    email: string
    display_name: string
    grants: unknown
    token_hash: string
    invited_by: string
    created_at: Generated<string>
    expires_at: string
    accepted_at: string | null
    withdrawn_at: string | null
  }
  judgement: {
    id: Id<'judgement'>
    studio_id: Id<'studio'>
    entity_id: Id<'entity'>
    owner_entity_id: Id<'entity'> | null
    owner_holder_id: Id<'holder'> | null
    owner_id: Generated<string>
    controls: boolean
    from_on: string
    until_on: string | null
    reason: string
    recorded_at: Generated<string>
    withdrawn_at: string | null
    withdrawn_reason: string | null
  }
  kpi: {
    id: Id<'kpi'>
    studio_id: Id<'studio'>
    name: string
    description: string
    unit: 'money' | 'count' | 'percent' | 'ratio' | 'days'
    currency: string | null
    measure: Generated<string>
    better: 'up' | 'down'
    cadence: 'week' | 'month' | 'quarter'
    adds_up: 'sum' | 'last' | 'average'
    owner_id: Id<'person'> | null
    is_headline: boolean
    tolerance_percent: string
    grace_days: number
    revision: Generated<number>
    created_at: Generated<string>
    archived_at: string | null
    is_valuation: Generated<boolean>
    posted_from: 'revenue' | 'gross-profit' | 'contribution' | 'net-result' | 'cost' | null
    posted_until: string | null
  }
  kpi_request: {
    id: Id<'kpi_request'>
    studio_id: Id<'studio'>
    person_id: Id<'person'>
    token_hash: string
    asked_by_kind: 'person' | 'api-key' | 'machine' | 'run' | 'system'
    asked_by: string
    created_at: Generated<string>
    expires_at: string
    opened_at: string | null
    answered_at: string | null
  }
  kpi_request_line: {
    studio_id: Id<'studio'>
    request_id: Id<'kpi_request'>
    business_id: Id<'business'>
    kpi_id: Id<'kpi'>
    cadence: 'week' | 'month' | 'quarter'
    starts_on: string
    value_id: Id<'kpi_value'> | null
  }
  kpi_value: {
    id: Id<'kpi_value'>
    studio_id: Id<'studio'>
    business_id: Id<'business'>
    kpi_id: Id<'kpi'>
    cadence: string
    measure: string
    starts_on: string
    value: string
    provenance: 'posted' | 'measured' | 'claimed'
    strength: Generated<number>
    source: string
    link: string | null
    note: string
    recorded_by_kind: string
    recorded_by: string
    recorded_at: Generated<string>
    withdrawn_by: string | null
    withdrawn_at: string | null
  }
  kpi_value_in_force: {
    id: Id<'kpi_value'> | null
    studio_id: Id<'studio'> | null
    business_id: Id<'business'> | null
    kpi_id: Id<'kpi'> | null
    cadence: string | null
    measure: string | null
    starts_on: string | null
    value: string | null
    provenance: string | null
    strength: number | null
    source: string | null
    link: string | null
    note: string | null
    recorded_by_kind: string | null
    recorded_by: string | null
    recorded_at: string | null
    withdrawn_by: string | null
    withdrawn_at: string | null
  }
  membership: {
    id: Id<'membership'>
    studio_id: Id<'studio'>
    person_id: Id<'person'>
    created_at: Generated<string>
    ended_at: string | null
  }
  notification: {
    id: Id<'notification'>
    studio_id: Id<'studio'>
    person_id: Id<'person'>
    event_id: string
    kind: string
    happened_at: string
    subject_id: string | null
    actor_kind: 'person' | 'api-key' | 'machine' | 'run' | 'system' | 'nobody'
    actor_id: string
    facts: unknown
    needs: string[]
    operation: string | null
    mail: 'at-once' | 'daily' | 'never'
    created_at: Generated<string>
    read_at: string | null
  }
  notification_choice: {
    studio_id: Id<'studio'>
    person_id: Id<'person'>
    kind: string
    mail: 'at-once' | 'daily' | 'never'
    is_sent: boolean
  }
  outbox_cursor: {
    studio_id: Id<'studio'>
    follower: string
    xact: Generated<string>
    event_id: Generated<string>
  }
  passkey: {
    id: Id<'passkey'>
    person_id: Id<'person'>
    credential_hash: string
    credential_id: string
    host: string
    public_key: Buffer
    counter: bigint
    transports: string[]
    device_type: 'single-device' | 'multi-device'
    is_backed_up: boolean
    label: string
    created_at: Generated<string>
    last_used_at: string | null
  }
  password_reset: {
    id: Id<'password_reset'>
    studio_id: Id<'studio'>
    person_id: Id<'person'>
    token_hash: string
    created_at: Generated<string>
    expires_at: string
    used_at: string | null
  }
  period_mark: {
    book_id: Id<'book'>
    month: string
    mark: 'bank' | 'reviewed'
    studio_id: Id<'studio'>
    note: string | null
    entry_count: number
    actor_kind: string
    actor_id: string
    marked_at: Generated<string>
  }
  person: {
    id: Id<'person'>
    email: string
    display_name: string
    password_hash: string
    created_at: Generated<string>
  }
  person_preference: {
    person_id: Id<'person'>
    theme: Generated<'light' | 'dark' | 'system'>
    language: string | null
    time_zone: string | null
    currency: string | null
    updated_at: Generated<string>
  }
  remembered_mapping: {
    studio_id: Id<'studio'>
    target: string
    fingerprint: string
    said: unknown
    used_at: Generated<string>
  }
  role: {
    id: Id<'role'>
    studio_id: Id<'studio'>
    name: string
    permissions: string[]
    created_at: Generated<string>
  }
  run: {
    id: Id<'run'>
    studio_id: Id<'studio'>
    program: string
    title: string
    input: unknown
    status: Generated<'queued' | 'running' | 'waiting' | 'done' | 'failed' | 'cancelled' | 'outcome-unknown'>
    requester_kind: 'person' | 'api-key' | 'machine' | 'system'
    requester_id: string
    requester_name: string
    person_id: Id<'person'> | null
    business_id: Id<'business'> | null
    due_at: Generated<string>
    repeats_every_s: number | null
    passes: Generated<number>
    failures: Generated<number>
    lease_token: Generated<bigint>
    leased_by: string | null
    lease_until: string | null
    barren_leases: Generated<number>
    progress: unknown | null
    result: unknown | null
    problem: unknown | null
    cancel_requested_at: string | null
    created_at: Generated<string>
    started_at: string | null
    ended_at: string | null
    title_said: unknown | null
  }
  run_step: {
    studio_id: Id<'studio'>
    run_id: Id<'run'>
    name: string
    kind: 'read' | 'transact' | 'send' | 'once' | 'invoke' | 'sleep'
    state: 'intended' | 'done'
    result: unknown | null
    intended_at: Generated<string>
    ended_at: string | null
  }
  saved_view: {
    id: Id<'saved_view'>
    studio_id: Id<'studio'>
    person_id: Id<'person'>
    name: string
    operation: string
    input: unknown
    layout: unknown
    is_shared: Generated<boolean>
    created_at: Generated<string>
    deleted_at: string | null
  }
  schedule: {
    id: Id<'schedule'>
    studio_id: Id<'studio'>
    book_id: Id<'book'>
    name: string
    kind: 'recurring' | 'reversing' | 'spread' | 'loan'
    terms: unknown
    ended_on: string | null
    created_at: Generated<string>
  }
  schedule_refusal: {
    schedule_id: Id<'schedule'>
    studio_id: Id<'studio'>
    book_id: Id<'book'>
    number: number
    effective_on: string
    refused: number
    code: string
    said: unknown
    refused_at: Generated<string>
  }
  second_factor: {
    person_id: Id<'person'>
    sealed_secret: string | null
    pending_secret: string | null
    last_step: Generated<bigint>
    recovery_hashes: string[]
  }
  session: {
    id: Id<'session'>
    studio_id: Id<'studio'>
    person_id: Id<'person'>
    user_agent: string
    created_at: Generated<string>
    expires_at: string
    revoked_at: string | null
    rotation: Generated<number>
    rotated_at: Generated<string>
    idle_until: Generated<string>
    second_factor_at: string | null
    address: Generated<string>
    ended_because: 'signed-out' | 'revoked' | 'token-reused' | 'membership-ended' | null
  }
  sign_in_guard: {
    subject: string
    failures: number
    last_failure_at: string
  }
  spent_challenge: {
    challenge_hash: string
    expires_at: string
  }
  stage_clock: {
    studio_id: Id<'studio'>
    stage: 'idea' | 'validation' | 'solution' | 'launched' | 'growing' | 'spun-out' | 'exited' | 'closed'
    days_max: number | null
  }
  stake: {
    id: Id<'stake'>
    studio_id: Id<'studio'>
    entity_id: Id<'entity'>
    owner_entity_id: Id<'entity'> | null
    owner_holder_id: Id<'holder'> | null
    owner_id: Generated<string>
    voting_millionths: bigint
    economic_millionths: bigint
    from_on: string
    until_on: string | null
    evidence: string | null
    recorded_at: Generated<string>
    withdrawn_at: string | null
    withdrawn_reason: string | null
  }
  stake_end_before: {
    stake_id: Id<'stake'>
    studio_id: Id<'studio'>
    until_on: string | null
    replaced_at: Generated<string>
  }
  stored_file: {
    studio_id: Id<'studio'>
    sha256: string
    size: bigint
    stored_at: Generated<string>
    checked_at: string | null
    fault: 'missing' | 'altered' | null
  }
  studio: {
    id: Id<'studio'>
    name: string
    access_epoch: Generated<bigint>
    founded_at: Generated<string>
    may_analysts_omit_second_factor: Generated<boolean>
    is_demo: Generated<boolean>
  }
  top_side_entry: {
    id: Id<'top_side'>
    studio_id: Id<'studio'>
    root_entity_id: Id<'entity'>
    currency: string
    effective_on: string
    memo: string
    carries_forward: boolean
    line_count: number
    recorded_at: Generated<string>
    actor_kind: string
    actor_id: string
  }
  top_side_line: {
    entry_id: Id<'top_side'>
    position: number
    studio_id: Id<'studio'>
    caption: string
    entity_id: Id<'entity'> | null
    amount_minor: bigint
  }
  unposted_entry: {
    id: string
    studio_id: Id<'studio'>
    book_id: Id<'book'>
    kind: 'draft' | 'pending'
    state: Generated<'open' | 'posted' | 'voided'>
    revision: Generated<number>
    content: unknown
    digest: Buffer | null
    external_id: string | null
    created_at: Generated<string>
    changed_at: Generated<string>
    expires_at: string | null
    entry_id: Id<'entry'> | null
    actor_kind: string
    actor_id: string
  }
  uptime_minute: {
    studio_id: Id<'studio'>
    minute: string
    is_up: boolean
    because: string
  }
  waiting_import: {
    run_id: Id<'run'>
    studio_id: Id<'studio'>
    content: unknown
    created_at: Generated<string>
  }
  webhook_delivery: {
    id: Id<'webhook_delivery'>
    studio_id: Id<'studio'>
    endpoint_id: Id<'webhook_endpoint'>
    message_id: string
    type: string
    body: string
    status: Generated<'waiting' | 'delivered' | 'failed'>
    round: Generated<number>
    round_began_at: Generated<string>
    tries: Generated<number>
    run_id: Id<'run'>
    next_try_at: string | null
    created_at: Generated<string>
    settled_at: string | null
  }
  webhook_endpoint: {
    id: Id<'webhook_endpoint'>
    studio_id: Id<'studio'>
    person_id: Id<'person'> | null
    url: string
    description: string
    event_types: string[]
    disabled_why: 'by-hand' | 'failing' | 'gone' | null
    disabled_at: string | null
    failing_since: string | null
    succeeded_at: string | null
    follows_from: Generated<string>
    revision: Generated<number>
    created_by: string
    created_at: Generated<string>
    archived_at: string | null
  }
  webhook_secret: {
    id: Id<'webhook_secret'>
    studio_id: Id<'studio'>
    endpoint_id: Id<'webhook_endpoint'>
    sealed: string
    created_at: Generated<string>
    ends_at: string | null
  }
  webhook_try: {
    studio_id: Id<'studio'>
    delivery_id: Id<'webhook_delivery'>
    round: number
    number: number
    sent_at: string
    duration_ms: number
    status: number | null
    reason: string | null
    answer: string
  }
}
