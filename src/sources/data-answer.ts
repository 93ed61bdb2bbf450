import type { PoliteAnswer } from "./polite-fetch.ts";
import { ServerTrouble } from "./server-trouble.ts";

const LOOKED_AT = 16_384;
const LONGEST_DETAIL = 300;

/**
 * The answer, if it can hold data. Login pages, error pages and reports of errors come with all sorts of statuses, 200 among them.
 * @throws ServerTrouble
 */
export function dataAnswer(answer: PoliteAnswer): PoliteAnswer {
  const { status, address } = answer;
  const begin = new TextDecoder().decode(answer.bytes.subarray(0, LOOKED_AT)).trimStart();
  const isHtml =
    /^<(!doctype\s+html|html|head|body)\b/i.test(begin) || /^<\?xml[^>]*>\s*<(!doctype\s+)?html/i.test(begin);
  if (status === 401 || status === 403 || status === 407) throw new ServerTrouble("login", address, { status });
  if (isHtml && /<input[^>]+type\s*=\s*["']?password/i.test(begin))
    throw new ServerTrouble("login", address, { status });
  const said = reportIn(begin);
  if (said !== undefined) throw new ServerTrouble("service-error", address, { status, detail: said });
  if (status === 404 || status === 410) throw new ServerTrouble("not-found", address, { status });
  if (status < 200 || status >= 300) throw new ServerTrouble("http-status", address, { status });
  if (isHtml) throw new ServerTrouble("html-page", address, { status });
  return answer;
}

/** What a service says instead of data: a report of OGC in XML, or a problem in JSON (RFC 9457, OGC API). */
function reportIn(begin: string): string | undefined {
  if (begin.startsWith("<")) {
    if (!/<(\w+:)?(ExceptionReport|ServiceExceptionReport)\b/.test(begin)) return undefined;
    const text = /<(?:\w+:)?(?:ExceptionText|ServiceException)\b[^>]*>([\s\S]*?)<\//.exec(begin)?.[1];
    const code = /\b(?:exceptionCode|code)\s*=\s*["']([^"']+)/.exec(begin)?.[1];
    return plain(text ?? "") || (code ?? "");
  }
  if (!begin.startsWith("{")) return undefined;
  const member = (name: string) => new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"`).exec(begin)?.[1];
  if (
    /"(type|collections|links|features|conformsTo)"\s*:\s*("FeatureCollection"|"Feature"|"Topology"|\[)/.test(begin)
  ) {
    return undefined;
  }
  // GeoServer has a list of „exceptions“ with a „text“, ArcGIS an „error“ with a „message“, both with status 200.
  const isReport = /^\{\s*"(version|exceptions|error)"/.test(begin);
  const own = isReport ? (member("text") ?? member("message")) : undefined;
  const text = own ?? member("description") ?? member("detail") ?? member("title");
  return /"(code|status|detail)"\s*:/.test(begin) && text !== undefined ? plain(text) : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function plain(text: string): string {
  return text
    .replace(/<!\[CDATA\[|\]\]>/g, "")
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_DETAIL);
}
