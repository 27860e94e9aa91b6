/** `url` and `baseurl` as people write them, made into what the rest of the program relies on. */
import { createDiagnostic } from "../diagnostics/create-diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { Place } from "../model/diagnostic.js";

/** A value and where it stands; no place for one from the command line. */
export interface Written {
  readonly text: string;
  readonly place: Place | undefined;
}

export interface Address {
  /** Scheme and host, no slash at the end; empty when unknown. */
  readonly url: string;
  /** Starts with a slash and does not end in one; empty for the root. */
  readonly baseurl: string;
}

/**
 * A missing scheme is `https`, slashes are put right, and a path in `url` is `baseurl` where that is not set.
 * Adds `config-url` for what is no address, and `config-normalized` with what was understood.
 */
export function settleAddress(url: Written, baseurl: Written, report: Report): Address {
  const base = settleBaseurl(baseurl, report);
  if (url.text === "") return { url: "", baseurl: base };
  const [, scheme = "", host = "", path = ""] =
    /^(?:(https?):)?(?:\/\/)?([^/?#]+)([^?#]*)/i.exec(url.text) ?? [];
  const origin = `${scheme === "" ? "https" : scheme.toLowerCase()}://${host}`;
  if (!isAddress(origin)) {
    report.add(createDiagnostic("config-url", { text: url.text }, url.place));
    return { url: "", baseurl: base };
  }
  const why = findFault(url.text, scheme, path);
  if (why !== null) {
    report.add(
      createDiagnostic(
        "config-normalized",
        { key: "url", text: url.text, understood: origin, why },
        url.place,
      ),
    );
  }
  const fromPath = path.replace(/\/+$/, "");
  if (fromPath === "" || base !== "") return { url: origin, baseurl: base };
  const facts = { key: "baseurl", text: "", understood: fromPath, why: "and url holds a path" };
  report.add(createDiagnostic("config-normalized", facts, url.place));
  return { url: origin, baseurl: fromPath };
}

function findFault(text: string, scheme: string, path: string): string | null {
  if (scheme === "") return "which has no scheme";
  if (path === "/") return "which ends in a slash";
  if (path !== "") return "which holds more than scheme and host";
  return /[?#]/.test(text) ? "which holds more than scheme and host" : null;
}

function isAddress(origin: string): boolean {
  try {
    const { hostname } = new URL(origin);
    return hostname === "localhost" || /[.:]/.test(hostname);
  } catch {
    return false;
  }
}

function settleBaseurl({ text, place }: Written, report: Report): string {
  const path = text.replace(/^(?:https?:)?\/\/[^/]+/i, "");
  const parts = path.split("/").filter((part) => part !== "");
  const understood = parts.map((part) => `/${part}`).join("");
  if (understood !== text) {
    const why =
      path === text
        ? "but it starts with a slash and does not end in one"
        : "but the scheme and host belong in url";
    report.add(createDiagnostic("config-normalized", { key: "baseurl", text, understood, why }, place));
  }
  return understood;
}
