-- What a run is called is read by people who speak different languages: the title of its program in each of them.
-- Null for runs from before; they keep the English one.
alter table run add column title_said jsonb;
