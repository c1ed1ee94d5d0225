import { isSignedIn, viewer } from "@/lib/auth";
import type { HeaderViewer } from "./site-header";

/** Who is signed in, for the head of every page. */
export async function headerViewer(): Promise<HeaderViewer | undefined> {
  const asking = await viewer();
  if (!isSignedIn(asking) || asking.role === "guest") return undefined;
  return { name: asking.name ?? asking.email ?? "", role: asking.role };
}
