-- CreateTable
CREATE TABLE "audit_name" (
    "id" UUID NOT NULL,
    "person_id" UUID,

    CONSTRAINT "audit_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT,
    "course_id" UUID,
    "facts" JSONB NOT NULL,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_name_person_id_key" ON "audit_name"("person_id");

-- CreateIndex
CREATE INDEX "audit_log_course_id_id_idx" ON "audit_log"("course_id", "id");

-- CreateIndex
CREATE INDEX "audit_log_actor_id_idx" ON "audit_log"("actor_id");

-- CreateIndex
CREATE INDEX "extension_given_by_idx" ON "extension"("given_by");

-- CreateIndex
CREATE INDEX "feedback_rule_author_id_idx" ON "feedback_rule"("author_id");

-- CreateIndex
CREATE INDEX "kept_draft_person_id_idx" ON "kept_draft"("person_id");

-- CreateIndex
CREATE INDEX "override_given_by_idx" ON "override"("given_by");

-- CreateIndex
CREATE INDEX "problem_draft_by_id_idx" ON "problem"("draft_by_id");

-- CreateIndex
CREATE INDEX "problem_version_author_id_idx" ON "problem_version"("author_id");

-- CreateIndex
CREATE INDEX "regrade_started_by_idx" ON "regrade"("started_by");

-- These columns were no foreign keys before: what they say of people who are gone goes first, past the rows' own guards.

ALTER TABLE "problem_version" DISABLE TRIGGER USER;
ALTER TABLE "override" DISABLE TRIGGER USER;
UPDATE "problem" SET "draft_by_id" = NULL WHERE "draft_by_id" NOT IN (SELECT "id" FROM "person");
UPDATE "problem_version" SET "author_id" = NULL WHERE "author_id" NOT IN (SELECT "id" FROM "person");
UPDATE "extension" SET "given_by" = NULL WHERE "given_by" NOT IN (SELECT "id" FROM "person");
UPDATE "override" SET "given_by" = NULL WHERE "given_by" NOT IN (SELECT "id" FROM "person");
UPDATE "regrade" SET "started_by" = NULL WHERE "started_by" NOT IN (SELECT "id" FROM "person");
UPDATE "feedback_rule" SET "author_id" = NULL WHERE "author_id" NOT IN (SELECT "id" FROM "person");
DELETE FROM "kept_draft" WHERE "person_id" NOT IN (SELECT "id" FROM "person");
ALTER TABLE "problem_version" ENABLE TRIGGER USER;
ALTER TABLE "override" ENABLE TRIGGER USER;

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_draft_by_id_fkey" FOREIGN KEY ("draft_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_version" ADD CONSTRAINT "problem_version_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kept_draft" ADD CONSTRAINT "kept_draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_given_by_fkey" FOREIGN KEY ("given_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "override" ADD CONSTRAINT "override_given_by_fkey" FOREIGN KEY ("given_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_started_by_fkey" FOREIGN KEY ("started_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_rule" ADD CONSTRAINT "feedback_rule_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_name" ADD CONSTRAINT "audit_name_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "audit_name"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The log of acts is added to. Nothing takes a row out of it or changes one.

CREATE TRIGGER "audit_log_is_immutable" BEFORE UPDATE OR DELETE ON "audit_log"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_log_is_not_emptied" BEFORE TRUNCATE ON "audit_log"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Rows that stay forget who made them when that person is erased: the column named in the trigger becomes null, all else stays.

CREATE FUNCTION refuse_change_but_forget() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF TG_OP = ''UPDATE'' AND current_setting(''nabla.erasing'', true) = ''on''
    AND to_jsonb(NEW)->>TG_ARGV[0] IS NULL AND to_jsonb(NEW) - TG_ARGV[0] = to_jsonb(OLD) - TG_ARGV[0] THEN
    RETURN NEW\073
  END IF\073
  RAISE EXCEPTION ''rows of % are never changed or deleted'', TG_TABLE_NAME\073
END';

DROP TRIGGER "problem_version_is_immutable" ON "problem_version";
CREATE TRIGGER "problem_version_is_immutable" BEFORE UPDATE OR DELETE ON "problem_version"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_forget('author_id');

DROP TRIGGER "override_is_immutable" ON "override";
CREATE TRIGGER "override_is_immutable" BEFORE UPDATE ON "override"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_forget('given_by');
CREATE TRIGGER "override_is_not_lost" BEFORE DELETE ON "override"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erasing();
CREATE TRIGGER "override_is_not_emptied" BEFORE TRUNCATE ON "override"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "submission_is_not_emptied" BEFORE TRUNCATE ON "submission"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
