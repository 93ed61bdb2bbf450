/** Colours of paper: those of the screen, written out because a page knows no style sheet. */
export const SHEET_INK = {
  paper: "#ffffff",
  ink: "#14222b",
  soft: "#44545e",
  line: "#b9c4c8",
  accent: "#0b6e69",
  loud: "#b8390f",
  label: "#fff1c9",
  swatchEdge: "#b3bcc1",
  pattern: "#4d5a62",
} as const;
