/** Every view of the app, as the address names it; tests that hold for all views go through this list. */
export const VIEWS = ["versorgung", "vergleich", "ziele", "daten", "praesentation"] as const;
