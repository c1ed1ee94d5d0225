/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The largest form that is read; proxy.ts says it in words, and keeps all but uploads far below it.
  experimental: { serverActions: { bodySizeLimit: "3mb" } },
  // `npm run check` type-checks the whole tree, tests and scripts included; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "graphile-worker", "pg", "pino", "prom-client"],
};

export default config;
