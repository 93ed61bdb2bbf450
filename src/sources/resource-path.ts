/**
 * Contract: relative, inside the folder, never `..`, never absolute. Frictionless calls such a path safe. Returns the path in the one
 * form that is looked up (no `./`, composed Unicode: macOS gives decomposed names), or undefined when it is not safe.
 */
export function safeResourcePath(path: string): string | undefined {
  if (path === "" || path.length > 1000) return undefined;
  // Backslashes and drive letters lead out on Windows; control characters have no place in a name.
  if (/^[/~]|\\|^[a-z][a-z0-9+.-]*:/i.test(path) || hasControlCharacter(path)) return undefined;
  const segments = path.split("/").filter((segment) => segment !== ".");
  if (segments.some((segment) => segment === ".." || segment === "")) return undefined;
  return segments.join("/").normalize("NFC");
}

function hasControlCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 32) return true;
  return false;
}
