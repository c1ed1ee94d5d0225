/** The cookie that says that this browser has the fonts of text, so that pages may ask for them at once. */
export const fontsCookie = "nabla-fonts";

/** Seconds; files of fonts are kept for a year, but a browser may drop them earlier. */
export const fontsAge = 30 * 24 * 3600;
