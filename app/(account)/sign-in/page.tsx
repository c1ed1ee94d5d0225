import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { enterDemo } from "@/app/_actions/account";
import { AccountForm } from "@/app/_components/account-form";
import type { SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { safeReturn } from "@/app/_components/safe-return";
import { isSignedIn, viewer } from "@/lib/auth";
import { hasDemoAccounts } from "@/lib/services";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: SearchProps) {
  const returnTo = safeReturn((await searchParams).returnTo);
  if (isSignedIn(await viewer())) redirect(returnTo ?? "/dashboard");
  return (
    <div className="mx-auto max-w-md">
      <PageTitle title="Sign in" lead={returnTo ? "The page you asked for needs an account." : undefined} />
      <div className="mt-8">
        <AccountForm kind="sign-in" returnTo={returnTo} />
      </div>
      <p className="mt-6 text-[0.9375rem] text-soft">
        New here?{" "}
        <Link href={`/sign-up${returnTo ? `?returnTo=${returnTo}` : ""}`} className="link">
          Sign up
        </Link>
      </p>
      {hasDemoAccounts() && <Demonstration />}
    </div>
  );
}

function Demonstration() {
  return (
    <section aria-labelledby="demo" className="mt-10 border-t border-line pt-6">
      <h2 id="demo" className="heading text-[1.125rem]">
        Look around
      </h2>
      <p className="mt-1 text-[0.9375rem] text-soft">This is a demonstration: one click, no password.</p>
      <form action={enterDemo} className="mt-4 flex flex-wrap gap-3">
        <button type="submit" name="role" value="student" className="button">
          Enter as a student
        </button>
        <button type="submit" name="role" value="instructor" className="button">
          Enter as an instructor
        </button>
      </form>
    </section>
  );
}
