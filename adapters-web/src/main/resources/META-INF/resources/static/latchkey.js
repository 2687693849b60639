// Conveniences on top of pages that work without them. Controls that need this file are hidden until it runs.

for (const button of document.querySelectorAll("[data-reveal]")) {
  const input = document.getElementById(button.dataset.reveal);
  const show = (shown) => {
    input.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
  };
  button.addEventListener("click", () => show(input.type === "password"));
  // Hidden again before it is sent, so that the browser doesn't remember it as ordinary text.
  input.form.addEventListener("submit", () => show(false));
  button.hidden = false;
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const status = button.parentElement.querySelector("[role=status]");
  const say = (copied) => {
    button.classList.toggle("copied", copied);
    status.textContent = copied ? button.dataset.copied : "";
  };
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    say(true);
    setTimeout(say, 2000, false);
  });
  button.hidden = !navigator.clipboard;
}

for (const button of document.querySelectorAll("[data-dismiss]")) {
  button.addEventListener("click", () => button.closest("[data-toast]").remove());
  button.hidden = false;
}

// A second press while the first is on its way would only be refused; coming back with the browser's button frees it.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.ariaBusy === "true") {
      event.preventDefault();
    }
    form.ariaBusy = "true";
  });
  addEventListener("pageshow", () => {
    form.ariaBusy = null;
  });
}

if (document.querySelector("[data-passkey]")) {
  import("./passkeys.js");
}

// The exact time in the reader's own zone, which only the browser knows.
for (const time of document.querySelectorAll("time[datetime]")) {
  time.title = new Date(time.dateTime).toLocaleString([], { dateStyle: "long", timeStyle: "long" });
}
