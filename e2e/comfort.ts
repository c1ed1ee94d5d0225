import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** How a page can be looked at. */
interface Look {
  readonly name: string;
  /** For pictures. */
  readonly folder: string;
  readonly colorScheme: "light" | "dark";
  readonly size: { readonly width: number; readonly height: number };
}

const desktop = { width: 1280, height: 720 };
const phone = { width: 320, height: 640 };

export const looks = {
  lightDesktop: { name: "light, 1280 px", folder: "light-desktop", colorScheme: "light", size: desktop },
  lightPhone: { name: "light, 320 px", folder: "light-phone", colorScheme: "light", size: phone },
  darkDesktop: { name: "dark, 1280 px", folder: "dark-desktop", colorScheme: "dark", size: desktop },
  darkPhone: { name: "dark, 320 px", folder: "dark-phone", colorScheme: "dark", size: phone },
} as const satisfies Readonly<Record<string, Look>>;

/** What a window of 1280 px shows at 200 %. */
export const zoomed: Look = {
  name: "light, 200 % zoom",
  folder: "light-zoomed",
  colorScheme: "light",
  size: { width: 640, height: 360 },
};

/** Gives the page a look, and waits for the fonts, for what the page does after a change of size, and for the whole of a lesson. */
export async function putOn(page: Page, { colorScheme, size }: Look): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  // Far parts of a lesson are laid out once somebody is there.
  await page.mouse.move(1, 1);
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    const isWaiting = () => document.querySelector(".lesson > :not([data-shown])") !== null;
    await document.fonts.ready;
    for (let frame = 0; frame < 3 || (frame < 600 && isWaiting()); frame++)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

type AxeOptions = Parameters<AxeBuilder["options"]>[0];

const allRules: AxeOptions = { rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };
const rulesOfColour: AxeOptions = { runOnly: ["color-contrast"], resultTypes: ["violations"] };

/** What axe finds, targets smaller than 24 px among it; or, for a page that was looked at in other colours, contrasts alone. */
export async function axeFindings(page: Page, only?: "colours"): Promise<string[]> {
  // Our pages frame no others, so that one run in the page itself is all.
  const axe = new AxeBuilder({ page }).setLegacyMode().options(only === "colours" ? rulesOfColour : allRules);
  const { violations } = await axe.analyze();
  // While an action's answer is put in, or a page comes after another, it is without a title for a moment.
  if (violations.some(({ id }) => id === "document-title")) {
    await page.waitForFunction(() => document.title !== "");
    return axeFindings(page, only);
  }
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(" ")})`);
}

/** Whether the page is wider than the window. */
export async function sidewaysFindings(page: Page): Promise<string[]> {
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  return isTooWide ? ["the page scrolls sideways"] : [];
}

/** What is wrong with the page in one look. The page keeps it. */
export async function lookFindings(page: Page, look: Look, only?: "colours"): Promise<string[]> {
  await putOn(page, look);
  const found = [...(await axeFindings(page, only)), ...(await sidewaysFindings(page))];
  return found.map((finding) => `${look.name}: ${finding}`);
}

/** Whether a page that is zoomed scrolls sideways. */
export async function zoomFindings(page: Page): Promise<string[]> {
  await putOn(page, zoomed);
  return (await sidewaysFindings(page)).map((finding) => `${zoomed.name}: ${finding}`);
}

/** What moves although the person has asked for no motion. */
export function motionFindings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const moving = [...document.querySelectorAll("*")].filter((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      return animationName !== "none" || /[1-9]/.test(transitionDuration) || scrollBehavior === "smooth";
    });
    return moving.slice(0, 3).map((element) => `moves: ${element.outerHTML.slice(0, 120)}`);
  });
}

/** Whether Tab leads first to a link that is seen and skips to the content. */
export async function skipLinkFindings(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.keyboard.press("Tab");
  const link = page.getByRole("link", { name: "Skip to the content" });
  if (!(await link.evaluate((element) => element === document.activeElement && element.clientHeight >= 24)))
    return ["Tab does not lead to the link that skips to the content"];
  await page.keyboard.press("Enter");
  const arrived = await page.evaluate(() => document.activeElement?.id === "main");
  return arrived ? [] : ["the link that skips to the content does not lead there"];
}

/** Pages have up to hundreds of links that are all alike. */
const mostStops = 120;

/**
 * Where the keyboard stops without a sign to be seen, or on something that is covered. To be called once a key was pressed,
 * for then a browser shows the focus.
 */
export function focusFindings(page: Page): Promise<string[]> {
  return page.evaluate((most) => {
    const stops = [
      ...document.querySelectorAll<HTMLElement | SVGAElement>(
        "a[href], button, input, select, textarea, summary, [tabindex='0']",
      ),
    ].filter(
      (stop) =>
        stop.checkVisibility({ visibilityProperty: true }) &&
        !stop.matches(":disabled, [type='hidden'], [tabindex='-1']"),
    );
    const isSeen = (stop: Element) => {
      const marked = [stop, ...stop.querySelectorAll("rect"), stop.closest("label, .answer-frame") ?? stop];
      return marked.some((element) => {
        const { outlineStyle, outlineWidth, strokeWidth, boxShadow } = getComputedStyle(element);
        const isOutlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
        return isOutlined || boxShadow !== "none" || Number.parseFloat(strokeWidth) >= 3;
      });
    };
    const isCovered = (stop: Element) => {
      const box = stop.getClientRects()[0] ?? stop.getBoundingClientRect();
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, window.innerWidth)];
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, window.innerHeight)];
      const places = [0.5, 0.1, 0.9].map(
        (share) => [left + share * (right - left), top + share * (bottom - top)] as const,
      );
      return !places.some(([x, y]) => {
        const above = document.elementFromPoint(x, y);
        return above !== null && (stop.contains(above) || above.contains(stop));
      });
    };
    return stops.slice(0, most).flatMap((stop) => {
      stop.focus();
      if (document.activeElement !== stop) return [];
      const name = stop.outerHTML.slice(0, 120);
      return [
        ...(isSeen(stop) ? [] : [`focus is not seen: ${name}`]),
        ...(isCovered(stop) ? [`focus is covered: ${name}`] : []),
      ];
    });
  }, mostStops);
}
