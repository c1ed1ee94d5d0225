/** The largest forms that are read, in bytes: an answer is at most a hundredth of it, a roster or a pack of problems more. */
const largestForm = 1_000_000;
const largestUpload = 3_000_000;

/** What is said of a form that is larger than what is read; `null` where it is not. */
export function tooLongFor(path: string, size: number): string | null {
  // The API has a limit of its own, and words for programs.
  if (path.startsWith("/api/v1/")) return null;
  if (path.startsWith("/teach/")) return size > largestUpload ? "A file has at most 2 MB here." : null;
  return size > largestForm ? "An answer has at most 10,000 characters, and this form is far larger." : null;
}

/** Says so in words where a form is larger than the framework would read. The browser still has what was typed. */
export function tooLarge(why: string): Response {
  return page(413, "This is too long to be read", `${why} Nothing is counted. Go back: what you typed is still there.`);
}

/** Says so in words where a form does not come from a page of ours. */
export function notOurs(): Response {
  const why = "It was not sent by a page of this site, or your browser does not say so. Nothing is done.";
  return page(403, "This form is not ours", `${why} Go to the page itself, and send it from there.`);
}

function page(status: number, title: string, text: string): Response {
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · Nabla</title><style>:root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem}</style>
<h1>${title}</h1><p>${text}</p></html>`;
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(body, { status, headers });
}
