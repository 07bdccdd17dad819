// Shows how far a job is, once a second; the server answers 304 while nothing has changed.

const UNDER_WAY = new Set(["waiting", "running", "making"]);

export function pollProgress(box) {
  const bar = box.querySelector("progress");
  const text = box.querySelector("[data-progress-text]");
  let tag = null;

  const ask = async () => {
    try {
      const headers = tag ? { "If-None-Match": tag } : {};
      const answer = await fetch(box.dataset.poll, { headers, cache: "no-store" });
      if (answer.status === 200) {
        tag = answer.headers.get("ETag");
        if (!show(await answer.json())) return;
      } else if (answer.status !== 304) {
        window.location.reload();
        return;
      }
    } catch {
      // The network may come back: keep asking.
    }
    window.setTimeout(ask, 1000);
  };

  const show = (said) => {
    if (!UNDER_WAY.has(said.state) || !said.progress) {
      window.location.reload();
      return false;
    }
    const { done, total, text: sentence } = said.progress;
    if (total > 0) {
      bar.max = total;
      bar.value = done;
    } else {
      bar.removeAttribute("value");
    }
    if (text.textContent !== sentence) text.textContent = sentence;
    return true;
  };

  window.setTimeout(ask, 1000);
}
