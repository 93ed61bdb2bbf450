/** Paths that a text in Markdown names: in backticks, as links, as pictures. Commands, addresses and patterns are none. */
export function pathsInMarkdown(text: string): string[] {
  const found = new Set<string>();
  const prose = text.replace(/^```[\s\S]*?^```/gm, "");
  for (const [, target = ""] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (!/^([a-z]+:|#)/i.test(target)) found.add(target.replace(/#.*$/, ""));
  }
  for (const [, quoted = ""] of prose.matchAll(/`([^`\n]+)`/g)) {
    if (isPath(quoted)) found.add(quoted);
  }
  return [...found];
}

function isPath(text: string): boolean {
  if (!/^[\w./-]+$/.test(text) || text.startsWith("/") || text.startsWith("-")) return false;
  if (/^(\.\/)?(src|data|test|public|\.ci)\//.test(text)) return true;
  // A bare name is meant as a file of ours where it ends like our files; `datapackage.json` is a word of the contract.
  return /\.(tsx?|mjs|css|html|md)$/.test(text);
}
