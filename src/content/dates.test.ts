import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { ZonedTime } from "../model/time.js";
import { readFolder, readPost, readSite, withFolder } from "../testing/read-site.js";
import { formatIso8601 } from "../util/time-zone.js";
import { findFirstCommits } from "./find-first-commits.js";

const iso = (time: ZonedTime | null | undefined): string => (time ? formatIso8601(time) : "none");
const dateOf = (value: string, timezone = "Asia/Tokyo"): string =>
  iso(readPost(`date: ${value}`, { timezone }).date);

test("a day without a time is that day on the site's clock", () => {
  for (const value of [
    "2021-03-04",
    "2021-3-4",
    "2021/03/04",
    "2021.03.04",
    "20210304",
    '"2021-03-04"',
    "March 4, 2021",
    "March 4th 2021",
    "4 March 2021",
    "04-Mar-2021",
    "Thu, 4 Mar 2021",
  ]) {
    assert.equal(dateOf(value), "2021-03-04T00:00:00+09:00", value);
    assert.equal(dateOf(value, "America/Los_Angeles"), "2021-03-04T00:00:00-08:00", value);
  }
});

test("a time without an offset is read on the site's clock", () => {
  for (const value of [
    "2021-03-04 22:05",
    "2021-03-04 22:05:00",
    "2021-03-04T22:05:00",
    "2021-03-04 22:05:00.125",
    "2021-03-04 10:05 PM",
    "Mar 4 2021 10:05 PM",
    "March 4, 2021 at 10:05pm",
    "4 March 2021, 22:05",
  ]) {
    assert.equal(dateOf(value, "America/Los_Angeles"), "2021-03-04T22:05:00-08:00", value);
  }
  assert.equal(dateOf("2021-03-04 12:30 AM"), "2021-03-04T00:30:00+09:00");
  assert.equal(dateOf("2021-03-04 12:30 p.m."), "2021-03-04T12:30:00+09:00");
});

test("a time with an offset or a zone is that moment, shown on the site's clock", () => {
  for (const value of [
    "2021-03-04 23:00:00 +0100",
    "2021-03-04 23:00:00 +01:00",
    "2021-03-04 23:00 +1",
    "2021-03-04T22:00:00Z",
    "2021-03-04T22:00:00.5Z",
    "2021-03-04 22:00:00 UTC",
    "2021-03-04 22:00:00 gmt",
    "2021-03-04 17:00 EST",
    "2021-03-04 14:00 PST",
    "2021-03-05 07:00 JST",
    "2021-03-04 23:00 Europe/Berlin",
    "Thu, 04 Mar 2021 22:00:00 +0000",
    "Thu Mar  4 17:00:00 EST 2021",
  ]) {
    assert.equal(dateOf(value), "2021-03-05T07:00:00+09:00", value);
  }
});

test("a date that is none is an error at its value, and the file name's date is taken", () => {
  const cases: readonly (readonly [value: string, why: RegExp])[] = [
    ["yesterday", /cannot be read|can be read/],
    ["2021", /can be read/],
    ["3/4/2021", /can be read/],
    ["2021-02-30", /month 2 of 2021 has 28 days/],
    ["2021-13-01", /no month 13/],
    ["2021-03-04 25:00", /hours 0 to 23/],
    ["2021-03-04 13:00 PM", /1 to 12/],
    ["2021-03-04 10:61", /minutes/],
    ["2021-03-04 10:00:00 XYZ", /"XYZ" is no known time zone/],
    ["2021-03-04 10:00:00 +9900", /"\+9900"/],
    ["2021-03-04 10:00 Mars/Base", /"Mars\/Base"/],
  ];
  for (const [value, why] of cases) {
    const { told, diagnostics, date, dateSource } = readPost(`date: ${value}`);
    assert.deepEqual(told, ["front-matter-date _posts/2021-03-04-a-post.md:2:7"], value);
    assert.match(diagnostics[0]?.message ?? "", why);
    assert.deepEqual([iso(date), dateSource], ["2021-03-04T00:00:00+00:00", "file-name"]);
  }
  assert.deepEqual(readPost("last_modified_at: soon").told, [
    "front-matter-date _posts/2021-03-04-a-post.md:2:19",
  ]);
});

test("leap days and both spellings of the last change are understood", () => {
  assert.equal(dateOf("2020-02-29", "UTC"), "2020-02-29T00:00:00+00:00");
  assert.equal(dateOf("2000-02-29", "UTC"), "2000-02-29T00:00:00+00:00");
  assert.equal(readPost("date: 1900-02-29").told.length, 1);
  assert.equal(iso(readPost("last_modified_at: 2021-05-06").lastModified), "2021-05-06T00:00:00+00:00");
  assert.equal(
    iso(readPost("last-modified-at: 2021-05-06 10:00 +0200").lastModified),
    "2021-05-06T08:00:00+00:00",
  );
});

