-- AlterTable
ALTER TABLE "feedback_rule" ADD COLUMN     "course_id" UUID;

-- AlterTable
ALTER TABLE "grade" ADD COLUMN     "rule_id" UUID;

-- AlterTable
ALTER TABLE "regrade_row" ADD COLUMN     "comparable" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "regrade_ruling" ADD COLUMN     "undone_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "feedback_rule_course_id_idx" ON "feedback_rule"("course_id");

-- CreateIndex
CREATE INDEX "grade_rule_id_idx" ON "grade"("rule_id");

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "feedback_rule"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_rule" ADD CONSTRAINT "feedback_rule_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;
