// The map's own gestures: zoom, drag to pan, light up what a topic needs and opens.
const zoom = (factor) => {
  const view = element.querySelector(".viewport");
  const before = Number(element.style.getPropertyValue("--zoom")) || start();
  const after = Math.min(1.6, Math.max(0.12, factor === 0 ? fit() : before * factor));
  const [x, y] = [(view.scrollLeft + view.clientWidth / 2) / before, (view.scrollTop + view.clientHeight / 2) / before];
  element.style.setProperty("--zoom", after);
  view.scrollTo(x * after - view.clientWidth / 2, y * after - view.clientHeight / 2);
};
const size = () => element.querySelector(".map-svg")?.viewBox.baseVal;
const fit = () => {
  const view = element.querySelector(".viewport"), box = size();
  return box ? Math.min(view.clientWidth / box.width, view.clientHeight / box.height) : 1;
};
const start = () => (window.innerWidth < 640 ? 0.8 : 0.85);
let drawn = "";
const begin = () => {
  const box = size();
  const view = element.querySelector(".viewport");
  if (!box || !view.clientWidth || drawn === `${box.width}x${box.height}`) return;
  drawn = `${box.width}x${box.height}`;
  element.style.setProperty("--zoom", Math.max(fit(), start()));
  const here = element.querySelector(".node.next") || element.querySelector(".node");
  if (here) here.scrollIntoView({ block: "center", inline: "center" });
  document.querySelector("#pages").scrollIntoView();
};
new MutationObserver(begin).observe(element, { childList: true, subtree: true });
new ResizeObserver(begin).observe(element);

element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-zoom]");
  if (button) zoom({ "-1": 1 / 1.3, 1: 1.3, 0: 0 }[button.dataset.zoom]);
});
element.addEventListener("wheel", (event) => {
  if (!event.ctrlKey || !event.target.closest(".viewport")) return;
  event.preventDefault();
  zoom(event.deltaY < 0 ? 1.12 : 1 / 1.12);
}, { passive: false });
element.addEventListener("keydown", (event) => {
  const node = event.target.closest("g[data-event]");
  if (node && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    trigger("card", { ...node.dataset });
  }
});

let drag = null;
element.addEventListener("pointerdown", (event) => {
  const view = event.target.closest(".viewport");
  if (!view || event.pointerType !== "mouse" || event.target.closest("g[data-event]")) return;
  drag = { view, x: event.clientX + view.scrollLeft, y: event.clientY + view.scrollTop };
  view.classList.add("dragging");
});
window.addEventListener("pointermove", (event) => {
  if (drag) drag.view.scrollTo(drag.x - event.clientX, drag.y - event.clientY);
});
window.addEventListener("pointerup", () => { drag?.view.classList.remove("dragging"); drag = null; });

// What stands before a topic and what it opens, by the edges that are drawn.
const reach = (topic, from, to) => {
  const found = new Set([topic]);
  const edges = [...element.querySelectorAll(".edges path")];
  for (let grown = true; grown;) {
    grown = false;
    for (const { dataset } of edges) {
      if (found.has(dataset[from]) && !found.has(dataset[to])) { found.add(dataset[to]); grown = true; }
    }
  }
  return found;
};
const light = (topic) => {
  const svg = element.querySelector(".map-svg");
  svg?.classList.toggle("lit", Boolean(topic));
  for (const lit of element.querySelectorAll(".on-way")) lit.classList.remove("on-way");
  if (!topic) return;
  const before = reach(topic, "after", "before"), after = new Set([topic]);
  for (const { dataset } of element.querySelectorAll(".edges path")) if (dataset.before === topic) after.add(dataset.after);
  for (const node of element.querySelectorAll(".node")) {
    if (before.has(node.dataset.topic) || after.has(node.dataset.topic)) node.classList.add("on-way");
  }
  for (const path of element.querySelectorAll(".edges path")) {
    const { before: from, after: to } = path.dataset;
    if ((before.has(from) && before.has(to)) || (from === topic && after.has(to))) path.classList.add("on-way");
  }
};
for (const [begins, ends] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
  element.addEventListener(begins, (event) => { const node = event.target.closest(".node"); if (node) light(node.dataset.topic); });
  element.addEventListener(ends, (event) => { if (event.target.closest(".node")) light(null); });
}
begin();
