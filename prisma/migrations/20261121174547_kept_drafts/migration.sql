-- AlterTable
ALTER TABLE "problem" ADD COLUMN     "draft_at" TIMESTAMPTZ(3),
ADD COLUMN     "draft_by_id" UUID;

-- AlterTable
ALTER TABLE "problem_version" ADD COLUMN     "author_id" UUID;

-- CreateTable
CREATE TABLE "kept_draft" (
    "id" UUID NOT NULL,
    "problem_id" TEXT NOT NULL,
    "person_id" UUID,
    "draft" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "kept_draft_problem_id_created_at_idx" ON "kept_draft"("problem_id", "created_at");

-- AddForeignKey
ALTER TABLE "kept_draft" ADD CONSTRAINT "kept_draft_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;
