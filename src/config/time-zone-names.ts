/** Names of time zones: whether they are any, and which one somebody meant. */
import { nearestName } from "../util/text.js";
import { createTimeZone } from "../util/time-zone.js";

/** The names of three letters that IANA has. Node takes others too, and reads BST as the time of Bangladesh. */
const SHORT_NAMES = "CET EET EST GMT HST MET MST PRC ROC ROK UCT UTC WET".split(" ");

/** Whether it is an IANA name that Node knows, in any case. */
export function isTimeZone(name: string): boolean {
  if (/^[a-z]{3}$/i.test(name) && !SHORT_NAMES.includes(name.toUpperCase())) return false;
  return createTimeZone(name) !== null;
}

/** What people write who think of a clock and not of a place. */
const BY_ABBREVIATION: Readonly<Record<string, string>> = {
  pst: "America/Los_Angeles",
  pdt: "America/Los_Angeles",
  mdt: "America/Denver",
  cst: "America/Chicago",
  cdt: "America/Chicago",
  edt: "America/New_York",
  bst: "Europe/London",
  cest: "Europe/Berlin",
  eest: "Europe/Athens",
  msk: "Europe/Moscow",
  ist: "Asia/Kolkata",
  jst: "Asia/Tokyo",
  kst: "Asia/Seoul",
  aest: "Australia/Sydney",
  aedt: "Australia/Sydney",
};

/** New names of places that Node lists only under their old ones. */
const NEW_NAMES = [
  "UTC",
  "GMT",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Yangon",
  "Asia/Ho_Chi_Minh",
  "Europe/Kyiv",
];

/** The IANA name nearest to `name`: the same city, a name with few letters wrong, or a city with few letters wrong. */
export function nearestTimeZone(name: string): string | undefined {
  const zones = [...Intl.supportedValuesOf("timeZone"), ...NEW_NAMES];
  const wanted = name.trim().replace(/\s+/g, "_");
  const byCity = new Map(zones.map((zone) => [zone.slice(zone.lastIndexOf("/") + 1), zone]));
  const city = wanted.slice(wanted.lastIndexOf("/") + 1);
  const sameCity = [...byCity.keys()].find((known) => known.toLowerCase() === city.toLowerCase());
  return (
    BY_ABBREVIATION[wanted.toLowerCase()] ??
    byCity.get(sameCity ?? "") ??
    nearestName(wanted, zones) ??
    byCity.get(nearestName(city, byCity.keys()) ?? "")
  );
}
