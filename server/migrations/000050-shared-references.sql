-- What every write refers to is not locked by every row. A reference that is checked row by row locks the row it finds: the studio for
-- each audit line, the account and the book for each line posted. Those who write at once then share that lock, which costs them
-- more than the check. Decision 48 says what holds each of these instead.

-- Nobody asks for events by it: streams go by xact, timelines by subject.
drop index event_studio;

-- The wall lets in rows of the studio of the transaction only, and a studio does not go.
alter table audit_line drop constraint audit_line_studio_id_fkey;
alter table event drop constraint event_studio_id_fkey;
alter table idempotency_record drop constraint idempotency_record_studio_id_fkey;

-- Once a statement instead of once a line. That lines are of the book and the studio of their entry is seen by entry_line_posted(), so
-- an entry is of a book that is there where its lines are on accounts of it.
alter table entry drop constraint entry_studio_id_book_id_fkey;
alter table entry_line drop constraint entry_line_entry_id_fkey, drop constraint entry_line_book_id_account_id_fkey;

create function entry_line_refers() returns trigger language plpgsql as $$
declare
  wrong text;
begin
  -- Each by its key: a plan that joins them would read the whole table, for nobody knows how many lines are to come.
  select given.entry_id into wrong from (select distinct entry_id from posted) given
    left join lateral (select id from entry where entry.id = given.entry_id offset 0) as head on true
    where head.id is null limit 1;
  if found then
    raise exception 'there is no entry %', wrong using errcode = 'foreign_key_violation', constraint = 'entry_line_of_an_entry';
  end if;
  select given.account_id into wrong from (select distinct studio_id, book_id, account_id from posted) given
    left join lateral (select studio_id, book_id from account where account.id = given.account_id offset 0) as there on true
    where (there.studio_id = given.studio_id and there.book_id = given.book_id) is not true limit 1;
  if found then
    raise exception 'there is no account % in that book', wrong
      using errcode = 'foreign_key_violation', constraint = 'entry_line_on_an_account';
  end if;
  return null;
end $$;
create trigger refers after insert on entry_line referencing new table as posted
  for each statement execute function entry_line_refers();

-- From the other side: what is referred to so does not go, and keeps its key, whoever asks.
create function referred_to_stays() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % stay, with their keys', tg_table_name using errcode = 'restrict_violation', constraint = 'referred_to_stays';
end $$;
create trigger stays before delete or truncate on studio for each statement execute function referred_to_stays();
create trigger stays before delete or truncate on account for each statement execute function referred_to_stays();
create trigger stays before delete or truncate on entry for each statement execute function referred_to_stays();
create trigger key_stays before update of id on studio for each statement execute function referred_to_stays();
create trigger key_stays before update of id, studio_id, book_id on account for each statement execute function referred_to_stays();
create trigger key_stays before update of id, studio_id, book_id on entry for each statement execute function referred_to_stays();
