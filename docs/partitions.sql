-- Splits the tables of log-in verification by account, from PostgreSQL 15 on: into partitions on one server, or over two. When, why and what it costs:
-- scaling.md. Stop the application, and make a backup. Tables that are split are left alone, so that it can be run again when a later release brings
-- another one. Run it as the application's user. Rights that others have, and storage parameters, are not taken over: give them again, the latter to each
-- partition.
--
-- On one server, into as many partitions as are named (--set=partitions=16 --set=here=0,1,2,…,15 for sixteen):
--
--   psql FIRST --set=here=0,1,2,3 --file=partitions.sql
--
-- Over two: first on the second server, then on the first, to which the application connects. Both have the tables as the migration makes them, those of
-- the second server empty, and the same encoding and collation. The first has the extension postgres_fdw, and the user may use it:
-- GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO application.
--
--   psql SECOND --set=here=1,3 --file=partitions.sql
--   SECOND_PASSWORD=… psql FIRST --set=here=0,2 --set=host=db2 --set=port=5432 --set=database=app --set=user=application --file=partitions.sql
--
-- A second run keeps the address and the password that the first one gave: change them by ALTER SERVER and ALTER USER MAPPING.

\set ON_ERROR_STOP on
\if :{?partitions} \else \set partitions 4 \endif
\if :{?here} \else
\warn 'Say which partitions lie on this server: --set=here=0,1,2,3'
DO $$ BEGIN RAISE 'nothing was changed'; END $$;
\endif
SELECT NOT (ARRAY[:here] <@ ARRAY(SELECT generate_series(0, :partitions - 1))) AS is_wrong, count(DISTINCT part) < :partitions AS is_a_share FROM unnest(ARRAY[:here]) AS part \gset
\if :is_wrong
\warn 'here names a partition that there is not: they are 0 to partitions - 1.'
DO $$ BEGIN RAISE 'nothing was changed'; END $$;
\endif
\if :{?host} \elif :is_a_share
\warn 'This server gets a share of the partitions. The others are for the first server, on which the script has to be run with host, port, database and user.'
\endif
-- Not as an argument, which the machine's other users would see.
\set password ''
\getenv password SECOND_PASSWORD
SET client_min_messages = warning;
BEGIN;

\if :{?host}
CREATE SERVER IF NOT EXISTS login_verification_second FOREIGN DATA WRAPPER postgres_fdw OPTIONS (
    host :'host', port :'port', dbname :'database',
    -- A server that is gone is an error after seconds, and not after hours.
    connect_timeout '5', keepalives_idle '10', keepalives_interval '5', keepalives_count '3',
    -- For the rows that are moved below: the application writes one account at a time.
    batch_size '100');
CREATE USER MAPPING IF NOT EXISTS FOR CURRENT_USER SERVER login_verification_second OPTIONS (user :'user', password :'password');
\endif

-- Every table whose key begins with the account: of one account, all rows lie on one server.
CREATE TEMPORARY TABLE by_account ON COMMIT DROP AS
SELECT relname AS name, relname || '_whole' AS whole FROM pg_class
    JOIN pg_index ON indrelid = pg_class.oid AND indisprimary
    JOIN pg_attribute ON attrelid = pg_class.oid AND attnum = indkey[0]
WHERE relnamespace = current_schema()::regnamespace AND relname LIKE 'LoginVerification%' AND NOT relispartition AND attname = 'Account';

SELECT format('ALTER TABLE %I RENAME TO %I', name, whole) FROM by_account \gexec
SELECT format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS) PARTITION BY HASH ("Account")', name, whole) FROM by_account \gexec

-- A partition has its key and its indexes where it lies. The whole table cannot have them: PostgreSQL makes no unique index over two servers.
SELECT format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', name || '_' || part, whole),
    format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES WITH (MODULUS %s, REMAINDER %s)', name, name || '_' || part, :partitions, part)
FROM by_account, generate_series(0, :partitions - 1) AS part WHERE part IN (:here) \gexec

\if :{?host}
SELECT format(
    'CREATE FOREIGN TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS %s, REMAINDER %s) SERVER login_verification_second OPTIONS (table_name %L)',
    name || '_' || part, name, :partitions, part, name || '_' || part)
FROM by_account, generate_series(0, :partitions - 1) AS part WHERE part NOT IN (:here) \gexec
\endif

SELECT format('INSERT INTO %I SELECT * FROM %I', name, whole), format('DROP TABLE %I', whole) FROM by_account \gexec
COMMIT;
