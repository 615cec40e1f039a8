-- What is a person's own, in whichever studio: how they look at it, and the passkeys by which they come in.

create domain passkey_id as text collate "C" check (value like 'pky\_%' and length(value) = 30);

-- A row once somebody has chosen something. Null is not chosen: as the browser says.
create table person_preference (
  person_id person_id primary key references person,
  theme text not null default 'system' check (theme in ('light', 'dark', 'system')),
  language text check (language ~ '^[a-z]{2}$'),
  time_zone text check (length(time_zone) between 1 and 64),
  currency text check (currency ~ '^[A-Z]{3}$'),
  updated_at timestamptz not null default now()
);
comment on column person_preference.time_zone is 'personal: location';

create table passkey (
  id passkey_id primary key,
  person_id person_id not null references person,
  -- As the authenticator names it (WebAuthn, 7.1), base64url, and the SHA-256 of that text, by which it is found before
  -- anybody is known.
  credential_id text collate "C" not null check (length(credential_id) between 1 and 1400),
  credential_hash text collate "C" not null unique check (length(credential_hash) = 64),
  -- COSE, base64url. Public: whoever reads it signs nothing.
  public_key text collate "C" not null check (length(public_key) between 1 and 4000),
  -- Only ever grows; one that falls back is the sign of a copy.
  sign_count bigint not null check (sign_count >= 0),
  transports text[] not null check (cardinality(transports) <= 10),
  -- The domain that it was made for: the browser offers it there and nowhere else.
  relying_party text collate "C" not null check (length(relying_party) between 1 and 253),
  name text not null check (length(name) between 1 and 80),
  is_backed_up boolean not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_person on passkey (person_id);

-- Challenges that were answered: the second answer to one is a replay. They are kept for as long as they are good.
create table passkey_challenge_used (
  challenge_hash text collate "C" primary key check (length(challenge_hash) = 64),
  person_id person_id not null references person,
  expires_at timestamptz not null
);
create index passkey_challenge_used_person on passkey_challenge_used (person_id, expires_at);

alter table person_preference enable row level security;
alter table person_preference force row level security;
create policy wall on person_preference using (person_id = (select current_person()));

alter table passkey enable row level security;
alter table passkey force row level security;
create policy wall on passkey
  using (person_id = (select current_person()) or credential_hash = (select presented_credential()))
  with check (person_id = (select current_person()));

alter table passkey_challenge_used enable row level security;
alter table passkey_challenge_used force row level security;
create policy wall on passkey_challenge_used using (person_id = (select current_person()));

grant select, insert, update on person_preference to iza_app;
grant select, insert, delete on passkey, passkey_challenge_used to iza_app;
grant update (name, sign_count, is_backed_up, last_used_at) on passkey to iza_app;
