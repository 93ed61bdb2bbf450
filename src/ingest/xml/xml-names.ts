/** What begins a name, and what may follow (XML 1.0, productions 4 and 4a). */
const START =
  ":A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const NAME = new RegExp(`^[${START}][${START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*$`, "u");
const MOST_KNOWN = 10_000;

/** Names come by the million, and there are a few dozen of them: each is looked at once. */
export class XmlNames {
  readonly #known = new Map<string, string>();

  /** What `of` has said of it before. */
  known(name: string): string | undefined {
    return this.#known.get(name);
  }

  /** The name without its prefix; undefined when it is none. */
  of(name: string): string | undefined {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    if (!NAME.test(name)) return undefined;
    const local = name.slice(name.indexOf(":") + 1);
    if (this.#known.size < MOST_KNOWN) this.#known.set(name, local);
    return local;
  }
}
