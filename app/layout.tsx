import "katex/dist/katex.min.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { tasteOf } from "@/lib/auth";
import { fontsCookie } from "./_components/fonts";
import { LateFonts } from "./_components/late-fonts";
import { Scrollers } from "./_components/scrollers";
import { SiteFooter } from "./_components/site-footer";
import { SiteHeader } from "./_components/site-header";
import { isTheme, themeCookie } from "./_components/theme";
import { headOfPage } from "./_components/viewer";

export const metadata: Metadata = {
  title: { default: "Nabla: practice matrix calculus", template: "%s · Nabla" },
  description:
    "Practise matrix calculus. Type a derivative and learn whether it is right, in numerator and in denominator layout.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#111419" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const chosen = await tasteOf(themeCookie);
  const theme = isTheme(chosen) ? chosen : undefined;
  const hasFonts = (await tasteOf(fontsCookie)) !== undefined;
  return (
    <html lang="en" data-theme={theme} data-fonts={hasFonts ? "" : undefined} suppressHydrationWarning>
      <body className="font-sans antialiased">
        <a
          href="#main"
          className="sr-only focus-visible:not-sr-only focus-visible:absolute focus-visible:m-2 focus-visible:rounded-md focus-visible:bg-paper focus-visible:px-4 focus-visible:py-2"
        >
          Skip to the content
        </a>
        <SiteHeader {...(await headOfPage())} />
        <main id="main" tabIndex={-1} className="page grow py-8 outline-none sm:py-12">
          {children}
        </main>
        <SiteFooter theme={theme} />
        <Scrollers />
        <LateFonts />
      </body>
    </html>
  );
}
