// What a page looks like from inside, as plain values; put into every page before it loads.
window.audit = (() => {
  // A short way to say which element: the nearest id, and the way down from it.
  function where(element) {
    if (element.id) return "#" + element.id;
    const name = element.localName + [...element.classList].map((one) => "." + one).join("");
    const parent = element.parentElement;
    if (!parent || parent === document.body) return name;
    const alike = [...parent.children].filter((one) => one.localName === element.localName);
    const place = alike.length > 1 ? `:nth-of-type(${alike.indexOf(element) + 1})` : "";
    return `${where(parent)} > ${name}${place}`;
  }

  function open_all() {
    for (const details of document.querySelectorAll("details")) details.open = true;
  }

  function shown(element) {
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  }

  // Words for screen readers alone are cut to a pixel on purpose.
  function for_listeners_alone(element) {
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      const box = one.getBoundingClientRect();
      if (getComputedStyle(one).position === "absolute" && (box.width <= 2 || box.height <= 2)) return true;
      if (getComputedStyle(one).position === "absolute" && box.bottom + scrollY <= 0) return true;
    }
    return false;
  }

  function words(visit) {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !shown(element) || for_listeners_alone(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) visit(node, element, box);
    }
  }

  // The box that an ancestor cuts text to, or "scrolls" where it can be brought into view.
  function cut_by(element, box) {
    for (let one = element; one && one !== document.documentElement; one = one.parentElement) {
      const style = getComputedStyle(one);
      const edge = one.getBoundingClientRect();
      const beside = box.left < edge.left - 2 || box.right > edge.right + 2;
      const below = box.top + box.height * 0.2 < edge.top - 2 || box.bottom - box.height * 0.2 > edge.bottom + 2;
      if (/auto|scroll/.test(style.overflowX) && beside) return "scrolls";
      if (/auto|scroll/.test(style.overflowY) && below) return "scrolls";
      if (/hidden|clip/.test(style.overflowX) && beside) return "cut";
      if (/hidden|clip/.test(style.overflowY) && below) return "cut";
    }
    return "";
  }

  function layout() {
    const wide = new Set(), cut = new Set(), overlapping = new Set(), boxes = [];
    words((node, element, box) => {
      const fate = cut_by(element, box);
      if (fate === "cut") cut.add(where(element));
      if (fate) return;
      if (box.left < -1 || box.right > innerWidth + 1) wide.add(where(element));
      // The middle of the line: lines may come close, their letters may not.
      boxes.push({ node, element, left: box.left + 1, right: box.right - 1, top: box.top + box.height * 0.25, bottom: box.bottom - box.height * 0.25 });
    });
    boxes.sort((a, b) => a.top - b.top);
    boxes.forEach((a, i) => {
      for (let j = i + 1; j < boxes.length && boxes[j].top < a.bottom - 1; j++) {
        const b = boxes[j];
        if (a.node !== b.node && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2)
          overlapping.add(`${where(a.element)} and ${where(b.element)}`);
      }
    });
    return { width: innerWidth, needed: document.documentElement.scrollWidth, wide: [...wide], cut: [...cut], overlapping: [...overlapping] };
  }

  const FOCUSABLE = "a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]";

  // What a keyboard must reach: everything that can be used and is not taken out of the order on purpose.
  function reachable() {
    return [...document.querySelectorAll(FOCUSABLE)].filter((one) => one.tabIndex >= 0 && !one.disabled && shown(one)).map(where);
  }

  function colour(text) {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  }

  function behind(element) {
    for (let one = element; one; one = one.parentElement) {
      const found = colour(getComputedStyle(one).backgroundColor);
      if (found[3] === 255) return found;
    }
    return colour(matchMedia("(prefers-color-scheme: dark)").matches ? "#121212" : "#fff");
  }

  // The element that has focus: is there a ring, does it stand out, is anything in front of it?
  function focused() {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    const box = element.getClientRects()[0];
    const middle = box ? [box.left + box.width / 2, box.top + box.height / 2] : [-1, -1];
    const in_view = middle[0] >= 0 && middle[1] >= 0 && middle[0] < innerWidth && middle[1] < innerHeight;
    const top = in_view ? document.elementFromPoint(...middle) : null;
    return {
      where: where(element),
      folded: element.localName === "summary" && !element.parentElement.open,
      ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
      ring_colour: colour(style.outlineColor),
      paper: behind(element.parentElement || element),
      in_view,
      covered_by: top && !top.contains(element) && !element.contains(top) ? where(top) : "",
    };
  }

  // Text as a reader sees it who has opened everything, line by line. A form is a tool: it may come with its script.
  function lines() {
    open_all();
    for (const form of document.forms) form.hidden = true;
    return document.body.innerText.split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean);
  }

  // What can be used, but not without a script: a form sends itself, and a popover opens by itself.
  function controls() {
    const idle = (one) => shown(one) && !one.closest("form[action]") && !one.hasAttribute("popovertarget");
    return [...document.querySelectorAll("button, input, select, textarea")].filter(idle).map(where);
  }

  // Rules of a test, as a reader's own style sheet would bring them; the page's policy is not in their way.
  function wear(rules) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }

  function enlarge(times) {
    wear("");
    wear(`html { font-size: ${parseFloat(getComputedStyle(document.documentElement).fontSize) * times}px !important }`);
  }

  return { open_all, layout, reachable, focused, lines, controls, wear, enlarge };
})();
