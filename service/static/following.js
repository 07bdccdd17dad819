// The picture and the template link follow what is being filled in.

const PAUSE = 600;

export function followForm(picture) {
  const form = document.getElementById(picture.dataset.form);
  const address = document.getElementById("template-link");
  const large = document.querySelector("[data-picture-link]");
  const change = document.querySelector("[data-switch]");
  const entrances = document.querySelectorAll("[data-sign-in]");
  const base = new URL(address.value);
  const started = form.querySelector("[data-preview]");
  let waiting = 0;

  const follow = () => {
    const filled = valuesOf(form, { personal: false });
    address.value = `${base.origin}${base.pathname}?${withLang(filled, base.searchParams.get("lang"))}`;
    const on = form.elements.on?.value;
    change.href = here(filled, change.lang, on);
    entrances.forEach((link) => {
      const to = new URLSearchParams({ to: here(filled, document.documentElement.lang, on) });
      link.href = `${link.pathname}?${to}`;
    });
    draw(`${picture.dataset.picture}?${withLang(filled, document.documentElement.lang)}`);
  };

  const draw = (source) => {
    const next = new Image();
    next.addEventListener("load", () => {
      picture.src = source;
      if (large) large.href = source;
    });
    next.src = source;
  };

  form.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(follow, PAUSE);
  });
  // Whoever leaves a field may be on the way to a link.
  form.addEventListener("change", () => {
    window.clearTimeout(waiting);
    follow();
  });
  if (started) started.hidden = true;
}

function valuesOf(form, { personal }) {
  const values = new URLSearchParams();
  const rows = new Map();
  const hidden = new Set(
    personal ? [] : [...form.querySelectorAll("[data-personal]")].map((field) => field.name),
  );
  for (const [name, value] of new FormData(form)) {
    if (name === "csrf_token" || hidden.has(name) || value === "") continue;
    const row = /^(\w+)-(\d+)-(\w+)$/.exec(name);
    if (row) addTo(rows, row, value);
    else values.append(name, value);
  }
  for (const [name, filled] of rows) {
    filled.filter(Boolean).forEach((row) => values.append(name, JSON.stringify(row)));
  }
  // An unticked box sends "false", a ticked one "false" and "true": the last one counts.
  for (const box of form.querySelectorAll('input[type="checkbox"]')) {
    values.set(box.name, box.checked ? "true" : "false");
  }
  return values;
}

// Gathers `agenda-0-topic` … into one object a row, as template links carry them.
function addTo(rows, [, name, number, field], value) {
  if (!rows.has(name)) rows.set(name, []);
  const filled = rows.get(name);
  filled[number] = { ...filled[number], [field]: value };
}

function withLang(values, lang) {
  const all = new URLSearchParams(values);
  if (!all.has("lang")) all.set("lang", lang);
  return all;
}

// The address of this page with what is filled in.
function here(values, lang, on) {
  const all = new URLSearchParams(values);
  if (on) all.set("on", on);
  all.set("lang", lang);
  return `${window.location.pathname}?${all}`;
}
