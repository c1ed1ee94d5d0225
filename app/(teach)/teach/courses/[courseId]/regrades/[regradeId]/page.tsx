import type { Metadata } from "next";
import { RegradePage } from "../../../../_regrades/regrade-page";

export const metadata: Metadata = { title: "Regrade" };

interface Props {
  readonly params: Promise<{ readonly courseId: string; readonly regradeId: string }>;
}

export default async function CourseRegradePage({ params }: Props) {
  const { courseId, regradeId } = await params;
  const home = `/teach/courses/${courseId}/regrades`;
  return <RegradePage regradeId={regradeId} home={home} belongs={({ course }) => course?.id === courseId} />;
}
