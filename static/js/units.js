// Switching between centimetres and inches loads the page anew. What was typed and not sent yet
// comes along, with the unit it was typed in. Without this file only what was saved is shown.

const KEPT = "typed";
const FIELDS = "main form:has(input[name=unit]) :is(input:not([type=hidden]), select, textarea)";
const BARE = /^[\d.,\s/]+$/; // a number without a unit

const isTick = (field) => field.type === "radio" || field.type === "checkbox";

function written(field) {
  const unit = field.dataset.unit ?? field.closest(".with-unit")?.querySelector("span")?.textContent.trim();
  const bare = unit && BARE.test(field.value) && field.value !== field.defaultValue;
  return bare ? `${field.value.trim()} ${unit}` : field.value;
}

function isTouched(field) {
  if (isTick(field)) return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((each) => each.selected !== each.defaultSelected);
  return field.value !== field.defaultValue;
}

document.addEventListener("submit", (event) => {
  if (event.target.getAttribute("action") !== "/units") return;
  const typed = [...document.querySelectorAll(FIELDS)].filter((field) => field.name && isTouched(field))
    .map((field) => [field.name, isTick(field) ? field.value : null, isTick(field) ? field.checked : written(field)]);
  sessionStorage.setItem(KEPT, JSON.stringify({ page: location.pathname, typed }));
});

const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
sessionStorage.removeItem(KEPT);

for (const [name, value, content] of kept?.page === location.pathname ? kept.typed : []) {
  const field = [...document.querySelectorAll(FIELDS)]
    .find((each) => each.name === name && (value === null || each.value === value));
  if (field && value === null) field.value = content;
  else if (field) field.checked = content;
}
