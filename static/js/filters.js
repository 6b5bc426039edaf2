// Filters that htmx sends at each change: what HTML and htmx cannot do alone.
// Every filter works without this file.

const plain = (words) => words.trim().replace(/\s+/g, " ");

// What is not wished is not in the address.
document.addEventListener("htmx:configRequest", (event) => {
  const { elt, formData } = event.detail;
  if (elt.id !== "find") return;
  for (const [name, value] of [...formData]) if (!value) formData.delete(name);
});

// What was typed while the answer was on its way stays, and is asked for next;
// filters that were unfolded stay so.
let typed = null;
let isUnfolded = false;

document.addEventListener("htmx:beforeSwap", () => {
  const field = document.activeElement;
  typed = field?.id === "find-words" ? field.value : null;
  isUnfolded = document.getElementById("find-more")?.open ?? false;
});

document.addEventListener("htmx:afterSettle", () => {
  const more = document.getElementById("find-more");
  if (more && isUnfolded) more.open = true;
  const field = document.getElementById("find-words");
  if (!field || typed === null || field.value === typed) return;
  const isNew = plain(field.value) !== plain(typed);
  field.value = typed;
  if (isNew) field.dispatchEvent(new Event("input", { bubbles: true }));
});
