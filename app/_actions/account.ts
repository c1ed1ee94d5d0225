"use server";

import { redirect } from "next/navigation";
import { safeReturn } from "@/app/_components/safe-return";
import { closeSession, openSession, viewer } from "@/lib/auth";
import * as services from "@/lib/services";
import { textOf } from "./form";
import { guarded } from "./guarded";

/** A form for an account after it was refused: what was typed, the password excepted, and why. */
export interface AccountState {
  readonly name?: string;
  readonly email?: string;
  readonly complaint?: string;
  readonly errors?: Readonly<Record<string, string>>;
}

export async function signUp(_before: AccountState, form: FormData): Promise<AccountState> {
  const name = textOf(form, "name");
  const email = textOf(form, "email");
  const password = textOf(form, "password");
  return guarded(
    async () => {
      const reply = await services.signUp(await viewer(), { name, email, password });
      return reply.ok ? enter(reply.value, form) : { name, email, ...refusal(reply.error) };
    },
    (complaint) => ({ name, email, complaint }),
  );
}

export async function signIn(_before: AccountState, form: FormData): Promise<AccountState> {
  const email = textOf(form, "email");
  const password = textOf(form, "password");
  return guarded(
    async () => {
      const reply = await services.signIn(await viewer(), { email, password });
      return reply.ok ? enter(reply.value, form) : { email, ...refusal(reply.error) };
    },
    (complaint) => ({ email, complaint }),
  );
}

export async function enterDemo(form: FormData): Promise<void> {
  const role = textOf(form, "role") === "instructor" ? "instructor" : "student";
  const reply = await services.signInToDemo(await viewer(), role);
  if (!reply.ok) redirect("/sign-in");
  await enter(reply.value, form);
}

export async function signOut(): Promise<void> {
  await services.signOut(await viewer());
  await closeSession();
  redirect("/");
}

async function enter(account: services.AccountView, form: FormData): Promise<never> {
  await openSession(account.personId);
  const home = account.role === "student" ? "/dashboard" : "/teach";
  redirect(safeReturn(textOf(form, "returnTo")) ?? home);
}

function refusal({ message, fields = {} }: services.ServiceError): AccountState {
  const errors = Object.fromEntries(Object.entries(fields).map(([field, complaint]) => [field, complaint.message]));
  return { complaint: message, errors };
}
