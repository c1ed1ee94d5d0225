-- CreateEnum
CREATE TYPE "field" AS ENUM ('text', 'latex', 'grid');

-- What versions already say is kept: one hint becomes a list of one, one source too. (Changing a type fires no trigger.)
ALTER TABLE "problem_version" RENAME COLUMN "hint" TO "hints";
ALTER TABLE "problem_version" RENAME COLUMN "source" TO "sources";
ALTER TABLE "problem_version"
ALTER COLUMN "hints" TYPE TEXT[] USING array_remove(ARRAY["hints"], NULL),
ALTER COLUMN "hints" SET DEFAULT ARRAY[]::TEXT[],
ALTER COLUMN "sources" TYPE TEXT[] USING array_remove(ARRAY["sources"], NULL),
ALTER COLUMN "sources" SET DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "problem_version"
ADD COLUMN     "alike" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "input" "field" NOT NULL DEFAULT 'text',
ADD COLUMN     "parameters" JSON,
ADD COLUMN     "skills" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "progress" ADD COLUMN     "drawn_for" UUID,
ADD COLUMN     "gave_up" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "hints" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "solved" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "variant" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "drawn" JSON,
ADD COLUMN     "hints" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "parts" JSON,
ADD COLUMN     "solution_seen" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "variant" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "skill" (
    "id" TEXT NOT NULL,
    "topic_id" TEXT NOT NULL,
    "ability" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "skill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_section" (
    "id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "source_section_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "skill_topic_id_position_idx" ON "skill"("topic_id", "position");

-- AddForeignKey
ALTER TABLE "skill" ADD CONSTRAINT "skill_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was solved before stays solved.

UPDATE "progress" SET "solved" = ("first_right" IS NOT NULL);

-- What the schema cannot say.

ALTER TABLE "progress" ADD CONSTRAINT "progress_counts_variants_from_zero" CHECK ("variant" >= 0 AND "hints" >= 0);
ALTER TABLE "submission" ADD CONSTRAINT "submission_counts_variants_from_zero" CHECK ("variant" >= 0 AND "hints" >= 0);

-- What was answered stays, and with it what was asked.

DROP TRIGGER "submission_keeps_its_answer" ON "submission";
CREATE TRIGGER "submission_keeps_its_answer" BEFORE UPDATE OF
  "problem_id", "version_id", "text", "parts", "syntax", "variant", "drawn", "hints", "solution_seen", "grader_version", "seed",
  "created_at" ON "submission"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
