import assert from "node:assert/strict";
import { test } from "node:test";
import { buildTinySite, listDiagnostics } from "../../testing/build-tiny-site.js";
import { readImageSize } from "./read-image-size.js";

function bytes(...parts: readonly (string | readonly number[])[]): Buffer {
  return Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))),
  );
}

const u32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

function png(width: number, height: number): Buffer {
  return bytes("\x89PNG\r\n\x1a\n", u32(13), "IHDR", u32(width), u32(height), [8, 6, 0, 0, 0], u32(0));
}

function jpeg(...segments: readonly Buffer[]): Buffer {
  const frame = bytes([0xff, 0xc2, 0, 11, 8, 0, 30, 0, 40, 1, 0, 0, 0]);
  return Buffer.concat([bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2]), ...segments, frame]);
}

function exif(orientation: number, isLittle: boolean): Buffer {
  const short = (value: number) => (isLittle ? [value, 0] : [0, value]);
  const long = (value: number) => (isLittle ? [value, 0, 0, 0] : [0, 0, 0, value]);
  const entry = [...(isLittle ? [0x12, 1] : [1, 0x12]), ...short(3), ...long(1), ...short(orientation), 0, 0];
  const tiff = bytes(isLittle ? "II" : "MM", short(42), long(8), short(1), entry, long(0));
  return Buffer.concat([bytes([0xff, 0xe1, 0, tiff.length + 8], "Exif\0\0"), tiff]);
}

function box(type: string, ...content: readonly (string | readonly number[] | Buffer)[]): Buffer {
  const inside = Buffer.concat(content.map((part) => (Buffer.isBuffer(part) ? part : bytes(part))));
  return bytes(u32(inside.length + 8), type, [...inside]);
}

function avif(...properties: readonly Buffer[]): Buffer {
  const meta = box("meta", u32(0), box("hdlr", u32(0)), box("iprp", box("ipco", ...properties)));
  return Buffer.concat([box("ftyp", "avif", u32(0), "avifmif1"), meta]);
}

function svg(attributes: string): Buffer {
  return Buffer.from(
    `<?xml version="1.0"?>\n<!-- <svg width="1" height="1"> -->\n<svg ${attributes}><path d=""/></svg>`,
  );
}

test("the size of an image is read from its first bytes, whatever its kind", () => {
  const ispe = (width: number, height: number) => box("ispe", u32(0), u32(width), u32(height));
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ["PNG", png(640, 400), "640x400"],
    ["GIF", bytes("GIF89a", [0x40, 1, 0xf0, 0]), "320x240"],
    ["JPEG", jpeg(), "40x30"],
    ["JPEG with a camera held straight", jpeg(exif(3, true)), "40x30"],
    ["JPEG with a camera held upright", jpeg(exif(6, true)), "30x40"],
    ["JPEG with a camera held upright, big-endian", jpeg(exif(8, false)), "30x40"],
    [
      "WebP, lossy",
      bytes("RIFF", u32(0), "WEBPVP8 ", u32(0), [0, 0, 0, 0x9d, 1, 0x2a, 0x40, 0x41, 0xf0, 0]),
      "320x240",
    ],
    ["WebP, lossless", bytes("RIFF", u32(0), "WEBPVP8L", u32(0), [0x2f, 0x3f, 0xc1, 0x3b, 0]), "320x240"],
    [
      "WebP, extended",
      bytes("RIFF", u32(0), "WEBPVP8X", u32(0), u32(0), [0x3f, 1, 0, 0xef, 0, 0]),
      "320x240",
    ],
    ["AVIF with a thumbnail", avif(ispe(64, 48), ispe(640, 480)), "640x480"],
    ["AVIF that is turned", avif(ispe(640, 480), box("irot", [1])), "480x640"],
    ["SVG", svg('width="120" height="80px" viewBox="0 0 1 1"'), "120x80"],
    ["SVG in other units", svg("width='1in' height='2.54cm'"), "96x96"],
    ["SVG with nothing but a viewBox", svg('viewBox="0,0 640,400"'), "640x400"],
    ["SVG with a width and a viewBox", svg('width="320" viewBox="0 0 640 400"'), "320x200"],
    ["SVG with a width in per cent", svg('width="100%" height="100%" viewBox="0 0 640 400"'), "640x400"],
  ];
  for (const [name, file, expected] of cases) {
    const size = readImageSize(file);
    assert.equal(`${size?.width}x${size?.height}`, expected, name);
  }
});

test("what is no image, empty, broken or without a size has none", () => {
  const files = [
    bytes(""),
    bytes("text"),
    png(0, 4),
    png(4, 4).subarray(0, 20),
    jpeg().subarray(0, 12),
    bytes([0xff, 0xd8, 0xff, 0xff]),
    bytes("RIFF", u32(0), "WEBPXXXX", u32(0)),
    bytes("GIF8"),
    box("ftyp", "avif"),
    avif(),
    svg(""),
    svg('viewBox="0 0 0 0"'),
  ];
  for (const file of files) assert.equal(readImageSize(file), undefined, file.toString("latin1"));
});

