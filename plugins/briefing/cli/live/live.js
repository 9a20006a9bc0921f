// Put into every page by `invoke serve`, and by nothing else: the page follows what its editor writes.
"use strict";
(() => {
  const { seen } = document.currentScript.dataset;
  const place = `briefing-live ${location.pathname}`;

  const kept = sessionStorage.getItem(place);
  if (kept) {
    sessionStorage.removeItem(place);
    const [left, top] = JSON.parse(kept);
    addEventListener("load", () => scrollTo({ left, top, behavior: "instant" }));
  }

  const reload = () => {
    history.scrollRestoration = "manual";
    sessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]));
    location.reload();
  };

  const part = (name, text, within) => {
    const made = document.createElement(name);
    made.textContent = text;
    within.append(made);
    return made;
  };

  // A root of its own, so that the theme's styles and the overlay's do not meet.
  let host = null;
  const hide = () => {
    host?.remove();
    host = null;
  };
  const show = (problems) => {
    hide();
    host = document.createElement("briefing-problems");
    const root = host.attachShadow({ mode: "open" });
    const style = part("link", "", root);
    style.rel = "stylesheet";
    style.href = "/.live/live.css";
    const box = part("section", "", root);
    box.setAttribute("role", "alertdialog");
    box.setAttribute("aria-label", "Problems");
    box.lang = "en";
    box.dir = "ltr";
    const errors = problems.filter((each) => each.severity === "error").length || problems.length;
    part("h1", errors === 1 ? "One mistake to mend" : `${errors} mistakes to mend`, box);
    part("p", "Behind this is the last good page. It goes on as soon as this is mended; Esc hides it until then.", box);
    const list = part("ol", "", box);
    for (const each of problems) {
      const item = part("li", "", list);
      item.className = each.severity;
      part("code", each.place, item).className = "place";
      part("strong", each.message, item);
      if (each.excerpt) part("pre", each.excerpt, item);
      if (each.help) part("p", each.help, item).className = "help";
      const more = part("details", "", item);
      more.open = problems.length < 4;
      part("summary", each.code, more);
      part("p", each.explanation, more);
    }
    document.body.append(host);
  };
  addEventListener("keydown", (event) => event.key === "Escape" && hide());

  const hear = async (data) => {
    const { problems } = JSON.parse(data);
    if (problems.length) show(problems);
    else hide();
    const asked = await fetch(`/.live/seen?${new URLSearchParams({ path: location.pathname })}`);
    if ((await asked.text()) !== seen) reload();
  };

  // A browser opens six connections to a server and no more, however many pages it shows: one of them listens, and
  // tells the others. When that one goes, the next one listens.
  const others = new BroadcastChannel("briefing-live");
  let told = "";
  others.addEventListener("message", ({ data }) => {
    if (data) hear(data);
    else if (told) others.postMessage(told);
  });
  others.postMessage("");
  navigator.locks.request("briefing-live", () => {
    const source = new EventSource("/.live/events");
    source.addEventListener("site", ({ data }) => {
      told = data;
      others.postMessage(told);
      hear(told);
    });
    return new Promise((end) => {
      addEventListener("pagehide", () => {
        source.close();
        end();
      });
    });
  });
  // A page that comes back as the browser kept it has let go of all that.
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
})();
