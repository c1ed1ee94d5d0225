-- CreateTable
CREATE TABLE "ungraded" (
    "submission_id" UUID NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ungraded_pkey" PRIMARY KEY ("submission_id")
);

-- AddForeignKey
ALTER TABLE "ungraded" ADD CONSTRAINT "ungraded_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;
