/** datapackage.json, as far as the profile speaks of what we use. */
export interface PackageDocument {
  $schema?: unknown;
  name?: unknown;
  created?: unknown;
  licenses?: Licence[];
  sources?: unknown[];
  contributors?: unknown[];
  resources?: Record<string, unknown>[];
}
interface Licence {
  name?: string;
  path?: string;
}

/** The rules of the Data Package 2.0 profile that concern what we use (datapackage.org/standard: data package, data resource). */
export function frictionlessProblems(document: PackageDocument): string[] {
  const problems: string[] = [];
  const need = (holds: boolean, what: string): void => {
    if (!holds) problems.push(what);
  };
  const licences = (list: Licence[] | undefined, where: string): void => {
    if (list === undefined) return;
    need(list.length > 0, `${where}: licenses is empty`);
    for (const licence of list) {
      need(licence.name !== undefined || licence.path !== undefined, `${where}: licence without name and path`);
      need(licence.name === undefined || /^[-a-zA-Z0-9._]+$/.test(licence.name), `${where}: licence ${licence.name}`);
    }
  };
  need(document.$schema === "https://datapackage.org/profiles/2.0/datapackage.json", "$schema is not the profile 2.0");
  need(Array.isArray(document.resources) && document.resources.length > 0, "resources are missing");
  need(
    document.created === undefined ||
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(String(document.created)),
    "created is no date-time",
  );
  need(document.sources === undefined || document.sources.length > 0, "sources is empty");
  licences(document.licenses, "package");
  const names = new Set<unknown>();
  for (const resource of document.resources ?? []) {
    const where = String(resource.name);
    need(typeof resource.name === "string" && resource.name !== "", "resource without name");
    need(!names.has(resource.name), `${where}: name is there twice`);
    names.add(resource.name);
    need(typeof resource.path === "string" && !/^(\/|\.\.?\/|~)|\.\.\//.test(resource.path), `${where}: path`);
    need(!("data" in resource && "path" in resource), `${where}: data beside path`);
    need(resource.sources === undefined || (resource.sources as unknown[]).length > 0, `${where}: sources is empty`);
    licences(resource.licenses as Licence[] | undefined, where);
  }
  return problems;
}
