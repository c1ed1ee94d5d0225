import { refusedFile } from "@/app/_guard/refused-file";
import { viewer } from "@/lib/auth";
import { exportGrades } from "@/lib/services";

/** The grades of a course as a file: `?for=canvas` or `?for=moodle`, of all assignments or of one (`&assignment=…`). */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ readonly courseId: string }> },
): Promise<Response> {
  const { courseId } = await params;
  const { searchParams } = new URL(request.url);
  const format = searchParams.get("for") === "moodle" ? "moodle" : "canvas";
  const assignmentId = searchParams.get("assignment") || null;
  const reply = await exportGrades(await viewer(), courseId, format, assignmentId, new Date());
  if (!reply.ok) return refusedFile(reply.error);
  return new Response(reply.value.text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${reply.value.name}"`,
      "cache-control": "no-store",
    },
  });
}
