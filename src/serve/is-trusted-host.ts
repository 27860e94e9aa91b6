import { isIP } from "node:net";
import { hostname } from "node:os";

/**
 * Whether the `Host` header of a request names this server. A page of a stranger can point a name of its own at
 * 127.0.0.1 and then read what is served here (DNS rebinding); the name in `Host` gives it away.
 * Loopback names and the host that was chosen are trusted. A server on all interfaces is also called by its
 * addresses and by the machine's name; an address cannot be rebound.
 */
export function isTrustedHost(header: string | undefined, chosenHost: string): boolean {
  const name = hostNameOf(header ?? "");
  if (name === null) return false;
  if (name === "localhost" || name.endsWith(".localhost") || name === "::1" || isLoopbackV4(name))
    return true;
  if (name === stripBrackets(chosenHost).toLowerCase()) return true;
  if (!["0.0.0.0", "::"].includes(stripBrackets(chosenHost))) return false;
  const machine = hostname().toLowerCase();
  return isIP(name) !== 0 || name === machine || name === `${machine}.local`;
}

/** The name in a `Host` header: lower case, without port and brackets; `null` when it is malformed. */
function hostNameOf(header: string): string | null {
  const match = /^(\[[0-9a-f:.]+\]|[^:[\]/@\s]+)(?::\d{1,5})?$/i.exec(header.trim());
  return match?.[1] === undefined ? null : stripBrackets(match[1]).toLowerCase();
}

function isLoopbackV4(name: string): boolean {
  return isIP(name) === 4 && name.startsWith("127.");
}

function stripBrackets(host: string): string {
  return host.replace(/^\[|\]$/g, "");
}
