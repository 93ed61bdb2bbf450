// A space in front: ids of places are read without spaces around them.
const PREFIX = " site ";

/** Id of the mark of a proposed site, which no place of a package has. */
export function siteMarkId(index: number): string {
  return `${PREFIX}${index}`;
}

/** Index of the proposed site whose mark has this id. */
export function siteIndex(id: string | undefined): number | undefined {
  return id?.startsWith(PREFIX) ? Number(id.slice(PREFIX.length)) : undefined;
}
