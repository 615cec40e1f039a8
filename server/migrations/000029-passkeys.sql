-- Passkeys (WebAuthn Level 3): a way to sign in that is both factors at once.

create domain passkey_id as text collate "C" check (value like 'pky\_%' and length(value) = 30);

create table passkey (
  id passkey_id primary key,
  person_id person_id not null references person,
  -- The SHA-256 of the credential's id in hex: by it a passkey is found before anybody is known.
  credential_hash text collate "C" not null unique check (length(credential_hash) = 64),
  -- The id itself, base64url: an authenticator that holds it already is told not to make another.
  credential_id text collate "C" not null check (length(credential_id) between 1 and 1400),
  -- The name of the host that it was made on; it answers there and nowhere else.
  host text collate "C" not null check (length(host) between 1 and 253),
  -- A COSE key (RFC 9052): the private half never leaves the authenticator.
  public_key bytea not null check (length(public_key) between 1 and 4000),
  counter bigint not null check (counter between 0 and 4294967295),
  transports text[] not null check (cardinality(transports) <= 10),
  device_type text not null check (device_type in ('single-device', 'multi-device')),
  is_backed_up boolean not null,
  label text not null check (length(label) between 1 and 60),
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_person on passkey (person_id, id desc);
comment on column passkey.label is 'personal: device';
comment on column passkey.credential_id is 'personal: device';

-- A challenge is a signed ticket, and nothing is stored when it is given. One that was answered stands here until it would
-- have expired, so that it is answered once.
create table spent_challenge (
  challenge_hash text collate "C" primary key check (length(challenge_hash) = 64),
  expires_at timestamptz not null
);
create index spent_challenge_expiry on spent_challenge (expires_at);

alter table passkey enable row level security;
alter table passkey force row level security;
create policy wall on passkey
  using (person_id = (select current_person()) or credential_hash = (select presented_credential()))
  with check (person_id = (select current_person()));

-- Expired ones are anybody's to sweep; they tell nothing.
alter table spent_challenge enable row level security;
alter table spent_challenge force row level security;
create policy wall on spent_challenge
  using (challenge_hash = (select presented_credential()) or expires_at <= now())
  with check (challenge_hash = (select presented_credential()));

grant select, insert, delete on passkey, spent_challenge to iza_app;
grant update (counter, is_backed_up, label, last_used_at) on passkey to iza_app;
