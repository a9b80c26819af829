// Runs once for each panel; `element` is its root and `trigger` reaches Python.
// Events that panels send: 'ask' 'cite' 'act' 'open' 'search' 'renaming' 'rename' 'delete' 'card'
// 'close' 'way' 'mark' 'filter'
const send = (source, extra) => {
  if (source.dataset.confirm && !window.confirm(source.dataset.confirm)) return;
  trigger(source.dataset.event, { ...source.dataset, ...extra });
};
element.addEventListener("click", (event) => {
  const source = event.target.closest("button[data-event], a[data-event], g[data-event]");
  if (!source || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  send(source);
});
element.addEventListener("submit", (event) => {
  event.preventDefault();
  send(event.target, Object.fromEntries(new FormData(event.target)));
});
let waiting;
element.addEventListener("input", (event) => {
  if (event.target.type === "range") show(event.target);
  const form = event.target.closest("form[data-live]");
  if (!form) return;
  form.dataset.kind = new FormData(form).get("kind");
  clearTimeout(waiting);
  waiting = setTimeout(() => send(form, Object.fromEntries(new FormData(form))), 180);
});
const show = ({ value, dataset, parentElement }) => {
  const word = value === "0" ? dataset.none : `${value}${dataset.unit}`;
  parentElement.querySelector("output").textContent = word;
};
element.addEventListener("change", (event) => {
  const source = event.target.closest("input[data-event], select[data-event]");
  if (!source) return;
  const value = source.type === "checkbox" ? String(source.checked) : source.value;
  send(source, { value });
});
