import { isSignedIn, viewer } from "@/lib/auth";
import { countDue, ownerName, placesOf } from "@/lib/services";
import type { HeaderViewer } from "./site-header";

/** Who is signed in, for the head of every page. */
export async function headerViewer(): Promise<HeaderViewer | undefined> {
  const asking = await viewer();
  if (!isSignedIn(asking)) return undefined;
  const [due, places] = await Promise.all([countDue(asking, new Date()), placesOf(asking)]);
  return { name: asking.name ?? asking.email ?? "", due, ...places, owner: ownerName(asking) };
}

/** Whether somebody without an account has answered something here. */
export async function isBusyGuest(): Promise<boolean> {
  const asking = await viewer();
  return asking.personId !== null && !isSignedIn(asking);
}
