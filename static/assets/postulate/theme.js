// Conveniences, none of them needed: a switch of colours that remembers, a button that copies code, and formulas that
// are copied as their TeX.
// Loaded in the head and not deferred, so that a remembered choice holds before the first paint.
(() => {
  const root = document.documentElement;
  const names = { auto: "Auto", light: "Light", dark: "Dark" };
  const choices = Object.keys(names);

  /** Storage may be forbidden; then the choice lasts as long as the page. */
  function readChoice() {
    try {
      const stored = localStorage.getItem("theme");
      return stored in names ? stored : "auto";
    } catch {
      return "auto";
    }
  }

  function storeChoice(choice) {
    try {
      localStorage.setItem("theme", choice);
    } catch {}
  }

  function applyChoice(choice) {
    if (choice === "auto") delete root.dataset.theme;
    else root.dataset.theme = choice;
  }

  function startSwitch(button) {
    const label = button.querySelector("[data-theme-name]");
    const show = (choice) => {
      applyChoice(choice);
      button.dataset.themeSwitch = choice;
      label.textContent = names[choice];
    };
    let current = readChoice();
    show(current);
    button.addEventListener("click", () => {
      current = choices[(choices.indexOf(current) + 1) % choices.length];
      storeChoice(current);
      show(current);
    });
    addEventListener("storage", (event) => {
      if (event.key !== "theme") return;
      current = readChoice();
      show(current);
    });
  }

  /** Numbers, signs and marks are drawn by the style sheet, so the text of the element is the code and nothing else. */
  function addCopyButton(block) {
    // Looked for each time: the inside of a block may be another one by then.
    const findCode = () => block.querySelector("code");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.setAttribute("aria-live", "polite");
    const say = (word) => {
      button.textContent = word;
      button.setAttribute(
        "aria-label",
        `${word} ${findCode().parentElement.getAttribute("aria-label") ?? "Code"}`,
      );
    };
    say("Copy");
    button.addEventListener("click", async () => {
      let outcome = "Copied";
      await navigator.clipboard.writeText(findCode().textContent.replace(/\n$/, "")).catch(() => {
        outcome = "Not allowed";
      });
      say(outcome);
      setTimeout(() => say("Copy"), 2000);
    });
    block.append(button);
  }

  const FORMULAS = ".math-inline, .math-display";

  /** The formula that a place stands in, all of which is meant when a part of it is selected. */
  function formulaAround(node) {
    return (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(FORMULAS);
  }

  function replaceByTex(formula) {
    const tex = formula.querySelector("annotation")?.textContent;
    if (tex === undefined) return;
    const mark = formula.classList.contains("math-display") ? "$$" : "$";
    formula.replaceWith(mark + tex + mark);
  }

  /** The selection with each formula as TeX; nothing when it holds none, so that the browser copies as ever. */
  function copyFormulas(event) {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed) return;
    const range = selection.getRangeAt(0).cloneRange();
    const first = formulaAround(range.startContainer);
    const last = formulaAround(range.endContainer);
    if (first) range.setStartBefore(first);
    if (last) range.setEndAfter(last);
    const box = document.createElement("div");
    box.append(range.cloneContents());
    const formulas = box.querySelectorAll(FORMULAS);
    if (formulas.length === 0) return;
    formulas.forEach(replaceByTex);
    // Line breaks come with layout, so the copy is laid out for a moment, out of sight.
    box.style.cssText = "position:fixed;inset-inline-start:-200vw;white-space:pre-wrap";
    document.body.append(box);
    event.clipboardData.setData("text/plain", box.innerText);
    box.removeAttribute("style");
    event.clipboardData.setData("text/html", box.innerHTML);
    box.remove();
    event.preventDefault();
  }

  document.addEventListener("copy", copyFormulas);
  applyChoice(readChoice());
  root.classList.add("scripted");

  const started = new WeakSet();

  function startAll(selector, start) {
    for (const element of document.querySelectorAll(selector)) {
      if (!started.has(element)) start(element);
      started.add(element);
    }
  }

  function startElements() {
    startAll("[data-theme-switch]", startSwitch);
    // A clipboard exists only on secure origins.
    if (navigator.clipboard) startAll(".code-block", addCopyButton);
  }

  document.addEventListener("DOMContentLoaded", startElements);
  // While an author writes, `postulate dev` changes pages in place; new elements may be there.
  document.addEventListener("postulate:swap", startElements);
})();
