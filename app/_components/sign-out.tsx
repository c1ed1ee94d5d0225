"use client";

import type { ReactNode } from "react";
import { signOut } from "@/app/_actions/account";
import { browserStorage, forgetOwner } from "./fields/kept";
import { leaving } from "./fields/use-draft-sync";

interface Props {
  /** Names the person in their own browser. */
  owner: string;
  children: ReactNode;
}

/** Signs out, and leaves nothing of what was typed in this browser: the server has it. */
export function SignOut({ owner, children }: Props) {
  const leave = () => {
    // Nobody can sign out without a connection, and then nothing is to be lost.
    if (!navigator.onLine) return;
    dispatchEvent(new Event(leaving));
    forgetOwner(browserStorage(), owner);
  };
  return (
    <form action={signOut} onSubmit={leave} className="flex items-center gap-1">
      {children}
      <button type="submit" className="button button-quiet px-3">
        Sign out
      </button>
    </form>
  );
}
