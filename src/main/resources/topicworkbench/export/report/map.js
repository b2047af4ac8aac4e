// The map: every point a review in its topic's color. Drag moves it, the wheel zooms, a click chooses the topic.
function showMap() {
  if (!data.map) {
    byName("map-section").hidden = true;
    return;
  }
  byName("map-words").textContent = data.map.words;
  const canvas = byName("map");
  const pen = canvas.getContext("2d");
  const xs = numbers(data.map.x, Int16Array), ys = numbers(data.map.y, Int16Array), topics = numbers(data.map.topic, Uint16Array);
  const groups = new Map();
  topics.forEach((topic, point) => groups.has(topic) ? groups.get(topic).push(point) : groups.set(topic, [point]));
  const view = { x: 0, y: 0, zoom: 1 };
  let pixels = 1, scale = 1, width = 1, height = 1, waiting = false;

  const toX = x => (x - view.x) * scale + width / 2;
  const toY = y => height / 2 - (y - view.y) * scale;

  function draw() {
    waiting = false;
    pixels = window.devicePixelRatio || 1;
    width = canvas.clientWidth;
    height = canvas.clientHeight;
    if (!width || !height) return;
    canvas.width = Math.round(width * pixels);
    canvas.height = Math.round(height * pixels);
    scale = view.zoom * Math.min(width, height) / 68000;
    pen.setTransform(pixels, 0, 0, pixels, 0, 0);
    const style = getComputedStyle(document.documentElement);
    pen.fillStyle = style.getPropertyValue("--ground");
    pen.fillRect(0, 0, width, height);
    const size = Math.min(7, Math.max(1, 200 / Math.sqrt(xs.length)) * Math.sqrt(view.zoom));
    const order = [...groups.keys()].sort((a, b) => (a === report.topic.id) - (b === report.topic.id));
    for (const id of order) {
      pen.fillStyle = byId.has(id) ? byId.get(id).color : style.getPropertyValue("--line");
      pen.globalAlpha = id === report.topic.id ? 0.9 : 0.35;
      for (const point of groups.get(id)) {
        const x = toX(xs[point]), y = toY(ys[point]);
        if (x > -size && y > -size && x < width + size && y < height + size) pen.fillRect(x - size / 2, y - size / 2, size, size);
      }
    }
    pen.globalAlpha = 1;
    drawNames(style);
  }

  function drawNames(style) {
    pen.font = "600 12px Roboto, system-ui, sans-serif";
    pen.textAlign = "center";
    const taken = [];
    for (const topic of [report.topic, ...data.topics]) {
      if (!topic.at) continue;
      const name = topic.name.length > 30 ? topic.name.slice(0, 29) + "…" : topic.name;
      const half = pen.measureText(name).width / 2 + 4, x = toX(topic.at[0]), y = toY(topic.at[1]);
      if (taken.some(other => Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < 18)) continue;
      taken.push({ x, y, half });
      pen.lineWidth = 4;
      pen.strokeStyle = style.getPropertyValue("--ground");
      pen.strokeText(name, x, y);
      pen.fillStyle = style.getPropertyValue("--text");
      pen.fillText(name, x, y);
    }
  }

  function drawSoon() {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(draw);
    }
  }

  /** The point nearest to a place on the screen, at most 8 pixels away. */
  function nearest(x, y) {
    let best = -1, distance = 64;
    for (let point = 0; point < xs.length; point++) {
      const dx = toX(xs[point]) - x, dy = toY(ys[point]) - y, d = dx * dx + dy * dy;
      if (d < distance) {
        distance = d;
        best = point;
      }
    }
    return best;
  }

  const reviewAt = new Map(data.reviews.filter(review => review.point >= 0).map(review => [review.point, review]));
  const hover = byName("hover");
  function point(event) {
    const at = nearest(event.offsetX, event.offsetY);
    hover.style.display = at < 0 ? "none" : "block";
    if (at < 0) return;
    const topic = byId.get(topics[at]);
    const review = reviewAt.get(at);
    hover.replaceChildren(element("b", "", topic ? topic.name : "Hidden topic"));
    if (review) hover.append(element("div", "", review.text.slice(0, 300)));
    hover.style.left = Math.min(event.offsetX + 14, width - 350) + "px";
    hover.style.top = Math.min(event.offsetY + 14, height - 120) + "px";
  }

  let dragged = null, moved = false;
  canvas.addEventListener("pointerdown", event => {
    dragged = { x: event.offsetX, y: event.offsetY };
    moved = false;
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", event => {
    if (!dragged) return point(event);
    moved = moved || Math.hypot(event.offsetX - dragged.x, event.offsetY - dragged.y) > 3;
    view.x -= (event.offsetX - dragged.x) / scale;
    view.y += (event.offsetY - dragged.y) / scale;
    dragged = { x: event.offsetX, y: event.offsetY };
    drawSoon();
  });
  canvas.addEventListener("pointerup", event => {
    dragged = null;
    const at = moved ? -1 : nearest(event.offsetX, event.offsetY);
    if (at >= 0 && byId.has(topics[at])) choose(byId.get(topics[at]));
  });
  canvas.addEventListener("pointerleave", () => hover.style.display = "none");
  canvas.addEventListener("wheel", event => {
    event.preventDefault();
    const factor = Math.exp(-event.deltaY / 400);
    const zoom = Math.min(200, Math.max(1, view.zoom * factor)) / view.zoom;
    view.x += (event.offsetX - width / 2) / scale * (1 - 1 / zoom);
    view.y -= (event.offsetY - height / 2) / scale * (1 - 1 / zoom);
    view.zoom *= zoom;
    drawSoon();
  }, { passive: false });
  canvas.addEventListener("dblclick", () => {
    Object.assign(view, { x: 0, y: 0, zoom: 1 });
    drawSoon();
  });
  window.addEventListener("resize", drawSoon);
  window.addEventListener("beforeprint", draw);
  report.listeners.push(drawSoon);
}
