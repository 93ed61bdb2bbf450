import regular from "@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff?url";
import strong from "@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff?url";
import regularExtended from "@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff?url";
import strongExtended from "@fontsource/source-sans-3/files/source-sans-3-latin-ext-600-normal.woff?url";

/** Addresses of the fonts of a page, on our own origin. Static cuts: a page embeds no variable font. */
export const FONT_FILES = { regular, strong, regularExtended, strongExtended } as const;
