-- AlterTable
ALTER TABLE "assigned" ADD COLUMN     "settled_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "assigned_draft" ADD COLUMN     "readable" JSON,
ADD COLUMN     "readable_writing" "writing";

-- AlterTable
ALTER TABLE "assignment" DROP COLUMN "drafts_sent_at";
