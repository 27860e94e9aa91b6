// Two conveniences, neither of them needed: a switch of colours that remembers, and a button that copies code.
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
    const code = block.querySelector("code");
    const label = code.parentElement.getAttribute("aria-label") ?? "Code";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.setAttribute("aria-live", "polite");
    const say = (word) => {
      button.textContent = word;
      button.setAttribute("aria-label", `${word} ${label}`);
    };
    say("Copy");
    button.addEventListener("click", async () => {
      let outcome = "Copied";
      await navigator.clipboard.writeText(code.textContent.replace(/\n$/, "")).catch(() => {
        outcome = "Not allowed";
      });
      say(outcome);
      setTimeout(() => say("Copy"), 2000);
    });
    block.append(button);
  }

  applyChoice(readChoice());
  root.classList.add("scripted");

  addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-theme-switch]").forEach(startSwitch);
    // A clipboard exists only on secure origins.
    if (navigator.clipboard) document.querySelectorAll(".code-block").forEach(addCopyButton);
  });
})();
