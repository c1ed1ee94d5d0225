-- CreateEnum
CREATE TYPE "role" AS ENUM ('guest', 'student', 'instructor', 'admin');

-- CreateEnum
CREATE TYPE "policy" AS ENUM ('either', 'numerator', 'denominator', 'mixed');

-- CreateEnum
CREATE TYPE "syntax" AS ENUM ('text', 'latex');

-- CreateEnum
CREATE TYPE "grade_status" AS ENUM ('graded', 'invalid', 'undecided', 'bad-problem');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "password_hash" TEXT,
    "role" "role" NOT NULL DEFAULT 'student',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "lesson" TEXT,
    "retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic_need" (
    "topic_id" TEXT NOT NULL,
    "need_id" TEXT NOT NULL,

    CONSTRAINT "topic_need_pkey" PRIMARY KEY ("topic_id","need_id")
);

-- CreateTable
CREATE TABLE "problem" (
    "id" TEXT NOT NULL,
    "topic_id" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "from_bank" BOOLEAN NOT NULL DEFAULT false,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "author_id" UUID,
    "draft" JSON,
    "current_version_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "problem_version" (
    "id" UUID NOT NULL,
    "problem_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "record" JSON NOT NULL,
    "policy" "policy" NOT NULL,
    "answers" JSONB NOT NULL,
    "spoiled" JSONB NOT NULL,
    "hint" TEXT,
    "solution" TEXT,
    "difficulty" INTEGER,
    "source" TEXT,
    "content_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "problem_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "problem_id" TEXT NOT NULL,
    "version_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "syntax" "syntax" NOT NULL,
    "grader_version" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "ordinal" INTEGER,
    "idempotency_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grade" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "grader_version" TEXT NOT NULL,
    "status" "grade_status" NOT NULL,
    "numerator" BOOLEAN NOT NULL,
    "denominator" BOOLEAN NOT NULL,
    "correct" BOOLEAN NOT NULL,
    "verdict" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress" (
    "person_id" UUID NOT NULL,
    "problem_id" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "first_right" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "progress_pkey" PRIMARY KEY ("person_id","problem_id")
);

-- CreateTable
CREATE TABLE "bank_load" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "content_hash" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bank_load_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "topic_need_need_id_idx" ON "topic_need"("need_id");

-- CreateIndex
CREATE UNIQUE INDEX "problem_current_version_id_key" ON "problem"("current_version_id");

-- CreateIndex
CREATE INDEX "problem_topic_id_position_idx" ON "problem"("topic_id", "position");

-- CreateIndex
CREATE INDEX "problem_author_id_idx" ON "problem"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "problem_version_problem_id_number_key" ON "problem_version"("problem_id", "number");

-- CreateIndex
CREATE INDEX "submission_person_id_created_at_idx" ON "submission"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "submission_problem_id_created_at_idx" ON "submission"("problem_id", "created_at");

-- CreateIndex
CREATE INDEX "submission_version_id_idx" ON "submission"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "submission_person_id_problem_id_ordinal_key" ON "submission"("person_id", "problem_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "submission_person_id_idempotency_key_key" ON "submission"("person_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "grade_submission_id_created_at_idx" ON "grade"("submission_id", "created_at");

-- CreateIndex
CREATE INDEX "progress_problem_id_idx" ON "progress"("problem_id");

-- AddForeignKey
ALTER TABLE "topic_need" ADD CONSTRAINT "topic_need_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_need" ADD CONSTRAINT "topic_need_need_id_fkey" FOREIGN KEY ("need_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_current_version_id_fkey" FOREIGN KEY ("current_version_id") REFERENCES "problem_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_version" ADD CONSTRAINT "problem_version_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "problem_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress" ADD CONSTRAINT "progress_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress" ADD CONSTRAINT "progress_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.

ALTER TABLE "person" ADD CONSTRAINT "person_email_is_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "person" ADD CONSTRAINT "person_has_email_unless_guest" CHECK (("role" = 'guest') = ("email" IS NULL));
ALTER TABLE "problem_version" ADD CONSTRAINT "problem_version_counts_from_one" CHECK ("number" >= 1);
ALTER TABLE "submission" ADD CONSTRAINT "submission_counts_from_one" CHECK ("ordinal" >= 1);
ALTER TABLE "submission" ADD CONSTRAINT "submission_text_is_bounded" CHECK (char_length("text") <= 10000);
ALTER TABLE "progress" ADD CONSTRAINT "progress_is_possible" CHECK ("attempts" >= 0 AND "first_right" BETWEEN 1 AND "attempts");
ALTER TABLE "bank_load" ADD CONSTRAINT "bank_load_is_one_row" CHECK ("id" = 1);

-- Versions of problems are never changed or deleted. (\073 is a semicolon: Prisma's adapter cuts a script at every other.)

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  RAISE EXCEPTION ''rows of % are never changed or deleted'', TG_TABLE_NAME\073
END';

CREATE TRIGGER "problem_version_is_immutable" BEFORE UPDATE OR DELETE ON "problem_version"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "problem_version_is_not_emptied" BEFORE TRUNCATE ON "problem_version"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Grades are appended. They go only together with the person whose answers they are, and only where a transaction says
-- that it erases that person: SET LOCAL nabla.erasing = 'on'.

CREATE FUNCTION refuse_change_unless_erasing() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF TG_OP = ''DELETE'' AND current_setting(''nabla.erasing'', true) = ''on'' THEN
    RETURN OLD\073
  END IF\073
  RAISE EXCEPTION ''rows of % are never changed or deleted'', TG_TABLE_NAME\073
END';

CREATE TRIGGER "grade_is_immutable" BEFORE UPDATE OR DELETE ON "grade"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erasing();
CREATE TRIGGER "grade_is_not_emptied" BEFORE TRUNCATE ON "grade"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A submission may find a new owner, and with them a new place in the count. What was answered stays.

CREATE TRIGGER "submission_keeps_its_answer" BEFORE UPDATE OF
  "problem_id", "version_id", "text", "syntax", "grader_version", "seed", "created_at" ON "submission"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "submission_is_not_lost" BEFORE DELETE ON "submission"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erasing();
