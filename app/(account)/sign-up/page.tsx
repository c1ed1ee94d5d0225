import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AccountForm } from "@/app/_components/account-form";
import type { SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { safeReturn } from "@/app/_components/safe-return";
import { isSignedIn, viewer } from "@/lib/auth";

export const metadata: Metadata = { title: "Sign up" };

export default async function SignUpPage({ searchParams }: SearchProps) {
  const returnTo = safeReturn((await searchParams).returnTo);
  if (isSignedIn(await viewer())) redirect(returnTo ?? "/dashboard");
  return (
    <div className="mx-auto max-w-md">
      <PageTitle title="Sign up" lead="What you have answered so far on this device comes along." />
      <div className="mt-8">
        <AccountForm kind="sign-up" returnTo={returnTo} />
      </div>
      <p className="mt-6 text-[0.9375rem] text-soft">
        Have an account already?{" "}
        <Link href={`/sign-in${returnTo ? `?returnTo=${returnTo}` : ""}`} className="link">
          Sign in
        </Link>
      </p>
    </div>
  );
}
