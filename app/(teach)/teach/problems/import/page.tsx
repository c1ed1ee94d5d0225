import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { readPackInSteps, sendPack } from "@/app/_actions/pack";
import { PageTitle } from "@/app/_components/page-title";
import { mayTeach, viewer } from "@/lib/auth";
import { PackForm } from "../_components/pack-form";

export const metadata: Metadata = { title: "Import problems" };

export default async function ImportPage() {
  if (!mayTeach(await viewer())) notFound();
  return (
    <>
      <PageTitle
        title="Import problems"
        lead="A pack is a list of problems in YAML with Markdown in it, as exporting writes it. Nothing is stored before you have seen what would come of it; then all of it is, or nothing."
        above={
          <Link href="/teach/problems" className="hover:text-ink hover:underline">
            Problems
          </Link>
        }
      />
      <div className="mt-8">
        <PackForm send={sendPack} inSteps={readPackInSteps} />
      </div>
    </>
  );
}
