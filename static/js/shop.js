// What HTML cannot do alone: focus after a swap, telling what changed, closing the menu.
// Every page works without this file.

const announcer = () => document.getElementById("announcer");

function say(words) {
  const place = announcer();
  if (!place || !words) return;
  place.textContent = "";
  setTimeout(() => { place.textContent = words; }, 60);
}

// Names an element so that its successor can be found after the swap.
function trace(element) {
  if (!element || element === document.body) return null;
  if (element.dataset.successor) return `#${CSS.escape(element.dataset.successor)}`;
  if (element.id) return `#${CSS.escape(element.id)}`;
  const tag = element.localName;
  for (const name of ["href", "value", "name"]) {
    const value = element.getAttribute(name);
    const more = element.name && name === "value" ? `[name="${CSS.escape(element.name)}"]` : "";
    if (value) return `${tag}${more}[${name}="${CSS.escape(value)}"]`;
  }
  return null;
}

let hand = null;

document.addEventListener("htmx:beforeSwap", () => { hand = trace(document.activeElement); });

document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.detail.elt;
  if (!part?.isConnected) return;
  const fault = part.querySelector(".error-summary, [aria-invalid='true']");
  if (fault) {
    fault.focus();
  } else if (document.activeElement === document.body) {
    const next = (hand && document.querySelector(hand)) || part;
    if (next === part && !part.hasAttribute("tabindex")) part.tabIndex = -1;
    next.focus({ preventScroll: true });
  }
  const news = part.matches("[data-announce]") ? part : part.querySelector("[data-announce]");
  say(news?.dataset.announce || news?.textContent.trim());
});

for (const failure of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, () => say(announcer()?.dataset.offline));
}

function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(except)) menu.open = false;
  }
}

document.addEventListener("click", (event) => closeMenus(event.target));
document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeMenus(null); });
