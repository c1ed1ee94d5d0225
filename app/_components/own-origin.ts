import { headers } from "next/headers";

/** The address of this site, as the browser that asks knows it. */
export async function ownOrigin(): Promise<string> {
  const asked = await headers();
  const first = (name: string) => asked.get(name)?.split(",")[0]?.trim();
  const host = first("x-forwarded-host") ?? first("host") ?? "localhost";
  return `${first("x-forwarded-proto") ?? "http"}://${host}`;
}
