const NAMED: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

const REFERENCE = /&(?:#x([0-9a-fA-F]+);|#([0-9]+);|([a-z]+);)?/g;

/** A text of XML with its references resolved; undefined when one of them stands for nothing. */
export function resolvedText(raw: string): string | undefined {
  if (!raw.includes("&")) return raw;
  let isWhole = true;
  const text = raw.replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) => {
    const found =
      name !== undefined
        ? NAMED.get(name)
        : characterOf(hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN));
    if (found === undefined) isWhole = false;
    return found ?? "";
  });
  return isWhole ? text : undefined;
}

/** Characters that a document may hold (XML 1.0, production 2). */
function characterOf(code: number): string | undefined {
  const isOne =
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return isOne ? String.fromCodePoint(code) : undefined;
}
