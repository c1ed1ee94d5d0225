-- CreateEnum
CREATE TYPE "course_role" AS ENUM ('instructor', 'assistant', 'student');

-- CreateEnum
CREATE TYPE "shown" AS ENUM ('all', 'verdict', 'receipt');

-- CreateEnum
CREATE TYPE "regrade_mode" AS ENUM ('raise', 'replace', 'full', 'drop');

-- CreateEnum
CREATE TYPE "regrade_state" AS ENUM ('comparing', 'compared', 'applying', 'applied', 'undoing', 'undone', 'failed');

-- DropIndex
DROP INDEX "submission_person_id_problem_id_ordinal_key";

-- AlterTable
ALTER TABLE "grade" ADD COLUMN     "regrade_id" UUID,
ADD COLUMN     "version_id" UUID;

-- AlterTable
ALTER TABLE "problem" ADD COLUMN     "course_id" UUID,
ADD COLUMN     "draft_revision" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "assigned_id" UUID,
ADD COLUMN     "automatic" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "course" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "term" TEXT NOT NULL DEFAULT '',
    "policy" "policy" NOT NULL DEFAULT 'either',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "join_code" TEXT NOT NULL,
    "join_open" BOOLEAN NOT NULL DEFAULT true,
    "late_passes" INTEGER NOT NULL DEFAULT 0,
    "late_pass_hours" INTEGER NOT NULL DEFAULT 24,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "section" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "course_role" NOT NULL DEFAULT 'student',
    "section_id" UUID,
    "external_id" TEXT,
    "left_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "course_role" NOT NULL DEFAULT 'student',
    "section_id" UUID,
    "external_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "instructions" TEXT NOT NULL DEFAULT '',
    "policy" "policy",
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "late_steps" JSONB NOT NULL DEFAULT '[]',
    "attempts" INTEGER,
    "shown_open" "shown" NOT NULL DEFAULT 'all',
    "shown_closed" "shown" NOT NULL DEFAULT 'all',
    "hints" BOOLEAN NOT NULL DEFAULT true,
    "sends_drafts" BOOLEAN NOT NULL DEFAULT false,
    "grace_seconds" INTEGER NOT NULL DEFAULT 60,
    "renames" BOOLEAN NOT NULL DEFAULT false,
    "published_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "drafts_sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_item" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "points" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "problem_id" TEXT,
    "topic_id" TEXT,
    "difficulty" INTEGER,
    "count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assigned" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "slot" INTEGER NOT NULL DEFAULT 0,
    "problem_id" TEXT NOT NULL,
    "version_id" UUID NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "first_right" INTEGER,
    "hints" INTEGER NOT NULL DEFAULT 0,
    "credit" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "full" BOOLEAN NOT NULL DEFAULT false,
    "dropped" BOOLEAN NOT NULL DEFAULT false,
    "override" DOUBLE PRECISION,
    "opened_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "assigned_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assigned_draft" (
    "assigned_id" UUID NOT NULL,
    "fields" JSON NOT NULL,
    "writing" "writing" NOT NULL,
    "typed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assigned_draft_pkey" PRIMARY KEY ("assigned_id")
);

