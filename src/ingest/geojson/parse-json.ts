import { UnreadableFile } from "../unreadable-file.ts";

/** Geodata are nested some ten levels deep, with what properties hold perhaps twenty; deeper ones overflow whatever walks through them. */
const DEEPEST = 100;

/**
 * JSON that is not deeper than data can be.
 * @throws UnreadableFile with the message of the parser
 */
export function parseJson(text: string): unknown {
  checkDepth(text);
  return parseTable(text);
}

/**
 * JSON of any depth, for those who look only at rows and leave it to these how deep their cells may be: a text of 100 MB is walked once.
 * @throws UnreadableFile with the message of the parser
 */
export function parseTable(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    checkDepth(text);
    throw new UnreadableFile("broken", error instanceof Error ? error.message : String(error));
  }
}

/** @throws UnreadableFile when it is deeper than data can be */
export function checkDepth(text: string): void {
  if (isTooDeep(text)) throw new UnreadableFile("json-too-deep", String(DEEPEST));
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      for (i++; i < text.length; i++) {
        const inside = text.charCodeAt(i);
        if (inside === BACKSLASH) i++;
        else if (inside === QUOTE) break;
      }
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++depth > DEEPEST) return true;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
  }
  return false;
}
