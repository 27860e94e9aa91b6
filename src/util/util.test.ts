import assert from "node:assert/strict";
import { test } from "node:test";
import { slugify } from "./slugify.js";
import { countOf, escapeHtml, formatCount, nearestName } from "./text.js";
import { calendarFields, createTimeZone, formatIso8601 } from "./time-zone.js";
import { encodePath, isExternalUrl, outputPathOf } from "./url.js";

const zone = (name: string) => {
  const found = createTimeZone(name);
  assert.ok(found !== null);
  return found;
};

test("the nearest name forgives a swap, a missing or a wrong letter, and nothing more", () => {
  assert.equal(nearestName("permalnk", ["paginate", "permalink"]), "permalink");
  assert.equal(nearestName("pyhton", ["python", "php"]), "python");
  assert.equal(nearestName("JS", ["ts", "js"]), "js");
  assert.equal(nearestName("tp", ["mp"]), undefined);
  assert.equal(nearestName("zzz", ["python", "php"]), undefined);
  assert.equal(nearestName("nope.html", ["nav.html"]), undefined);
  assert.equal(nearestName("haed.html", ["head.html"]), "head.html");
});

test("text is escaped for HTML and XML alike", () => {
  assert.equal(escapeHtml(`a < b & "c" > d`), "a &lt; b &amp; &quot;c&quot; &gt; d");
});

test("counts are written with the right number", () => {
  assert.equal(countOf(1, "category", "categories"), "1 category");
  assert.equal(countOf(1234, "post"), "1,234 posts");
  for (const count of [0, 7, 999, 1000, 12_345, 999_999, 1_000_000, 1_234_567_890])
    assert.equal(formatCount(count), count.toLocaleString("en-US"));
});

test("slugs keep letters of every script and join the rest with single hyphens", () => {
  assert.equal(slugify("The _config.yml file"), "the-config-yml-file");
  assert.equal(slugify("The _config.yml file", "pretty"), "the-_config.yml-file");
  assert.equal(slugify("The cönfig.yml file", "ascii"), "the-c-nfig-yml-file");
  assert.equal(slugify("The cönfig.yml file", "latin"), "the-config-yml-file");
  assert.equal(slugify("数学 и Code"), "数学-и-code");
  assert.equal(slugify("!!!"), "");
});

test("a wall clock of a zone is one moment, and shows the same again", () => {
  const berlin = zone("Europe/Berlin");
  const summer = berlin.fromWallClock({ year: 2021, month: 7, day: 1, hour: 0, minute: 30, second: 0 });
  assert.equal(formatIso8601(summer), "2021-07-01T00:30:00+02:00");
  const winter = berlin.fromWallClock({ year: 2021, month: 1, day: 1, hour: 0, minute: 0, second: 0 });
  assert.equal(formatIso8601(winter), "2021-01-01T00:00:00+01:00");
  const kathmandu = zone("Asia/Kathmandu").at(0);
  assert.equal(formatIso8601(kathmandu), "1970-01-01T05:30:00+05:30");
});

test("an hour that the clocks skip or show twice is still a moment", () => {
  const berlin = zone("Europe/Berlin");
  const skipped = berlin.fromWallClock({ year: 2021, month: 3, day: 28, hour: 2, minute: 30, second: 0 });
  assert.equal(formatIso8601(skipped), "2021-03-28T03:30:00+02:00");
  const twice = berlin.fromWallClock({ year: 2021, month: 10, day: 31, hour: 2, minute: 30, second: 0 });
  assert.equal(formatIso8601(twice), "2021-10-31T02:30:00+02:00");
});

test("an unknown zone is no zone", () => {
  assert.equal(createTimeZone("Europe/Berln"), null);
});

test("calendar fields follow ISO 8601 at the ends of years", () => {
  const fields = calendarFields({ epochMs: Date.UTC(2021, 0, 3), offsetMinutes: 0 });
  assert.deepEqual([fields.isoWeekYear, fields.isoWeek, fields.weekday, fields.yearDay], [2020, 53, 0, 3]);
});

test("paths are encoded once and completely", () => {
  assert.equal(encodePath("/c++/a b?/ü#.html"), "/c++/a%20b%3F/%C3%BC%23.html");
});

test("a URL is served from the file that a static host would look for", () => {
  assert.equal(outputPathOf("/"), "index.html");
  assert.equal(outputPathOf("/a/"), "a/index.html");
  assert.equal(outputPathOf("/a%20b"), "a b.html");
  assert.equal(outputPathOf("/feed.xml"), "feed.xml");
});

test("what leads to another host or is no path is external", () => {
  for (const url of ["https://a.b", "//a.b", "mailto:a@b", "data:text/plain,x"])
    assert.ok(isExternalUrl(url), url);
  for (const url of ["/a", "a.html", "#x", "../b"]) assert.ok(!isExternalUrl(url), url);
});
