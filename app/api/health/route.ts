/** Says that the server answers, whatever it needs to do its work: /api/ready says whether that is there. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
