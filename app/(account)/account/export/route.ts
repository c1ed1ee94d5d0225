import { refusedFile } from "@/app/_guard/refused-file";
import { viewer } from "@/lib/auth";
import { exportEverything } from "@/lib/services";

/** Everything about the viewer as one JSON file. */
export async function GET(): Promise<Response> {
  const reply = await exportEverything(await viewer(), new Date());
  if (!reply.ok) return refusedFile(reply.error);
  return new Response(bytesOf(reply.value.text), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${reply.value.name}"`,
      "cache-control": "no-store",
    },
  });
}

/** Text as it becomes ready, no faster than it is taken. */
function bytesOf(text: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const pieces = text[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}
