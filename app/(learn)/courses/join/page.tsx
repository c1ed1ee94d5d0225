import type { Metadata } from "next";
import { JoinForm } from "@/app/_components/join-form";
import { PageTitle } from "@/app/_components/page-title";

export const metadata: Metadata = { title: "Join a course" };

export default function JoinByCodePage() {
  return (
    <div className="mx-auto max-w-lg">
      <PageTitle
        title="Join a course"
        lead="With the code that your instructor gave you. You see the course before you join it."
      />
      <div className="mt-8">
        <JoinForm />
      </div>
    </div>
  );
}
