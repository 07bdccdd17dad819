// Work on the board: pick a colour and click to write, drag to move, hold Alt while dragging to copy,
// double-click to rewrite; click to choose, then pick a colour for it or press Delete. Every change is sent to the server and drawn by it.

const CLICK_DISTANCE = 4;

const main = document.querySelector("main");
const said = document.querySelector("#said");
const state = { colour: null, chosen: null, drag: null };

const svg = () => main.querySelector("svg");

function onBoard(event) {
  const point = new DOMPoint(event.clientX, event.clientY);
  return point.matrixTransform(svg().getScreenCTM().inverse());
}

function itemAt(event) {
  return event.target.closest("g[data-id]");
}

async function redraw() {
  const page = await (await fetch(location.href)).text();
  const fresh = new DOMParser().parseFromString(page, "text/html").querySelector("main svg");
  svg().replaceWith(document.adoptNode(fresh));
  choose(state.chosen);
}

async function act(deed) {
  const as = new URLSearchParams(location.search).get("as");
  const answer = await fetch(`${location.pathname}/deeds`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Sandbox-Board": "1" },
    body: JSON.stringify(as ? { ...deed, as } : deed),
  });
  said.textContent = answer.ok ? "" : (await answer.json().catch(() => ({}))).message || answer.status;
  await redraw();
}

function choose(id) {
  state.chosen = id;
  for (const group of svg().querySelectorAll("g[data-id]")) {
    group.classList.toggle("chosen", group.dataset.id === id);
  }
}

function pick(button) {
  const same = button && button.dataset.colour === state.colour;
  state.colour = button && !same ? button.dataset.colour : null;
  for (const other of document.querySelectorAll("[data-colour]")) {
    other.setAttribute("aria-pressed", String(other.dataset.colour === state.colour));
  }
}

function write(event, before, send) {
  const box = document.createElement("textarea");
  box.className = "writing";
  box.value = before;
  document.body.append(box);
  box.style.left = `${event.clientX - 80}px`;
  box.style.top = `${event.clientY - 40}px`;
  box.focus();
  let over = false;
  const finish = (keep) => {
    if (over) return;
    over = true;
    const text = box.value.trim();
    box.remove();
    if (keep && text && text !== before) send(text);
  };
  box.addEventListener("blur", () => finish(true));
  box.addEventListener("keydown", (key) => {
    if (key.key === "Escape") finish(false);
    if (key.key === "Enter" && !key.shiftKey) {
      key.preventDefault();
      finish(true);
    }
    key.stopPropagation();
  });
}

main.addEventListener("pointerdown", (event) => {
  const group = itemAt(event);
  if (event.button !== 0 || !group || state.colour) return;
  state.drag = { group, from: onBoard(event), x: event.clientX, y: event.clientY, moved: false };
});

main.addEventListener("pointermove", (event) => {
  const drag = state.drag;
  if (!drag) return;
  drag.moved ||= Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > CLICK_DISTANCE;
  if (!drag.moved || drag.group.dataset.still) return;
  // Only now: a captured pointer would take clicks away from the item under it.
  main.setPointerCapture(event.pointerId);
  const to = onBoard(event);
  const turn = drag.group.dataset.turn || "";
  drag.group.setAttribute("transform", `translate(${to.x - drag.from.x} ${to.y - drag.from.y}) ${turn}`);
});

main.addEventListener("pointerup", (event) => {
  const drag = state.drag;
  state.drag = null;
  if (!drag) return;
  if (drag.group.dataset.still) return choose(null);
  // A dragged note is not chosen: the next colour picked is for a new one.
  choose(drag.moved ? null : drag.group.dataset.id);
  if (!drag.moved) return;
  const to = onBoard(event);
  const { id, x, y } = drag.group.dataset;
  const place = { id, x: Number(x) + to.x - drag.from.x, y: Number(y) + to.y - drag.from.y };
  act({ do: event.altKey ? "copy" : "move", ...place });
});

main.addEventListener("click", (event) => {
  if (!state.colour) return;
  const { x, y } = onBoard(event);
  const colour = state.colour;
  pick(null);
  write(event, "", (text) => act({ do: "write", x, y, text, colour }));
});

main.addEventListener("dblclick", (event) => {
  const group = itemAt(event);
  if (!group || group.dataset.words === undefined) return;
  const { id, words } = group.dataset;
  write(event, words, (text) => act({ do: "rewrite", id, text }));
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") pick(null);
  if (event.key === "Delete" && state.chosen) {
    const id = state.chosen;
    choose(null);
    act({ do: "delete", id });
  }
});

for (const button of document.querySelectorAll("[data-colour]")) {
  button.addEventListener("click", () => {
    const group = state.chosen && svg().querySelector(`g[data-id="${state.chosen}"]`);
    if (group && group.classList.contains("sticky_note")) {
      act({ do: "recolour", id: state.chosen, colour: button.dataset.colour });
    } else {
      pick(button);
    }
  });
}

main.addEventListener("pointerdown", (event) => {
  if (!itemAt(event)) choose(null);
});
