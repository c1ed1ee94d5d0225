import { refusedFile } from "@/app/_guard/refused-file";
import { viewer } from "@/lib/auth";
import { exportPack, type PackWanted } from "@/lib/services";

/** A pack as a file: `?topic=gradient`, `?ids=a,b`, `?all=1`, or all that the asker has written. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const reply = await exportPack(await viewer(), wantedOf(searchParams));
  if (!reply.ok) return refusedFile(reply.error);
  return new Response(reply.value.yaml, {
    headers: {
      "content-type": "application/yaml; charset=utf-8",
      "content-disposition": 'attachment; filename="problems.yaml"',
      "cache-control": "no-store",
    },
  });
}

function wantedOf(query: URLSearchParams): PackWanted {
  const topicId = query.get("topic");
  const ids = query
    .getAll("ids")
    .flatMap((each) => each.split(","))
    .filter(Boolean);
  if (ids.length > 0) return { ids };
  return topicId === null ? { all: query.has("all") } : { topicId };
}
