// Which outputs the page has asked for so far: images, fonts, imported style sheets. The browser notes each of them, up
// to a number that is raised here.
const DEFAULT_MOST_NOTED = 250;
const MOST_NOTED = 10_000;

const isNotedFromStart = readNotes().length < DEFAULT_MOST_NOTED;
performance.setResourceTimingBufferSize(MOST_NOTED);

/** `true` also when nobody knows. What was not asked for yet is fresh when it is. */
export function mayUseOutput(output, baseurl) {
  const notes = readNotes();
  if (!isNotedFromStart || notes.length >= MOST_NOTED) return true;
  return notes.some(({ name }) => outputOf(name, baseurl) === output);
}

/** The output behind a URL, or `null` when it leads out of the site. */
export function outputOf(href, baseurl) {
  try {
    const url = new URL(href, location.href);
    const path = decodeURIComponent(url.pathname);
    return url.origin === location.origin && path.startsWith(`${baseurl}/`)
      ? path.slice(baseurl.length + 1)
      : null;
  } catch {
    return null;
  }
}

function readNotes() {
  return performance.getEntriesByType("resource");
}
