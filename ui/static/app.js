// What happens in the page without asking Python.
(() => {
  const copy = async (button, text) => {
    await navigator.clipboard.writeText(text);
    const before = button.textContent;
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = before; }, 1200);
  };
  // Gradio lets style rules reach no further up than this element.
  const whole = () => document.querySelector("#pages")?.parentElement;
  const sheet = (open) => whole()?.classList.toggle("sheet-open", open);
  const drawer = (open) => whole()?.classList.toggle("drawer-open", open);
  const tab = (name) => [...document.querySelectorAll("#pages button[role=tab]")]
    .find((button) => button.textContent.trim() === name)?.click();

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button, a");
    if (!button) {
      if (event.target.matches("#backdrop, #backdrop *")) { sheet(false); drawer(false); }
      return;
    }
    if (button.dataset.copy !== undefined) copy(button, button.dataset.copy);
    if (button.dataset.link) copy(button, new URL(button.dataset.link, location.href).href);
    if (button.dataset.tab) tab(button.dataset.tab);
    if (button.dataset.event === "cite") sheet(true);
    if (button.dataset.closeSheet !== undefined) sheet(false);
    if (button.dataset.drawer !== undefined) drawer(!whole()?.classList.contains("drawer-open"));
    if (button.dataset.event === "open") drawer(false);
    if (button.dataset.theme !== undefined) {
      const dark = document.body.classList.toggle("dark");
      localStorage.setItem("roadmap-theme", dark ? "dark" : "light");
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { sheet(false); drawer(false); }
  });
  // A new question moves to the top of the view; its answer then grows below without jumping.
  let live = null;
  new MutationObserver(() => {
    const now = document.querySelector(".turn.live");
    if (now && now !== live) now.scrollIntoView({ block: "start", behavior: "smooth" });
    live = now;
    for (const chunk of document.querySelectorAll("#sources details[open] .chunk")) {
      const mark = chunk.querySelector("mark");
      if (mark && chunk.dataset.at !== mark.textContent) {
        chunk.dataset.at = mark.textContent;
        chunk.scrollTop = mark.offsetTop - 24;
      }
    }
  }).observe(document, { childList: true, subtree: true });
  // A keyboard that covers a phone's page is no welcome; at a desk one can type at once.
  new MutationObserver((_, observer) => {
    const message = document.querySelector("#message textarea");
    if (!message) return;
    if (window.innerWidth > 860) message.focus({ preventScroll: true });
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
  const chosen = localStorage.getItem("roadmap-theme");
  if (chosen) document.body.classList.toggle("dark", chosen === "dark");
  window.roadmapThread = (thread) => {
    const address = new URL(location.href);
    if (thread) address.searchParams.set("thread", thread);
    else address.searchParams.delete("thread");
    if (address.href !== location.href) history.replaceState(null, "", address);
  };
})();
