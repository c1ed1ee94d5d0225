-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "problem_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
