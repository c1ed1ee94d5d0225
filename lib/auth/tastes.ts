import { cookies } from "next/headers";
import { cookieFlags, cookieName, tasteAge } from "./cookies";

/** What this browser remembers of how somebody likes things, by a name of our own; nothing where it does not. */
export async function tasteOf(name: string): Promise<string | undefined> {
  return (await cookies()).get(cookieName(name))?.value;
}

/** Has this browser remember it; `null` has it forget. For server actions and routes. */
export async function keepTaste(name: string, value: string | null, { httpOnly = true } = {}): Promise<void> {
  const jar = await cookies();
  if (value === null) jar.delete({ name: cookieName(name), ...cookieFlags(0) });
  else jar.set(cookieName(name), value, { ...cookieFlags(tasteAge), httpOnly });
}