const LAYOUT = "<html><head><title>t</title></head><body><img src='/logo.png'>{{ content }}</body></html>";

/** The images of a post's page, and the whole page. */
async function buildPost(context: { after(finish: () => void): void }, body: string, config = "") {
  const { files, result } = await buildTinySite(context, {
    "_config.yml": `permalink: /:title.html\nurl: https://example.org\n${config}`,
    "_layouts/post.html": LAYOUT,
    "_posts/2026-01-01-a.md": `---\nlayout: post\n---\n${body}`,
    "images/a b.png": png(640, 400),
    "images/photo.jpg": jpeg(exif(6, true)),
    "logo.png": png(9, 9),
  });
  const page = files["a.html"] ?? "";
  return { page, images: page.match(/<img[^>]*>/g) ?? [], diagnostics: listDiagnostics(result), result };
}

test("images of a text get their size, and all but the first wait; those of layouts are left alone", async (context) => {
  const { images, page, diagnostics } = await buildPost(
    context,
    "![A](images/a%20b.png) ![B](/images/photo.jpg) <img src='/logo-2.svg' alt=x> ![C](https://example.org/images/photo.jpg) ![D](https://other.example/d.png)",
  );
  assert.deepEqual(images, [
    "<img src='/logo.png'>",
    '<img src="images/a%20b.png" alt="A" width="640" height="400" data-natural-size>',
    '<img src="/images/photo.jpg" alt="B" width="30" height="40" data-natural-size loading="lazy" decoding="async">',
    '<img src="/logo-2.svg" alt="x" loading="lazy" decoding="async">',
    '<img src="https://example.org/images/photo.jpg" alt="C" width="30" height="40" data-natural-size loading="lazy" decoding="async">',
    '<img src="https://other.example/d.png" alt="D" loading="lazy" decoding="async">',
  ]);
  assert.match(page, /<style>:where\(img\[data-natural-size\]\)\{height:auto\}<\/style>\n<\/head>/);
  assert.deepEqual(diagnostics, ["warning image-file-missing _posts/2026-01-01-a.md:4:58"]);
});

test("what the author said of an image wins; one length in pixels gives the other", async (context) => {
  const { images } = await buildPost(
    context,
    [
      '<img src="/images/a b.png" alt="" width="5" height="6">',
      '![A](</images/a b.png>){: width="320" loading="eager" decoding="sync"}',
      '![B](</images/a b.png>){: height="200"}',
      '![C](</images/a b.png>){: width="50%" fetchpriority="high"}',
      '![D](</images/a b.png>){: style="width: 3em"}',
    ].join(" "),
  );
  const rest = images.slice(1).map((image) => image.replace(/^<img src="[^"]*" alt="\w?"/, ""));
  assert.deepEqual(rest, [
    ' width="5" height="6">',
    ' width="320" loading="eager" decoding="sync" height="200" data-natural-size>',
    ' height="200" width="320" data-natural-size loading="lazy" decoding="async">',
    ' width="50%" fetchpriority="high">',
    ' style="width: 3em" loading="lazy" decoding="async">',
  ]);
});

test("a site below a path finds the files of addresses with and without it", async (context) => {
  const { images, diagnostics } = await buildPost(
    context,
    "![A](/images/photo.jpg) ![B]({{ '/images/photo.jpg' | relative_url }})",
    "baseurl: /blog",
  );
  assert.deepEqual(
    images.slice(1).map((image) => /src="[^"]*"|width="\d+"/g[Symbol.match](image)?.join(" ")),
    ['src="/blog/images/photo.jpg" width="30"', 'src="/blog/images/photo.jpg" width="30"'],
  );
  assert.deepEqual(diagnostics, []);
});

test("a missing image is told once, at its line, with the nearest file: image-file-missing", async (context) => {
  const { result } = await buildTinySite(
    context,
    {
      "_posts/2026-01-01-a.md": "---\ntitle: a\n---\nText.\n\n![A](/images/poto.jpg)\n\n![B](/photo.jpg)",
      "images/photo.jpg": jpeg(),
    },
    { check: true },
  );
  assert.deepEqual(
    listDiagnostics(result).filter((line) => !line.startsWith("note")),
    [
      "warning image-file-missing _posts/2026-01-01-a.md:6:6",
      "warning image-file-missing _posts/2026-01-01-a.md:8:6",
    ],
  );
  const hints = result.diagnostics
    .filter(({ code }) => code === "image-file-missing")
    .map(({ hint }) => hint);
  assert.deepEqual(hints, Array(2).fill('Did you mean "/images/photo.jpg"?'));
});

test("pages with the default theme need no rule for the height of images", async (context) => {
  const { files } = await buildTinySite(context, {
    "_posts/2026-01-01-a.md": "---\ntitle: a\n---\n![A](/a.png)",
    "a.png": png(3, 2),
  });
  const page = files["2026/01/01/a.html"] ?? "";
  assert.match(page, /<img src="\/a.png" alt="A" width="3" height="2">/);
  assert.doesNotMatch(page, /data-natural-size/);
});
