-- The sealed audit: lines are numbered without gaps in the order of their transactions, hashed into a Merkle tree per
-- studio, and its heads signed with a key that the database never sees. Sealing follows writing and locks no writer.

-- No foreign key to audit_line: it would lock and rewrite the tuple of every line that is sealed, and what it would
-- prevent is what `audit.verify-lines` finds and names.
create table audit_seal (
  studio_id studio_id not null references studio,
  number bigint not null check (number > 0),
  audit_line_id audit_line_id not null,
  leaf bytea not null check (length(leaf) = 32),
  primary key (studio_id, number)
);
create unique index audit_seal_line on audit_seal (audit_line_id);

-- The root of each complete block of 1,024 leaves, so that a root or a proof reads one block and not the whole log.
create table audit_node (
  studio_id studio_id not null references studio,
  block bigint not null check (block >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (studio_id, block)
);

create table audit_head (
  studio_id studio_id not null references studio,
  size bigint not null check (size > 0),
  root bytea not null check (length(root) = 32),
  -- Every line of a transaction below this one is sealed; what has a higher one comes with a later head.
  horizon xid8 not null,
  sealed_at timestamptz not null,
  -- SHA-256 of the text of the head before, so that no head can be taken out unseen.
  previous bytea not null check (length(previous) = 32),
  key_id text collate "C" not null check (length(key_id) = 16),
  signature bytea not null check (length(signature) = 64),
  primary key (studio_id, size)
);

alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy wall on audit_seal using (studio_id = (select current_studio()));

alter table audit_node enable row level security;
alter table audit_node force row level security;
create policy wall on audit_node using (studio_id = (select current_studio()));

alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy wall on audit_head using (studio_id = (select current_studio()));

grant select, insert on audit_seal, audit_node, audit_head to iza_app;

-- Whoever serves says neither when a line was written nor in which transaction: a line cannot be dated back.
revoke insert on audit_line from iza_app;
grant insert (id, studio_id, actor_kind, actor_id, on_behalf_of, door, request_id, operation, outcome, problem_code,
  input, changes) on audit_line to iza_app;

-- Reading the audit, the newest first: all of it, and of one actor. One operation's lines are found by reading along: an
-- index for them would cost every write 17 µs, of 61 for a line without both (that of actors costs 8).
drop index audit_line_studio;
create index audit_line_at on audit_line (studio_id, at desc, id desc);
create index audit_line_actor on audit_line (studio_id, actor_id, at desc, id desc);
-- "What happened to this business?": changes are told as events too, and jsonb operators cannot use an index under
-- row-level security (they are not leakproof).
create index event_subject on event (studio_id, subject_id);
