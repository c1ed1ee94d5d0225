"use server";

import { cookies } from "next/headers";
import { isTheme, themeCookie } from "@/app/_components/theme";

/** Keeps the chosen colours for a year; "system" forgets the choice. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = form.get("theme");
  const jar = await cookies();
  if (isTheme(theme)) jar.set(themeCookie, theme, { path: "/", maxAge: 365 * 24 * 3600, sameSite: "lax" });
  else jar.delete(themeCookie);
}
