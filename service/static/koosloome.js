// What scripts add to pages that work without them. Nothing here is needed to finish a task.

import { offerCopying } from "./copying.js";
import { followForm } from "./following.js";
import { pollProgress } from "./polling.js";

offerCopying(document);
document.querySelectorAll("[data-poll]").forEach(pollProgress);
document.querySelectorAll("[data-picture]").forEach(followForm);

// What went wrong is read first.
document.querySelector("[data-focus]")?.focus();

// A second press of the button does not send the form twice.
document.querySelectorAll("form[data-once]").forEach((form) => {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    window.setTimeout(() => delete form.dataset.sent, 8000);
  });
});

// A link to a field opens what hides it.
document.querySelectorAll('.faults a[href^="#"]').forEach((link) => {
  link.addEventListener("click", () => {
    const field = document.querySelector(link.getAttribute("href"));
    field?.closest("details")?.setAttribute("open", "");
    field?.focus();
  });
});

// One line stays one line, although its box is taller.
document.querySelectorAll("textarea[data-single]").forEach((area) => {
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
});

document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
