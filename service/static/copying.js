// Buttons that copy the address standing in a field.

export function offerCopying(root) {
  root.querySelectorAll("[data-copy]").forEach((button) => {
    const field = root.getElementById(button.dataset.copy);
    const says = button.textContent;
    const status = document.createElement("span");
    status.className = "sr";
    status.setAttribute("role", "status");
    button.after(status);
    button.hidden = false;
    button.addEventListener("click", async () => {
      const done = await copy(field);
      status.textContent = button.textContent = done ? button.dataset.done : button.dataset.failed;
      window.setTimeout(() => {
        button.textContent = says;
        status.textContent = "";
      }, 2500);
    });
  });
}

async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return false;
  }
}
