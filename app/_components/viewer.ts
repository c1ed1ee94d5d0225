import { unstable_rethrow } from "next/navigation";
import { noteFailure } from "@/app/_actions/guarded";
import { isSignedIn, type Viewer, viewer } from "@/lib/auth";
import { countDue, ownerName, placesOf } from "@/lib/services";
import type { Head, HeaderViewer } from "./site-header";

/** Who is here, for the head of every page. Where that cannot be found out now, the page below can still say why. */
export async function headOfPage(): Promise<Head> {
  try {
    const asking = await viewer();
    if (isSignedIn(asking)) return { viewer: await headerViewer(asking) };
    return { busyGuest: asking.personId !== null };
  } catch (error) {
    unstable_rethrow(error);
    noteFailure(error, "the head of a page failed");
    return { isUnknown: true };
  }
}

async function headerViewer(asking: Viewer): Promise<HeaderViewer> {
  const [due, places] = await Promise.all([countDue(asking, new Date()), placesOf(asking)]);
  return { name: asking.name ?? asking.email ?? "", due, ...places, owner: ownerName(asking) };
}
