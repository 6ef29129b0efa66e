-- Splits each table of accounts into 16 parts by the account's hash, with the rows, the keys and the indexes that it has, under their names.
-- Run it while nothing else uses the database, in one transaction (psql --single-transaction). It needs as much room again as the largest table.
DO $$
DECLARE
    name text;
    statement text;
    statements text[];
BEGIN
    FOREACH name IN ARRAY ARRAY['LoginVerificationEnrolments', 'LoginVerificationEvents', 'LoginVerificationErasures', 'LoginVerificationNumbers', 'LoginVerificationOutbox'] LOOP
        statements := ARRAY(
            SELECT format('ALTER TABLE %I ADD CONSTRAINT %I %s', name, conname, pg_get_constraintdef(oid))
            FROM pg_constraint WHERE conrelid = format('%I', name)::regclass AND contype = 'p'
            UNION ALL
            SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = format('%I', name)::regclass AND NOT indisprimary);
        EXECUTE format('ALTER TABLE %I RENAME TO whole', name);
        EXECUTE format('CREATE TABLE %I (LIKE whole) PARTITION BY HASH ("Account")', name);
        FOR part IN 0..15 LOOP
            EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS 16, REMAINDER %s)', name || part, name, part);
        END LOOP;
        EXECUTE format('INSERT INTO %I SELECT * FROM whole', name);
        DROP TABLE whole;
        FOREACH statement IN ARRAY statements LOOP
            EXECUTE statement;
        END LOOP;
    END LOOP;
END $$;
