import type { Metadata } from "next";
import type { SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { viewer } from "@/lib/auth";
import { getLog } from "@/lib/services";
import { LogTable } from "../_log/log-table";

export const metadata: Metadata = { title: "Log" };

/** The whole audit log, for admins. */
export default async function LogPage({ searchParams }: SearchProps) {
  const { behind } = await searchParams;
  const from = typeof behind === "string" ? behind : null;
  const log = shown(await getLog(await viewer(), null, from), "/teach/log");
  return (
    <>
      <PageTitle
        title="Log"
        lead="Everything that the audit log keeps, of all courses and accounts. Rows are only ever added."
      />
      <LogTable log={log} here="/teach/log" newest={from === null} zone="UTC" />
    </>
  );
}
