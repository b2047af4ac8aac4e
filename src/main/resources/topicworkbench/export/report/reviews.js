// Reviews that speak most of the chosen topic, with its words marked; searched by words.
const PER_PAGE = 10;

function showReviews() {
  let shown = PER_PAGE;
  const draw = () => {
    const topic = report.topic;
    const wanted = byName("search").value.trim().toLowerCase();
    const found = data.reviews.filter(review => review.topic === topic.id
      && (review.title + " " + review.text).toLowerCase().includes(wanted));
    byName("reviews-of").textContent = "that speak most of “" + topic.name + "”: " + found.length + " of its "
      + topic.documents.toLocaleString("en") + " are in this file";
    const marked = new Set(topic.words.slice(0, 40).map(word => word[0]));
    byName("reviews").replaceChildren(...found.slice(0, shown).map(review => card(review, marked)));
    byName("more").hidden = found.length <= shown;
  };
  byName("search").addEventListener("input", () => {
    shown = PER_PAGE;
    draw();
  });
  byName("more").addEventListener("click", () => {
    shown += PER_PAGE;
    draw();
  });
  report.listeners.push(() => {
    shown = PER_PAGE;
    draw();
  });
}

function card(review, marked) {
  const made = element("div", "review");
  if (review.title) made.append(element("b", "", review.title));
  const text = element("div");
  for (const part of review.text.split(/([\p{L}\p{N}]+)/u)) {
    const isMarked = marked.has(part.toLowerCase());
    text.append(isMarked ? element("mark", "", part) : document.createTextNode(part));
  }
  made.append(text, element("div", "quiet", review.facts));
  return made;
}
