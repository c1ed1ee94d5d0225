import { notFound } from "next/navigation";
import { Link } from "@/app/_components/link";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { getRegrade, type RegradeView } from "@/lib/services";
import { Report } from "./report";

interface Props {
  readonly regradeId: string;
  /** Where the regrades are listed that it belongs to. */
  readonly home: string;
  readonly belongs: (regrade: RegradeView) => boolean;
}

/** The page of one regrade. */
export async function RegradePage({ regradeId, home, belongs }: Props) {
  const regrade = shown(await getRegrade(await viewer(), regradeId), `${home}/${regradeId}`);
  if (!belongs(regrade)) notFound();
  return (
    <>
      <PageTitle
        title={`Regrade “${regrade.problem.title}”`}
        lead={`Under version ${regrade.versionNumber}, started by ${regrade.startedBy}.`}
        above={
          <Link href={home} className="hover:text-ink hover:underline">
            Regrades
          </Link>
        }
      />
      <Report regrade={regrade} />
    </>
  );
}
