// Pictures: the one before stays until the next is there; the best one comes when the reader
// rests; one that was refused because many are being drawn is asked for again.
// Every page shows its pictures without this file.

const REST_MS = 400;
const TRIES = 4;
const wide = matchMedia("(width >= 60rem)");
const whenIdle = window.requestIdleCallback ?? ((then) => setTimeout(then, 1));

let resting = 0;
let coming = null;

// Puts the finer picture in place of the quick one, decoded, so that nothing flickers or moves.
async function refine(picture) {
  const fine = new Image();
  coming = fine;
  fine.src = picture.dataset.fine;
  try {
    await fine.decode();
  } catch {
    return; // the quick one stays
  }
  if (coming !== fine || !picture.isConnected) return;
  picture.removeAttribute("srcset");
  picture.src = fine.src;
}

function rest() {
  clearTimeout(resting);
  coming = null;
  if (!wide.matches || navigator.connection?.saveData) return;
  const picture = document.querySelector("img[data-fine]");
  if (!picture) return;
  resting = setTimeout(() => whenIdle(() => { if (picture.isConnected) refine(picture); }), REST_MS);
}

// Lays the former picture under the new one until that has come.
let former = null;

document.addEventListener("htmx:beforeSwap", () => {
  const picture = document.querySelector("img[data-fine]");
  former = picture?.complete && picture.naturalWidth ? picture.cloneNode() : null;
});

document.addEventListener("htmx:afterSwap", () => {
  const picture = document.querySelector("img[data-fine]");
  if (picture && former && !picture.complete) {
    const under = former;
    under.removeAttribute("id");
    under.removeAttribute("data-fine");
    under.alt = "";
    under.classList.add("under");
    picture.before(under);
    picture.decode().catch(() => {}).then(() => under.remove());
  }
  former = null;
  rest();
});

// Many pictures at once: the shop answers 503, and a little later there is room.
document.addEventListener("error", (event) => {
  const picture = event.target;
  if (!(picture instanceof HTMLImageElement) || !picture.matches('img[src^="/pictures/"]')) return;
  const tried = Number(picture.dataset.tried ?? 0);
  if (tried >= TRIES) return;
  picture.dataset.tried = tried + 1;
  setTimeout(() => { picture.src = picture.src; }, 1500 * 2 ** tried);
}, true);

rest();
