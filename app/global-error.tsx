"use client";

/** Shown where not even the frame of the page could be made; it carries its own style. */
export default function GlobalError() {
  return (
    <html lang="en" style={{ colorScheme: "light dark" }}>
      <body
        style={{
          fontFamily: "system-ui, sans-serif",
          display: "grid",
          placeContent: "center",
          minHeight: "90dvh",
          padding: "1rem",
        }}
      >
        <title>Something went wrong · Nabla</title>
        <main style={{ maxWidth: "30rem", textAlign: "center", lineHeight: 1.5 }}>
          <h1 style={{ fontSize: "1.5rem" }}>Something went wrong on our side</h1>
          <p>What you have sent before is kept.</p>
          <button type="button" onClick={() => location.reload()} style={{ font: "inherit", padding: "0.5rem 1rem" }}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
