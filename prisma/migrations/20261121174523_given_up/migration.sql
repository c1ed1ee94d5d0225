-- CreateTable
CREATE TABLE "given_up" (
    "person_id" UUID NOT NULL,
    "problem_id" TEXT NOT NULL,
    "version_id" UUID NOT NULL,
    "variant" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "given_up_pkey" PRIMARY KEY ("person_id","version_id","variant")
);

-- CreateIndex
CREATE INDEX "given_up_problem_id_idx" ON "given_up"("problem_id");

-- CreateIndex
CREATE INDEX "given_up_version_id_idx" ON "given_up"("version_id");

-- AddForeignKey
ALTER TABLE "given_up" ADD CONSTRAINT "given_up_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "given_up" ADD CONSTRAINT "given_up_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "given_up" ADD CONSTRAINT "given_up_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "problem_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
