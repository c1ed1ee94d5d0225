-- AlterTable
ALTER TABLE "placement" ADD COLUMN     "skills" TEXT[] DEFAULT ARRAY[]::TEXT[];
