import { posix } from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import { FOLDERS, FORBIDDEN_NAMES, PACKAGE_HOMES } from "./rules.ts";

/** Path relative to src, with forward slashes → text; files that are no TypeScript may have an empty text. */
export type SourceTree = ReadonlyMap<string, string>;

interface Import {
  readonly specifier: string;
  readonly isType: boolean;
}

/** Every broken rule of the house in one line, naming the file; `modules` says how many were read. */
export function checkImports(tree: SourceTree): { readonly problems: readonly string[]; readonly modules: number } {
  const problems: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [path, text] of tree) {
    problems.push(...problemsOfName(path));
    if (!/\.tsx?$/.test(path)) continue;
    const module = readModule(path, text);
    problems.push(...module.problems.map((problem) => `${path}: ${problem}`));
    const targets: string[] = [];
    for (const each of module.imports) {
      const { problem, target } = judge(path, each, tree);
      if (problem) problems.push(`${path}: ${problem}`);
      if (target) targets.push(target);
    }
    graph.set(path, targets);
  }
  problems.push(...cycles(graph));
  return { problems, modules: graph.size };
}

function problemsOfName(path: string): string[] {
  const problems: string[] = [];
  const parts = path.split("/");
  const file = parts.pop() ?? "";
  if (file === "README.md") return [];
  const [stem = "", ...endings] = file.split(".");
  // `.d.ts`: the types of a library that brings none.
  if (!/^(module\.|d\.)?[a-z]+$/.test(endings.join("."))) problems.push(`${path}: unusual ending`);
  for (const name of [...parts, stem]) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) problems.push(`${path}: "${name}" is not kebab-case`);
    if (name.split("-").some((word) => FORBIDDEN_NAMES.has(word))) problems.push(`${path}: "${name}" says nothing`);
  }
  if (stem === "index") problems.push(`${path}: index files hide where things live`);
  const [folder = ""] = parts;
  if (folder === "" ? !FOLDERS.has(path) : !FOLDERS.has(folder)) problems.push(`${path}: is in no folder of the house`);
  return problems;
}

function readModule(path: string, text: string): { readonly imports: Import[]; readonly problems: string[] } {
  const { module, program, errors } = parseSync(path, text);
  if (errors.length > 0) return { imports: [], problems: [`cannot be parsed: ${errors[0]?.message}`] };
  const imports: Import[] = [];
  const problems: string[] = [];
  for (const { moduleRequest, entries } of module.staticImports) {
    const isType = entries.length > 0 && entries.every((entry) => entry.isType);
    imports.push({ specifier: moduleRequest.value, isType });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, exportName, isType } of entries) {
      if (moduleRequest) imports.push({ specifier: moduleRequest.value, isType });
      if (exportName.kind === "Default" || exportName.name === "default") problems.push("exports a default");
    }
  }
  const literal = (node: { type: string } | null | undefined): string | undefined =>
    node?.type === "Literal" && "value" in node && typeof node.value === "string" ? node.value : undefined;
  new Visitor({
    ImportExpression({ source }) {
      const specifier = literal(source);
      if (specifier === undefined) problems.push("imports what only the run knows");
      else imports.push({ specifier, isType: false });
    },
    TSImportType({ source }) {
      const specifier = literal(source);
      if (specifier !== undefined) imports.push({ specifier, isType: true });
    },
    // new URL("./file", import.meta.url) is how workers and assets are named.
    NewExpression({ callee, arguments: [first, second] }) {
      if (callee.type !== "Identifier" || callee.name !== "URL" || second?.type !== "MemberExpression") return;
      const specifier = literal(first);
      if (second.object.type === "MetaProperty" && specifier) imports.push({ specifier, isType: false });
    },
    MemberExpression({ object, property }) {
      if (object.type === "MetaProperty" && property.type === "Identifier" && property.name === "glob") {
        problems.push("imports by pattern, which no reader can follow");
      }
    },
  }).visit(program);
  return { imports, problems };
}

function judge(path: string, { specifier, isType }: Import, tree: SourceTree): { problem?: string; target?: string } {
  const [plain = ""] = specifier.split("?");
  if (!plain.startsWith(".")) return { ...problemOfPackage(path, plain) };
  const target = posix.normalize(posix.join(posix.dirname(path), plain));
  if (target.startsWith("../")) return { problem: `reaches outside of src: ${specifier}` };
  if (!tree.has(target)) return { problem: `imports ${specifier}, which is not there` };
  const from = homeOf(path);
  const to = homeOf(target);
  if (from === to) return { target };
  const allowed = FOLDERS.get(from);
  if (allowed === undefined) return { target };
  const how = allowed.get(to);
  if (how === undefined) return { target, problem: `${from} may not import ${to}: ${specifier}` };
  if (how === "types" && !isType) return { target, problem: `${from} may import only types of ${to}: ${specifier}` };
  return { target };
}

function problemOfPackage(path: string, specifier: string): { problem?: string } {
  if (specifier.startsWith("node:")) return { problem: `imports ${specifier}, which no browser has` };
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  for (const { packages, homes } of PACKAGE_HOMES) {
    const isMeant = packages.some((each) => (each.endsWith("/") ? name.startsWith(each) : name === each));
    const isAtHome = homes.some((home) => path === home || path.startsWith(`${home}/`));
    if (isMeant && !isAtHome) return { problem: `${name} lives in ${homes.join(", ")} only` };
  }
  return {};
}

/** The folder of the house, or the entry itself. */
function homeOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : path;
}

/** Each cycle once, as the way around it; imports of types count. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const walk = (path: string): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push(`cycle: ${[...trail.slice(at), path].join(" → ")}`);
    if (at >= 0 || done.has(path)) return;
    trail.push(path);
    for (const target of graph.get(path) ?? []) walk(target);
    trail.pop();
    done.add(path);
  };
  for (const path of graph.keys()) walk(path);
  return found;
}
