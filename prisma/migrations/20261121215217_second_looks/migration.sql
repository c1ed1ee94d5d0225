-- CreateTable
CREATE TABLE "second_look" (
    "submission_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "second_look_pkey" PRIMARY KEY ("submission_id")
);

-- AddForeignKey
ALTER TABLE "second_look" ADD CONSTRAINT "second_look_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;
