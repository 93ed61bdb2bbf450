// @ts-check
import { execFile, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const SERVERS = "/usr/lib/postgresql";
const EXTENSIONS = "/usr/share/postgresql";
const USER = "postgres";

/**
 * The newest PostgreSQL of this machine that has PostGIS.
 *
 * @returns {string | undefined} its folder of programs
 */
export function findPostgis() {
  if (!existsSync(SERVERS)) return undefined;
  return readdirSync(SERVERS)
    .sort((a, b) => Number(b) - Number(a))
    .filter((version) => existsSync(join(EXTENSIONS, version, "extension/postgis.control")))
    .map((version) => join(SERVERS, version, "bin"))
    .find((programs) => ["initdb", "postgres", "psql"].every((name) => existsSync(join(programs, name))));
}

/**
 * A cluster of its own in a temporary folder that listens to nothing but a socket there; gone with `remove`.
 *
 * @param {string} programs
 */
export async function startCluster(programs) {
  const folder = mkdtempSync(join(tmpdir(), "postgis-"));
  // PostgreSQL refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    chmodSync(folder, 0o700);
    execFileSync("chown", [USER, folder]);
  }
  /** @type {(name: string, args: string[]) => [string, string[]]} */
  const own = (name, args) =>
    isRoot ? ["runuser", ["-u", USER, "--", join(programs, name), ...args]] : [join(programs, name), args];
  const data = join(folder, "data");
  const options = { cwd: folder };
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let server;
  const remove = async () => {
    if (server && server.exitCode === null) {
      const ended = new Promise((resolve) => server?.once("exit", resolve));
      execFileSync(...own("pg_ctl", ["stop", "-D", data, "-m", "immediate"]), { ...options, stdio: "ignore" });
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    execFileSync(...own("initdb", ["-D", data, "-A", "trust", "-U", USER, "-E", "UTF8", "--locale=C", "--no-sync"]), {
      ...options,
      stdio: "ignore",
    });
    const settings = ["listen_addresses=", `unix_socket_directories=${folder}`, "fsync=off", "shared_buffers=512MB"];
    settings.push("work_mem=128MB", "jit=off");
    const flags = settings.flatMap((setting) => ["-c", setting]);
    server = spawn(...own("postgres", ["-D", data, ...flags]), { ...options, stdio: "ignore" });
    /** @type {(sql: string) => Promise<string>} */
    const query = async (sql) => {
      const flags = ["-h", folder, "-U", USER, "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-X", "-q", "-A", "-t"];
      const running = promisify(execFile)(...own("psql", flags), { ...options, maxBuffer: 2 ** 28 });
      running.child.stdin?.end(sql);
      return (await running).stdout;
    };
    await untilItAnswers(query);
    return { query, remove };
  } catch (problem) {
    await remove();
    throw problem;
  }
}

/** @param {(sql: string) => Promise<string>} query */
async function untilItAnswers(query) {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      await query("SELECT 1");
      return;
    } catch (problem) {
      if (Date.now() > end) throw problem;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
