PRAGMA application_id = 1414283600;
PRAGMA user_version = 6;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'timeline_app','first_tables','2024-10-29 12:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'timeline_app','preferences','2024-10-29 12:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'timeline_app','explanations','2024-10-29 12:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'timeline_app','provenance','2024-10-29 12:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'timeline_app','originals','2024-10-29 12:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'timeline_app','rulings','2024-10-29 12:00:00+00:00');
CREATE TABLE aliases (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            stands_for TEXT NOT NULL,
            holds INTEGER NOT NULL CHECK (holds IN (0, 1))
        ) STRICT
        ;
CREATE TABLE articles (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,           -- finds damage that SQLite cannot see
        body TEXT NOT NULL,                  -- JSON: [[start, end], …]
        published TEXT,                      -- EDTF day
        date_origin TEXT NOT NULL,
        is_date_confirmed INTEGER NOT NULL CHECK (is_date_confirmed IN (0, 1)),
        source TEXT NOT NULL,
        author TEXT NOT NULL,
        place TEXT NOT NULL,
        url TEXT NOT NULL,
        language TEXT NOT NULL,
        added_at TEXT NOT NULL,              -- ISO 8601, UTC
        content_hash TEXT NOT NULL           -- the same for articles with the same text
    , candidates TEXT NOT NULL DEFAULT '[]', pages TEXT NOT NULL DEFAULT '[]', citation TEXT, original TEXT NOT NULL DEFAULT '') STRICT
    ;
INSERT INTO "articles" VALUES(1,'Title','A war','d760e8ba4afc16efb46e95f25f437c370a0e4c7501de9b5f9a37a765089f163a','[[0, 5]]',NULL,'not found',0,'','','','','en','','','[]','[]',NULL,'');
CREATE TABLE changes (
        seq INTEGER PRIMARY KEY,
        label TEXT NOT NULL,
        edits TEXT NOT NULL,                 -- JSON: [{"table", "id", "before", "after"}, …]
        at TEXT NOT NULL,                    -- ISO 8601, UTC
        is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1))
    ) STRICT
    ;
INSERT INTO "changes" VALUES(1,'make','[{"table": "articles", "id": 1, "before": null, "after": {"id": 1, "title": "Title", "text": "A war", "text_sha256": "d760e8ba4afc16efb46e95f25f437c370a0e4c7501de9b5f9a37a765089f163a", "body": "[[0, 5]]", "published": null, "date_origin": "not found", "is_date_confirmed": 0, "source": "", "author": "", "place": "", "url": "", "language": "en", "added_at": "", "content_hash": "", "candidates": "[]", "pages": "[]", "citation": null, "original": ""}}, {"table": "events", "id": 2, "before": null, "after": {"id": 2, "title": "Event", "when_edtf": "2024-10-29", "earliest_start": 1730160000, "latest_start": 1730160000, "earliest_end": 1730246400, "latest_end": 1730246400, "precision": 4, "status": "proposed", "factuality": "happened", "certainty": "certain", "people": "[]", "organisations": "[]", "places": "[]", "tags": "[]", "note": "", "origin": "program", "is_date_edited": 0, "is_title_edited": 0, "times_deferred": 0}}, {"table": "evidence", "id": 3, "before": null, "after": {"id": 3, "event_id": 2, "article_id": 1, "quote_start": 0, "quote_end": 5, "quote": "A war", "trigger_start": 2, "trigger_end": 5, "expression_start": null, "expression_end": null, "rule": "", "reason": "because", "readings": "[]", "chosen": 0, "clause_start": null, "clause_end": null, "participants": "[]", "source": "", "relation": "within", "why": "[]", "salience": 0.5, "was_folded": 0}}]','2024-10-29T12:00:00+00:00',0);
INSERT INTO "changes" VALUES(2,'delete','[{"table": "evidence", "id": 3, "before": {"id": 3, "event_id": 2, "article_id": 1, "quote_start": 0, "quote_end": 5, "quote": "A war", "trigger_start": 2, "trigger_end": 5, "expression_start": null, "expression_end": null, "rule": "", "reason": "because", "readings": "[]", "chosen": 0, "clause_start": null, "clause_end": null, "participants": "[]", "source": "", "relation": "within", "why": "[]", "salience": 0.5, "was_folded": 0}, "after": null}]','2024-10-29T12:00:00+00:00',1);
CREATE TABLE events (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        when_edtf TEXT,                      -- NULL: no date can be given
        earliest_start INTEGER,              -- seconds from 1970-01-01T00:00:00; NULL: open
        latest_start INTEGER,
        earliest_end INTEGER,
        latest_end INTEGER,
        "precision" INTEGER,
        status TEXT NOT NULL,
        factuality TEXT NOT NULL,
        certainty TEXT NOT NULL,
        people TEXT NOT NULL,                -- JSON: ["…", …], as are the next three
        organisations TEXT NOT NULL,
        places TEXT NOT NULL,
        tags TEXT NOT NULL,
        note TEXT NOT NULL,
        origin TEXT NOT NULL,
        is_date_edited INTEGER NOT NULL CHECK (is_date_edited IN (0, 1)),
        is_title_edited INTEGER NOT NULL CHECK (is_title_edited IN (0, 1)),
        times_deferred INTEGER NOT NULL
    ) STRICT
    ;
