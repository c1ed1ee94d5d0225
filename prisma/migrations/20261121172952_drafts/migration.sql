-- CreateEnum
CREATE TYPE "writing" AS ENUM ('text', 'latex', 'visual');

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "writing" "writing";

-- CreateTable
CREATE TABLE "draft" (
    "person_id" UUID NOT NULL,
    "problem_id" TEXT NOT NULL,
    "variant" VARCHAR(16) NOT NULL,
    "fields" JSON NOT NULL,
    "writing" "writing" NOT NULL,
    "typed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("person_id","problem_id")
);

-- CreateIndex
CREATE INDEX "draft_problem_id_idx" ON "draft"("problem_id");

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the fields of an answer hold is small, and a page has no reason to send more.
ALTER TABLE "draft" ADD CONSTRAINT "draft_fields_small" CHECK (octet_length("fields"::text) <= 100000);
