"use strict";
// The list stands in the page already; this adds the axis, the filters and the links to single events.
const $ = (selector, root = document) => root.querySelector(selector);
const events = [...document.querySelectorAll(".event")].map((node) => ({
  node,
  text: node.textContent.toLowerCase() + " " + (node.dataset.names || "").toLowerCase(),
  title: $(".title", node).textContent,
  when: node.dataset.when,
  kind: node.classList[1],
  sources: (node.dataset.sources || "").split("\n"),
  from: node.dataset.from === undefined ? null : +node.dataset.from,
  to: node.dataset.from === undefined ? null : +(node.dataset.to || node.dataset.from),
  exact: node.dataset.exact !== undefined,
  lead: node.classList.contains("lead"),
  recalled: node.classList.contains("recalled"),
  conflict: node.dataset.conflict !== undefined,
  shown: true,
}));

// -- filters
const search = $("#search"), kind = $("#kind"), source = $("#source"), conflicts = $("#conflicts"), count = $(".count");
const past = $("#past"); // what the articles recall is folded away until it is asked or searched for

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const event of events) {
    event.shown = words.every((word) => event.text.includes(word))
      && (!kind.value || event.kind === kind.value)
      && (!source.value || event.sources.includes(source.value))
      && (!conflicts.checked || event.conflict)
      && (!event.recalled || !past || past.checked || words.length > 0);
    event.node.hidden = !event.shown;
  }
  for (const part of document.querySelectorAll("main section section, main section"))
    part.hidden = !$(".event:not([hidden])", part);
  const shown = events.filter((event) => event.shown).length;
  count.textContent = shown === events.length ? "" : `${shown} of ${events.length} events`;
  draw();
}

let waiting = 0;
search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 80); });
for (const control of [kind, source, conflicts, past]) control?.addEventListener("change", filter);

// -- single events
function open(event) {
  $("details", event.node).open = true;
  event.node.scrollIntoView({ block: event.node.offsetHeight < innerHeight * 0.8 ? "center" : "start" });
  $("summary", event.node).focus({ preventScroll: true });
}

function unfold() {
  if (past && !past.checked) { past.checked = true; filter(); }
}

function openTarget() {
  const target = events.find((event) => "#" + event.node.id === location.hash);
  if (!target) return;
  if (target.recalled) unfold();
  $("details", target.node).open = true;
  target.node.scrollIntoView({ block: "center" });
}
addEventListener("hashchange", openTarget);

// The address is always that of what was opened last, so that it can be passed on.
document.addEventListener("toggle", ({ target }) => {
  const event = target.closest(".event");
  if (event && target.open && !printing) history.replaceState(null, "", "#" + event.id);
}, true);

let folded = [], printing = false;
addEventListener("beforeprint", () => {
  printing = true;
  folded = [...document.querySelectorAll("details:not([open])")];
  for (const details of folded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of folded) details.open = false;
  printing = false;
});

addEventListener("keydown", (key) => {
  if (key.ctrlKey || key.metaKey || key.altKey || /^(INPUT|SELECT)$/.test(key.target.tagName)) return;
  const shown = events.filter((event) => event.shown);
  const at = shown.findIndex((event) => event.node.contains(document.activeElement));
  const next = { j: at + 1, k: at < 0 ? 0 : at - 1 }[key.key];
  if (key.key === "/") { key.preventDefault(); search.focus(); }
  else if (next !== undefined && shown[next]) $("summary", shown[next].node).focus();
});