INSERT INTO "events" VALUES(2,'Event','2024-10-29',1730160000,1730160000,1730246400,1730246400,4,'proposed','happened','certain','[]','[]','[]','[]','','program',0,0,0);
CREATE TABLE evidence (
        id INTEGER PRIMARY KEY,
        event_id INTEGER NOT NULL REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
        article_id INTEGER NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
        quote_start INTEGER NOT NULL,
        quote_end INTEGER NOT NULL,
        quote TEXT NOT NULL,
        trigger_start INTEGER,
        trigger_end INTEGER,
        expression_start INTEGER,
        expression_end INTEGER,
        rule TEXT NOT NULL,
        reason TEXT NOT NULL,
        readings TEXT NOT NULL,              -- JSON: [{"when_edtf": "…", "label": "…", …}, …]
        chosen INTEGER                       -- index into readings; NULL: another date was typed
    , clause_start INTEGER, clause_end INTEGER, participants TEXT NOT NULL DEFAULT '[]', source TEXT NOT NULL DEFAULT '', relation TEXT NOT NULL DEFAULT 'within', why TEXT NOT NULL DEFAULT '[]', salience REAL NOT NULL DEFAULT 0.5, was_folded INTEGER NOT NULL DEFAULT 0 CHECK (was_folded IN (0, 1))) STRICT
    ;
INSERT INTO "evidence" VALUES(3,2,1,0,5,'A war',2,5,NULL,NULL,'','because','[]',0,NULL,NULL,'[]','','within','[]',0.5,0);
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
INSERT INTO "meta" VALUES('next_id',4);
CREATE TABLE originals (
            sha256 TEXT PRIMARY KEY,             -- of the bytes, in hexadecimal
            name TEXT NOT NULL,
            size INTEGER NOT NULL,               -- bytes before packing
            packed BLOB NOT NULL                 -- zlib
        ) STRICT
        ;
CREATE TABLE preferences (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            week_start TEXT,                     -- NULL: as is the custom where an article is from
            day_order TEXT                       -- NULL: as an article's own dates show
        ) STRICT
        ;
CREATE TABLE rulings (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            subjects TEXT NOT NULL               -- JSON: [id, …], by kind
        ) STRICT
        ;
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX articles_by_hash ON articles (content_hash);
CREATE INDEX events_by_begin ON events (earliest_start, latest_end);
CREATE INDEX events_by_end ON events (latest_end);
CREATE INDEX events_by_latest_start ON events (latest_start);
CREATE INDEX events_by_earliest_end ON events (earliest_end);
CREATE INDEX evidence_by_event ON evidence (event_id);
CREATE INDEX evidence_by_article ON evidence (article_id);
COMMIT;
