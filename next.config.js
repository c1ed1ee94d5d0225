/** What every answer says, files as well as pages. app/_guard/headers.ts has the rest. */
const headers = Object.entries({
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Permitted-Cross-Domain-Policies": "none",
}).map(([key, value]) => ({ key, value }));

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  headers: async () => [{ source: "/:path*", headers }],
  // The largest form that is read; proxy.ts says it in words, and keeps all but uploads far below it.
  experimental: { serverActions: { bodySizeLimit: "3mb" } },
  // `npm run check` type-checks the whole tree, tests and scripts included; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "graphile-worker", "pg", "pino", "piscina", "prom-client"],
};

export default config;
