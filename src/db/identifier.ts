/**
 * A name as SQL writes it: in double quotes, with quotes inside doubled. The only way in which a name that is not a literal of this
 * code enters a statement; values never do, they are bound.
 * @throws when the name is empty or holds a NUL character, which no identifier of DuckDB can.
 */
export function quoted(name: string): string {
  if (name === "" || name.includes("\0")) throw new Error(`not an identifier: ${JSON.stringify(name)}`);
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as an SQL literal; for comments in DDL, where nothing can be bound. */
export function literal(text: string): string {
  if (text.includes("\0")) throw new Error("a literal cannot hold a nul character");
  return `'${text.replaceAll("'", "''")}'`;
}
