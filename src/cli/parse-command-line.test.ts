import assert from "node:assert/strict";
import { test } from "node:test";
import { commands } from "./commands.js";
import { parseCommandLine } from "./parse-command-line.js";
import { UsageError } from "./usage-error.js";

function parse(...args: string[]) {
  const line = parseCommandLine(args, commands);
  assert.ok(line.kind === "run", line.kind);
  return { command: line.command.name, values: { ...line.values }, positional: line.positional };
}

function complaint(...args: string[]): string {
  try {
    parseCommandLine(args, commands);
  } catch (error) {
    assert.ok(error instanceof UsageError);
    return `${error.message} | ${error.hint}`;
  }
  return "none";
}

test("options are read in every spelling, before and behind the command", () => {
  const expected = {
    command: "build",
    values: { source: "blog", limitPosts: 3, drafts: true },
    positional: "",
  };
  assert.deepEqual(parse("build", "--source", "blog", "--limit-posts", "3", "--drafts"), expected);
  assert.deepEqual(parse("build", "--source=blog", "--limit_posts=3", "-D"), expected);
  assert.deepEqual(parse("-s", "blog", "-D", "b", "--limit_posts", "3"), expected);
  assert.deepEqual(parse("build", "-sblog", "--limit-posts", "3", "--drafts", "--drafts"), expected);
});

test("serve is dev, as in Jekyll", () => {
  assert.equal(parse("serve").command, "dev");
  assert.deepEqual(parse("s", "-P", "8080", "-H", "0.0.0.0").values, { port: 8080, host: "0.0.0.0" });
});

test("--no- takes a flag back, the last one wins", () => {
  assert.deepEqual(parse("build", "--no-drafts").values, { drafts: false });
  assert.deepEqual(parse("build", "--drafts", "--no-drafts").values, { drafts: false });
  assert.deepEqual(parse("build", "--no-future", "--future").values, { future: true });
  assert.match(complaint("build", "--no-json"), /There is no option --no-json/);
});

test("lists are split at commas and gathered", () => {
  assert.deepEqual(parse("build", "--config", "a.yml, b.yml", "--config", "c.yml").values, {
    config: ["a.yml", "b.yml", "c.yml"],
  });
});

test("the words of a title need no quotes, and -- ends the options", () => {
  assert.equal(parse("new", "My", "first", "post").positional, "My first post");
  assert.equal(parse("new", "--draft", "--", "--my_flag").positional, "--my_flag");
});

test("an unknown command or option gets the nearest name", () => {
  assert.equal(complaint("biuld"), 'There is no command "biuld" | Did you mean "postulate build"?');
  assert.match(complaint("frobnicate"), /The commands are: build, dev, preview, new, check/);
  assert.equal(complaint("build", "--surce", "x"), "There is no option --surce | Did you mean --source?");
  assert.equal(complaint("--surce", "x", "build"), "There is no option --surce | Did you mean --source?");
  assert.equal(complaint("build", "--no-draft"), "There is no option --no-draft | Did you mean --no-drafts?");
  assert.match(complaint("build", "-x"), /There is no option -x \| "postulate build --help" lists/);
  assert.match(complaint("help", "bild"), /Did you mean "postulate build"/);
});

test("an option of another command is said to be one", () => {
  assert.equal(
    complaint("build", "--port", "1"),
    '--port is no option of "postulate build" | It belongs to "postulate dev" and "postulate preview"',
  );
});

test("options that only Jekyll needs are explained", () => {
  assert.match(complaint("serve", "--livereload"), /always reloads/);
  assert.match(complaint("serve", "-w"), /always watches/);
  assert.match(complaint("build", "-I"), /only what changed/);
});

test("missing, superfluous, repeated and wrong values are refused", () => {
  assert.equal(complaint("build", "--source"), "--source needs a value: --source DIR | ");
  assert.match(complaint("build", "--source", "--drafts"), /written --source=--drafts/);
  assert.match(complaint("build", "-s", "--drafts"), /-s needs a value/);
  assert.match(complaint("build", "--drafts=yes"), /takes no value, but was given "yes"/);
  assert.match(complaint("build", "-s", "a", "-s", "b"), /given twice, with "a" and "b"/);
  assert.match(complaint("dev", "--port", "eighty"), /whole number from 0 to 65535, but was given "eighty"/);
  assert.match(complaint("dev", "--port", "70000"), /from 0 to 65535/);
  assert.match(complaint("build", "--limit_posts", "-1"), /from 0 on/);
  assert.match(complaint("build", "-d", ""), /-d needs a value, but was given an empty one/);
  assert.deepEqual(parse("build", "--baseurl", "").values, { baseurl: "" });
  assert.match(complaint("build", "blog"), /takes no argument, but was given "blog".*--source blog/);
});

test("help and version are found anywhere; nothing at all is not a command", () => {
  assert.deepEqual(parseCommandLine(["--version"], commands), { kind: "version" });
  assert.deepEqual(parseCommandLine(["build", "-v"], commands), { kind: "version" });
  assert.deepEqual(parseCommandLine(["-h"], commands), { kind: "help", command: null });
  assert.deepEqual(parseCommandLine(["help"], commands), { kind: "help", command: null });
  assert.deepEqual(parseCommandLine([], commands), { kind: "nothing" });
  for (const args of [
    ["build", "--help"],
    ["help", "build"],
    ["-h", "build", "--source", "x"],
  ]) {
    const line = parseCommandLine(args, commands);
    assert.ok(line.kind === "help" && line.command?.name === "build");
  }
  assert.match(complaint("--drafts"), /needs a command/);
});

test("an option that several commands have is the same in each", () => {
  const seen = new Map<string, object>();
  for (const [name, option] of commands.flatMap((command) => Object.entries(command.options))) {
    assert.deepEqual(option, seen.get(name) ?? option, name);
    seen.set(name, option);
  }
  const letters = [...seen].flatMap(([name, option]) =>
    "short" in option ? [`${option.short} ${name}`] : [],
  );
  assert.equal(new Set(letters.map((pair) => pair[0])).size, letters.length, letters.join(", "));
});