test("a day that Jekyll would move is told, with both ways to pin it", () => {
  const tokyo = readPost("date: 2021-03-04 23:30:00", { timezone: "Asia/Tokyo" });
  assert.deepEqual(tokyo.told, ["date-differs-from-jekyll _posts/2021-03-04-a-post.md:2:7"]);
  assert.equal(iso(tokyo.date), "2021-03-04T23:30:00+09:00");
  assert.match(tokyo.diagnostics[0]?.message ?? "", /2021-03-04; Jekyll .* 2021-03-05/);
  assert.match(tokyo.diagnostics[0]?.hint ?? "", /23:30:00 \+0900" keeps 2021-03-04, .*23:30:00 \+0000"/);
  for (const value of [
    "2021-03-04 10:00:00",
    "2021-03-04 23:30",
    '"2021-03-04 23:30:00"',
    "2021-03-04 23:30:00 +0900",
  ]) {
    assert.deepEqual(readPost(`date: ${value}`, { timezone: "Asia/Tokyo" }).told, [], value);
  }
  assert.deepEqual(readPost("date: 2021-03-04 23:30:00").told, []);
});

test("file names have dates in all of Jekyll's forms", () => {
  const dates = (name: string): string[] => {
    const { date, slug, dateSource } = readPost("x: 1", {}, `_posts/sub/${name}`);
    return [iso(date).slice(0, 10), slug, dateSource ?? ""];
  };
  assert.deepEqual(dates("2021-3-4-a-b.md"), ["2021-03-04", "a-b", "file-name"]);
  assert.deepEqual(dates("21-03-04-a.md"), ["2021-03-04", "a", "file-name"]);
  assert.deepEqual(dates("99-03-04-a.html"), ["1999-03-04", "a", "file-name"]);
  assert.deepEqual(dates("2021-03-04.md"), ["2021-03-04", "2021-03-04", "file-name"]);
});

test("an impossible date in a file name is an error unless the front matter has one", () => {
  const path = "_posts/2021-13-45-x.md";
  const { told, diagnostics } = readSite({ [path]: "---\ntitle: A\n---\n" });
  assert.ok(told.includes(`file-name-date ${path}`));
  assert.match(
    diagnostics.find(({ code }) => code === "file-name-date")?.message ?? "",
    /2021-13-45.*no month 13/,
  );
  assert.deepEqual(readPost("date: 2021-01-02", {}, path).told, []);
});

test("a post without any date has that of its file, with a warning; a draft has it without", () => {
  withFolder({ "site/_posts/a.md": "A", "site/_drafts/b.md": "B" }, (folder) => {
    for (const path of ["_posts/a.md", "_drafts/b.md"]) {
      const time = Date.UTC(2020, 4, 6, 23, 0, 0) / 1000;
      utimesSync(join(folder, "site", path), time, time);
    }
    const { content, told, diagnostics } = readFolder(folder, { timezone: "Asia/Tokyo" });
    assert.deepEqual(
      content.documents.map(({ path, date, dateSource }) => [path, iso(date), dateSource]),
      [
        ["_drafts/b.md", "2020-05-07T08:00:00+09:00", "file"],
        ["_posts/a.md", "2020-05-07T08:00:00+09:00", "file"],
      ],
    );
    assert.deepEqual(told, ["post-undated _posts/a.md"]);
    assert.match(diagnostics[0]?.hint ?? "", /2020-05-07-a\.md/);
  });
});

test("a post without any date has that of the commit that first added it", () => {
  withFolder({ "site/_posts/a \u00e9.md": "A" }, (folder) => {
    const site = join(folder, "site");
    const git = (date: string, ...parameters: string[]): void => {
      const author = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
      const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
      execFileSync("git", ["-C", folder, ...author, ...parameters], { env, stdio: "ignore" });
    };
    git("", "init", "-q");
    git("", "add", ".");
    git("2019-06-07T08:09:10Z", "commit", "-qm", "one");
    writeFileSync(join(site, "_posts", "a \u00e9.md"), "Changed");
    git("2020-06-07T08:09:10Z", "commit", "-qam", "two");
    const { content, told } = readFolder(folder);
    assert.deepEqual(
      [iso(content.documents[0]?.date), content.documents[0]?.dateSource],
      ["2019-06-07T08:09:10+00:00", "git"],
    );
    assert.deepEqual(told, ["post-undated _posts/a \u00e9.md"]);
    assert.equal(
      findFirstCommits(
        site,
        Array.from({ length: 300 }, () => "_posts/a \u00e9.md"),
      ).times.size,
      1,
    );
  });
});

test("no date depends on the machine's time zone", () => {
  const self = fileURLToPath(import.meta.url);
  if (process.env.POSTULATE_TEST_ZONE !== undefined) return;
  for (const zone of ["Asia/Tokyo", "America/Los_Angeles"]) {
    const env = { ...process.env, TZ: zone, POSTULATE_TEST_ZONE: zone, NODE_TEST_CONTEXT: undefined };
    const { status, stdout } = spawnSync(process.execPath, ["--test", self], { env, encoding: "utf8" });
    assert.equal(status, 0, stdout);
  }
});
