import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { join } from "@/app/_actions/people";
import { ActionForm } from "@/app/_components/action-form";
import { JoinForm } from "@/app/_components/join-form";
import { Notice } from "@/app/_components/notice";
import { PageTitle } from "@/app/_components/page-title";
import { SubmitButton } from "@/app/_components/submit-button";
import { isSignedIn, viewer } from "@/lib/auth";
import { findByCode, type InvitedCourseView } from "@/lib/services";

interface Props {
  readonly params: Promise<{ readonly code: string }>;
}

export const metadata: Metadata = { title: "Join a course", robots: { index: false } };

export default async function JoinPage({ params }: Props) {
  const code = decoded((await params).code);
  const asking = await viewer();
  const found = await findByCode(asking, code);
  if (!found.ok) return <NoCourse code={code} why={found.error.message} />;
  const course = found.value;
  if (course.role === "student") redirect(`/courses/${course.courseId}`);
  if (course.role !== null) redirect(`/teach/courses/${course.courseId}`);
  return (
    <div className="mx-auto max-w-lg">
      <PageTitle above="You are invited to" title={course.title} lead={course.term} />
      <div className="mt-8">
        {!course.open ? (
          <Notice tone="warn">Joining is closed at the moment. Ask your instructor to open it or to add you.</Notice>
        ) : isSignedIn(asking) ? (
          <Enter course={course} name={asking.name ?? ""} email={asking.email ?? ""} />
        ) : (
          <WhoAreYou code={course.code} />
        )}
      </div>
    </div>
  );
}

/** An address can hold what is no text. */
function decoded(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    return "";
  }
}

function Enter({ course, name, email }: { course: InvitedCourseView; name: string; email: string }) {
  return (
    <>
      <p className="text-soft">
        You join as <strong className="font-medium text-ink">{name}</strong> ({email}). Your instructors see your name,
        your address and what you answer in the course.
      </p>
      <ActionForm action={join} fields={{ code: course.code }} className="mt-5">
        <SubmitButton>Join the course</SubmitButton>
      </ActionForm>
    </>
  );
}

function WhoAreYou({ code }: { code: string }) {
  return (
    <>
      <p className="text-soft">
        To join you need an account here. If your school gave your address to the course, use that address; then you are
        recognised.
      </p>
      <div className="mt-5 flex flex-wrap gap-3">
        <Link href={`/sign-up?returnTo=/join/${code}`} className="button button-main">
          Sign up
        </Link>
        <Link href={`/sign-in?returnTo=/join/${code}`} className="button">
          Sign in
        </Link>
      </div>
    </>
  );
}

function NoCourse({ code, why }: { code: string; why: string }) {
  return (
    <div className="mx-auto max-w-lg">
      <PageTitle title="Join a course" />
      <div className="mt-6 space-y-6">
        <Notice tone="bad" alert>
          {why}
        </Notice>
        <JoinForm code={code.slice(0, 20)} />
      </div>
    </div>
  );
}
