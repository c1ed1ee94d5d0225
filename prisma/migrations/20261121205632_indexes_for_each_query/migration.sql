-- CreateIndex
CREATE INDEX "api_token_course_id_idx" ON "api_token"("course_id");

-- CreateIndex
CREATE INDEX "enrolment_section_id_idx" ON "enrolment"("section_id");

-- CreateIndex
CREATE INDEX "extension_section_id_idx" ON "extension"("section_id");

-- CreateIndex
CREATE INDEX "invitation_section_id_idx" ON "invitation"("section_id");

-- CreateIndex
CREATE INDEX "person_role_created_at_idx" ON "person"("role", "created_at");

-- CreateIndex
CREATE INDEX "regrade_state_idx" ON "regrade"("state");

-- What is not settled yet is little beside what is.
CREATE INDEX "assigned_unsettled_idx" ON "assigned"("assignment_id") WHERE "settled_at" IS NULL;
