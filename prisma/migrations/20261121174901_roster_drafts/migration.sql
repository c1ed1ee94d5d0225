-- CreateTable
CREATE TABLE "roster_draft" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roster_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "roster_draft_course_id_idx" ON "roster_draft"("course_id");

-- CreateIndex
CREATE INDEX "roster_draft_person_id_idx" ON "roster_draft"("person_id");

-- AddForeignKey
ALTER TABLE "roster_draft" ADD CONSTRAINT "roster_draft_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_draft" ADD CONSTRAINT "roster_draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