-- CreateTable
CREATE TABLE "extension" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "person_id" UUID,
    "section_id" UUID,
    "due_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "time_factor" DOUBLE PRECISION,
    "late_pass" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "given_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "override" (
    "id" UUID NOT NULL,
    "assigned_id" UUID NOT NULL,
    "points" DOUBLE PRECISION,
    "reason" TEXT NOT NULL,
    "given_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regrade" (
    "id" UUID NOT NULL,
    "problem_id" TEXT NOT NULL,
    "version_id" UUID NOT NULL,
    "course_id" UUID,
    "started_by" UUID,
    "state" "regrade_state" NOT NULL DEFAULT 'comparing',
    "mode" "regrade_mode",
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "regrade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regrade_row" (
    "regrade_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "status" "grade_status" NOT NULL,
    "numerator" BOOLEAN NOT NULL,
    "denominator" BOOLEAN NOT NULL,
    "correct" BOOLEAN NOT NULL,
    "verdict" JSONB NOT NULL,
    "was_correct" BOOLEAN NOT NULL,
    "was_status" "grade_status" NOT NULL,

    CONSTRAINT "regrade_row_pkey" PRIMARY KEY ("regrade_id","submission_id")
);

-- CreateTable
CREATE TABLE "regrade_ruling" (
    "regrade_id" UUID NOT NULL,
    "assigned_id" UUID NOT NULL,
    "credit_before" DOUBLE PRECISION NOT NULL,
    "credit_after" DOUBLE PRECISION NOT NULL,
    "full_before" BOOLEAN NOT NULL,
    "dropped_before" BOOLEAN NOT NULL,
    "version_before" UUID NOT NULL,

    CONSTRAINT "regrade_ruling_pkey" PRIMARY KEY ("regrade_id","assigned_id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "link" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_rule" (
    "id" UUID NOT NULL,
    "problem_id" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "syntax" "syntax" NOT NULL DEFAULT 'text',
    "message" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "feedback_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "course_id" UUID,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "course_join_code_key" ON "course"("join_code");

-- CreateIndex
CREATE UNIQUE INDEX "section_course_id_name_key" ON "section"("course_id", "name");

-- CreateIndex
CREATE INDEX "enrolment_person_id_idx" ON "enrolment"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_course_id_person_id_key" ON "enrolment"("course_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_course_id_email_key" ON "invitation"("course_id", "email");

-- CreateIndex
CREATE INDEX "assignment_course_id_due_at_idx" ON "assignment"("course_id", "due_at");

-- CreateIndex
CREATE INDEX "assignment_item_problem_id_idx" ON "assignment_item"("problem_id");

-- CreateIndex
CREATE INDEX "assignment_item_topic_id_idx" ON "assignment_item"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_item_assignment_id_position_key" ON "assignment_item"("assignment_id", "position");

-- CreateIndex
CREATE INDEX "assigned_assignment_id_person_id_idx" ON "assigned"("assignment_id", "person_id");

-- CreateIndex
CREATE INDEX "assigned_person_id_idx" ON "assigned"("person_id");

-- CreateIndex
CREATE INDEX "assigned_problem_id_idx" ON "assigned"("problem_id");

-- CreateIndex
CREATE UNIQUE INDEX "assigned_item_id_person_id_slot_key" ON "assigned"("item_id", "person_id", "slot");

-- CreateIndex
CREATE INDEX "extension_assignment_id_idx" ON "extension"("assignment_id");

-- CreateIndex
CREATE INDEX "extension_person_id_idx" ON "extension"("person_id");

-- CreateIndex
CREATE INDEX "override_assigned_id_created_at_idx" ON "override"("assigned_id", "created_at");

-- CreateIndex
CREATE INDEX "regrade_problem_id_created_at_idx" ON "regrade"("problem_id", "created_at");

-- CreateIndex
CREATE INDEX "regrade_course_id_created_at_idx" ON "regrade"("course_id", "created_at");

-- CreateIndex
CREATE INDEX "regrade_row_submission_id_idx" ON "regrade_row"("submission_id");

-- CreateIndex
CREATE INDEX "regrade_ruling_assigned_id_idx" ON "regrade_ruling"("assigned_id");

-- CreateIndex
CREATE INDEX "message_person_id_created_at_idx" ON "message"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "feedback_rule_problem_id_idx" ON "feedback_rule"("problem_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE INDEX "api_token_person_id_idx" ON "api_token"("person_id");

-- CreateIndex
CREATE INDEX "grade_regrade_id_idx" ON "grade"("regrade_id");

-- CreateIndex
CREATE INDEX "problem_course_id_idx" ON "problem"("course_id");

-- CreateIndex
CREATE UNIQUE INDEX "submission_assigned_id_ordinal_key" ON "submission"("assigned_id", "ordinal");

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_assigned_id_fkey" FOREIGN KEY ("assigned_id") REFERENCES "assigned"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section" ADD CONSTRAINT "section_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_item" ADD CONSTRAINT "assignment_item_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_item" ADD CONSTRAINT "assignment_item_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_item" ADD CONSTRAINT "assignment_item_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assigned" ADD CONSTRAINT "assigned_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assigned" ADD CONSTRAINT "assigned_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "assignment_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assigned" ADD CONSTRAINT "assigned_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assigned" ADD CONSTRAINT "assigned_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assigned" ADD CONSTRAINT "assigned_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "problem_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assigned_draft" ADD CONSTRAINT "assigned_draft_assigned_id_fkey" FOREIGN KEY ("assigned_id") REFERENCES "assigned"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "override" ADD CONSTRAINT "override_assigned_id_fkey" FOREIGN KEY ("assigned_id") REFERENCES "assigned"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "problem_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_row" ADD CONSTRAINT "regrade_row_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_row" ADD CONSTRAINT "regrade_row_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_ruling" ADD CONSTRAINT "regrade_ruling_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_ruling" ADD CONSTRAINT "regrade_ruling_assigned_id_fkey" FOREIGN KEY ("assigned_id") REFERENCES "assigned"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_rule" ADD CONSTRAINT "feedback_rule_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema cannot say.

CREATE UNIQUE INDEX "submission_practice_ordinal_key" ON "submission"("person_id", "problem_id", "ordinal") WHERE "assigned_id" IS NULL;

ALTER TABLE "course" ADD CONSTRAINT "course_late_passes_are_possible" CHECK ("late_passes" BETWEEN 0 AND 100 AND "late_pass_hours" BETWEEN 1 AND 1000);
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_email_is_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_times_are_in_order" CHECK ("opens_at" <= "due_at" AND "due_at" <= "closes_at");
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_limits_are_possible" CHECK ("attempts" >= 1 AND "grace_seconds" BETWEEN 0 AND 3600);
ALTER TABLE "assignment_item" ADD CONSTRAINT "assignment_item_names_one" CHECK (num_nonnulls("problem_id", "topic_id") = 1);
ALTER TABLE "assignment_item" ADD CONSTRAINT "assignment_item_is_possible" CHECK ("points" >= 0 AND "count" BETWEEN 1 AND 100 AND ("problem_id" IS NULL OR "count" = 1));
ALTER TABLE "assigned" ADD CONSTRAINT "assigned_is_possible"
  CHECK ("attempts" >= 0 AND "first_right" BETWEEN 1 AND "attempts" AND "hints" >= 0 AND "slot" >= 0 AND "credit" BETWEEN 0 AND 1);
ALTER TABLE "assigned_draft" ADD CONSTRAINT "assigned_draft_fields_are_small" CHECK (octet_length("fields"::text) <= 100000);
ALTER TABLE "extension" ADD CONSTRAINT "extension_is_for_one" CHECK (num_nonnulls("person_id", "section_id") = 1);
ALTER TABLE "extension" ADD CONSTRAINT "extension_is_possible" CHECK ("time_factor" BETWEEN 1 AND 10);
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_counts_from_zero" CHECK ("done" BETWEEN 0 AND "total");

-- Overrides are appended, with their reasons. They go only together with the person.

CREATE TRIGGER "override_is_immutable" BEFORE UPDATE OR DELETE ON "override"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erasing();

-- What was answered stays, and so does where.

DROP TRIGGER "submission_keeps_its_answer" ON "submission";
CREATE TRIGGER "submission_keeps_its_answer" BEFORE UPDATE OF
  "problem_id", "version_id", "text", "parts", "syntax", "variant", "drawn", "hints", "solution_seen", "grader_version", "seed",
  "assigned_id", "automatic", "created_at" ON "submission"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
