import type { Metadata } from "next";
import { RegradePage } from "../../../../_regrades/regrade-page";

export const metadata: Metadata = { title: "Regrade" };

interface Props {
  readonly params: Promise<{ readonly id: string; readonly regradeId: string }>;
}

export default async function ProblemRegradePage({ params }: Props) {
  const { id, regradeId } = await params;
  const home = `/teach/problems/${id}/regrades`;
  const belongs = ({ course, problem }: { course: unknown; problem: { id: string } }) => !course && problem.id === id;
  return <RegradePage regradeId={regradeId} home={home} belongs={belongs} />;
}
