/** The names of languages that code blocks may carry, and the grammars behind them. */
import { createRequire } from "node:module";
import type { LanguageRegistration } from "shiki/core";
import { bundledLanguagesInfo } from "shiki/langs";
import { nearestName } from "../../util/text.js";

export interface CodeLanguage {
  /** Shiki's id; `text` for code without a grammar. */
  readonly id: string;
  /** For people: `Python`, `C++`. Empty for plain text. */
  readonly name: string;
}

const PLAIN: CodeLanguage = { id: "text", name: "" };
const PLAIN_NAMES = [
  "text",
  "plain",
  "plaintext",
  "txt",
  "none",
  "nohighlight",
  "no-highlight",
  "raw",
  "output",
];

/** What Rouge and Pygments call languages that Shiki has under another name, or has a close relative of. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ...{
    python3: "python",
    py3: "python",
    python2: "python",
    ipython: "python",
    ipython3: "python",
    pycon: "python",
  },
  ...{
    "c++": "cpp",
    cxx: "cpp",
    cc: "cpp",
    "h++": "cpp",
    hpp: "cpp",
    h: "c",
    cuda: "cpp",
    cu: "cpp",
    arduino: "cpp",
  },
  ...{
    golang: "go",
    csharp: "csharp",
    "c#": "csharp",
    "f#": "fsharp",
    objectivec: "objective-c",
    "obj-c": "objective-c",
  },
  ...{
    console: "shellsession",
    "shell-session": "shellsession",
    terminal: "shellsession",
    "sh-session": "shellsession",
  },
  ...{
    bashsession: "shellsession",
    cmd: "bat",
    dosbatch: "bat",
    batchfile: "bat",
    pwsh: "powershell",
    posh: "powershell",
  },
  ...{
    cl: "common-lisp",
    lisp: "common-lisp",
    elisp: "emacs-lisp",
    racket: "racket",
    clj: "clojure",
    nasm: "asm",
  },
  ...{
    "x86-asm": "asm",
    x86asm: "asm",
    gas: "asm",
    assembly: "asm",
    armasm: "asm",
    s: "asm",
    "js+erb": "erb",
  },
  ...{
    node: "javascript",
    nodejs: "javascript",
    es6: "javascript",
    jsonc: "jsonc",
    "json-doc": "jsonc",
    yml: "yaml",
  },
  ...{ make: "make", makefile: "make", mf: "make", irb: "ruby", rb: "ruby", octave: "matlab", rlang: "r" },
  ...{
    splus: "r",
    rout: "r",
    latex: "latex",
    tex: "latex",
    bibtex: "bibtex",
    mysql: "sql",
    postgresql: "sql",
    psql: "sql",
  },
  ...{
    sqlite: "sql",
    docker: "docker",
    apacheconf: "apache",
    conf: "ini",
    cfg: "ini",
    dosini: "ini",
    patch: "diff",
  },
  ...{
    udiff: "diff",
    htm: "html",
    xhtml: "html",
    svg: "xml",
    rss: "xml",
    plist: "xml",
    django: "jinja",
    jinja2: "jinja",
  },
  ...{
    "html+erb": "erb",
    rhtml: "erb",
    eruby: "erb",
    rs: "rust",
    "c-lang": "c",
    ml: "ocaml",
    lhs: "haskell",
  },
  ...{
    fortran: "fortran-free-form",
    f77: "fortran-fixed-form",
    systemverilog: "system-verilog",
    gradle: "groovy",
  },
  ...{
    sage: "python",
    mathematica: "wolfram",
    delphi: "pascal",
    vbnet: "vb",
    "vb.net": "vb",
    pseudocode: "text",
  },
  ...{ ebnf: "bnf", dot: "text", graphviz: "text", plantuml: "text", ascii: "text", diagram: "text" },
  ...{
    jl: "julia",
    kts: "kotlin",
    vimscript: "viml",
    vim: "viml",
    v: "v",
    coq: "coq",
    gallina: "coq",
    verilog: "verilog",
  },
  ...{ sml: "ocaml", q: "text", tf: "terraform", hcl: "hcl", protobuf: "proto", ps: "powershell" },
};

export interface LanguageTable {
  /** `undefined` when nothing is called so. Case is ignored. */
  find(name: string): CodeLanguage | undefined;
  nearest(name: string): string | undefined;
}

export function createLanguageTable(): LanguageTable {
  return {
    find: (name) => LANGUAGES.get(name.toLowerCase()),
    nearest: (name) => nearestName(name, LANGUAGES.keys()),
  };
}

/** Whether a language is called so. */
export function isLanguageName(name: string): boolean {
  return LANGUAGES.has(name.toLowerCase());
}

const LANGUAGES: ReadonlyMap<string, CodeLanguage> = listLanguages();

/** By name in lower case. */
function listLanguages(): ReadonlyMap<string, CodeLanguage> {
  const byName = new Map<string, CodeLanguage>(PLAIN_NAMES.map((name) => [name, PLAIN]));
  byName.set("ansi", { id: "ansi", name: "Terminal output" });
  for (const { id, name, aliases } of bundledLanguagesInfo) {
    for (const key of [id, ...(aliases ?? [])]) byName.set(key, { id, name });
  }
  for (const [name, id] of Object.entries(OTHER_NAMES)) {
    const language = byName.get(id);
    if (language !== undefined && !byName.has(name)) byName.set(name, language);
  }
  return byName;
}

const require = createRequire(import.meta.url);

/** The grammar of a bundled language and of all languages inside it, loaded from disk at once. */
export function loadGrammar(id: string): LanguageRegistration[] {
  // Node >= 20.19 can `require` an ES module, which keeps rendering synchronous; a dynamic import could not.
  const grammar: { default: LanguageRegistration[] } = require(`@shikijs/langs/${id}`);
  return grammar.default;
}
