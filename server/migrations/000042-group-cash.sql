-- What of each line of a consolidation moved cash, debits positive; of cash itself what did and is no flow. Consolidations that were made
-- before have none, and are never changed: made again they have it.
alter table consolidation_line add column flow_minor bigint;
