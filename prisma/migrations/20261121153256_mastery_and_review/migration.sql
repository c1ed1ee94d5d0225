-- CreateTable
CREATE TABLE "skill_estimate" (
    "person_id" UUID NOT NULL,
    "skill_id" TEXT NOT NULL,
    "level" DOUBLE PRECISION NOT NULL,
    "seen" DOUBLE PRECISION NOT NULL,
    "due" TIMESTAMPTZ(3),
    "stability" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "hardness" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "reviewed_at" TIMESTAMPTZ(3),
    "repetitions" INTEGER NOT NULL DEFAULT 0,
    "lapses" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "skill_estimate_pkey" PRIMARY KEY ("person_id","skill_id")
);

-- CreateTable
CREATE TABLE "review_session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "items" JSONB NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placement" (
    "person_id" UUID NOT NULL,
    "questions" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "placement_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "skill_estimate_person_id_due_idx" ON "skill_estimate"("person_id", "due");

-- CreateIndex
CREATE INDEX "review_session_person_id_created_at_idx" ON "review_session"("person_id", "created_at");

-- AddForeignKey
ALTER TABLE "skill_estimate" ADD CONSTRAINT "skill_estimate_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_session" ADD CONSTRAINT "review_session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema cannot say.

ALTER TABLE "skill_estimate" ADD CONSTRAINT "skill_estimate_is_possible"
  CHECK ("seen" >= 0 AND ("due" IS NULL) = ("reviewed_at" IS NULL));
ALTER TABLE "review_session" ADD CONSTRAINT "review_session_counts_from_zero" CHECK ("done" >= 0);
