-- People and rights: roles of a studio's own, invitations, keys for software, the second factor, sessions in two tokens.

create domain role_id as text collate "C" check (value like 'rol\_%' and length(value) = 30);
create domain invitation_id as text collate "C" check (value like 'inv\_%' and length(value) = 30);
create domain api_key_id as text collate "C" check (value like 'key\_%' and length(value) = 30);

-- Everyone needs a second factor; an owner may relax it for people who are analysts and nothing else.
alter table studio add column may_analysts_omit_second_factor boolean not null default false;

create table role (
  id role_id primary key,
  studio_id studio_id not null references studio,
  name text not null check (length(name) between 1 and 60),
  permissions text[] not null check (cardinality(permissions) between 1 and 300),
  created_at timestamptz not null default now(),
  unique (studio_id, id)
);
create unique index role_name on role (studio_id, lower(name));

create table api_key (
  id api_key_id primary key,
  studio_id studio_id not null references studio,
  name text not null check (length(name) between 1 and 80),
  token_hash text collate "C" not null unique check (length(token_hash) = 64),
  created_by text collate "C" not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  unique (studio_id, id)
);
create index api_key_studio on api_key (studio_id, id);
comment on column api_key.token_hash is 'secret';

-- A grant belongs to a membership or to a key, and gives a role that every studio has or one of its own.
alter table access_grant
  alter column membership_id drop not null,
  alter column role drop not null,
  add column api_key_id api_key_id,
  add column role_id role_id,
  add foreign key (studio_id, api_key_id) references api_key (studio_id, id),
  add foreign key (studio_id, role_id) references role (studio_id, id),
  add check (num_nonnulls(membership_id, api_key_id) = 1),
  add check (num_nonnulls(role, role_id) = 1);
create index access_grant_api_key on access_grant (api_key_id);

create table invitation (
  id invitation_id primary key,
  studio_id studio_id not null references studio,
  email text collate "C" not null check (email = lower(email) and length(email) between 3 and 254),
  display_name text not null check (length(display_name) between 1 and 120),
  -- What the person will be granted: [{"role": …, "covers": …}], checked when it was sent.
  grants jsonb not null,
  token_hash text collate "C" not null unique check (length(token_hash) = 64),
  invited_by text collate "C" not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
create index invitation_studio on invitation (studio_id, id);
comment on column invitation.email is 'personal: contact';
comment on column invitation.display_name is 'personal: name';
comment on column invitation.token_hash is 'secret';

create table second_factor (
  person_id person_id primary key references person,
  -- Sealed by the vault: the shared secret of RFC 6238 in use, and one that waits for its first right code.
  sealed_secret text collate "C" check (length(sealed_secret) <= 1000),
  pending_secret text collate "C" check (length(pending_secret) <= 1000),
  -- The last time step that was accepted: a code works once.
  last_step bigint not null default 0,
  recovery_hashes text[] not null check (cardinality(recovery_hashes) <= 20)
);
comment on column second_factor.sealed_secret is 'secret';
comment on column second_factor.pending_secret is 'secret';
comment on column second_factor.recovery_hashes is 'secret';

-- How often a password or a code was wrong of late, by what was tried: the SHA-256 of an address, or a person.
create table sign_in_guard (
  subject text collate "C" primary key check (length(subject) <= 80),
  failures integer not null,
  last_failure_at timestamptz not null
);

-- A session is a family of refresh tokens. Its tokens are derived from its id and rotation, so none is stored.
drop policy wall on session;
alter table session
  drop column token_hash,
  add column rotation integer not null default 0,
  add column rotated_at timestamptz not null default now(),
  add column idle_until timestamptz not null default now(),
  add column second_factor_at timestamptz,
  add column address text not null default '' check (length(address) <= 60),
  add column ended_because text check (ended_because in ('signed-out', 'revoked', 'token-reused', 'membership-ended'));
comment on column session.address is 'personal: location';

create policy wall on session
  using (studio_id = (select current_studio()) or id = (select presented_credential()))
  with check (studio_id = (select current_studio()));

alter table role enable row level security;
alter table role force row level security;
create policy wall on role using (studio_id = (select current_studio()));

alter table api_key enable row level security;
alter table api_key force row level security;
create policy wall on api_key
  using (studio_id = (select current_studio()) or token_hash = (select presented_credential()))
  with check (studio_id = (select current_studio()));

alter table invitation enable row level security;
alter table invitation force row level security;
create policy wall on invitation
  using (studio_id = (select current_studio()) or token_hash = (select presented_credential()))
  with check (studio_id = (select current_studio()));

alter table second_factor enable row level security;
alter table second_factor force row level security;
create policy wall on second_factor using (person_id = (select current_person()));

alter table sign_in_guard enable row level security;
alter table sign_in_guard force row level security;
create policy wall on sign_in_guard using (subject = (select presented_credential()));

grant select, insert, update on role, api_key, invitation, second_factor, sign_in_guard to iza_app;
