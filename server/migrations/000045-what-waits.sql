-- What would be done by what waits, in a sentence: {"en": …, "de": …}. Null where its operation has none.
alter table approval
  add column says jsonb check (octet_length(says::text) <= 8000);
