// The overlay's look. A constructed style sheet, because a site's content security policy may forbid style elements.
export const overlayStyles = new CSSStyleSheet();

overlayStyles.replaceSync(`
  :host { all: initial; }
  @media print { :host { display: none; } }
  * { box-sizing: border-box; }
  [hidden] { display: none !important; }
  .panel, .pill {
    --paper: #fff; --ink: #1c1b1a; --quiet: #5c5955; --line: #dcd8d2; --frame: #f6f4f0;
    --error: #b3261e; --warning: #8a5a00; --hint: #1a6b3a;
    position: fixed; z-index: 2147483647; color: var(--ink); background: var(--paper);
    font: 15px/1.5 system-ui, sans-serif; text-align: left;
    border: 1px solid var(--line); box-shadow: 0 8px 40px rgb(0 0 0 / 30%);
  }
  @media (prefers-color-scheme: dark) {
    .panel, .pill {
      --paper: #1e1d1c; --ink: #eceae6; --quiet: #aaa59e; --line: #45413c; --frame: #2a2826;
      --error: #ff9086; --warning: #f1bd5b; --hint: #7fd3a0;
    }
  }
  .panel {
    inset: auto 0 0 0; width: min(60rem, 100%); max-height: min(85vh, 50rem); margin: 0 auto; overflow: auto;
    overscroll-behavior: contain; border-radius: 10px 10px 0 0; padding: 0 1.25rem 1.25rem;
  }
  header {
    position: sticky; top: 0; display: flex; align-items: center; justify-content: space-between;
    background: var(--paper); padding: .75rem 0 .5rem;
  }
  h2 { margin: 0; font-size: 1.1rem; }
  .close {
    width: 2.5rem; height: 2.5rem; font: 1.5rem/1 system-ui, sans-serif; color: inherit; background: none;
    border: 0; border-radius: 6px; cursor: pointer;
  }
  .close:hover { background: var(--frame); }
  :focus-visible { outline: 2px solid currentcolor; outline-offset: 2px; }
  .panel:focus-visible { outline: none; }
  .pill { right: 1rem; bottom: 1rem; padding: .4rem .9rem; border-radius: 99px; cursor: pointer; }
  .pill.error { color: var(--error); }
  .pill.warning { color: var(--warning); }
  article { margin-top: .75rem; padding: .75rem 0 0; border-top: 1px solid var(--line); }
  p { margin: .25rem 0; overflow-wrap: anywhere; }
  .message b { color: var(--error); }
  .warning .message b { color: var(--warning); }
  .message code { color: var(--quiet); font: .85em ui-monospace, monospace; }
  .location { font: .9em ui-monospace, monospace; }
  .page, .related, .more { color: var(--quiet); }
  .hint { color: var(--hint); }
  pre {
    margin: .4rem 0; padding: .6rem .75rem; overflow: auto; background: var(--frame); border-radius: 6px;
    font: 13px/1.5 ui-monospace, monospace; tab-size: 1;
  }
  mark { color: inherit; background: none; text-decoration: underline; text-decoration-color: var(--error); }
  .gutter { color: var(--quiet); }
  .unseen { visibility: hidden; }
  .caret { color: var(--error); font-weight: bold; }
`);
